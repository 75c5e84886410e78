#pragma once

#include "cli/console.h"
#include "lesson/lesson.h"
#include "viewmodels/window/own_run.h"

#include <optional>
#include <string>

namespace bindlab {

/// What a file is for the window: a lesson, a run, or a flow.
struct OpenedFile {
    std::optional<Lesson> lesson = {};
    std::optional<OwnRun> run = {};    ///< of a trace
    std::optional<OwnRun> flow = {};
    const Library* choices = nullptr;  ///< what there is to choose from: the shipped library, or that of the flow
};

/// Reads a lesson (.md), a trace (.json), a share code or a flow file. Nothing when `name` is empty.
[[nodiscard]] tl::expected<OpenedFile, Complaint> openFile(const std::string& name, const Library& shipped);

} // namespace bindlab
