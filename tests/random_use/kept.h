#pragma once

#include "lesson/progress.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <optional>
#include <set>

/// What the window keeps, as slots with values: "progress/who-unbinds/acts/0:2" is "1", "setting/look/text" is "1.2",
/// "text/mine" is the text's SHA-1.
namespace bindlab::random_use {

inline const QByteArray absent = "-";
/// Settings that are watched, by key.
inline constexpr const char* watchedSettings[] = {"look/theme", "look/text", "look/reducedMotion", "play/speed"};

using Slots = std::map<QByteArray, QByteArray>;

[[nodiscard]] Slots slotsOf(const std::string& lesson, const LessonProgress& progress);
[[nodiscard]] QByteArray fingerprint(const QByteArray& text);

struct Kept {
    Slots slotValues;
    std::set<QByteArray> texts;   ///< fingerprints of all texts, those included that were taken away
};

/// What stands in the files of a home; `trouble` is set where one cannot be read.
[[nodiscard]] Kept keptIn(const QString& home, QString& trouble);

} // namespace bindlab::random_use
