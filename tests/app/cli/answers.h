#pragma once

#include "program.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <string>
#include <vector>

using Json = nlohmann::json;

/// What `command` answers with --json. It has to end with `status` and to say nothing beside.
Json jsonOf(const std::string& command, std::vector<std::string> arguments, int status = 0);

/// Ids of the shipped "designs", "scenarios" and so on.
std::vector<std::string> idsOf(const std::string& kind);

/// The two that differ most, for what would take long with all.
std::vector<std::string> firstAndLast();

/// The first shipped design once more, with a patch that takes away a line that is not there.
std::string misfit();

/// No line is wider than so many characters or ends in a space.
void checkWidth(const std::string& text, std::size_t columns);
