#include "sandbox_lists.h"

#include "sandbox_words.h"
#include "viewmodels/shared/named_rows.h"
#include "viewmodels/shared/plain_text.h"

#include "draft/design_text.h"
#include "draft/templates.h"
#include "flow/ast.h"
#include "flow/program.h"

#include <algorithm>

namespace bindlab {

namespace {

int problemsOn(const std::vector<DraftProblem>& problems, const QString& file, int first, int last) {
    return int(std::ranges::count_if(problems, [&](const DraftProblem& problem) {
        return problem.kind != DraftProblem::Kind::Warning && text(problem.file) == file && problem.line >= first && problem.line <= last;
    }));
}

/// Bases that a base is made from, itself first.
std::vector<std::string> basesOf(const Library::Parts& parts, std::string base) {
    std::vector<std::string> chain;
    while (!base.empty() && std::ranges::find(chain, base) == chain.end()) {
        chain.push_back(base);
        const auto found = std::ranges::find(parts.bases, base, &ast::Named::id);
        base = found == parts.bases.end() ? std::string() : found->from;
    }
    return chain;
}

bool fits(const ast::Patch& patch, const std::vector<std::string>& bases) {
    return patch.bases.empty() || std::ranges::any_of(patch.bases, [&](const std::string& base) {
        const auto at = std::ranges::find(bases, base);
        return at != bases.end() && (at == bases.begin() || !patch.exactBase);
    });
}

} // namespace

std::vector<OutlineRow> outlineRows(const ReadDraft& read, const std::vector<DraftProblem>& problems, const QString& file) {
    std::vector<OutlineRow> rows;
    for (const Declaration& one : read.outline)
        rows.push_back({text(one.word == "in" ? "hunk" : one.word), text(one.name), one.firstLine, one.depth,
                        problemsOn(problems, file, one.firstLine, one.lastLine), false});
    return rows;
}

std::vector<OutlineRow> kernelFlowRows(const ReadDraft& read, const std::vector<DraftProblem>& problems, const QString& file) {
    std::vector<OutlineRow> rows;
    if (!read.model || read.alone)
        return rows;
    for (const FlowView& flow : read.model->flows) {
        const bool isOwn = !flow.lines.empty() && std::ranges::all_of(flow.lines, [&](const CodeLineView& line) { return text(line.file) == file; });
        if (isOwn)
            continue;
        const int found = int(std::ranges::count_if(problems, [&](const DraftProblem& p) {
            return p.kind == DraftProblem::Kind::Finding && p.flow == flow.name;
        }));
        const bool changed = std::ranges::any_of(flow.lines, [&](const CodeLineView& line) { return text(line.file) == file; });
        rows.push_back({QStringLiteral("flow"), text(flow.name), 0, 0, found, changed});
    }
    std::ranges::stable_sort(rows, [](const OutlineRow& one, const OutlineRow& other) {
        return std::pair(!one.changed, one.problems == 0) < std::pair(!other.changed, other.problems == 0);
    });
    return rows;
}

std::vector<PatchRow> patchRows(const ReadDraft& read, const QString& textOfDraft) {
    std::vector<PatchRow> rows;
    const Library::Parts& parts = read.flows->parts();
    const auto design = std::ranges::find(parts.designs, read.selection.design, &ast::Design::id);
    if (design == parts.designs.end())
        return rows;
    const auto bases = basesOf(parts, design->base.text);
    const auto picked = pickedIn(textOfDraft.toStdString(), design->id);
    for (const ast::Patch& patch : parts.patches) {
        const bool isPicked = std::ranges::find(picked, patch.id) != picked.end();
        if (!isPicked && !fits(patch, bases))
            continue;
        const auto choice = std::ranges::find(parts.choices, patch.choice, &ast::Named::id);
        rows.push_back({text(patch.id), text(patch.title),
                        patch.mutation ? SandboxWords::tr("Known mistakes") : choice == parts.choices.end() ? SandboxWords::tr("Further patches") : text(choice->title),
                        isPicked, patch.mutation});
    }
    // Those that answer one question stand together, in the order of the files; mistakes come last.
    std::vector<QString> order;
    for (const PatchRow& row : rows)
        if (std::ranges::find(order, row.group) == order.end())
            order.push_back(row.group);
    std::ranges::stable_sort(rows, {}, [&](const PatchRow& row) { return std::pair(row.mutation, std::ranges::find(order, row.group) - order.begin()); });
    return rows;
}

std::vector<NamedRow> sourceRows(const ReadDraft& read) {
    std::vector<NamedRow> rows;
    const auto add = [&](const SourceInfo& source) {
        if (source.title.empty() || std::ranges::find(rows, text(source.id), &NamedRow::key) != rows.end())
            return;
        rows.push_back({text(source.id), text(source.title), authorAndDate(source), false});
    };
    const auto designs = read.flows->designs();
    const auto design = std::ranges::find(designs, read.selection.design, &DesignInfo::id);
    if (design == designs.end())
        return rows;
    add(design->source);
    for (const PatchInfo& patch : read.flows->patches())
        if (std::ranges::find(design->patches, patch.id) != design->patches.end())
            add(patch.source);
    return rows;
}

std::vector<NamedRow> designRows(const ReadDraft& read) {
    std::vector<NamedRow> rows;
    const auto isOwn = [&](const std::string& id) { return findDeclaration(read.outline, "design", id) != nullptr; };
    for (const bool own : {true, false})
        for (const DesignInfo& design : read.flows->designs())
            if (isOwn(design.id) == own)
                rows.push_back({text(design.id), text(design.id), own ? SandboxWords::tr("of this text") : text(design.title), design.id == read.selection.design});
    return rows;
}

std::vector<NamedRow> scenarioRows(const ReadDraft& read) {
    std::vector<NamedRow> rows;
    const auto isOwn = [&](const std::string& id) { return findDeclaration(read.outline, "scenario", id) != nullptr; };
    for (const bool own : {true, false})
        for (const ScenarioInfo& scenario : read.flows->scenarios())
            if (isOwn(scenario.id) == own)
                rows.push_back({text(scenario.id), text(scenario.id + "  " + scenario.name), text(scenario.title), scenario.id == read.selection.scenario});
    return rows;
}

std::vector<NamedRow> templateRows(const Library& library) {
    std::vector<NamedRow> rows;
    for (const DraftTemplate& one : draftTemplates(library))
        rows.push_back({text(one.id), text(one.id), text(one.title), one.kind == DraftTemplate::Kind::Design});
    return rows;
}

std::vector<NamedRow> lockRows(const CheckResult& result) {
    std::vector<NamedRow> rows;
    for (const std::string& lock : result.locks)
        rows.push_back({text(lock), text(lock), {}, false});
    return rows;
}

std::vector<ChoiceRow> stepRows(const Run& run) {
    std::vector<ChoiceRow> rows;
    for (int step = 0; step < run.length(); ++step) {
        const StepRecord& record = run.record(step);
        rows.push_back({int(record.choice.thread), 0, text(record.thread), text(record.sentence), text(record.text),
                        QStringLiteral("%1:%2").arg(text(record.flow)).arg(record.line), true, !record.findings.empty()});
    }
    return rows;
}

QString scopeText(const Selection& selection) {
    return text(selection.design.empty() ? selection.scenario : selection.design + ", " + selection.scenario + ", " + selection.platform);
}

QString whereText(const DraftProblem& problem) {
    if (!problem.flow.empty())
        return QStringLiteral("%1:%2").arg(text(problem.flow)).arg(problem.flowLine);
    return problem.line > 0 ? QStringLiteral("%1:%2").arg(text(problem.file)).arg(problem.line) : QString();
}

QString summaryText(const ReadDraft& read) {
    if (!read.model)
        return {};
    return SandboxWords::tr("%1 flows, %2 objects, %3 locks").arg(read.model->flows.size()).arg(read.model->objects.size()).arg(read.model->locks.size());
}

} // namespace bindlab
