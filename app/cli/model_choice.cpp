#include "cli/model_choice.h"

#include "world/step.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace bindlab {

namespace {

/// Where there are no platforms, as in a stand-alone file, the name of one does not matter.
tl::expected<void, Complaint> checkNames(const Library& library, const Selection& selection)
{
    if (!selection.design.empty())
        if (auto known = checkName("design", selection.design, idsOf(library.designs())); !known)
            return known;
    for (const std::string& patch : selection.patches)
        if (auto known = checkName("patch", patch.substr(patch.starts_with('-') ? 1 : 0), idsOf(library.patches())); !known)
            return known;
    if (!selection.scenario.empty())
        if (auto known = checkName("scenario", selection.scenario, idsOf(library.scenarios())); !known)
            return known;
    if (!library.platforms().empty())
        if (auto known = checkName("platform", selection.platform, idsOf(library.platforms())); !known)
            return known;
    return {};
}

tl::expected<ModelChoice, Complaint> compileChoice(Library library, Selection selection)
{
    auto model = library.compile(selection);
    if (!model)
        return tl::unexpected(complaintAbout(model.error()));
    if (const std::string problem = startProblem(**model); !problem.empty())
        return complain(problem);
    return ModelChoice{std::move(library), std::move(selection), std::move(*model), {}};
}

tl::expected<Library, Complaint> libraryOf(const UserFile& file, const std::string& design)
{
    if (file.path.empty())
        return Library::shipped();
    return libraryWith(file.path, file.text, design).map_error([](const Diagnostics& diagnostics) { return Complaint{toText(diagnostics)}; });
}

} // namespace

tl::expected<UserFile, Complaint> readUserFile(const std::string& path)
{
    if (path.empty())
        return UserFile{};
    auto text = readTextFile(path);
    if (!text)
        return tl::unexpected(text.error());
    return UserFile{path, std::move(*text)};
}

tl::expected<Library, Complaint> chooseLibrary(const std::string& file)
{
    return readUserFile(file).and_then([](const UserFile& read) { return libraryOf(read, {}); });
}

std::vector<PropertyInfo> propertiesOf(const Library& library)
{
    std::vector<PropertyInfo> properties = library.properties();
    for (const PropertyInfo& shipped : Library::shipped().properties())
        if (shipped.builtIn && std::ranges::find(properties, shipped.id, &PropertyInfo::id) == properties.end())
            properties.push_back(shipped);
    return properties;
}

Complaint complaintAbout(const Diagnostics& diagnostics)
{
    std::string line;
    for (const Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.line != 0)
            return {toText(diagnostics)};
        line += fmt::format("{}{}{}{}", line.empty() ? "" : "; ", diagnostic.message, diagnostic.hint.empty() ? "" : ", ", diagnostic.hint);
    }
    return {line};
}

tl::expected<ModelChoice, Complaint> chooseDesign(const ModelOptions& options)
{
    const auto file = readUserFile(options.file);
    if (!file)
        return tl::unexpected(file.error());
    auto library = libraryOf(*file, options.design);
    if (!library)
        return tl::unexpected(library.error());

    Selection selection{options.design, options.patches, options.scenario, options.platform};
    const Selection only = onlyNamesIn(file->path, file->text);
    if (selection.design.empty())
        selection.design = only.design;
    if (selection.scenario.empty())
        selection.scenario = only.scenario;

    if (library->platforms().empty() && !options.platform.empty())
        return complain(unknownName("platform", options.platform, {}));
    if (!library->platforms().empty() && options.platform.empty())
        selection.platform = Selection().platform;
    if (auto known = checkNames(*library, selection); !known)
        return tl::unexpected(known.error());
    if (selection.design.empty() && !library->designs().empty())
        return complain(fmt::format("which design? Say --design and one of {}", fmt::join(idsOf(library->designs()), ", ")));
    return ModelChoice{std::move(*library), std::move(selection), nullptr, {}};
}

tl::expected<ModelChoice, Complaint> chooseModel(const ModelOptions& options)
{
    auto choice = chooseDesign(options);
    if (!choice)
        return choice;
    if (choice->selection.scenario.empty())
        return complain(fmt::format("which scenario? Say --scenario and one of {}", fmt::join(idsOf(choice->flows.scenarios()), ", ")));
    choice->whyNotApplicable = choice->flows.whyNotApplicable(choice->selection);
    if (options.mayNotApply && !choice->whyNotApplicable.empty())
        return choice;
    return compileChoice(std::move(choice->flows), std::move(choice->selection));
}

tl::expected<ModelChoice, Complaint> chooseModel(const Selection& selection, const std::string& file)
{
    return readUserFile(file).and_then([&](const UserFile& read) { return chooseModel(selection, read); });
}

tl::expected<ModelChoice, Complaint> chooseModel(const Selection& selection, const UserFile& file)
{
    auto library = libraryOf(file, selection.design);
    if (!library)
        return tl::unexpected(library.error());
    if (auto known = checkNames(*library, selection); !known)
        return tl::unexpected(known.error());
    return compileChoice(std::move(*library), selection);
}

} // namespace bindlab
