#include "compare_diff.h"

#include "compare_view_model.h"
#include "viewmodels/shared/plain_text.h"
#include "viewmodels/workbench/workbench_threads.h"

#include "report/flow_diff.h"

namespace bindlab {

namespace {

CompareViewModel::DiffKind kindOf(DiffLine::Kind kind)
{
    switch (kind) {
    case DiffLine::Kind::Same: return CompareViewModel::SameLine;
    case DiffLine::Kind::Removed: return CompareViewModel::RemovedLine;
    case DiffLine::Kind::Added: return CompareViewModel::AddedLine;
    case DiffLine::Kind::Gap: break;
    }
    return CompareViewModel::Gap;
}

QString lineNumber(int number) { return number > 0 ? QString::number(number) : QString(); }

} // namespace

ComparedFlows comparedFlows(const Comparison& comparison)
{
    ComparedFlows flows;
    for (const FlowDiff& flow : flowDiffs(comparison)) {
        flows.added += flow.added();
        flows.removed += flow.removed();
        flows.rows.push_back({CompareViewModel::FlowHead, {}, {}, text(flow.signature), codeMarkup(text(flow.signature)), {}});
        for (const DiffLine& line : flow.lines)
            flows.rows.push_back({kindOf(line.kind), lineNumber(line.first), lineNumber(line.second), text(line.text), codeMarkup(text(line.text)), text(line.patch)});
    }
    return flows;
}

} // namespace bindlab
