#include "screenshot.h"
#include "window.h"

#include "cli/console.h"

#include <iostream>

// Stands in for the window where Qt was not found.
namespace bindlab {

namespace {

int sayNoWindow()
{
    std::cerr << "bindlab: this build has no window (Qt was not found when it was configured); see bindlab --help\n";
    return exitBadInput;
}

} // namespace

int runWindow(const WindowOptions&)
{
    return sayNoWindow();
}

int runScreenshot(const ScreenshotOptions&)
{
    return sayNoWindow();
}

} // namespace bindlab
