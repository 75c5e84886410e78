#pragma once

#include "cli/console.h"
#include "screenshot.h"
#include "window.h"

#include <variant>

namespace bindlab {

/// What is left to do: end with this exit status, or draw.
using Request = std::variant<int, WindowOptions, ScreenshotOptions>;

/// Reads the arguments and answers whatever needs no window. Never throws; what is wrong is one line on `console.err`,
/// or the diagnostics of a flow or lesson file.
[[nodiscard]] Request runCommandLine(int argc, const char* const* argv, const Console& console);

} // namespace bindlab
