#pragma once

#include "lesson/lesson.h"
#include "lesson/results.h"
#include "world/run.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace bindlab {

/// A schedule made on one design, fed to another. Where a design cannot follow a pick, its next ready thread moves instead;
/// where the picks end, the thread that moved last goes on while it can, then the next one, until every call has returned; but
/// not once a thread has spoilt memory: what comes after that tells nothing.
struct Replayed {
    Run run;
    std::vector<int> departures;   ///< steps (as in Run::record) that are not the pick they should have been
    int picked = 0;                ///< how many steps stand for a pick; those after them are the going on
};
[[nodiscard]] Replayed replayElsewhere(const std::shared_ptr<const Model>& model, const std::vector<StepChoice>& schedule);

/// What the example of each drive comes to, by its id. A drive whose example does not play is left out.
[[nodiscard]] std::map<std::string, std::vector<StepChoice>> exampleSchedules(const Lesson& lesson, Results& results);

} // namespace bindlab
