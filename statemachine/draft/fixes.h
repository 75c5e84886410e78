#pragma once

#include "checker/checker.h"
#include "draft/own_lines.h"
#include "flow/diagnostic.h"
#include "world/step.h"

#include <string>
#include <string_view>
#include <vector>

namespace bindlab {

/// A change that would mend what is wrong: what it does, and the whole text with it done.
struct Fix {
    std::string title;   ///< "take idev.igroup.lock before line 18"
    std::string text;
    bool operator==(const Fix&) const = default;
};

/// What is plain enough to be offered for a complaint about a text: a name that was meant, a semicolon that is missing, a patch
/// that another one needs or contradicts. `design` is the text's own.
[[nodiscard]] std::vector<Fix> fixesFor(const Diagnostic& diagnostic, std::string_view text, const std::string& design);

/// A text that was compiled, for changes of its flows.
struct CompiledDraft {
    std::string file;
    std::string text;
    const Library* flows = nullptr;
    const Model* model = nullptr;
    OwnLines own;         ///< design empty: the text stands alone
};

/// What is plain for a finding, whose run ends with `last`: hold the lock that a field is guarded by, release one that is carried
/// back to user space. Whether it helps is for a check to say.
[[nodiscard]] std::vector<Fix> fixesFor(const Violation& violation, const StepRecord& last, const CompiledDraft& draft);

} // namespace bindlab
