#pragma once

#include <QString>

#include <string_view>

namespace bindlab {

/// A lesson's Markdown as the rich text that QML's Text understands. No colour and no font is in it: code, the names of
/// threads and links carry the classes `c`, `t1` .. `t9` and `a`, and the view brings the style sheet.
[[nodiscard]] QString proseHtml(std::string_view markdown);

/// The same without any mark, for screen readers and tests.
[[nodiscard]] QString proseText(std::string_view markdown);

} // namespace bindlab
