#include "sandbox_problems.h"

#include "sandbox_lists.h"
#include "sandbox_words.h"
#include "viewmodels/shared/plain_text.h"

#include "draft/callers.h"
#include "draft/lines.h"
#include "flow/program.h"
#include "report/source.h"

#include <QStringList>

#include <algorithm>
#include <string_view>

namespace bindlab {

namespace {

/// Where the shown flow has a line of the draft.
int lineInFlow(const DraftProblem& problem, const ShownTab& tab) {
    const auto view = std::ranges::find(tab.model->flows, tab.flow.toStdString(), &FlowView::name);
    if (view == tab.model->flows.end())
        return 0;
    const auto line = std::ranges::find_if(view->lines, [&](const CodeLineView& code) { return code.file == problem.file && code.fileLine == problem.line; });
    return line == view->lines.end() ? 0 : line->number;
}

/// "called from vfio_pci_ioctl_tsm_unbind, T1"
QString callersText(const Callers& callers) {
    QStringList names;
    for (const auto* all : {&callers.flows, &callers.threads})
        for (const std::string& name : *all)
            names.append(text(name));
    if (!names.isEmpty())
        return SandboxWords::tr("called from %1").arg(names.join(QStringLiteral(", ")));
    return SandboxWords::tr("called on the way to the start");
}

/// "I3, always: no access to a freed object" and its source on a line of its own
QString ruleText(const PropertyInfo& rule) {
    if (rule.id.empty())
        return {};
    const std::string source = sourceAsText(rule.source);
    const QString words = SandboxWords::tr("%1, %2: %3").arg(text(rule.id), text(rule.when), text(rule.title));
    return source.empty() ? words : words + QLatin1Char('\n') + text(source);
}

/// In letters, from 1; the model counts columns in bytes.
int columnIn(const std::vector<std::string>& lines, const DraftProblem& problem) {
    const std::string& line = lines[std::min(std::size_t(problem.line), lines.size()) - 1];
    return int(text(std::string_view(line).substr(0, std::min(line.size(), std::size_t(problem.column) - 1))).size()) + 1;
}

} // namespace

int lineOf(const DraftProblem& problem, const ShownTab& tab) {
    const bool isInDraft = text(problem.file) == tab.file;
    if (tab.flow.isEmpty())
        return isInDraft || problem.file.empty() ? problem.line : 0;
    if (problem.flow == tab.flow.toStdString())
        return problem.flowLine;
    return isInDraft && tab.model ? lineInFlow(problem, tab) : 0;
}

std::vector<ProblemRow> problemRows(const std::vector<DraftProblem>& problems, int current, const ShownTab& tab) {
    std::vector<ProblemRow> rows;
    for (const DraftProblem& problem : problems) {
        const bool isCurrent = int(rows.size()) == current;
        rows.push_back({int(problem.kind), text(problem.message), whereText(problem), ruleText(problem.rule), lineOf(problem, tab), problem.steps, int(problem.fixes.size()), isCurrent});
    }
    return rows;
}

std::vector<LineMark> lineMarks(const std::vector<DraftProblem>& problems, const ShownTab& tab) {
    const std::vector<std::string> lines = linesOf(tab.text.toStdString());
    std::vector<LineMark> marks;
    for (const DraftProblem& problem : problems) {
        const int line = lineOf(problem, tab);
        if (line <= 0)
            continue;
        const bool isExact = problem.column > 0 && tab.flow.isEmpty();
        marks.push_back({line, isExact ? columnIn(lines, problem) : 0, isExact ? std::max(1, problem.length) : 0, problem.kind, text(problem.message)});
    }
    return marks;
}

std::vector<LineNote> callerNotes(const std::vector<Declaration>& outline, const ShownTab& tab) {
    std::vector<LineNote> notes;
    const auto callers = callersIn(*tab.model);
    const auto add = [&](int line, const std::string& flow) {
        if (const auto found = callers.find(flow); found != callers.end())
            notes.push_back({line, callersText(found->second)});
    };
    if (!tab.flow.isEmpty())
        add(1, tab.flow.toStdString());
    else
        for (const Declaration& one : outline)
            if (one.word == "flow")
                add(one.firstLine, one.name);
    return notes;
}

std::vector<NamedRow> fixRows(const DraftProblem& problem) {
    std::vector<NamedRow> rows;
    for (const Fix& fix : problem.fixes)
        rows.push_back({text(fix.title), withCapital(text(fix.title)), {}, false});
    return rows;
}

} // namespace bindlab
