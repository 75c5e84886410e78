#pragma once

#include <QString>

#include <string_view>

namespace bindlab {

/// A lesson's Markdown as the rich text that QML's Text understands. No colour and no font is in it: code, the names of
/// threads, links and terms of the glossary carry the classes `c`, `t1` .. `t9`, `a` and `g`, and the view brings the style sheet.
/// A term is a link to "term:" and what it means, percent-encoded; not where the text is a button, which would lose its clicks to links.
enum class Terms { Linked, Plain };

[[nodiscard]] QString proseHtml(std::string_view markdown, Terms terms = Terms::Linked);

/// The same without any mark, for screen readers and tests.
[[nodiscard]] QString proseText(std::string_view markdown);

} // namespace bindlab
