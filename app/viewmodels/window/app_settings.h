#pragma once

#include <QObject>
#include <QSettings>
#include <QString>
#include <QTimer>

#include <memory>

namespace bindlab {

/// What is remembered from one start to the next, in one file. A damaged value is as good as none.
class AppSettings : public QObject {
    Q_OBJECT

public:
    /// Nothing is kept when `file` is empty.
    explicit AppSettings(const QString& file, QObject* parent = nullptr);

    /// What was wrong with the file when it was opened, one sentence; empty when all was well.
    [[nodiscard]] const QString& openingTrouble() const { return m_openingTrouble; }

    /// Empty when nothing is kept.
    [[nodiscard]] QString file() const;

    [[nodiscard]] QString text(const QString& key) const;
    [[nodiscard]] bool flag(const QString& key) const;
    /// `fallback` unless it is a number from `least` to `most`.
    [[nodiscard]] double number(const QString& key, double fallback, double least, double most) const;
    [[nodiscard]] QVariant value(const QString& key) const;

    void keep(const QString& key, const QVariant& value);
    /// A key, or a group of keys.
    void forget(const QString& key);

signals:
    /// What is chosen now is not kept. Said once.
    void troubled(const QString& sentence);

private:
    void write();

    QString m_openingTrouble;
    std::unique_ptr<QSettings> m_file;   ///< null when nothing is kept
    QTimer m_soon;                       ///< several changes are written once
    bool m_isTroubled = false;
};

} // namespace bindlab
