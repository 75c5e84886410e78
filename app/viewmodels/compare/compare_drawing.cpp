#include "compare_drawing.h"

#include "compare_view_model.h"
#include "viewmodels/map/map_drawing.h"
#include "viewmodels/matrix/matrix_view_model.h"

#include <algorithm>

namespace bindlab {

namespace {

constexpr double width = 1440;
constexpr double margin = 20;
constexpr double mapsTop = 84;
constexpr double mapRoom = (width - 3 * margin) / 2;
constexpr double stepsLeft = margin + 80;
constexpr double stepsHeight = 96;
constexpr double columnWidth = 114;
constexpr int columns = 11;
constexpr double lineHeight = 22;


void drawSide(SvgPicture& drawing, const ComparePicture::Side& side, double left, double scale)
{
    drawing.words({left, 64}, side.title, {.size = 13, .bold = true}, mapRoom - 200);
    drawing.words({left + mapRoom, 64}, side.broken.isEmpty() ? CompareViewModel::tr("Nothing broken") : side.broken,
                  {.ink = side.broken.isEmpty() ? QStringLiteral("safe") : QStringLiteral("fails"), .size = 13, .anchor = SvgPicture::Anchor::End});
    drawing.beginGroup(left, mapsTop, scale);
    drawMap(drawing, *side.map);
    drawing.endGroup();
}

void drawBlock(SvgPicture& drawing, const QPointF& corner, int thread, const QString& label, bool fails)
{
    if (thread < 0)
        return;
    const QString ink = fails ? QStringLiteral("fails") : QStringLiteral("t%1").arg(thread % 3 + 1);
    drawing.box({corner.x(), corner.y(), columnWidth - 10, 24}, {.fill = ink + QStringLiteral("Fill"), .line = ink + QStringLiteral("Line")});
    drawing.words(corner + QPointF(8, 16), QStringLiteral("%1 %2").arg(thread + 1).arg(label), {.ink = ink, .size = 11}, columnWidth - 26);
}

void drawSteps(SvgPicture& drawing, const ComparePicture& picture, double top)
{
    const int first = std::min(picture.firstStep, std::max(0, int(picture.steps.size()) - columns));
    for (int column = 0; column < columns && first + column < int(picture.steps.size()); ++column) {
        const CompareStepRow& step = picture.steps[std::size_t(first + column)];
        const double left = stepsLeft + column * columnWidth;
        if (step.split)
            drawing.box({left - 2, top, columnWidth - 2, 84}, {.fill = QStringLiteral("accentFill"), .line = QStringLiteral("accent")});
        drawing.words({left + columnWidth / 2, top + 16}, step.split ? CompareViewModel::tr("%1 they part").arg(step.step) : QString::number(step.step),
                      {.ink = QStringLiteral("text3"), .size = 11, .anchor = SvgPicture::Anchor::Middle});
        drawBlock(drawing, {left + 2, top + 22}, step.firstThread, step.firstLabel, step.firstFails);
        drawBlock(drawing, {left + 2, top + 54}, step.secondThread, step.secondLabel, step.secondFails);
    }
    for (std::size_t side = 0; side < 2; ++side)
        drawing.words({margin, top + 38 + 32.0 * double(side)}, picture.sides[side].name, {.size = 12, .bold = true}, stepsLeft - margin - 4);
}

void drawVerdicts(SvgPicture& drawing, const ComparePicture& picture, double top)
{
    const auto ink = [](int kind) {
        return kind == MatrixViewModel::Safe ? QStringLiteral("safe") : kind == MatrixViewModel::Fails ? QStringLiteral("fails") : QStringLiteral("bounded");
    };
    for (const CompareVerdictRow& verdict : picture.verdicts) {
        drawing.words({margin, top}, QStringLiteral("%1  %2").arg(verdict.property, verdict.title),
                      {.ink = verdict.differs ? QStringLiteral("text") : QStringLiteral("text3")}, 640);
        drawing.words({margin + 660, top}, QStringLiteral("%1: %2").arg(picture.sides[0].name, verdictInWords(verdict.firstKind, verdict.firstText)),
                      {.ink = ink(verdict.firstKind)}, 360);
        drawing.words({margin + 1040, top}, QStringLiteral("%1: %2").arg(picture.sides[1].name, verdictInWords(verdict.secondKind, verdict.secondText)),
                      {.ink = ink(verdict.secondKind)}, 360);
        top += lineHeight;
    }
}

} // namespace

QString verdictInWords(int kind, const QString& inShort)
{
    switch (kind) {
    case MatrixViewModel::Safe: return CompareViewModel::tr("safe, %1").arg(inShort);
    case MatrixViewModel::Fails: return CompareViewModel::tr("fails, %1").arg(inShort);
    case MatrixViewModel::Bounded: return CompareViewModel::tr("bounded, %1").arg(inShort);
    default: return CompareViewModel::tr("does not apply");
    }
}

QString drawComparison(const ComparePicture& picture, const QVariantMap& inks)
{
    const MapViewModel& one = *picture.sides[0].map;
    const MapViewModel& other = *picture.sides[1].map;
    const double scale = std::min(mapRoom / one.width(), mapRoom / other.width());
    const double stepsTop = mapsTop + std::max(one.height(), other.height()) * scale + margin;
    const double verdictsTop = stepsTop + stepsHeight;
    SvgPicture drawing(width, verdictsTop + lineHeight * double(picture.verdicts.size() + 1) + margin, inks, picture.sentence);
    drawing.words({margin, 32}, picture.title, {.size = 18, .bold = true});
    drawSide(drawing, picture.sides[0], margin, scale);
    drawSide(drawing, picture.sides[1], 2 * margin + mapRoom, scale);
    drawSteps(drawing, picture, stepsTop);
    drawVerdicts(drawing, picture, verdictsTop + 14);
    return drawing.finish();
}

} // namespace bindlab
