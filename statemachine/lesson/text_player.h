#pragma once

#include "flow/library.h"
#include "lesson/lesson.h"

#include <iosfwd>

namespace bindlab {

struct TextPlayerOptions {
    std::istream* answers = nullptr;   ///< asks and reads from here; null: plays by itself, without questions
    int columns = 78;
};

/// Plays a lesson as text. Without answers it shows each act's outcome: what is right, the example schedule, the check.
/// False when the lesson cannot be played; what is wrong is then the last thing written.
bool playAsText(const Lesson& lesson, const Library& library, std::ostream& out, const TextPlayerOptions& options = {});

} // namespace bindlab
