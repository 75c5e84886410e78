#include "progress_file.h"

#include "viewmodels/shared/kept_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

#include <tl/expected.hpp>

#include <utility>

namespace bindlab {

namespace {

constexpr qint64 mostBytes = qint64(16) << 20;
/// Another program writes for a few milliseconds at most.
constexpr int lockMilliseconds = 2000;

struct ProgressWords {
    Q_DECLARE_TR_FUNCTIONS(progress)
};

tl::expected<AllProgress, QString> read(const QString& name) {
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(ProgressWords::tr("%1 cannot be read: %2").arg(name, file.errorString()));
    if (file.size() > mostBytes)
        return tl::unexpected(ProgressWords::tr("%1 is larger than 16 MiB: it is no progress of Bindlab").arg(name));
    auto all = allProgressFromJson(file.readAll().toStdString());
    if (!all)
        return tl::unexpected(ProgressWords::tr("%1 cannot be used: %2").arg(name, QString::fromStdString(all.error())));
    return std::move(*all);
}

QString write(const QString& name, const AllProgress& all) {
    QDir().mkpath(QFileInfo(name).absolutePath());
    const QString problem = writeWhole(name, QByteArray::fromStdString(toJson(all)));
    return problem.isEmpty() ? QString() : ProgressWords::tr("%1 cannot be written: %2. What you do now is lost when the window closes.").arg(name, problem);
}

} // namespace

ProgressFile::ProgressFile(QString file) : m_file(std::move(file)) {
    if (m_file.isEmpty() || !QFileInfo::exists(m_file))
        return;
    auto all = read(m_file);
    if (all) {
        m_all = std::move(*all);
        m_known = m_all;
        return;
    }
    const QString aside = putAside(m_file);
    m_trouble = aside.isEmpty() ? ProgressWords::tr("%1. Progress is not kept.").arg(all.error())
                                : ProgressWords::tr("%1. It is kept as %2; progress begins anew.").arg(all.error(), aside);
}

LessonProgress ProgressFile::takeUp(const std::string& lesson) {
    const auto found = m_all.find(lesson);
    return m_known[lesson] = found == m_all.end() ? LessonProgress() : found->second;
}

QString ProgressFile::keep(const std::string& lesson, const LessonProgress& progress, const Change& also) {
    const LessonProgress before = std::exchange(m_known[lesson], progress);
    return change(lesson, [&](LessonProgress& kept) {
        kept = merged(std::move(kept), before, progress);
        if (also)
            also(kept);
    });
}

QString ProgressFile::change(const std::string& lesson, const Change& change) {
    if (m_file.isEmpty()) {
        change(m_all[lesson]);
        return {};
    }
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    QLockFile lock(m_file + QStringLiteral(".lock"));
    // Without the lock it is still written as a whole; only what another program has just kept may be missing.
    static_cast<void>(lock.tryLock(lockMilliseconds));
    if (auto all = read(m_file))
        m_all = std::move(*all);
    else if (QFileInfo::exists(m_file))
        putAside(m_file);   // damaged since it was read; all that is known of it is written below
    change(m_all[lesson]);
    return write(m_file, m_all);
}

QString ProgressFile::exportTo(const QString& file) const {
    return write(file, m_all);
}

QString ProgressFile::importFrom(const QString& file) {
    auto all = read(file);
    return all ? replaceAll(std::move(*all)) : all.error();
}

QString ProgressFile::reset() {
    return replaceAll({});
}

QString ProgressFile::undo() {
    auto all = read(before());
    return all ? replaceAll(std::move(*all)) : all.error();
}

bool ProgressFile::canUndo() const {
    return !m_file.isEmpty() && QFileInfo::exists(before());
}

QString ProgressFile::replaceAll(AllProgress all) {
    if (m_file.isEmpty()) {
        m_known = m_all = std::move(all);
        return {};
    }
    QLockFile lock(m_file + QStringLiteral(".lock"));
    static_cast<void>(lock.tryLock(lockMilliseconds));
    // What is to come back must be safe before what replaces it is there.
    const AllProgress old = read(m_file).value_or(m_all);
    QString problem = write(before(), old);
    if (problem.isEmpty())
        problem = write(m_file, all);
    if (problem.isEmpty())
        m_known = m_all = std::move(all);
    return problem;
}

} // namespace bindlab
