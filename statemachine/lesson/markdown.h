#pragma once

#include <cmark.h>

#include <memory>
#include <string>
#include <string_view>

namespace bindlab {

using MarkdownTree = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;

[[nodiscard]] MarkdownTree parseMarkdown(std::string_view text);

/// Calls `enter(node)` for every node and, for one that can hold others, `leave(node)` after those.
template <typename Enter, typename Leave>
void walkMarkdown(cmark_node* root, Enter enter, Leave leave)
{
    const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> iter(cmark_iter_new(root), &cmark_iter_free);
    for (cmark_event_type event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE; event = cmark_iter_next(iter.get())) {
        if (event == CMARK_EVENT_ENTER)
            enter(cmark_iter_get_node(iter.get()));
        else
            leave(cmark_iter_get_node(iter.get()));
    }
}

/// The words of a heading or paragraph, without marks.
[[nodiscard]] std::string plainText(cmark_node* node);

} // namespace bindlab
