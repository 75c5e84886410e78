#pragma once

#include "app_settings.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace bindlab {

/// How the window looks and moves; remembered.
class Look : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the AppViewModel")
    Q_PROPERTY(bindlab::Look::ThemeChoice themeChoice READ themeChoice WRITE setThemeChoice NOTIFY changed FINAL)

public:
    enum class ThemeChoice { Dark, Light, System, Contrast };
    Q_ENUM(ThemeChoice)

    static constexpr qreal smallestText = 0.8;
    static constexpr qreal largestText = 2.0;
    static constexpr qreal textStep = 0.1;

    /// `settings` outlive it.
    explicit Look(AppSettings& settings, QObject* parent = nullptr);

    [[nodiscard]] ThemeChoice themeChoice() const { return m_themeChoice; }
    void setThemeChoice(ThemeChoice choice);
    [[nodiscard]] bool dark() const;
    /// High contrast, which is dark.
    [[nodiscard]] bool contrast() const { return m_themeChoice == ThemeChoice::Contrast; }
    [[nodiscard]] qreal textScale() const { return m_textScale; }
    /// Rounded to steps, within the bounds.
    void setTextScale(qreal scale);
    [[nodiscard]] bool reducedMotion() const { return m_reducedMotion; }
    void setReducedMotion(bool reduced);

    /// The desktop has other colours.
    Q_INVOKABLE void followDesktop();

signals:
    void changed();

private:
    AppSettings& m_settings;
    ThemeChoice m_themeChoice;
    qreal m_textScale;
    bool m_reducedMotion;
};

} // namespace bindlab
