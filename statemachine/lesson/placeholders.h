#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bindlab {

/// A place in prose that a checker result fills: {check.D3a.S3.I3.length}.
struct Placeholder {
    std::size_t begin = 0;   ///< offset of '{'
    std::size_t end = 0;     ///< one past '}'
    int line = 0;            ///< from 0, within the text
    std::string design;
    std::string scenario;
    std::string property;    ///< empty where the whole check is meant
    std::string figure;      ///< "states", "length", ...
    std::string error;       ///< why it is not one, in words; empty when it is
};

/// Every `{check. ...}` of the text, in order. Other braces are prose.
[[nodiscard]] std::vector<Placeholder> placeholdersIn(std::string_view markdown);

} // namespace bindlab
