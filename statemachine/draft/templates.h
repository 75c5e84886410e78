#pragma once

#include "flow/library.h"

#include <string>
#include <vector>

namespace bindlab {

/// A text to start from.
struct DraftTemplate {
    std::string id;      ///< "D6", "peterson", "empty"
    std::string title;
    enum class Kind { Design, Model, Empty } kind = Kind::Empty;
    bool operator==(const DraftTemplate&) const = default;
};

/// An empty text, the models that stand alone, and every design.
[[nodiscard]] std::vector<DraftTemplate> draftTemplates(const Library& shipped);

/// What a new text of that template says; `name` is what its design is called. A design's patches may be picked otherwise:
/// `patches` as in a Selection. Empty for an unknown template.
[[nodiscard]] std::string draftFrom(const Library& shipped, const std::string& id, const std::string& name, const std::vector<std::string>& patches = {});

} // namespace bindlab
