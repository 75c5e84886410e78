#pragma once

#include "flow/diagnostic.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace bindlab {

/// One file as it was read; tokens point into it for messages and for the code panel.
struct SourceFile {
    std::string name;
    std::vector<std::string> lines;
};

struct Token {
    enum class Kind { Identifier, Number, String, Punctuation, End };
    Kind kind = Kind::End;
    std::string text;               ///< without the quotes for a string
    std::shared_ptr<const SourceFile> file;
    int line = 0;                   ///< from 1
    int column = 0;                 ///< from 1
    int length = 1;

    [[nodiscard]] bool is(std::string_view word) const { return kind != Kind::String && text == word; }
    [[nodiscard]] bool isName() const { return kind == Kind::Identifier; }
};

/// Cuts a file into tokens; `//` and `/* */` are skipped. Never fails: what it cannot read becomes a diagnostic.
[[nodiscard]] std::vector<Token> tokenize(const std::shared_ptr<const SourceFile>& file, Diagnostics& problems);
[[nodiscard]] std::shared_ptr<const SourceFile> makeSourceFile(const std::string& name, std::string_view text);
/// A complaint about the place of `token`.
[[nodiscard]] Diagnostic complain(const Token& token, std::string message, std::string hint = {});

/// One line of a named block, the unit that patches add and take.
struct BlockLine {
    std::vector<Token> tokens;
    std::string patch;   ///< the patch that added it, or empty
    int shift = 0;       ///< how far its indentation is off from that of the block it was added to

    [[nodiscard]] bool sameWords(const BlockLine& other) const;
};

/// Tokens regrouped by the line they stand on.
[[nodiscard]] std::vector<BlockLine> byLine(const std::vector<Token>& tokens);

} // namespace bindlab
