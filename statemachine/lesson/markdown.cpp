#include "lesson/markdown.h"

namespace bindlab {

MarkdownTree parseMarkdown(std::string_view text)
{
    return {cmark_parse_document(text.data(), text.size(), CMARK_OPT_DEFAULT), &cmark_node_free};
}

std::string plainText(cmark_node* node)
{
    std::string text;
    for (auto* inner = cmark_node_first_child(node); inner; inner = cmark_node_next(inner)) {
        switch (cmark_node_get_type(inner)) {
        case CMARK_NODE_TEXT:
        case CMARK_NODE_CODE: text += cmark_node_get_literal(inner); break;
        case CMARK_NODE_SOFTBREAK:
        case CMARK_NODE_LINEBREAK: text += ' '; break;
        default: text += plainText(inner); break;
        }
    }
    return text;
}

} // namespace bindlab
