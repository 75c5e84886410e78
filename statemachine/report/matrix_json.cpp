#include "report/matrix_json.h"

namespace bindlab {

Json cellAsJson(const MatrixCell& cell)
{
    const CheckResult& result = cell.result;
    Json violations = Json::array();
    for (const Violation& violation : result.violations)
        violations.push_back({{"property", violation.property},
                              {"failure", violation.failure},
                              {"message", violation.message},
                              {"length", violation.steps.size()},
                              {"switches", violation.switches},
                              {"in_epilogue", violation.inEpilogue}});
    Json calls = Json::array();
    for (const CallResults& call : result.calls)
        calls.push_back({{"thread", call.thread}, {"call", call.call}, {"results", call.results}});
    Json json{{"design", cell.selection.design},
              {"scenario", cell.selection.scenario},
              {"platform", cell.selection.platform},
              {"verdict", cell.error.empty() ? toText(result.verdict) : "error"},
              {"states", result.states},
              {"transitions", result.transitions},
              {"depth", result.depth},
              {"seconds", result.seconds},
              {"peak_memory_mib", result.peakMemoryMib},
              {"violations", std::move(violations)},
              {"patches", cell.selection.patches},
              {"bound", result.bound},
              {"properties", result.properties},
              {"not_applicable", result.notApplicable},
              {"calls", std::move(calls)}};
    if (!cell.whyNotApplicable.empty())
        json["why_not_applicable"] = cell.whyNotApplicable;
    if (!cell.error.empty())
        json["error"] = cell.error;
    return json;
}

Json matrixAsJson(const Matrix& matrix)
{
    Json cells = Json::array();
    for (const MatrixCell& cell : matrix.cells)
        cells.push_back(cellAsJson(cell));
    return cells;
}

} // namespace bindlab
