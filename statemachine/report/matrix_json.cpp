#include "report/matrix_json.h"

namespace bindlab {

Json cellAsJson(const MatrixCell& cell)
{
    Json json = resultAsJson(cell.selection, cell.result);
    if (!cell.whyNotApplicable.empty())
        json["why_not_applicable"] = cell.whyNotApplicable;
    if (!cell.error.empty()) {
        json["verdict"] = "error";
        json["error"] = cell.error;
    }
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
