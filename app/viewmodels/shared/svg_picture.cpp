#include "svg_picture.h"

#include <QFont>
#include <QFontMetricsF>

namespace bindlab {

namespace {

SvgFrame frameOf(const QRectF& frame) { return {frame.x(), frame.y(), frame.width(), frame.height()}; }

std::vector<SvgPoint> pointsOf(const QPolygonF& points)
{
    std::vector<SvgPoint> all;
    for (const QPointF& point : points)
        all.push_back({point.x(), point.y()});
    return all;
}

} // namespace

SvgPicture::SvgPicture(double width, double height, const QVariantMap& inks, const QString& title)
    : m_inks(inks), m_document(width, height, title.toStdString())
{
    box({0, 0, width, height}, {.fill = QStringLiteral("window"), .line = {}, .radius = 0});
}

std::string SvgPicture::ink(const QString& name) const
{
    return name.isEmpty() ? std::string() : m_inks.value(name).value<QColor>().name().toStdString();
}

void SvgPicture::box(const QRectF& frame, const Box& look)
{
    m_document.box(frameOf(frame), look.radius, {.fill = ink(look.fill), .line = ink(look.line), .lineWidth = look.lineWidth, .dashed = look.dashed});
}

void SvgPicture::words(const QPointF& where, const QString& text, const Words& look, double room)
{
    const QString family = m_inks.value(look.code ? QStringLiteral("mono") : QStringLiteral("sans")).toString();
    QString shown = text;
    if (room > 0) {
        QFont font(family);
        font.setPixelSize(std::max(1, int(look.size)));
        font.setBold(look.bold);
        shown = QFontMetricsF(font).elidedText(text, Qt::ElideRight, room);
    }
    const QString fonts = QStringLiteral("'%1', %2").arg(family, look.code ? QStringLiteral("monospace") : QStringLiteral("sans-serif"));
    m_document.words({where.x(), where.y()}, shown.toStdString(),
                     {.ink = ink(look.ink), .fonts = fonts.toStdString(), .size = look.size, .bold = look.bold, .anchor = look.anchor});
}

void SvgPicture::line(const QPolygonF& points, const QString& name, double width, bool dashed)
{
    m_document.line(pointsOf(points), {.fill = {}, .line = ink(name), .lineWidth = width, .dashed = dashed});
}

void SvgPicture::filled(const QPolygonF& points, const QString& name) { m_document.polygon(pointsOf(points), {.fill = ink(name), .line = {}}); }

void SvgPicture::beginGroup(double x, double y, double scale) { m_document.beginGroup({x, y}, scale); }

void SvgPicture::endGroup() { m_document.endGroup(); }

QString SvgPicture::finish() { return QString::fromStdString(m_document.finish()); }

} // namespace bindlab
