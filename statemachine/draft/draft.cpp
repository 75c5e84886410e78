#include "draft/draft.h"

#include "flow/program.h"
#include "world/run.h"

#include <algorithm>

namespace bindlab {

ReadDraft readDraft(const Draft& draft, const Library& shipped)
{
    ReadDraft read;
    read.outline = outlineOf(draft.text);
    Library alone;
    alone.add(draft.file, draft.text);
    const auto has = [&](std::string_view word) { return std::ranges::any_of(read.outline, [&](const Declaration& one) { return one.word == word; }); };
    read.alone = draft.selection.design.empty() && !has("design") && (has("scenario") || !has("patch"));
    if (read.alone) {
        read.flows = std::make_shared<const Library>(std::move(alone));
    } else {
        auto both = std::make_shared<Library>(shipped);
        both->add(draft.file, draft.text);
        read.flows = std::move(both);
    }
    read.selection = draft.selection;
    const auto firstOwn = [&](std::string_view word) {
        const auto found = std::ranges::find(read.outline, word, &Declaration::word);
        return found == read.outline.end() ? std::string() : found->name;
    };
    if (read.selection.design.empty())
        read.selection.design = firstOwn("design");
    if (read.selection.scenario.empty() || (read.alone && findDeclaration(read.outline, "scenario", read.selection.scenario) == nullptr))
        read.selection.scenario = firstOwn("scenario");
    const auto model = read.flows->compile(read.selection);
    if (!model)
        read.problems = model.error();
    else if (const std::string why = startProblem(**model); !why.empty())
        read.problems.push_back({draft.file, 0, 0, 1, why, {}, {}});
    else
        read.model = *model;
    return read;
}

std::vector<DraftProblem> problemsOf(const Draft& draft, const ReadDraft& read)
{
    std::vector<DraftProblem> problems;
    for (const Diagnostic& diagnostic : read.problems) {
        DraftProblem problem;
        problem.message = diagnostic.message + (diagnostic.hint.empty() ? "" : "; " + diagnostic.hint);
        problem.file = diagnostic.file;
        problem.line = diagnostic.line;
        problem.column = diagnostic.column;
        problem.length = diagnostic.length;
        if (diagnostic.file.empty() || diagnostic.file == draft.file)
            problem.fixes = fixesFor(diagnostic, draft.text, read.selection.design);
        problems.push_back(std::move(problem));
    }
    return problems;
}

std::vector<DraftProblem> problemsOf(const Draft& draft, const ReadDraft& read, const CheckResult& result)
{
    std::vector<int> order(result.violations.size());
    for (int i = 0; i < int(order.size()); ++i)
        order[std::size_t(i)] = i;
    std::ranges::stable_sort(order, [&](int a, int b) { return isToldBefore(result.violations[std::size_t(a)], result.violations[std::size_t(b)]); });
    const CompiledDraft compiled{draft.file, draft.text, read.flows.get(), read.model.get(), OwnLines{read.selection.design}};
    std::vector<DraftProblem> problems;
    for (const int index : order) {
        const Violation& violation = result.violations[std::size_t(index)];
        DraftProblem problem;
        problem.kind = DraftProblem::Kind::Finding;
        problem.message = violation.message;
        problem.violation = index;
        problem.steps = int(violation.steps.size());
        problem.rule = *std::ranges::find(read.model->properties, violation.property, &PropertyInfo::id);
        if (const auto run = replay(read.model, violation.steps); run && run->length() > 0) {
            const StepRecord& last = run->record(run->length() - 1);
            problem.file = last.file;
            problem.line = last.fileLine;
            problem.flow = last.flow;
            problem.flowLine = last.line;
            problem.fixes = fixesFor(violation, last, compiled);
        }
        problems.push_back(std::move(problem));
    }
    for (const std::string& warning : result.warnings) {
        DraftProblem problem;
        problem.kind = DraftProblem::Kind::Warning;
        problem.message = warning;
        problems.push_back(std::move(problem));
    }
    return problems;
}

} // namespace bindlab
