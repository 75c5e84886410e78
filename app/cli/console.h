#pragma once

#include <tl/expected.hpp>

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace bindlab {

/// What the program ends with; scripts rely on these.
enum ExitStatus : int {
    exitDone = 0,       ///< holds, or done
    exitViolated = 1,   ///< a property is violated, or a lesson's claim is false
    exitBadInput = 2,   ///< bad input or usage, or the answer could not be written
    exitBounded = 3     ///< stopped at a bound, no verdict
};

/// Where a command writes, and for whom.
struct Console {
    std::ostream& out;
    std::ostream& err;
    int columns = 100;        ///< at most 100
    bool colour = false;      ///< stdout is a terminal and nothing asks for plain text
    bool progress = false;    ///< stderr is a terminal
};

/// Console of this process: looks at the terminals, NO_COLOR, TERM and COLUMNS.
[[nodiscard]] Console processConsole();

enum class Ink { Good, Bad, Strong, Faint };
/// `text` in that ink, or as it is where the console has no colour.
[[nodiscard]] std::string inked(const Console& console, Ink ink, std::string_view text);

/// Why a command cannot answer: one line without "bindlab: ", or whole diagnostics that end with a newline.
struct Complaint {
    std::string text;
};

/// Exit status of a command, or why there is none.
using Status = tl::expected<int, Complaint>;

[[nodiscard]] tl::unexpected<Complaint> complain(std::string text);
/// Writes a complaint, one line whatever is in it unless it is diagnostics. Answers exitBadInput.
int report(const Console& console, const Complaint& complaint);

/// A name from outside, fit for one line: quoted, control characters and broken UTF-8 replaced, cut when very long.
[[nodiscard]] std::string inQuotes(std::string_view name);

/// "unknown design 'D33', did you mean 'D3a'? Known: D1, D2, D3a, D3b"; a long list is left to `bindlab list`.
[[nodiscard]] std::string unknownName(std::string_view kind, std::string_view name, const std::vector<std::string>& known);

/// Complains when `name` is not among the known ones.
[[nodiscard]] tl::expected<void, Complaint> checkName(std::string_view kind, std::string_view name,
                                                      const std::vector<std::string>& known);

/// The whole of a file. Not there, a folder, unreadable or above 16 MiB is a complaint.
[[nodiscard]] tl::expected<std::string, Complaint> readTextFile(const std::string& path);
/// Writes `text` to a file, all of it or a complaint.
[[nodiscard]] tl::expected<void, Complaint> writeTextFile(const std::string& path, std::string_view text);

} // namespace bindlab
