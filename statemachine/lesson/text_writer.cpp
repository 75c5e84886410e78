#include "lesson/text_writer.h"

#include "lesson/markdown.h"
#include "report/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace bindlab {

void TextWriter::paragraph(const std::string& text, int indent, const std::string& mark)
{
    const int inset = indent + columnsOf(mark);
    bool first = true;
    for (const auto& line : wrapped(text, std::max(20, m_columns - inset))) {
        m_out << std::string(std::size_t(indent), ' ') << (first ? mark : std::string(std::size_t(columnsOf(mark)), ' '))
              << line << "\n";
        first = false;
    }
}

void TextWriter::markdown(const std::string& text, int indent, const std::string& mark)
{
    const MarkdownTree tree = parseMarkdown(text);
    blocks(tree.get(), indent, mark, false);
}

void TextWriter::blocks(cmark_node* parent, int indent, const std::string& mark, bool tight)
{
    bool first = true;
    for (auto* node = cmark_node_first_child(parent); node; node = cmark_node_next(node)) {
        if (!first && !tight)
            m_out << "\n";
        const auto own = first ? mark : std::string(mark.size(), ' ');
        const int inset = indent + int(mark.size());
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_PARAGRAPH:
        case CMARK_NODE_HEADING: paragraph(plainText(node), indent, own); break;
        case CMARK_NODE_CODE_BLOCK: code(cmark_node_get_literal(node), inset + 4); break;
        case CMARK_NODE_LIST: {
            int number = std::max(1, cmark_node_get_list_start(node));
            for (auto* item = cmark_node_first_child(node); item; item = cmark_node_next(item))
                blocks(item, inset,
                       cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? fmt::format("{}. ", number++) : "- ",
                       true);
            break;
        }
        default: blocks(node, inset + 2, {}, false); break;
        }
        first = false;
    }
}

void TextWriter::code(std::string_view text, int indent)
{
    constexpr int further = 8;
    while (!text.empty()) {
        const auto end = text.find('\n');
        const auto line = text.substr(0, end);
        const auto inset = line.find_first_not_of(' ');
        if (indent + columnsOf(std::string(line)) <= m_columns || inset == std::string_view::npos) {
            m_out << std::string(std::size_t(indent), ' ') << line << "\n";
        } else {
            int more = 0;
            for (const auto& part : wrapped(std::string(line.substr(inset)), std::max(20, m_columns - indent - int(inset) - further))) {
                m_out << std::string(std::size_t(indent) + inset + std::size_t(more), ' ') << part << "\n";
                more = further;
            }
        }
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
}

} // namespace bindlab
