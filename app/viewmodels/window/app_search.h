#pragma once

#include "search_list_model.h"

namespace bindlab {

class AppViewModel;

/// What the palette finds: where one may want to go back to, the actions that can be done, and below them what the open run,
/// the lessons and the glossary have.
[[nodiscard]] std::vector<Findable> everything(AppViewModel& app);

/// What a typed text itself stands for: the number of a step, or a share code.
[[nodiscard]] std::vector<Findable> meantBy(const QString& typed, AppViewModel& app);

/// Goes to what was found: "lesson:ID", "lesson:ID#PAGE", "position:N" of the run, "recent:N" of the runs that were left,
/// "term:NAME" and "machine:NAME" of the reference, "design:ID", "share:CODE".
/// Answers whether that was all: a "box:N" of the map only the window can show.
bool goTo(const QString& found, AppViewModel& app);

} // namespace bindlab
