#pragma once

#include "lesson/lesson.h"
#include "lesson/yaml_reader.h"

#include <optional>
#include <string>
#include <vector>

namespace bindlab {

/// What may stand after ``` to make a fenced block a directive.
[[nodiscard]] const std::vector<std::string>& directiveNames();

/// The directive `name` with this body; nothing when the body is not YAML. `line` is that of the opening fence.
[[nodiscard]] std::optional<Block> readDirective(const std::string& name, const std::string& body, int line, YamlReader& reader);

} // namespace bindlab
