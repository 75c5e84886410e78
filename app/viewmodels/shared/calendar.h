#pragma once

#include "lesson/recall.h"

#include <QDate>

#include <functional>

namespace bindlab {

/// Says which day it is.
using Calendar = std::function<Day()>;

inline const QDate firstDay(1970, 1, 1);   ///< from which a Day counts

inline Day dayOf(const QDate& date) { return Day(std::chrono::days(firstDay.daysTo(date))); }
inline QDate dateOf(Day day) { return firstDay.addDays(day.time_since_epoch().count()); }

/// Where the reader is.
inline Day readersDay() { return dayOf(QDate::currentDate()); }

} // namespace bindlab
