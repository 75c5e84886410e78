#pragma once

#include "lesson/lesson.h"
#include "lesson/lesson_lines.h"

namespace bindlab {

/// Reads what stands before the pages of a lesson, and answers the line after it.
int readFrontMatter(LessonLines& lines, Lesson& lesson);

} // namespace bindlab
