#pragma once

#include <cmark.h>

#include <memory>
#include <string>
#include <string_view>

namespace bindlab {

using MarkdownTree = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;

[[nodiscard]] MarkdownTree parseMarkdown(std::string_view text);

/// The words of a heading or paragraph, without marks.
[[nodiscard]] std::string plainText(cmark_node* node);

} // namespace bindlab
