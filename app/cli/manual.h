#pragma once

#include "cli/command_help.h"

namespace bindlab {

/// bindlab(1) as text for man. `version` is "0.1.0", `date` as the foot of the page shows it.
[[nodiscard]] std::string manualPage(const std::vector<CommandHelp>& commands, const std::string& version, const std::string& date);

/// A completion script for bash: commands, their options, the choices of each, names from `bindlab list`, and files.
[[nodiscard]] std::string bashCompletion(const std::vector<CommandHelp>& commands);

} // namespace bindlab
