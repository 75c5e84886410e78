#pragma once

#include <QQuickItem>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace bindlab {

/// What a screen reader is told without being asked. It draws nothing; who places it gives it `text` as its accessible name,
/// and the role of an alert while it is urgent. (Qt has Accessible.announce only from 6.8.)
class Announcer : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text NOTIFY told FINAL)
    Q_PROPERTY(bool urgent READ urgent NOTIFY told FINAL)

public:
    using QQuickItem::QQuickItem;

    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] bool urgent() const { return m_urgent; }

    /// In its turn, after what is being said.
    Q_INVOKABLE void say(const QString& text) { tell(text, false); }
    /// At once.
    Q_INVOKABLE void alert(const QString& text) { tell(text, true); }

signals:
    void told();

private:
    void tell(const QString& text, bool urgent);

    QString m_text;
    bool m_urgent = false;
};

} // namespace bindlab
