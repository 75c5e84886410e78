#include "lesson/yaml_reader.h"

#include "lesson/lesson.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>

#include <algorithm>
#include <charconv>
#include <sstream>

namespace bindlab {

std::string oneOf(const std::vector<std::string>& names)
{
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0)
            text += i + 1 == names.size() ? " or " : ", ";
        text += names[i];
    }
    return text;
}

std::string meant(const std::string& name, const std::vector<std::string>& names)
{
    const auto nearest = nearestName(name, names);
    return nearest.empty() ? std::string() : fmt::format("did you mean '{}'?", nearest);
}

std::string trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

namespace {

/// From 1. YAML counts characters; the end of the text it takes for a line of its own.
int columnInBytes(const std::string& line, int characters)
{
    std::size_t at = 0;
    for (int i = 0; i < characters && at < line.size(); ++i)
        while (++at < line.size() && (static_cast<unsigned char>(line[at]) & 0xc0) == 0x80) {
        }
    return int(at) + 1;
}

/// Goes over a text before it is read: what an alias, deep nesting or sheer number could make of few bytes is refused.
class YamlBounds : public YAML::EventHandler {
public:
    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { count(mark); }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override
    {
        throw YAML::ParserException(mark, "aliases (*name) have no place in a lesson; write out what is meant");
    }
    void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t, const std::string&) override { count(mark); }
    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override { open(mark); }
    void OnSequenceEnd() override { --m_depth; }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override { open(mark); }
    void OnMapEnd() override { --m_depth; }

private:
    void count(const YAML::Mark& mark)
    {
        if (++m_nodes > LessonLimits::yamlNodes)
            throw YAML::ParserException(mark, fmt::format("more than {} words and lists", LessonLimits::yamlNodes));
    }
    void open(const YAML::Mark& mark)
    {
        count(mark);
        if (++m_depth > LessonLimits::yamlNesting)
            throw YAML::ParserException(mark, fmt::format("nested deeper than {} levels", LessonLimits::yamlNesting));
    }

    std::size_t m_nodes = 0;
    int m_depth = 0;
};

} // namespace

void YamlReader::complain(const YAML::Mark& where, const std::string& message, const std::string& hint)
{
    if (m_diagnostics.size() >= LessonLimits::problems)
        return;
    Diagnostic diagnostic;
    diagnostic.file = m_file;
    diagnostic.line = std::min(m_firstLine + std::max(0, where.line), std::max(1, int(m_fileLines.size())));
    diagnostic.column = std::max(0, where.column) + 1;
    diagnostic.message = m_what + ": " + message;
    // A name in it may have been written over several lines.
    std::replace_if(diagnostic.message.begin(), diagnostic.message.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    diagnostic.hint = hint;
    if (const auto index = std::size_t(diagnostic.line - 1); index < m_fileLines.size()) {
        diagnostic.sourceLine = m_fileLines[index];
        diagnostic.column = columnInBytes(diagnostic.sourceLine, where.column);
        const auto rest = std::string_view(diagnostic.sourceLine)
                              .substr(std::min(std::size_t(diagnostic.column - 1), diagnostic.sourceLine.size()));
        diagnostic.length =
            int(std::clamp<std::size_t>(rest.find_first_of(" :,}]"), 1, std::max<std::size_t>(1, rest.size())));
    }
    m_diagnostics.push_back(std::move(diagnostic));
}

std::optional<YAML::Node> YamlReader::parse(const std::string& text)
{
    try {
        std::istringstream stream(text);
        YAML::Parser parser(stream);
        YamlBounds bounds;
        while (parser.HandleNextDocument(bounds)) {
        }
        auto all = YAML::LoadAll(text);
        if (all.size() > 1) {
            complain(all[1], "expected one YAML document, found a second one");
            return std::nullopt;
        }
        return all.empty() ? YAML::Node() : all.front();
    } catch (const YAML::Exception& error) {
        complain(error.mark, "this is not YAML: " + error.msg);
        return std::nullopt;
    }
}

YamlReader::Fields YamlReader::fields(const YAML::Node& node, const std::vector<std::string>& known)
{
    Fields fields;
    if (!node.IsMap()) {
        complain(node,
                 fmt::format("expected keys ({}), found {}", oneOf(known),
                             node.IsSequence()   ? "a list"
                                 : node.IsNull() ? "nothing"
                                                 : "a plain value"));
        return fields;
    }
    for (const auto& entry : node) {
        if (!entry.first.IsScalar()) {
            complain(entry.first, fmt::format("a key is a word: {}", oneOf(known)));
            continue;
        }
        const auto& key = entry.first.Scalar();
        if (std::find(known.begin(), known.end(), key) == known.end()) {
            auto hint = meant(key, known);
            complain(entry.first, fmt::format("unknown key '{}'", key), hint.empty() ? "known here: " + oneOf(known) : hint);
        } else if (!fields.emplace(key, entry.second).second) {
            complain(entry.first, fmt::format("'{}' is here twice", key));
        }
    }
    return fields;
}

std::vector<YAML::Node> YamlReader::entries(const YAML::Node& node)
{
    if (!node.IsSequence())
        return {node};
    return {node.begin(), node.end()};
}

std::string YamlReader::text(const YAML::Node& node, const std::string& key)
{
    if (node.IsScalar())
        return trimmed(node.Scalar());
    if (node.IsNull())   // what YAML reads for a plain NULL; an empty value is one too
        return "NULL";
    complain(node, fmt::format("expected text for '{}', found {}", key, node.IsSequence() ? "a list" : "keys"));
    return {};
}

int YamlReader::number(const YAML::Node& node, const std::string& key, int least, int most)
{
    const auto written = node.IsScalar() ? trimmed(node.Scalar()) : std::string();
    int value = 0;
    const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), value);
    if (written.empty() || error != std::errc() || end != written.data() + written.size() || value < least || value > most) {
        complain(node, fmt::format("expected a number from {} to {} for '{}'", least, most, key));
        return least;
    }
    return value;
}

bool YamlReader::truth(const YAML::Node& node, const std::string& key)
{
    const auto written = node.IsScalar() ? node.Scalar() : std::string();
    if (written != "true" && written != "false")
        complain(node, fmt::format("expected true or false for '{}'", key));
    return written == "true";
}

std::string YamlReader::required(const Fields& fields, const std::string& key, const YAML::Node& owner)
{
    const auto found = fields.find(key);
    if (found == fields.end()) {
        if (owner.IsMap())   // what is no map has been complained of
            complain(owner, fmt::format("'{}' is missing", key));
        return {};
    }
    if (found->second.IsNull() || (found->second.IsScalar() && trimmed(found->second.Scalar()).empty())) {
        complain(found->second, fmt::format("'{}' is empty", key));
        return {};
    }
    return text(found->second, key);
}

std::string YamlReader::optional(const Fields& fields, const std::string& key)
{
    const auto found = fields.find(key);
    return found == fields.end() || found->second.IsNull() ? std::string() : text(found->second, key);
}

void YamlReader::mustBe(const std::string& value, const std::vector<std::string>& known, const std::string& key,
                        const YAML::Node& where)
{
    if (std::find(known.begin(), known.end(), value) == known.end())
        complain(where, fmt::format("expected {} for '{}', found '{}'", oneOf(known), key, value), meant(value, known));
}

} // namespace bindlab
