#include "matrix_drawing.h"

#include "matrix_view_model.h"
#include "viewmodels/shared/svg_picture.h"

namespace bindlab {

namespace {

constexpr double margin = 20;
constexpr double leftHead = 300;
constexpr double cellWidth = 40;
constexpr double cellHeight = 24;
constexpr double gap = 10;
constexpr double top = 116;

double xOf(int column, int gaps) { return margin + leftHead + column * cellWidth + gaps * gap; }

void drawCell(SvgPicture& picture, const HeatCell& cell)
{
    const QRectF frame(xOf(cell.column, cell.gaps) + 1, top + cell.row * cellHeight + 1, cellWidth - 2, cellHeight - 2);
    const QPointF middle(frame.center().x(), frame.center().y() + 4);
    switch (cell.kind) {
    case MatrixViewModel::Safe:
        picture.box(frame, {.fill = QStringLiteral("safeFill"), .line = QStringLiteral("safeLine"), .radius = 5});
        picture.box({frame.center().x() - 2, frame.center().y() - 2, 4, 4}, {.fill = QStringLiteral("safe"), .line = {}, .radius = 2});
        return;
    case MatrixViewModel::Fails:
        picture.box(frame, {.fill = QStringLiteral("failsFill"), .line = QStringLiteral("failsLine"), .radius = 5});
        picture.words(middle, cell.text, {.ink = QStringLiteral("fails"), .bold = true, .anchor = SvgPicture::Anchor::Middle});
        return;
    case MatrixViewModel::Bounded:
        picture.box(frame, {.fill = QStringLiteral("boundedFill"), .line = QStringLiteral("boundedLine"), .radius = 5});
        picture.words(middle, cell.text, {.ink = QStringLiteral("bounded"), .size = 11, .anchor = SvgPicture::Anchor::Middle});
        return;
    case MatrixViewModel::NotApplicable:
        picture.line(QPolygonF({QPointF(frame.center().x() - 4, frame.center().y()), QPointF(frame.center().x() + 4, frame.center().y())}), QStringLiteral("lineStrong"));
        return;
    default:
        picture.box(frame, {.fill = {}, .line = QStringLiteral("line"), .radius = 5});
        picture.words(middle, cell.text, {.ink = QStringLiteral("bounded"), .anchor = SvgPicture::Anchor::Middle});
    }
}

} // namespace

QString drawMatrix(const MatrixPicture& matrix, const QVariantMap& inks)
{
    const int gaps = matrix.scenarios.empty() ? 0 : matrix.scenarios.back().gaps;
    const double right = xOf(int(matrix.scenarios.size()), gaps);
    const double bottom = top + double(matrix.designs.size()) * cellHeight;
    SvgPicture picture(right + 70, bottom + 44, inks, matrix.title);
    picture.words({margin, 34}, matrix.title, {.size = 18, .bold = true});
    for (std::size_t column = 0; column < matrix.scenarios.size(); ++column) {
        const MatrixScenarioRow& scenario = matrix.scenarios[column];
        const double x = xOf(int(column), scenario.gaps);
        if (scenario.span > 0) {
            picture.words({x, 70}, scenario.group, {.ink = QStringLiteral("text2")}, std::max(cellWidth, scenario.span * cellWidth));
            picture.line(QPolygonF({QPointF(x, 80), QPointF(x + scenario.span * cellWidth - 2, 80)}), QStringLiteral("lineStrong"));
        }
        picture.words({x + cellWidth / 2, 102}, scenario.key, {.ink = QStringLiteral("text2"), .code = true, .anchor = SvgPicture::Anchor::Middle});
    }
    for (std::size_t row = 0; row < matrix.designs.size(); ++row) {
        const MatrixDesignRow& design = matrix.designs[row];
        const double base = top + double(row) * cellHeight + 16;
        picture.words({margin, base}, design.label, {.code = true, .bold = true}, 46);
        picture.words({margin + 50, base}, design.title, {.ink = QStringLiteral("text2")}, leftHead - 60);
        picture.words({right + 50, base}, design.fails, {.ink = design.clean ? QStringLiteral("safe") : QStringLiteral("text2"), .anchor = SvgPicture::Anchor::End});
    }
    for (const HeatCell& cell : matrix.cells)
        drawCell(picture, cell);
    picture.words({margin, bottom + 26}, matrix.summary, {.ink = QStringLiteral("text2")});
    return picture.finish();
}

} // namespace bindlab
