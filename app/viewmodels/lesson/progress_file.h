#pragma once

#include "lesson/progress.h"

#include <QString>

#include <functional>

namespace bindlab {

/// What the learner has done, in one file. A change is on the disk before keep() answers; the file is replaced as a whole, so a
/// kill at any moment leaves the old or the new one. Several programs may keep theirs in the same file: each writes what was
/// done in it on top of what the others did, within one lesson too.
class ProgressFile {
public:
    /// Reads the file. One that is damaged, or from a newer program, is put aside and said by trouble(). Nothing is kept when the
    /// name is empty.
    explicit ProgressFile(QString file);

    [[nodiscard]] const AllProgress& all() const { return m_all; }
    /// What went wrong on opening, one sentence; empty when nothing did.
    [[nodiscard]] const QString& trouble() const { return m_trouble; }

    /// The progress of a lesson that goes on from here: what keep() is told later is compared with it.
    LessonProgress takeUp(const std::string& lesson);

    using Change = std::function<void(LessonProgress&)>;

    /// These answer what went wrong, one sentence, or nothing.
    /// `also` is done to what is then kept, which has what other programs have kept.
    QString keep(const std::string& lesson, const LessonProgress& progress, const Change& also = {});
    /// Changes what is kept of a lesson, as it now stands in the file.
    QString change(const std::string& lesson, const Change& change);
    [[nodiscard]] QString exportTo(const QString& file) const;
    /// Takes the progress of another file in place of this one.
    QString importFrom(const QString& file);
    /// Forgets everything.
    QString reset();
    /// Takes the last import or reset back; it can be taken back itself.
    QString undo();
    /// Whether there is an import or a reset to take back.
    [[nodiscard]] bool canUndo() const;

private:
    QString replaceAll(AllProgress all);
    [[nodiscard]] QString before() const { return m_file + QStringLiteral(".before"); }

    QString m_file;
    QString m_trouble;
    AllProgress m_all;
    AllProgress m_known;   ///< what this program knows of each lesson: as taken up, and as kept since
};

} // namespace bindlab
