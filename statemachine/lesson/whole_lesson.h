#pragma once

#include "lesson/lesson.h"
#include "lesson/lesson_lines.h"

#include <set>

namespace bindlab {

/// What a lesson has to be as a whole, once its parts have been read. `broken` are the pages, from 0, with a directive that could not
/// be read; it may have been the act.
void judgeWhole(const Lesson& lesson, const std::set<int>& broken, LessonLines& lines);

} // namespace bindlab
