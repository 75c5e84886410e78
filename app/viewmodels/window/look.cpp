#include "look.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>
#include <cmath>

namespace bindlab {

namespace {

const QString themeKey = QStringLiteral("look/theme");
const QString textKey = QStringLiteral("look/text");
const QString motionKey = QStringLiteral("look/reducedMotion");

} // namespace

Look::Look(AppSettings& settings, QObject* parent)
    : QObject(parent), m_settings(settings), m_themeChoice(ThemeChoice(int(settings.number(themeKey, 0, 0, int(ThemeChoice::Contrast))))),
      m_textScale(settings.number(textKey, 1.0, smallestText, largestText)), m_reducedMotion(settings.flag(motionKey)) {}

void Look::setThemeChoice(ThemeChoice choice) {
    if (choice == m_themeChoice)
        return;
    m_themeChoice = choice;
    m_settings.keep(themeKey, int(choice));
    emit changed();
}

// Qt 6.4 does not tell whether the desktop is dark, or wants high contrast. The colour of its windows tells the first; high
// contrast is chosen by hand.
bool Look::dark() const {
    if (m_themeChoice != ThemeChoice::System)
        return m_themeChoice != ThemeChoice::Light;
    return QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
}

void Look::setTextScale(qreal scale) {
    const qreal wanted = std::clamp(std::round(scale / textStep) * textStep, smallestText, largestText);
    if (qFuzzyCompare(wanted, m_textScale))
        return;
    m_textScale = wanted;
    m_settings.keep(textKey, wanted);
    emit changed();
}

void Look::setReducedMotion(bool reduced) {
    if (reduced == m_reducedMotion)
        return;
    m_reducedMotion = reduced;
    m_settings.keep(motionKey, reduced);
    emit changed();
}

void Look::followDesktop() {
    if (m_themeChoice == ThemeChoice::System)
        emit changed();
}

} // namespace bindlab
