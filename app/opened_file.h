#pragma once

#include "cli/console.h"
#include "lesson/lesson.h"
#include "viewmodels/window/app_view_model.h"
#include "world/run.h"

#include <optional>
#include <string>

namespace bindlab {

/// What a file is for the window: a lesson, or a run.
struct OpenedFile {
    std::optional<Lesson> lesson = {};
    std::optional<Run> run = {};
    Selection selection = {};
    OwnFlow own = {};                  ///< the flow text the run comes with; without one its names come from the shipped ones
    const Library* choices = nullptr;  ///< what there is to choose from: the shipped library, or the one in `own`
};

/// Reads a lesson (.md), a trace (.json), a share code or a flow file. Neither lesson nor run when `name` is empty.
[[nodiscard]] tl::expected<OpenedFile, Complaint> openFile(const std::string& name, const Library& shipped);

} // namespace bindlab
