#pragma once

#include "lesson/lesson.h"

#include <QString>

#include <tl/expected.hpp>

namespace bindlab {

/// Reads a lesson of the disk. The error is one line: which file, where, what.
[[nodiscard]] tl::expected<Lesson, QString> readLesson(const QString& file);

} // namespace bindlab
