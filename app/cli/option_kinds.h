#pragma once

#include "cli/commands.h"
#include "screenshot.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <charconv>
#include <cstdint>
#include <string>
#include <type_traits>
#include <vector>

/// What the value of an option may be. Each of these adds one option, whose bad value is complained of in one sentence.
namespace bindlab {

/// The whole of `text` as a number within [least, most], or what is wrong with it.
template <typename Number>
std::string parseNumber(const std::string& text, Number least, Number most, Number& target)
{
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc() && end == text.data() + text.size() && number >= least && number <= most) {
        target = number;
        return {};
    }
    return fmt::format("{} is not a {}number from {} to {}", inQuotes(text), std::is_integral_v<Number> ? "whole " : "", least, most);
}

template <typename Number>
CLI::Option* addNumber(CLI::App& app, const std::string& name, Number least, Number most, Number& target, const std::string& help)
{
    return app
        .add_option_function<std::string>(
            name, [](const std::string&) {}, help)
        ->check(CLI::Validator([=, &target](std::string& text) { return parseNumber(text, least, most, target); }, "", "number"));
}

/// "1440x900", or what is wrong with it.
[[nodiscard]] std::string parseSize(const std::string& text, ScreenshotOptions& options);

/// What is wrong with a name.
[[nodiscard]] std::string notEmpty(const std::string& text);

CLI::Option* addName(CLI::App& app, const std::string& name, std::string& target, const std::string& help);
/// Once for each name.
CLI::Option* addNames(CLI::App& app, const std::string& name, std::vector<std::string>& target, const std::string& help);
/// Names that may be given one by one, in a row, or with commas.
CLI::Option* addNameList(CLI::App& app, const std::string& name, std::vector<std::string>& target, const std::string& help);

void addMaxStates(CLI::App& app, std::uint64_t& target, const std::string& help);
void addModelOptions(CLI::App& app, ModelOptions& options);
/// How many cells of the matrix are checked at once.
void addCells(CLI::App& app, int& threads);

} // namespace bindlab
