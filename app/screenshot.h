#pragma once

#include <string>
#include <vector>

namespace bindlab {

/// One picture of one screen, the same at every run.
struct ScreenshotOptions {
    std::string screen;         ///< "welcome", "lesson", "compare", "matrix", "sandbox", "states", "device", "reference" or "settings"
    std::string out;            ///< file to write, a PNG
    int width = 1440;           ///< in logical pixels, 320 .. 7680
    int height = 900;           ///< in logical pixels, 240 .. 4320
    std::string theme = "dark"; ///< "dark", "light" or "contrast"
    std::string language = "en";        ///< "en", or one that the window has been translated to
    std::string lesson;         ///< id or Markdown file; empty for the first one
    std::vector<std::string> designs;   ///< the two that are compared, or the one whose states are shown, as designName() has them; empty: those it opens with
    std::string scenario;       ///< in which; empty: the one it opens with
    std::string platform = "tdx";
    std::string view = "side";  ///< "side", "difference" or "overlay"; of states "depth", "progress" or "force"
    std::string machine;        ///< whose sheet the reference shows; empty: the first one
    int page = 0;               ///< page of the lesson, from 1; 0 for the page it opens at
    int acts = 0;               ///< so many acts of that page have been done; more than there are: all
    int step = -1;              ///< steps of the run that have been taken, from 0; -1 for as many as the page plays
    double textScale = 1.0;     ///< 0.8 .. 2.0
};

/// Writes one picture. What goes wrong is one line on stderr and exit status 2.
int runScreenshot(const ScreenshotOptions& options);

} // namespace bindlab
