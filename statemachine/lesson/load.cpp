#include "lesson/directives.h"
#include "lesson/front_matter.h"
#include "lesson/lesson.h"
#include "lesson/lesson_lines.h"
#include "lesson/markdown.h"
#include "lesson/placeholders.h"
#include "lesson/whole_lesson.h"
#include "lesson/yaml_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace bindlab {

namespace {

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
    Loader(const std::string& file, std::string_view text) : m_lines(file, text) { m_lesson.file = file; }

    tl::expected<Lesson, Diagnostics> load()
    {
        const int firstLine = readFrontMatter(m_lines, m_lesson);
        pages(firstLine);
        judgeWhole(m_lesson, m_broken, m_lines);
        if (m_lines.diagnostics.empty())
            return std::move(m_lesson);
        std::stable_sort(m_lines.diagnostics.begin(), m_lines.diagnostics.end(),
                         [](const Diagnostic& a, const Diagnostic& b) { return a.line < b.line; });
        return tl::unexpected(std::move(m_lines.diagnostics));
    }

private:
    void pages(int firstLine)
    {
        std::string text;   // the front matter blanked out, so that cmark counts the lines of the file
        for (std::size_t i = 0; i < m_lines.lines.size(); ++i)
            text += (int(i) + 1 < firstLine ? std::string() : m_lines.lines[i]) + '\n';
        const MarkdownTree tree = parseMarkdown(text);
        for (auto* node = cmark_node_first_child(tree.get()); node; node = cmark_node_next(node))
            topLevel(node);
        endProse(int(m_lines.lines.size()) + 1);
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
            m_lines.complain(line, "expected a page, '## Title', before this");
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
                m_lines.complain(line, "the heading of the lesson stands before its pages; a page is '## Title'");
            else if (title != m_lesson.title && !m_lesson.title.empty())
                m_lines.complain(line, fmt::format("the heading differs from the title of the front matter, '{}'", m_lesson.title));
            return;
        }
        if (title.empty())
            m_lines.complain(line, "a page needs a title");
        for (const auto& page : m_lesson.pages)
            if (page.title == title)
                m_lines.complain(line, fmt::format("a page with this title stands in line {} already", page.line));
        m_lesson.pages.push_back({title, {}, {}, line});
    }

    void directive(const std::string& name, const std::string& body, int line)
    {
        if (name == "flow") {
            m_lesson.pages.back().blocks.push_back(FlowText{body, line});
            return;
        }
        YamlReader reader(m_lines.file, m_lines.lines, line + 1, name, m_lines.diagnostics);
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
        int line = cmark_node_get_start_line(top);
        const auto enter = [&](cmark_node* node) {
            if (const int start = cmark_node_get_start_line(node); start > 0)
                line = start;
            switch (cmark_node_get_type(node)) {
            case CMARK_NODE_CODE_BLOCK: codeBlock(node, top, line); break;
            case CMARK_NODE_HTML_BLOCK:
            case CMARK_NODE_HTML_INLINE: m_lines.complain(line, "HTML has no place in a lesson; write Markdown"); break;
            case CMARK_NODE_IMAGE: m_lines.complain(line, "pictures are drawn from the model; there are none in the prose"); break;
            case CMARK_NODE_LINK: link(cmark_node_get_url(node), line); break;
            default: break;
            }
        };
        walkMarkdown(top, enter, [](cmark_node*) {});
    }

    void codeBlock(cmark_node* node, cmark_node* top, int line)
    {
        static const std::vector<std::string> plain{"", "text", "c", "console"};
        const auto info = infoOf(node);
        if (isDirective(info) && node != top)
            m_lines.complain(line, fmt::format("the directive '{}' stands inside a list or quotation; it has to stand by itself", info));
        else if (!isDirective(info) && std::find(plain.begin(), plain.end(), info) == plain.end())
            m_lines.complain(line, fmt::format("unknown directive '{}'", info), [&] {
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
            m_lines.complain(line, fmt::format("expected a link to a source (source:id) or to https://, found '{}'", url));
            return;
        }
        const auto id = url.substr(scheme.size());
        if (!m_lesson.source(id) && m_lines.diagnostics.size() < LessonLimits::problems) {
            std::vector<std::string> ids;
            for (const auto& source : m_lesson.sources)
                ids.push_back(source.id);
            m_lines.complain(line, fmt::format("the front matter has no source '{}'", id), meant(id, ids));
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
        for (int i = m_proseLine; i < line && std::size_t(i) <= m_lines.lines.size(); ++i)
            markdown += m_lines.lines[std::size_t(i - 1)] + '\n';
        for (const auto& placeholder : placeholdersIn(markdown))
            if (!placeholder.error.empty())
                m_lines.complain(m_proseLine + placeholder.line, placeholder.error);
        m_lesson.pages.back().blocks.push_back(Prose{trimmed(markdown), m_proseLine});
        m_proseLine = 0;
    }

    LessonLines m_lines;
    Lesson m_lesson;
    std::set<int> m_broken;   ///< pages with a directive that could not be read
    int m_proseLine = 0;      ///< where the prose being gathered began; 0 when there is none
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
