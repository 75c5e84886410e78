#include "cli/usage_complaint.h"

#include "cli/console.h"

#include <fmt/format.h>

#include <unistd.h>

#include <vector>

namespace bindlab {

namespace {

std::vector<std::string> optionNames(const CLI::App& app)
{
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options())
        for (const std::string& name : option->get_lnames())
            names.push_back("--" + name);
    return names;
}

} // namespace

std::string unknownCommand(const CLI::App& program, const std::string& name)
{
    std::vector<std::string> names;
    for (const CLI::App* command : program.get_subcommands({}))
        names.push_back(command->get_name());
    return unknownName("command or file", name, names);
}

std::string usageComplaint(const CLI::App& program, const CLI::Option& file, const CLI::ParseError& error)
{
    const auto parsed = program.get_subcommands();
    const CLI::App& app = parsed.empty() ? program : *parsed.front();
    if (parsed.empty() && file.count() > 0 && access(file.results().front().c_str(), F_OK) != 0)
        return unknownCommand(program, file.results().front());
    const std::vector<std::string> left = program.remaining(true);
    for (const std::string& argument : left)
        if (argument.starts_with('-') && argument.size() > 1)
            return unknownName("option", argument.substr(0, argument.find('=')), optionNames(app)) + " (see --help)";
    if (!left.empty())
        return fmt::format("unexpected argument {}", inQuotes(left.front()));
    const std::string text = error.what();
    const std::string option = text.substr(0, text.find(':'));
    if (error.get_name() == "ArgumentMismatch")
        return option + (text.find("At Most") != std::string::npos ? " is given more than once" : " needs a value");
    if (error.get_name() == "RequiredError")
        return fmt::format("{} (see bindlab {} --help)", text, app.get_name());
    if (const std::string start = "Could not convert: "; text.starts_with(start))
        return text.substr(start.size(), text.find(" = ") - start.size()) + " takes no value";
    return text;
}

} // namespace bindlab
