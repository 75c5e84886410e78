#pragma once

#include "checker/checker.h"
#include "flow/library.h"
#include "machines/machine.h"
#include "world/run.h"
#include "world/snapshot.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bindlab {

/// Lines of this many columns survive a mailing list, quoted twice.
constexpr int mailColumns = 78;

/// How many columns a terminal needs for `text`: one for each code point.
[[nodiscard]] int columnsOf(std::string_view text);

/// `text` as lines of at most `columns`, broken at spaces; a word that is longer is cut. At least one line.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, int columns);

/// Cells in columns that are as wide as they have to be, two spaces between them; the last column wraps under
/// itself. A row with fewer cells ends early. Each line starts with `indent` spaces and ends with a newline.
[[nodiscard]] std::string table(const std::vector<std::vector<std::string>>& rows, int columns, int indent = 0);

/// "design D3a, scenario S3, platform tdx", with the patches that were added.
[[nodiscard]] std::string toText(const Selection& selection);

/// The same as rows, each with its title.
[[nodiscard]] std::string scopeAsText(const Selection& selection, const Library& library, int columns = mailColumns);

/// Every recorded step of the run, numbered: thread, flow and line, what happened. Ends with a newline; empty for
/// a run of no steps. The steps in `marked`, counted from 0, have a star in front.
[[nodiscard]] std::string stepsAsText(const Run& run, int columns = mailColumns, int indent = 0, std::span<const int> marked = {});

/// What is broken in the state the run starts in and what the recorded steps broke, in order, each once.
[[nodiscard]] std::vector<Finding> findingsOf(const Run& run);

/// The whole run: what was run, the threads, the steps, what it broke.
[[nodiscard]] std::string runAsText(const Run& run, const Library& library, int columns = mailColumns);

/// What each user call can return, one line a call. Empty when there is none.
[[nodiscard]] std::string callsAsText(std::span<const CallResults> calls, int columns = mailColumns, int indent = 0);

/// States and transition table of a machine, read off its chart, and what it refuses.
[[nodiscard]] std::string machineAsText(const Machine& machine, int columns = mailColumns);

/// A flow as the code panel shows it: its signature, then numbered lines, those of a patch marked with its name.
[[nodiscard]] std::string flowAsText(const FlowView& flow);

} // namespace bindlab
