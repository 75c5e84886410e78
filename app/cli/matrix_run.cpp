#include "cli/matrix_run.h"

#include "cli/model_choice.h"
#include "cli/progress.h"

#include <fmt/format.h>

#include <algorithm>

namespace bindlab {

namespace {

tl::expected<void, Complaint> checkNames(std::string_view kind, const std::vector<std::string>& names, const std::vector<std::string>& known)
{
    for (const std::string& name : names)
        if (auto found = checkName(kind, name, known); !found)
            return found;
    return {};
}

tl::expected<void, Complaint> checkPatches(const Library& library, std::vector<std::string> names)
{
    for (std::string& patch : names)
        patch.erase(0, patch.starts_with('-') ? 1 : 0);
    return checkNames("patch", names, idsOf(library.patches()));
}

} // namespace

tl::expected<Library, Complaint> libraryWithDesigns(const std::string& file, const std::vector<std::string>& designs)
{
    if (file.empty() || designs.empty())
        return chooseLibrary(file);
    const auto text = readTextFile(file);
    if (!text)
        return tl::unexpected(text.error());
    Library library = Library::shipped();
    library.add(file, *text);
    if (!library.problems().empty())
        return complain(toText(library.problems()));
    return library;
}

tl::expected<void, Complaint> checkDesigns(const Library& library, const std::vector<std::string>& names)
{
    for (const std::string& name : names) {
        const Selection selection = designNamed(name);
        if (auto known = checkName("design", selection.design, idsOf(library.designs())); !known)
            return known;
        if (auto known = checkPatches(library, selection.patches); !known)
            return known;
    }
    return {};
}

tl::expected<Matrix, Complaint> runMatrix(const Library& library, MatrixOptions options, const Console& console)
{
    for (const auto& found : {checkDesigns(library, options.designs),
                              checkNames("scenario", options.scenarios, idsOf(library.scenarios())),
                              checkNames("platform", options.platforms, idsOf(library.platforms())),
                              checkPatches(library, options.patches)})
        if (!found)
            return tl::unexpected(found.error());
    if (library.scenarios().empty())
        return complain("there is no scenario to check");

    const InterruptGuard guard;
    ProgressLine line(console);
    options.cancel = &stopRequested();
    options.progress = [&line](const MatrixProgress& progress) {
        line.show([&] {
            const Selection& cell = progress.cell;
            return fmt::format("{} of {} cells, {} {} {}: {} states", progress.done, progress.total, designName(cell), cell.scenario, cell.platform, progress.states);
        });
    };
    return checkMatrix(library, options);
}

int statusOf(const std::vector<MatrixCell>& cells)
{
    if (std::ranges::any_of(cells, &MatrixCell::stopped))
        return exitBounded;
    if (std::ranges::any_of(cells, [](const MatrixCell& cell) { return !cell.error.empty(); }))
        return exitBadInput;
    return std::ranges::all_of(cells, &MatrixCell::hasVerdict) ? exitDone : exitBounded;
}

} // namespace bindlab
