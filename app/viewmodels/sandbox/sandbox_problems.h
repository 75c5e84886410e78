#pragma once

#include "editor_text.h"
#include "sandbox_rows.h"
#include "viewmodels/workbench/workbench_rows.h"

#include "draft/draft.h"

#include <QString>

#include <vector>

namespace bindlab {

/// Where the problems of a draft are to be seen in the tab that is shown.

struct ShownTab {
    QString file;                   ///< of the draft
    QString flow;                   ///< of the kernel, that the tab shows; empty: the draft itself
    QString text;
    const Model* model = nullptr;   ///< of the draft; null when it does not compile
};

/// 0: it is elsewhere, or nowhere in particular.
[[nodiscard]] int lineOf(const DraftProblem& problem, const ShownTab& tab);
/// `current` is the problem that is chosen; -1: none.
[[nodiscard]] std::vector<ProblemRow> problemRows(const std::vector<DraftProblem>& problems, int current, const ShownTab& tab);
[[nodiscard]] std::vector<LineMark> lineMarks(const std::vector<DraftProblem>& problems, const ShownTab& tab);
/// Who calls the flow that is shown, or each flow of the draft. The tab's model must be there.
[[nodiscard]] std::vector<LineNote> callerNotes(const std::vector<Declaration>& outline, const ShownTab& tab);
[[nodiscard]] std::vector<NamedRow> fixRows(const DraftProblem& problem);

} // namespace bindlab
