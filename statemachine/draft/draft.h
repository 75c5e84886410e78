#pragma once

#include "checker/checker.h"
#include "draft/fixes.h"
#include "draft/outline.h"
#include "flow/library.h"

#include <memory>
#include <string>
#include <vector>

namespace bindlab {

/// A flow text that somebody writes, and what is to be run of it.
struct Draft {
    std::string file;       ///< its name in messages: "mine.flow"
    std::string text;
    Selection selection;    ///< an empty design or scenario: the text's own first one
};

/// What can be said of a draft without running it.
struct ReadDraft {
    std::shared_ptr<const Library> flows;   ///< the text alone, or the shipped flows and the text; never null
    bool alone = false;                       ///< it needs nothing of TSM
    Selection selection;                      ///< with its own design and scenario filled in
    std::vector<Declaration> outline;
    std::shared_ptr<const Model> model;       ///< null when it does not compile
    Diagnostics problems;
};
[[nodiscard]] ReadDraft readDraft(const Draft& draft, const Library& shipped);

/// Something wrong with a draft, where it is, and what would mend it.
struct DraftProblem {
    enum class Kind : std::uint8_t { Error, Finding, Warning } kind = Kind::Error;
    std::string message;
    std::string file;       ///< of the line; the draft's own or a shipped one, or empty
    int line = 0;           ///< in that file, from 1; 0: nowhere in particular
    int column = 0;         ///< from 1, in bytes; 0: the whole line
    int length = 0;
    std::string flow;       ///< a finding's flow, and the line in it
    int flowLine = 0;
    int violation = -1;     ///< of the check's result
    int steps = 0;          ///< length of its run
    PropertyInfo rule;      ///< that a finding breaks
    std::vector<Fix> fixes;
    bool operator==(const DraftProblem&) const = default;
};
/// Complaints about the text.
[[nodiscard]] std::vector<DraftProblem> problemsOf(const Draft& draft, const ReadDraft& read);
/// What a check of its model found, one a property and failure, those told first in front; then its warnings.
[[nodiscard]] std::vector<DraftProblem> problemsOf(const Draft& draft, const ReadDraft& read, const CheckResult& result);

} // namespace bindlab
