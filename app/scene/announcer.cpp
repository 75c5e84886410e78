#include "announcer.h"

#include <QAccessible>

namespace bindlab {

void Announcer::tell(const QString& text, bool urgent) {
    if (text.isEmpty())
        return;
    const bool sameAgain = text == m_text;
    m_text = text;
    m_urgent = urgent;
    emit told();
    // Another text makes another name, of which Qt itself tells.
    if (sameAgain) {
        QAccessibleEvent event(this, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&event);
    }
    // What is shown anew is what AT-SPI's readers speak of notifications and alerts; other platforms have an event of their own.
    for (const QAccessible::Event kind : {QAccessible::ObjectShow, QAccessible::Alert}) {
        if (kind == QAccessible::Alert && !urgent)
            continue;
        QAccessibleEvent event(this, kind);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace bindlab
