#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace bindlab {

/// One line for what the library says in its own way of bad arguments. `file` is the program's argument beside its commands.
[[nodiscard]] std::string usageComplaint(const CLI::App& program, const CLI::Option& file, const CLI::ParseError& error);

/// Of a first argument that is neither a command nor a file.
[[nodiscard]] std::string unknownCommand(const CLI::App& program, const std::string& name);

} // namespace bindlab
