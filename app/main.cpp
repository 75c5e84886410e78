#include "cli/command_line.h"
#include "start_trace.h"

#include <iostream>

namespace {

/// An answer that did not arrive is no answer: a full disk or a closed stdout must not look like success.
int finish(int status)
{
    std::cout.flush();
    if (std::cout)
        return status;
    std::cerr << "bindlab: cannot write the answer to stdout\n";
    return bindlab::exitBadInput;
}

} // namespace

int main(int argc, char** argv)
{
    bindlab::traceStart("main entered");
    std::ios::sync_with_stdio(false);
    const bindlab::Console console = bindlab::processConsole();
    const bindlab::Request request = bindlab::runCommandLine(argc, argv, console);
    if (const auto* window = std::get_if<bindlab::WindowOptions>(&request))
        return bindlab::runWindow(*window);
    if (const auto* picture = std::get_if<bindlab::ScreenshotOptions>(&request))
        return bindlab::runScreenshot(*picture);
    return finish(std::get<int>(request));
}
