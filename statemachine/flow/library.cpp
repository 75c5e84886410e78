#include "flow/library.h"

#include "flow/compiler.h"
#include "flow/embedded.h"
#include "flow/limits.h"
#include "flow/parser.h"

#include <algorithm>
#include <tuple>

namespace bindlab {

SourceInfo resolve(const Library::Parts& parts, const std::vector<ast::SourceRef>& refs)
{
    SourceInfo info;
    if (refs.empty())
        return info;
    for (const SourceInfo& source : parts.sources)
        if (source.id == refs.front().id)
            info = source;
    info.id = refs.front().id;
    info.section = refs.front().section;
    return info;
}

Library::Library() : m_parts(std::make_unique<Parts>()) {}
Library::~Library() = default;
Library::Library(const Library& other) : m_parts(std::make_unique<Parts>(*other.m_parts)), m_judgesEveryFlow(other.m_judgesEveryFlow) {}
Library::Library(Library&&) noexcept = default;
Library& Library::operator=(const Library& other)
{
    *m_parts = *other.m_parts;
    m_judgesEveryFlow = other.m_judgesEveryFlow;
    return *this;
}
Library& Library::operator=(Library&&) noexcept = default;

const Library& Library::shipped()
{
    static const Library library = [] {
        Library result;
        for (const EmbeddedFile& file : embeddedFlows())
            result.add(std::string(file.name), file.text);
        result.trust();
        return result;
    }();
    return library;
}

void Library::add(const std::string& file, std::string_view text)
{
    m_judgesEveryFlow = true;
    if (text.size() > FlowLimits::bytes) {
        Diagnostic diagnostic;
        diagnostic.file = file;
        diagnostic.message = "the file is larger than " + std::to_string(FlowLimits::bytes >> 20) + " MiB, the most a flow file may be; it has "
            + std::to_string(text.size()) + " bytes";
        m_parts->problems.push_back(std::move(diagnostic));
        return;
    }
    // FNV-1a, with an end after each text.
    for (const std::string_view part : {std::string_view(file), text})
        for (std::size_t i = 0; i <= part.size(); ++i)
            m_parts->fingerprint = (m_parts->fingerprint ^ (i < part.size() ? std::uint8_t(part[i]) : 0)) * 0x100000001b3;
    parseFile(makeSourceFile(file, text), *m_parts);
}

std::uint64_t Library::fingerprint() const { return m_parts->fingerprint; }

const Diagnostics& Library::problems() const { return m_parts->problems; }

std::vector<DesignInfo> Library::designs() const
{
    std::vector<DesignInfo> infos;
    for (const ast::Design& design : m_parts->designs) {
        DesignInfo info{design.id, design.title, design.base.text, {}, resolve(*m_parts, design.sources)};
        for (const auto& [token, id] : design.patches)
            info.patches.push_back(id);
        infos.push_back(std::move(info));
    }
    return infos;
}

std::vector<PatchInfo> Library::patches() const
{
    std::vector<PatchInfo> infos;
    for (const ast::Patch& patch : m_parts->patches)
        infos.push_back({patch.id, patch.title, patch.choice, patch.needs, resolve(*m_parts, patch.sources), patch.mutation});
    return infos;
}

std::vector<ScenarioInfo> Library::scenarios() const
{
    std::vector<ScenarioInfo> infos;
    for (const ast::Scenario& scenario : m_parts->scenarios)
        infos.push_back({scenario.id.text, scenario.group, scenario.name, scenario.title, scenario.start.text, resolve(*m_parts, scenario.sources)});
    return infos;
}

std::vector<PlatformInfo> Library::platforms() const
{
    std::vector<PlatformInfo> infos;
    for (const ast::Named& platform : m_parts->platforms)
        infos.push_back({platform.id, platform.title, resolve(*m_parts, platform.sources)});
    return infos;
}

std::vector<PropertyInfo> Library::properties() const
{
    static const char* const when[] = {"always", "at rest", "at the end", "while a lock is free", "always", "at the step"};
    std::vector<PropertyInfo> infos;
    for (const ast::Property& property : m_parts->properties)
        infos.push_back({property.id, property.title, when[int(property.when)], resolve(*m_parts, property.sources),
                         property.when == ast::Property::When::BuiltIn});
    return infos;
}

std::string Library::whyNotApplicable(const Selection& selection) const { return bindlab::whyNotApplicable(*m_parts, selection); }

tl::expected<std::shared_ptr<const Model>, Diagnostics> Library::compile(const Selection& selection) const
{
    // Mistakes of grammar do not keep those of names and types from being told, unless whole declarations are missing.
    Diagnostics found = m_parts->problems;
    if (m_parts->declarationLost)
        return tl::unexpected(std::move(found));
    Diagnostics more;
    const Assembly assembly = assemble(*m_parts, selection, more);
    std::shared_ptr<const Model> model;
    const bool standsAlone = m_parts->designs.empty(); // then its flows can be checked even when there is nothing to run
    if (!found.empty() && !standsAlone)
        more.clear(); // what cannot be chosen may be what could not be read
    else if (more.empty() || standsAlone) {
        Diagnostics inside;
        model = compileAssembly(*m_parts, assembly, selection, m_judgesEveryFlow, inside);
        if (!inside.empty() || !found.empty())
            more.clear();
        more.insert(more.end(), inside.begin(), inside.end());
    }
    found.insert(found.end(), more.begin(), more.end());
    std::stable_sort(found.begin(), found.end(), [](const Diagnostic& a, const Diagnostic& b) {
        return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
    });
    if (!found.empty() || !model)
        return tl::unexpected(std::move(found));
    return model;
}

tl::expected<Library, Diagnostics> libraryWith(const std::string& file, std::string_view text, const std::string& design, const Library& shipped)
{
    Library alone;
    alone.add(file, text);
    if (!alone.problems().empty())
        return tl::unexpected(alone.compile({}).error());
    if (design.empty() && alone.designs().empty() && !alone.scenarios().empty())
        return alone;
    Library both = shipped;
    both.add(file, text);
    if (!both.problems().empty())
        return tl::unexpected(both.problems());
    return both;
}

Selection onlyNamesIn(const std::string& file, std::string_view text)
{
    Library own;
    own.add(file, text);
    Selection selection;
    if (const auto designs = own.designs(); designs.size() == 1)
        selection.design = designs.front().id;
    if (const auto scenarios = own.scenarios(); scenarios.size() == 1)
        selection.scenario = scenarios.front().id;
    return selection;
}

} // namespace bindlab
