#include "lesson/front_matter.h"

#include "lesson/yaml_reader.h"

#include <fmt/format.h>

#include <algorithm>

namespace bindlab {

namespace {

/// The mails the lesson draws on.
void sources(YamlReader& reader, const YamlReader::Fields& fields, const YAML::Node& node, Lesson& lesson)
{
    const auto found = fields.find("sources");
    if (found == fields.end()) {
        if (node.IsMap())
            reader.complain(node, "'sources' is missing: the mails the lesson draws on, its seed first");
        return;
    }
    if (found->second.IsSequence() && found->second.size() > LessonLimits::sources) {
        reader.complain(found->second, fmt::format("a lesson draws on at most {} sources; here are {}", LessonLimits::sources, found->second.size()));
        return;
    }
    for (const auto& entry : YamlReader::entries(found->second)) {
        const auto source = reader.fields(entry, {"id", "author", "date", "subject"});
        lesson.sources.push_back({reader.required(source, "id", entry), reader.required(source, "author", entry),
                                  reader.required(source, "date", entry), reader.required(source, "subject", entry),
                                  reader.lineOf(entry)});
    }
}

void header(YamlReader& reader, const YAML::Node& node, Lesson& lesson)
{
    const auto fields = reader.fields(
        node, {"id", "kind", "number", "title", "summary", "unit", "sources", "design", "scenario", "platform", "minutes"});
    lesson.id = reader.required(fields, "id", node);
    lesson.title = reader.required(fields, "title", node);
    lesson.summary = reader.required(fields, "summary", node);
    lesson.unit = reader.required(fields, "unit", node);
    lesson.unitTitle = lesson.unit;
    lesson.design = reader.required(fields, "design", node);
    lesson.scenario = reader.required(fields, "scenario", node);
    if (const auto kind = reader.optional(fields, "kind"); !kind.empty()) {
        reader.mustBe(kind, {"lesson", "challenges"}, "kind", fields.at("kind"));
        lesson.challenges = kind == "challenges";
    }
    lesson.platform = reader.optional(fields, "platform");
    if (lesson.platform.empty())
        lesson.platform = "tdx";
    if (!reader.required(fields, "number", node).empty())
        lesson.number = reader.number(fields.at("number"), "number", 1, 999);
    if (!reader.required(fields, "minutes", node).empty())
        lesson.minutes = reader.number(fields.at("minutes"), "minutes", 1, 240);
    sources(reader, fields, node, lesson);
}

} // namespace

int readFrontMatter(LessonLines& lines, Lesson& lesson)
{
    if (lines.lines.empty() || lines.lines.front() != "---") {
        lines.complain(1, "expected the front matter: a line '---', the keys id, number, title, ..., a line '---'");
        return 1;
    }
    const auto end = std::find(lines.lines.begin() + 1, lines.lines.end(), "---");
    if (end == lines.lines.end()) {
        lines.complain(1, "expected a line '---' that ends the front matter");
        return 1;
    }
    std::string text;
    for (auto line = lines.lines.begin() + 1; line != end; ++line)
        text += *line + '\n';
    const int after = int(end - lines.lines.begin()) + 2;
    YamlReader reader(lines.file, lines.lines, 2, "front matter", lines.diagnostics);
    try {
        const auto node = reader.parse(text);
        if (node)
            header(reader, *node, lesson);
    } catch (const YAML::Exception& error) {
        reader.complain(error.mark, error.msg);
    }
    return after;
}

} // namespace bindlab
