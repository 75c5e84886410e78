#pragma once

#include "flow/diagnostic.h"

#include <yaml-cpp/yaml.h>

#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bindlab {

/// One YAML text inside a lesson: the front matter, or the body of a directive. What is wrong with it goes to the diagnostics,
/// with its place in the lesson file; reading goes on.
class YamlReader {
public:
    /// `firstLine` is where `text` begins in the file, from 1. `what` opens every message: "predict".
    YamlReader(std::string file, const std::vector<std::string>& fileLines, int firstLine, std::string what,
               Diagnostics& diagnostics)
        : m_file(std::move(file)), m_fileLines(fileLines), m_firstLine(firstLine), m_what(std::move(what)),
          m_diagnostics(diagnostics) {}

    /// Parses; nothing when it is not YAML, which has then been said.
    [[nodiscard]] std::optional<YAML::Node> parse(const std::string& text);

    using Fields = std::map<std::string, YAML::Node>;
    /// The fields of a map whose keys are all among `known`. Anything else is said and left out.
    [[nodiscard]] Fields fields(const YAML::Node& node, const std::vector<std::string>& known);

    /// The entries of a list, or of a list with one entry for anything else.
    [[nodiscard]] static std::vector<YAML::Node> entries(const YAML::Node& node);

    /// A scalar as it is written, with space around it taken off. Empty, and said, when it is none.
    [[nodiscard]] std::string text(const YAML::Node& node, const std::string& key);
    [[nodiscard]] int number(const YAML::Node& node, const std::string& key, int least, int most);
    [[nodiscard]] bool truth(const YAML::Node& node, const std::string& key);

    /// These for a field that must be there, or may be missing.
    [[nodiscard]] std::string required(const Fields& fields, const std::string& key, const YAML::Node& owner);
    [[nodiscard]] std::string optional(const Fields& fields, const std::string& key);

    /// `value`, which has to be one of `known`.
    void mustBe(const std::string& value, const std::vector<std::string>& known, const std::string& key, const YAML::Node& where);

    [[nodiscard]] int lineOf(const YAML::Node& node) const { return m_firstLine + std::max(0, node.Mark().line); }
    void complain(const YAML::Node& where, const std::string& message, const std::string& hint = {})
    {
        complain(where.Mark(), message, hint);
    }
    void complain(const YAML::Mark& where, const std::string& message, const std::string& hint = {});

private:
    std::string m_file;
    const std::vector<std::string>& m_fileLines;
    int m_firstLine;
    std::string m_what;
    Diagnostics& m_diagnostics;
};

/// "a, b or c"
[[nodiscard]] std::string oneOf(const std::vector<std::string>& names);
/// "did you mean 'name'?", or empty.
[[nodiscard]] std::string meant(const std::string& name, const std::vector<std::string>& names);
/// Without the space at both ends.
[[nodiscard]] std::string trimmed(std::string_view text);

} // namespace bindlab
