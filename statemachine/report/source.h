#pragma once

#include "flow/library.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace bindlab {

/// Author, date, subject and section of a mail or document, what there is of them; empty when there is no source.
[[nodiscard]] std::string sourceAsText(const SourceInfo& source);

/// Keys id, title, author, date, section; null when there is no source.
[[nodiscard]] nlohmann::ordered_json sourceAsJson(const SourceInfo& source);

/// Each patch with its title, and below that the mail it comes from.
[[nodiscard]] std::string patchesAsText(const std::vector<PatchInfo>& patches, int columns, int indent = 0);

/// A list of objects with the keys id, title, choice, source.
[[nodiscard]] nlohmann::ordered_json patchesAsJson(const std::vector<PatchInfo>& patches);

} // namespace bindlab
