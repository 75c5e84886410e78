#pragma once

#include "flow/library.h"

#include <string>
#include <string_view>
#include <vector>

namespace bindlab {

/// A name that may stand at a place of a text.
struct Completion {
    std::string name;
    std::string what;     ///< "flow", "field of Idev", "patch", "local"
    bool operator==(const Completion&) const = default;
};

struct Completions {
    int begin = 0;        ///< column (from 1, in bytes) at which the name begins that is being typed
    std::vector<Completion> names;   ///< those that begin so, best first; at most `most`
    static constexpr std::size_t most = 50;
};

/// What may be meant at a line and column (from 1, in bytes) of a text; `library` is what is known besides, the text itself included.
[[nodiscard]] Completions completionsAt(const Library& library, std::string_view text, int line, int column);

} // namespace bindlab
