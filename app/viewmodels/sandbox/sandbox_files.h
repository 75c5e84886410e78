#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

namespace bindlab {

/// The texts of the sandbox, *.flow in one folder. They are kept as they are typed, each as a whole or as it was; what another
/// program has written meanwhile is never overwritten. Without a folder nothing is kept.
class SandboxFiles {
public:
    static constexpr qint64 mostBytes = qint64(1) << 20;   ///< of a text, as Library has it
    static constexpr int mostFiles = 200;

    explicit SandboxFiles(QString folder) : m_folder(std::move(folder)) {}

    [[nodiscard]] const QString& folder() const { return m_folder; }
    /// Without their endings, by name.
    [[nodiscard]] QStringList names() const;
    /// The error is one sentence.
    [[nodiscard]] tl::expected<QString, QString> read(const QString& name);
    /// Answers what went wrong, one sentence, or nothing. When the file is no longer as it was read or written last, the text goes
    /// into a new file, whose name `name` then is.
    [[nodiscard]] QString write(QString& name, const QString& text);
    /// Takes it out of the list; it can be put back.
    [[nodiscard]] QString remove(const QString& name);
    [[nodiscard]] QString restore(const QString& name);
    [[nodiscard]] QString rename(const QString& from, const QString& to);
    /// "mine", "mine-2", ...: none that is there, and can be the name of a design.
    [[nodiscard]] QString freeName(const QString& wanted, const QStringList& taken = {}) const;
    /// Another program has changed it since it was read or written here.
    [[nodiscard]] bool isChanged(const QString& name) const;

private:
    [[nodiscard]] QString pathOf(const QString& name) const;

    QString m_folder;
    QMap<QString, QString> m_known;   ///< what stands on the disk, as far as this program knows
};

} // namespace bindlab
