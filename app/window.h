#pragma once

#include <string>

namespace bindlab {

/// What the window opens with.
struct WindowOptions {
    /// A lesson, flow or trace; empty for the welcome screen, or where the learner left off. Exists and can be read.
    std::string file;
};

/// Opens the window and returns, when it is closed, the exit status of the program.
int runWindow(const WindowOptions& options);

} // namespace bindlab
