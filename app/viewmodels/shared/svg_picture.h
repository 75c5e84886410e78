#pragma once

#include "report/svg_document.h"

#include <QColor>
#include <QPolygonF>
#include <QRectF>
#include <QString>
#include <QVariantMap>

namespace bindlab {

/// A drawing that leaves the window: SVG in the theme that is shown, its text measured by the fonts that are there. `inks` are the theme's colours and fonts by name (Theme.inks).
class SvgPicture {
public:
    using Anchor = SvgDocument::Anchor;
    struct Box {
        QString fill;              ///< names of inks; empty: none
        QString line;
        double radius = 6;
        double lineWidth = 1;
        bool dashed = false;
    };
    struct Words {
        QString ink = QStringLiteral("text");
        double size = 12;          ///< pixels
        bool code = false;         ///< in the code font
        bool bold = false;
        Anchor anchor = Anchor::Start;
    };

    /// `title` is what a screen reader says of the picture.
    SvgPicture(double width, double height, const QVariantMap& inks, const QString& title);

    void box(const QRectF& frame, const Box& look);
    /// `where` is on the base line. A text that is wider than `room` is shortened; 0: there is room for all.
    void words(const QPointF& where, const QString& text, const Words& look, double room = 0);
    void line(const QPolygonF& points, const QString& ink, double width = 1, bool dashed = false);
    void filled(const QPolygonF& points, const QString& ink);
    /// What follows is moved and scaled, until endGroup().
    void beginGroup(double x, double y, double scale = 1);
    void endGroup();
    /// The document; nothing can be drawn after it.
    [[nodiscard]] QString finish();

private:
    [[nodiscard]] std::string ink(const QString& name) const;

    QVariantMap m_inks;
    SvgDocument m_document;
};

} // namespace bindlab
