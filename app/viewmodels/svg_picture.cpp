#include "svg_picture.h"

#include <QFont>
#include <QFontMetricsF>

namespace bindlab {

SvgPicture::SvgPicture(double width, double height, const QVariantMap& inks, const QString& title) : m_inks(inks)
{
    m_writer.setAutoFormatting(true);
    m_writer.setAutoFormattingIndent(1);
    m_writer.writeStartDocument();
    m_writer.writeDefaultNamespace(QStringLiteral("http://www.w3.org/2000/svg"));
    m_writer.writeStartElement(QStringLiteral("http://www.w3.org/2000/svg"), QStringLiteral("svg"));
    attribute("width", width);
    attribute("height", height);
    m_writer.writeAttribute(QStringLiteral("viewBox"), QStringLiteral("0 0 %1 %2").arg(width).arg(height));
    m_writer.writeAttribute(QStringLiteral("role"), QStringLiteral("img"));
    m_writer.writeTextElement(QStringLiteral("title"), title);
    box({0, 0, width, height}, {.fill = QStringLiteral("window"), .line = {}, .radius = 0});
}

QString SvgPicture::ink(const QString& name) const
{
    return name.isEmpty() ? QStringLiteral("none") : m_inks.value(name).value<QColor>().name();
}

void SvgPicture::attribute(const char* name, double value) { m_writer.writeAttribute(QLatin1String(name), QString::number(value, 'g', 6)); }

void SvgPicture::box(const QRectF& frame, const Box& look)
{
    m_writer.writeEmptyElement(QStringLiteral("rect"));
    attribute("x", frame.x());
    attribute("y", frame.y());
    attribute("width", frame.width());
    attribute("height", frame.height());
    attribute("rx", look.radius);
    m_writer.writeAttribute(QStringLiteral("fill"), ink(look.fill));
    if (look.line.isEmpty())
        return;
    m_writer.writeAttribute(QStringLiteral("stroke"), ink(look.line));
    attribute("stroke-width", look.lineWidth);
    if (look.dashed)
        m_writer.writeAttribute(QStringLiteral("stroke-dasharray"), QStringLiteral("4 3"));
}

void SvgPicture::words(const QPointF& where, const QString& text, const Words& look, double room)
{
    if (text.isEmpty())
        return;
    const QString family = m_inks.value(look.code ? QStringLiteral("mono") : QStringLiteral("sans")).toString();
    QString shown = text;
    if (room > 0) {
        QFont font(family);
        font.setPixelSize(std::max(1, int(look.size)));
        font.setBold(look.bold);
        shown = QFontMetricsF(font).elidedText(text, Qt::ElideRight, room);
    }
    m_writer.writeStartElement(QStringLiteral("text"));
    attribute("x", where.x());
    attribute("y", where.y());
    m_writer.writeAttribute(QStringLiteral("fill"), ink(look.ink));
    m_writer.writeAttribute(QStringLiteral("font-family"), QStringLiteral("'%1', %2").arg(family, look.code ? QStringLiteral("monospace") : QStringLiteral("sans-serif")));
    m_writer.writeAttribute(QStringLiteral("font-variant-ligatures"), QStringLiteral("none"));   // "->" stays two characters
    attribute("font-size", look.size);
    if (look.bold)
        m_writer.writeAttribute(QStringLiteral("font-weight"), QStringLiteral("600"));
    if (look.anchor != Anchor::Start)
        m_writer.writeAttribute(QStringLiteral("text-anchor"), look.anchor == Anchor::Middle ? QStringLiteral("middle") : QStringLiteral("end"));
    m_writer.writeCharacters(shown);
    m_writer.writeEndElement();
}

void SvgPicture::line(const QPolygonF& points, const QString& name, double width, bool dashed)
{
    QStringList list;
    for (const QPointF& point : points)
        list.append(QStringLiteral("%1,%2").arg(point.x()).arg(point.y()));
    m_writer.writeEmptyElement(QStringLiteral("polyline"));
    m_writer.writeAttribute(QStringLiteral("points"), list.join(QLatin1Char(' ')));
    m_writer.writeAttribute(QStringLiteral("fill"), QStringLiteral("none"));
    m_writer.writeAttribute(QStringLiteral("stroke"), ink(name));
    attribute("stroke-width", width);
    if (dashed)
        m_writer.writeAttribute(QStringLiteral("stroke-dasharray"), QStringLiteral("4 3"));
}

void SvgPicture::filled(const QPolygonF& points, const QString& name)
{
    QStringList list;
    for (const QPointF& point : points)
        list.append(QStringLiteral("%1,%2").arg(point.x()).arg(point.y()));
    m_writer.writeEmptyElement(QStringLiteral("polygon"));
    m_writer.writeAttribute(QStringLiteral("points"), list.join(QLatin1Char(' ')));
    m_writer.writeAttribute(QStringLiteral("fill"), ink(name));
}

void SvgPicture::beginGroup(double x, double y, double scale)
{
    m_writer.writeStartElement(QStringLiteral("g"));
    m_writer.writeAttribute(QStringLiteral("transform"), QStringLiteral("translate(%1 %2) scale(%3)").arg(x).arg(y).arg(scale));
}

void SvgPicture::endGroup() { m_writer.writeEndElement(); }

QString SvgPicture::finish()
{
    m_writer.writeEndDocument();
    return m_text;
}

} // namespace bindlab
