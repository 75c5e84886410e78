#include "cli/commands.h"

#include "lesson/cited_sources.h"
#include "lesson/glossary.h"
#include "lesson/lesson.h"
#include "machines/machine.h"
#include "report/json.h"
#include "report/source.h"
#include "report/text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <ostream>

namespace bindlab {

namespace {

/// What is listed: rows for people, objects for programs.
struct Listing {
    std::vector<std::vector<std::string>> rows;
    Json items = Json::array();
};

/// One more line below a row, in its last column.
void addBelow(Listing& listing, const std::string& text)
{
    if (text.empty())
        return;
    std::vector<std::string> row(listing.rows.back().size());
    row.back() = text;
    listing.rows.push_back(std::move(row));
}

Listing designs(const Library& library)
{
    Listing listing;
    for (const DesignInfo& design : library.designs()) {
        listing.rows.push_back({design.id, design.title});
        addBelow(listing, design.patches.empty() ? design.base : fmt::format("{} + {}", design.base, fmt::join(design.patches, ", ")));
        addBelow(listing, sourceAsText(design.source));
        listing.items.push_back({{"id", design.id}, {"title", design.title}, {"base", design.base},
                                 {"patches", design.patches}, {"source", sourceAsJson(design.source)}});
    }
    return listing;
}

Listing patches(const Library& library)
{
    Listing listing;
    for (const PatchInfo& patch : library.patches()) {
        listing.rows.push_back({patch.id, patch.choice, patch.title});
        if (patch.mutation)
            addBelow(listing, "a known mistake, for teaching");
        if (!patch.needs.empty())
            addBelow(listing, fmt::format("needs {}", fmt::join(patch.needs, ", ")));
        addBelow(listing, sourceAsText(patch.source));
        listing.items.push_back({{"id", patch.id}, {"title", patch.title}, {"choice", patch.choice}, {"needs", patch.needs},
                                 {"mutation", patch.mutation}, {"source", sourceAsJson(patch.source)}});
    }
    return listing;
}

Listing scenarios(const Library& library)
{
    Listing listing;
    for (const ScenarioInfo& scenario : library.scenarios()) {
        listing.rows.push_back({scenario.id, scenario.group, scenario.name, scenario.title});
        addBelow(listing, sourceAsText(scenario.source));
        listing.items.push_back({{"id", scenario.id}, {"name", scenario.name}, {"title", scenario.title}, {"group", scenario.group},
                                 {"start", scenario.start}, {"source", sourceAsJson(scenario.source)}});
    }
    return listing;
}

Listing platforms(const Library& library)
{
    Listing listing;
    for (const PlatformInfo& platform : library.platforms()) {
        listing.rows.push_back({platform.id, platform.title});
        addBelow(listing, sourceAsText(platform.source));
        listing.items.push_back({{"id", platform.id}, {"title", platform.title}, {"source", sourceAsJson(platform.source)}});
    }
    return listing;
}

Listing properties(const Library& library)
{
    Listing listing;
    for (const PropertyInfo& property : propertiesOf(library)) {
        listing.rows.push_back({property.id, property.when, property.title});
        addBelow(listing, sourceAsText(property.source));
        listing.items.push_back({{"id", property.id}, {"title", property.title}, {"when", property.when},
                                 {"built_in", property.builtIn}, {"source", sourceAsJson(property.source)}});
    }
    return listing;
}

Listing machineListing(const Library&)
{
    Listing listing;
    for (const Machine* machine : machines()) {
        Json states = Json::array();
        for (const MachineState& state : machine->states())
            states.push_back(state.name);
        Json events = Json::array();
        for (const MachineEvent& event : machine->events())
            events.push_back(event.name);
        listing.rows.push_back({std::string(machine->name()), std::string(machine->component()), std::string(machine->title())});
        addBelow(listing, std::string(machine->source()));
        listing.items.push_back({{"id", machine->name()}, {"title", machine->title()}, {"component", machine->component()},
                                 {"states", std::move(states)}, {"events", std::move(events)}, {"source", machine->source()}});
    }
    return listing;
}

Listing terms(const Library&)
{
    Listing listing;
    for (const Term& term : glossary()) {
        listing.rows.push_back({term.term, term.where});
        listing.rows.push_back({"", term.text});
        listing.items.push_back({{"id", term.term}, {"names", term.names}, {"where", term.where}, {"text", term.text}});
    }
    return listing;
}

/// "design: D3a, D3b": one line for each kind that cites it.
void addCitations(Listing& listing, const CitedSource& source)
{
    for (int kind = 0; kind < citedByKinds; ++kind) {
        std::vector<std::string> ids;
        for (const Citation& citation : source.citations)
            if (citation.by == CitedBy(kind))
                ids.push_back(citation.id);
        if (!ids.empty())
            addBelow(listing, fmt::format("{}: {}", nameOf(CitedBy(kind)), fmt::join(ids, ", ")));
    }
}

Listing sources(const Library& library)
{
    std::vector<const Lesson*> all;
    for (const auto* list : {&lessons(), &challenges()})
        for (const Lesson& lesson : *list)
            all.push_back(&lesson);
    Listing listing;
    for (const CitedSource& source : citedSources(library, all)) {
        listing.rows.push_back({source.date, source.author.empty() ? source.title : fmt::format("{}: {}", source.author, source.title)});
        addCitations(listing, source);
        Json citations = Json::array();
        for (const Citation& citation : source.citations)
            citations.push_back({{"by", nameOf(citation.by)}, {"id", citation.id}, {"title", citation.title}, {"places", citation.places}});
        listing.items.push_back({{"id", source.id}, {"title", source.title}, {"author", source.author}, {"date", source.date},
                                 {"cited_by", std::move(citations)}});
    }
    return listing;
}

struct Kind {
    std::string_view name;
    Listing (*list)(const Library& library);
};

constexpr std::array kinds{Kind{"designs", designs},       Kind{"patches", patches},          Kind{"scenarios", scenarios},
                           Kind{"platforms", platforms},   Kind{"properties", properties},    Kind{"machines", machineListing},
                           Kind{"terms", terms},           Kind{"sources", sources}};

} // namespace

std::vector<std::string> listKinds()
{
    std::vector<std::string> names;
    for (const Kind& kind : kinds)
        names.emplace_back(kind.name);
    names.emplace_back("lessons");
    return names;
}

Status listCommand(const ListOptions& options, const Console& console)
{
    const bool inFlowFiles = options.kind != "lessons" && options.kind != "machines" && options.kind != "terms";
    if (!inFlowFiles && !options.file.empty())
        return complain(fmt::format("a flow file holds no {}", options.kind));
    if (options.kind == "lessons")
        return lessonCommand({"list", {}, options.json}, console);

    for (const Kind& kind : kinds) {
        if (kind.name != options.kind)
            continue;
        const auto library = chooseLibrary(options.file);
        if (!library)
            return tl::unexpected(library.error());
        const Listing listing = kind.list(*library);
        if (options.json)
            console.out << listing.items.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
        else
            console.out << table(listing.rows, console.columns);
        return exitDone;
    }
    return complain(unknownName("list", options.kind, listKinds()));
}

} // namespace bindlab
