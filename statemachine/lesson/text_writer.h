#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

struct cmark_node;

namespace bindlab {

/// Writes prose in lines of at most so many columns.
class TextWriter {
public:
    TextWriter(std::ostream& out, int columns) : m_out(out), m_columns(columns) {}

    /// `mark` stands before its first line, the others begin under what follows it.
    void paragraph(const std::string& text, int indent, const std::string& mark);
    /// Markdown without its marks.
    void markdown(const std::string& text, int indent, const std::string& mark = {});
    /// As it stands; a line that is too long goes on further in.
    void code(std::string_view text, int indent);

private:
    /// `tight`: no blank line between the blocks, as in a list.
    void blocks(cmark_node* parent, int indent, const std::string& mark, bool tight);

    std::ostream& m_out;
    int m_columns;
};

} // namespace bindlab
