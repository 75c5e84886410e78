#pragma once

#include <array>
#include <chrono>

namespace bindlab {

/// A day of the calendar, wherever the reader is. Who has a clock says which one it is; nothing here does.
using Day = std::chrono::local_days;

/// For how many days a question rests: one place further with each right answer, back to the first with any other. The places are
/// Leitner's box of cards ("So lernt man lernen", 1972). That gaps grow: Landauer and Bjork, "Optimum rehearsal patterns and name
/// learning", 1978; that they are days, then weeks, where something is to be known for months: Cepeda and others, "Spacing effects
/// in learning: a temporal ridgeline of optimal retention", 2008.
inline constexpr std::array restDays{1, 3, 7, 21, 60};

/// When a question was answered last, and how long it rests from then on.
struct Recall {
    int place = 0;   ///< in restDays
    Day answered;
    bool operator==(const Recall&) const = default;
};

/// On which day it is to be asked again. Answered on a day that is yet to come, by a clock that was wrong, it is due today; one day
/// ahead is no more than another time zone.
[[nodiscard]] Day dueOn(const Recall& recall, Day today);

/// What becomes of it when it is answered today. A right answer before it was due shows nothing new.
[[nodiscard]] Recall answeredOn(Day today, const Recall& recall, bool right);

} // namespace bindlab
