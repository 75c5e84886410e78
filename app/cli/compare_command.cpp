#include "cli/commands.h"

#include "cli/matrix_run.h"
#include "cli/progress.h"
#include "checker/compare.h"
#include "report/compare_json.h"
#include "report/compare_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <ostream>

namespace bindlab {

namespace {

/// How a schedule is asked for: "I3", "F1", "turns".
bool isAskedFor(const Lead& lead, const std::string& follow)
{
    return lead.schedule == Schedule::Fair ? follow == "turns" : follow == lead.violation.property || follow == lead.violation.failure;
}

tl::expected<Comparison, Complaint> runComparison(const Library& library, const std::string& scenario, const std::string& platform,
                                                  const CompareCommandOptions& options, const Console& console)
{
    const InterruptGuard guard;
    ProgressLine line(console);
    CompareOptions compareOptions;
    compareOptions.maxStates = options.maxStates;
    compareOptions.cancel = &stopRequested();
    compareOptions.progress = [&line](const CheckProgress& progress) {
        line.show([&] { return fmt::format("{} states, depth {}", progress.states, progress.depth); });
    };
    std::array<Selection, 2> selections{designNamed(options.first), designNamed(options.second)};
    for (Selection& selection : selections) {
        selection.scenario = scenario;
        selection.platform = platform;
    }
    Comparison comparison = compare(library, selections, compareOptions);
    const std::vector<Lead> leads = leadsOf(comparison);
    if (options.follow.empty() || leads.empty())
        return comparison;
    const auto asked = std::ranges::find_if(leads, [&](const Lead& lead) { return isAskedFor(lead, options.follow); });
    if (asked == leads.end()) {
        std::vector<std::string> names;
        for (const Lead& lead : leads)
            if (const std::string name = lead.schedule == Schedule::Fair ? "turns" : lead.violation.property; std::ranges::find(names, name) == names.end())
                names.push_back(name);
        return complain(fmt::format("{} is not what one of them breaks and the other keeps; --follow takes {}", inQuotes(options.follow), fmt::join(names, ", ")));
    }
    if (!play(comparison, *asked))
        return complain(fmt::format("the run that breaks {} could not be replayed", options.follow));
    return comparison;
}

void write(const Json& json, const Console& console)
{
    console.out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

/// The first scenario in which the two differ; else the first that both can run, else the first there is.
std::size_t scenarioToShow(const Matrix& matrix)
{
    const auto firstWhere = [&](auto is) {
        for (std::size_t scenario = 0; scenario < matrix.scenarios.size(); ++scenario)
            if (is(matrix.at(0, scenario, 0), matrix.at(1, scenario, 0)))
                return scenario;
        return matrix.scenarios.size();
    };
    const auto runs = [](const MatrixCell& cell) { return cell.error.empty() && cell.result.verdict != Verdict::NotApplicable; };
    const std::size_t both = firstWhere([&](const MatrixCell& one, const MatrixCell& other) { return runs(one) && runs(other) && !sameVerdict(one, other); });
    if (both < matrix.scenarios.size())
        return both;
    const std::size_t either = firstWhere([&](const MatrixCell& one, const MatrixCell& other) { return runs(one) && runs(other); });
    return either < matrix.scenarios.size() ? either : 0;
}

/// Over all scenarios: a table of those in which they differ, and the lock step for the first of these.
Status compareAll(const Library& library, const CompareCommandOptions& options, const std::string& platform, const Console& console)
{
    MatrixOptions matrixOptions;
    matrixOptions.designs = {options.first, options.second};
    if (!library.platforms().empty())
        matrixOptions.platforms = {platform};
    matrixOptions.maxStates = options.maxStates;
    auto matrix = runMatrix(library, matrixOptions, console);
    if (!matrix)
        return tl::unexpected(matrix.error());
    const std::string scenario = matrix->scenarios[scenarioToShow(*matrix)];
    const int status = statusOf(matrix->cells);
    if (matrix->stopped()) {
        if (options.json)
            write({{"differences", differencesAsJson(*matrix, library)}, {"comparison", nullptr}}, console);
        else
            console.out << differencesAsText(*matrix, library, console.columns) << "\nstopped on request\n";
        return status;
    }
    const auto comparison = runComparison(library, scenario, platform, options, console);
    if (!comparison)
        return tl::unexpected(comparison.error());
    if (options.json)
        write({{"differences", differencesAsJson(*matrix, library)}, {"comparison", comparisonAsJson(*comparison, library)}}, console);
    else
        console.out << differencesAsText(*matrix, library, console.columns) << '\n' << comparisonAsText(*comparison, library, console.columns, options.diff);
    return std::max(status, statusOf({comparison->sides[0].cell, comparison->sides[1].cell}));
}

} // namespace

Status compareCommand(const CompareCommandOptions& options, const Console& console)
{
    const auto library = libraryWithDesigns(options.file, {options.first, options.second});
    if (!library)
        return tl::unexpected(library.error());
    if (auto known = checkDesigns(*library, {options.first, options.second}); !known)
        return tl::unexpected(known.error());
    if (designName(designNamed(options.first)) == designName(designNamed(options.second)))
        return complain(fmt::format("{} is compared with itself; name two designs", inQuotes(options.first)));
    if (!options.scenario.empty())
        if (auto known = checkName("scenario", options.scenario, idsOf(library->scenarios())); !known)
            return tl::unexpected(known.error());
    const std::string platform = library->platforms().empty() ? "" : options.platform.empty() ? Selection().platform : options.platform;
    if (!platform.empty() || !options.platform.empty())
        if (auto known = checkName("platform", options.platform.empty() ? platform : options.platform, idsOf(library->platforms())); !known)
            return tl::unexpected(known.error());
    if (options.scenario.empty())
        return compareAll(*library, options, platform, console);

    const auto comparison = runComparison(*library, options.scenario, platform, options, console);
    if (!comparison)
        return tl::unexpected(comparison.error());
    if (options.json)
        write(comparisonAsJson(*comparison, *library), console);
    else
        console.out << comparisonAsText(*comparison, *library, console.columns, options.diff);
    return statusOf({comparison->sides[0].cell, comparison->sides[1].cell});
}

} // namespace bindlab
