#include "cli/option_kinds.h"

namespace bindlab {

std::string parseSize(const std::string& text, ScreenshotOptions& options)
{
    const std::size_t cross = text.find('x');
    if (cross == std::string::npos || !parseNumber(text.substr(0, cross), 320, 7680, options.width).empty()
        || !parseNumber(text.substr(cross + 1), 240, 4320, options.height).empty())
        return fmt::format("{} is not a size from 320x240 to 7680x4320, such as 1440x900", inQuotes(text));
    return {};
}

std::string notEmpty(const std::string& text)
{
    return text.empty() ? "an empty name is no name" : "";
}

CLI::Option* addName(CLI::App& app, const std::string& name, std::string& target, const std::string& help)
{
    return app.add_option(name, target, help)->check(CLI::Validator(notEmpty, "", "name"));
}

CLI::Option* addNames(CLI::App& app, const std::string& name, std::vector<std::string>& target, const std::string& help)
{
    return app.add_option(name, target, help)->allow_extra_args(false)->check(CLI::Validator(notEmpty, "", "name"));
}

CLI::Option* addNameList(CLI::App& app, const std::string& name, std::vector<std::string>& target, const std::string& help)
{
    return app.add_option(name, target, help)->delimiter(',')->type_name("NAME")->check(CLI::Validator(notEmpty, "", "name"));
}

void addMaxStates(CLI::App& app, std::uint64_t& target, const std::string& help)
{
    addNumber<std::uint64_t>(app, "--max-states", 1, 1'000'000'000'000, target, help)->type_name("N")->default_str("50000000");
}

void addModelOptions(CLI::App& app, ModelOptions& options)
{
    addName(app, "--design", options.design, "Design to run (bindlab list designs)")->type_name("NAME");
    addNames(app, "--patch", options.patches, "Add a patch to the design's own, or take one away with --patch=-NAME")->type_name("NAME");
    addName(app, "--scenario", options.scenario, "Scenario; needed unless the file holds exactly one")->type_name("NAME");
    addName(app, "--platform", options.platform, "Which firmware answers")->type_name("NAME")->default_str("tdx");
}

void addCells(CLI::App& app, int& threads)
{
    addNumber<int>(app, "--threads", 1, 256, threads, "Check so many at once; by default as many as there are processors")->type_name("N");
}

} // namespace bindlab
