#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bindlab {

/// The text with `patch` picked by its design, or no longer picked. Unchanged when it has no such design, or is so already.
[[nodiscard]] std::string withPatch(std::string_view text, const std::string& design, const std::string& patch, bool picked);

/// The patches that a design of this text picks, in its order; read from the text itself, whatever else is wrong with it.
[[nodiscard]] std::vector<std::string> pickedIn(std::string_view text, const std::string& design);

/// `design ID "TITLE" : BASE { ... }`, its patches in lines of at most 76 columns.
[[nodiscard]] std::string designText(const std::string& id, const std::string& title, const std::string& base, const std::vector<std::string>& patches);

} // namespace bindlab
