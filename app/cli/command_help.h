#pragma once

#include <string>
#include <vector>

namespace bindlab {

/// One option or argument as its help has it.
struct ArgumentHelp {
    std::vector<std::string> names;     ///< "-h", "--help"; of an argument its one name
    std::string value;                  ///< what an option takes, "FILE"; empty for a flag
    std::string preset;                 ///< what holds when it is not given, or empty
    std::string help;
    bool required = false;
    bool repeats = false;               ///< may be given more than once
    std::vector<std::string> choices;   ///< all it may be, where these are few and fixed
};

/// A command, or the program itself, which has no name.
struct CommandHelp {
    std::string name;
    std::string help;
    std::vector<ArgumentHelp> arguments;
    std::vector<ArgumentHelp> options;
    std::string footer;   ///< paragraphs; one whose first line alone is not indented has that line as its heading
};

/// The program, then each of its commands: what the help, the manual and the shell's completion have in common.
[[nodiscard]] std::vector<CommandHelp> commandHelp();

} // namespace bindlab
