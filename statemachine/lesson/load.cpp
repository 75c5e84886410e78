#include "lesson/directives.h"
#include "lesson/lesson.h"
#include "lesson/markdown.h"
#include "lesson/placeholders.h"
#include "lesson/yaml_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>

namespace bindlab {

namespace {

/// Lines without their ends; CR LF counts as one end.
std::vector<std::string> linesOf(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        auto line = text.substr(0, end);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        lines.emplace_back(line);
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return lines;
}

/// Where the bytes stop being UTF-8 text, or npos. A NUL is none, and a carriage return only before the end of a line: alone, some
/// readers take it for one.
std::size_t firstBadByte(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const std::size_t length = byte == 0 || (byte == '\r' && text.substr(i + 1, 1) != "\n") ? 0
            : byte < 0x80                    ? 1
            : byte >= 0xc2 && byte < 0xe0    ? 2
            : byte >= 0xe0 && byte < 0xf0    ? 3
            : byte >= 0xf0 && byte < 0xf5    ? 4
                                             : 0;
        if (length == 0 || i + length > text.size())
            return i;
        for (std::size_t k = 1; k < length; ++k)
            if ((static_cast<unsigned char>(text[i + k]) & 0xc0) != 0x80)
                return i;
        i += length;
    }
    return std::string_view::npos;
}

/// First word after the fence.
std::string infoOf(cmark_node* node)
{
    if (cmark_node_get_type(node) != CMARK_NODE_CODE_BLOCK)
        return {};
    const std::string info = cmark_node_get_fence_info(node);
    return info.substr(0, info.find(' '));
}

bool isDirective(const std::string& info)
{
    return info == "flow" || std::find(directiveNames().begin(), directiveNames().end(), info) != directiveNames().end();
}

class Loader {
public:
    Loader(const std::string& file, std::string_view text) : m_lines(linesOf(text)) { m_lesson.file = file; }

    tl::expected<Lesson, Diagnostics> load()
    {
        const int firstLine = frontMatter();
        pages(firstLine);
        wholeLesson();
        if (m_diagnostics.empty())
            return std::move(m_lesson);
        std::stable_sort(m_diagnostics.begin(), m_diagnostics.end(),
                         [](const Diagnostic& a, const Diagnostic& b) { return a.line < b.line; });
        return tl::unexpected(std::move(m_diagnostics));
    }

private:
    void complain(int line, const std::string& message, const std::string& hint = {})
    {
        if (m_diagnostics.size() >= LessonLimits::problems)
            return;
        Diagnostic diagnostic;
        diagnostic.file = m_lesson.file;
        diagnostic.line = line;
        diagnostic.column = 1;
        diagnostic.message = message;
        diagnostic.hint = hint;
        if (line >= 1 && std::size_t(line) <= m_lines.size()) {
            diagnostic.sourceLine = m_lines[std::size_t(line - 1)];
            diagnostic.length = int(std::max<std::size_t>(1, diagnostic.sourceLine.size()));
        }
        m_diagnostics.push_back(std::move(diagnostic));
    }

    /// Reads it and answers the line after it.
    int frontMatter()
    {
        if (m_lines.empty() || m_lines.front() != "---") {
            complain(1, "expected the front matter: a line '---', the keys id, number, title, ..., a line '---'");
            return 1;
        }
        const auto end = std::find(m_lines.begin() + 1, m_lines.end(), "---");
        if (end == m_lines.end()) {
            complain(1, "expected a line '---' that ends the front matter");
            return 1;
        }
        std::string text;
        for (auto line = m_lines.begin() + 1; line != end; ++line)
            text += *line + '\n';
        const int after = int(end - m_lines.begin()) + 2;
        YamlReader reader(m_lesson.file, m_lines, 2, "front matter", m_diagnostics);
        try {
            const auto node = reader.parse(text);
            if (node)
                header(reader, *node);
        } catch (const YAML::Exception& error) {
            reader.complain(error.mark, error.msg);
        }
        return after;
    }

    void header(YamlReader& reader, const YAML::Node& node)
    {
        const auto fields = reader.fields(
            node, {"id", "kind", "number", "title", "summary", "unit", "sources", "design", "scenario", "platform", "minutes"});
        m_lesson.id = reader.required(fields, "id", node);
        m_lesson.title = reader.required(fields, "title", node);
        m_lesson.summary = reader.required(fields, "summary", node);
        m_lesson.unit = reader.required(fields, "unit", node);
        m_lesson.design = reader.required(fields, "design", node);
        m_lesson.scenario = reader.required(fields, "scenario", node);
        if (const auto kind = reader.optional(fields, "kind"); !kind.empty()) {
            reader.mustBe(kind, {"lesson", "challenges"}, "kind", fields.at("kind"));
            m_lesson.challenges = kind == "challenges";
        }
        m_lesson.platform = reader.optional(fields, "platform");
        if (m_lesson.platform.empty())
            m_lesson.platform = "tdx";
        if (!reader.required(fields, "number", node).empty())
            m_lesson.number = reader.number(fields.at("number"), "number", 1, 999);
        if (!reader.required(fields, "minutes", node).empty())
            m_lesson.minutes = reader.number(fields.at("minutes"), "minutes", 1, 240);
        const auto sources = fields.find("sources");
        if (sources == fields.end()) {
            if (node.IsMap())
                reader.complain(node, "'sources' is missing: the mails the lesson draws on, its seed first");
            return;
        }
        if (sources->second.IsSequence() && sources->second.size() > LessonLimits::sources) {
            reader.complain(sources->second, fmt::format("a lesson draws on at most {} sources; here are {}", LessonLimits::sources,
                                                         sources->second.size()));
            return;
        }
        for (const auto& entry : YamlReader::entries(sources->second)) {
            const auto source = reader.fields(entry, {"id", "author", "date", "subject"});
            m_lesson.sources.push_back({reader.required(source, "id", entry), reader.required(source, "author", entry),
                                        reader.required(source, "date", entry), reader.required(source, "subject", entry),
                                        reader.lineOf(entry)});
        }
    }

    void pages(int firstLine)
    {
        std::string text;   // the front matter blanked out, so that cmark counts the lines of the file
        for (std::size_t i = 0; i < m_lines.size(); ++i)
            text += (int(i) + 1 < firstLine ? std::string() : m_lines[i]) + '\n';
        const MarkdownTree tree = parseMarkdown(text);
        for (auto* node = cmark_node_first_child(tree.get()); node; node = cmark_node_next(node))
            topLevel(node);
        endProse(int(m_lines.size()) + 1);
    }

    void topLevel(cmark_node* node)
    {
        const int line = cmark_node_get_start_line(node);
        const auto type = cmark_node_get_type(node);
        const auto info = infoOf(node);
        if (type == CMARK_NODE_HEADING && cmark_node_get_heading_level(node) <= 2) {
            endProse(line);
            heading(plainText(node), cmark_node_get_heading_level(node), line);
            return;
        }
        if (m_lesson.pages.empty()) {
            complain(line, "expected a page, '## Title', before this");
            return;
        }
        if (isDirective(info)) {
            endProse(line);
            directive(info, cmark_node_get_literal(node), line);
            return;
        }
        if (m_proseLine == 0)
            m_proseLine = line;
        prose(node);
    }

    void heading(const std::string& title, int level, int line)
    {
        if (level == 1) {
            if (!m_lesson.pages.empty())
                complain(line, "the heading of the lesson stands before its pages; a page is '## Title'");
            else if (title != m_lesson.title && !m_lesson.title.empty())
                complain(line, fmt::format("the heading differs from the title of the front matter, '{}'", m_lesson.title));
            return;
        }
        if (title.empty())
            complain(line, "a page needs a title");
        for (const auto& page : m_lesson.pages)
            if (page.title == title)
                complain(line, fmt::format("a page with this title stands in line {} already", page.line));
        m_lesson.pages.push_back({title, {}, {}, line});
    }

    void directive(const std::string& name, const std::string& body, int line)
    {
        if (name == "flow") {
            m_lesson.pages.back().blocks.push_back(FlowText{body, line});
            return;
        }
        YamlReader reader(m_lesson.file, m_lines, line + 1, name, m_diagnostics);
        try {
            if (auto block = readDirective(name, body, line, reader))
                m_lesson.pages.back().blocks.push_back(std::move(*block));
            else
                m_broken.insert(int(m_lesson.pages.size()) - 1);
        } catch (const YAML::Exception& error) {
            reader.complain(error.mark, error.msg);
        }
    }

    /// What prose may not hold, and which sources it names.
    void prose(cmark_node* top)
    {
        const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> walk(cmark_iter_new(top), &cmark_iter_free);
        int line = cmark_node_get_start_line(top);
        for (auto event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE; event = cmark_iter_next(walk.get())) {
            auto* node = cmark_iter_get_node(walk.get());
            if (event != CMARK_EVENT_ENTER)
                continue;
            if (const int start = cmark_node_get_start_line(node); start > 0)
                line = start;
            switch (cmark_node_get_type(node)) {
            case CMARK_NODE_CODE_BLOCK: codeBlock(node, top, line); break;
            case CMARK_NODE_HTML_BLOCK:
            case CMARK_NODE_HTML_INLINE: complain(line, "HTML has no place in a lesson; write Markdown"); break;
            case CMARK_NODE_IMAGE: complain(line, "pictures are drawn from the model; there are none in the prose"); break;
            case CMARK_NODE_LINK: link(cmark_node_get_url(node), line); break;
            default: break;
            }
        }
    }

    void codeBlock(cmark_node* node, cmark_node* top, int line)
    {
        static const std::vector<std::string> plain{"", "text", "c", "console"};
        const auto info = infoOf(node);
        if (isDirective(info) && node != top)
            complain(line,
                     fmt::format("the directive '{}' stands inside a list or quotation; it has to stand by itself", info));
        else if (!isDirective(info) && std::find(plain.begin(), plain.end(), info) == plain.end())
            complain(line, fmt::format("unknown directive '{}'", info), [&] {
                auto hint = meant(info, directiveNames());
                return hint.empty() ? "directives: " + oneOf(directiveNames()) : hint;
            }());
    }

    void link(const std::string& url, int line)
    {
        constexpr std::string_view scheme = "source:";
        if (url.starts_with("https://"))
            return;
        if (!url.starts_with(scheme)) {
            complain(line, fmt::format("expected a link to a source (source:id) or to https://, found '{}'", url));
            return;
        }
        const auto id = url.substr(scheme.size());
        if (!m_lesson.source(id) && m_diagnostics.size() < LessonLimits::problems) {
            std::vector<std::string> ids;
            for (const auto& source : m_lesson.sources)
                ids.push_back(source.id);
            complain(line, fmt::format("the front matter has no source '{}'", id), meant(id, ids));
        }
        auto& used = m_lesson.pages.back().sources;
        if (std::find(used.begin(), used.end(), id) == used.end())
            used.push_back(id);
    }

    /// Keeps the prose that began at m_proseLine and ends before `line`.
    void endProse(int line)
    {
        if (m_proseLine == 0)
            return;
        std::string markdown;
        for (int i = m_proseLine; i < line && std::size_t(i) <= m_lines.size(); ++i)
            markdown += m_lines[std::size_t(i - 1)] + '\n';
        for (const auto& placeholder : placeholdersIn(markdown))
            if (!placeholder.error.empty())
                complain(m_proseLine + placeholder.line, placeholder.error);
        m_lesson.pages.back().blocks.push_back(Prose{trimmed(markdown), m_proseLine});
        m_proseLine = 0;
    }

    void wholeLesson()
    {
        std::set<std::string> sources;
        for (const auto& source : m_lesson.sources)
            if (!source.id.empty() && !sources.insert(source.id).second)
                complain(source.line, fmt::format("a second source is called '{}'", source.id));
        if (m_lesson.pages.empty())
            complain(std::max(1, int(m_lines.size())), "the lesson has no page: expected '## Title'");
        std::size_t blocks = 0;
        std::set<std::string> ids;
        std::vector<std::string> drives;
        for (std::size_t i = 0; i < m_lesson.pages.size(); ++i) {
            const auto& page = m_lesson.pages[i];
            blocks += page.blocks.size();
            if (std::none_of(page.blocks.begin(), page.blocks.end(), isAct) && !m_broken.contains(int(i)))
                complain(
                    page.line,
                    fmt::format(
                        "the page '{}' has nothing to do: every page ends in an act (watch, predict, drive, replay, check, order, repair, compare or explain)",
                        page.title));
            for (const auto& block : page.blocks) {
                const auto* drive = std::get_if<Drive>(&block);
                const auto* replay = std::get_if<Replay>(&block);
                if (const auto id = idOf(block); !id.empty() && !ids.insert(id).second)
                    complain(lineOf(block), fmt::format("{}: a second act has the id '{}'", directiveName(block), id));
                if (drive)
                    drives.push_back(drive->id);
                if (replay && !replay->schedule.empty()
                    && std::find(drives.begin(), drives.end(), replay->schedule) == drives.end())
                    complain(replay->line, fmt::format("replay: no drive before this one has the id '{}'", replay->schedule),
                             meant(replay->schedule, drives));
            }
        }
        if (m_lesson.challenges)
            for (std::size_t i = 0; i < m_lesson.pages.size(); ++i)
                if (!m_broken.contains(int(i)))
                    challenge(m_lesson.pages[i]);
        if (m_lesson.pages.size() > LessonLimits::pages)
            complain(m_lesson.pages[LessonLimits::pages].line,
                     fmt::format("a lesson has at most {} pages", LessonLimits::pages));
        if (blocks > LessonLimits::blocks)
            complain(1,
                     fmt::format("a lesson has at most {} blocks of prose and directives, this one has {}",
                                 LessonLimits::blocks, blocks));
    }

    /// A challenge is one act that tells how well it can be done.
    void challenge(const Page& page)
    {
        int acts = 0;
        for (const auto& block : page.blocks) {
            acts += isAct(block) ? 1 : 0;
            const auto* drive = std::get_if<Drive>(&block);
            const auto* order = std::get_if<Order>(&block);
            const auto* repair = std::get_if<Repair>(&block);
            if (isAct(block) && !drive && !order && !repair)
                complain(lineOf(block), fmt::format("{}: the act of a challenge is a drive, an order or a repair", directiveName(block)));
            if (drive && drive->par == 0)
                complain(drive->line, "drive: 'par' is missing: how many steps the shortest way of this challenge has");
            if (const auto better = drive ? drive->better : order ? order->better : repair ? repair->better : "none"; better.empty())
                complain(lineOf(block), fmt::format("{}: 'better' is missing: what a better answer to this challenge is", directiveName(block)));
        }
        if (acts > 1)
            complain(page.line, fmt::format("a challenge is one act, the page '{}' has {}", page.title, acts));
    }

    std::vector<std::string> m_lines;
    Lesson m_lesson;
    Diagnostics m_diagnostics;
    std::set<int> m_broken;   ///< pages with a directive that could not be read; it may have been the act
    int m_proseLine = 0;   ///< where the prose being gathered began; 0 when there is none
};

Diagnostics wholeFile(const std::string& file, const std::string& message)
{
    Diagnostic diagnostic;
    diagnostic.file = file;
    diagnostic.message = message;
    return {diagnostic};
}

} // namespace

tl::expected<Lesson, Diagnostics> loadLesson(const std::string& file, std::string_view text)
{
    if (text.size() > LessonLimits::bytes)
        return tl::unexpected(
            wholeFile(file, fmt::format("a lesson has at most {} KiB, this file has {} bytes", LessonLimits::bytes >> 10, text.size())));
    if (const auto bad = firstBadByte(text); bad != std::string_view::npos)
        return tl::unexpected(wholeFile(file, text[bad] == '\r' ? fmt::format("a carriage return that ends no line (byte {})", bad)
                                                                : fmt::format("this is not UTF-8 text (byte {})", bad)));
    return Loader(file, text).load();
}

} // namespace bindlab
