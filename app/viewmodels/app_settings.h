#pragma once

#include <QSettings>
#include <QString>

#include <memory>

namespace bindlab {

/// What is remembered from one start to the next, in one file. A damaged value is as good as none.
class AppSettings {
public:
    /// Nothing is kept when `file` is empty.
    explicit AppSettings(const QString& file);

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

private:
    std::unique_ptr<QSettings> m_file;   ///< null when nothing is kept
};

} // namespace bindlab
