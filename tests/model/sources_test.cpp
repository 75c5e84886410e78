#include "shipped_model.h"

#include "flow/ast.h"
#include "flow/program.h"
#include "machines/machine.h"

#include "catch.h"

#include <algorithm>

using namespace bindlab;
using namespace bindlab::testing;
using Catch::Matchers::Contains;

namespace {

/// Everything of a library that cites no source, or one that nobody declared, by kind and name.
std::vector<std::string> withoutSource(const Library& library)
{
    const Library::Parts& parts = library.parts();
    std::vector<std::string> found;
    const auto look = [&](const std::string& kind, const std::string& name, const std::vector<ast::SourceRef>& sources) {
        if (sources.empty())
            found.push_back(kind + " " + name + " cites no source");
        for (const ast::SourceRef& source : sources)
            if (std::ranges::find(parts.sources, source.id, &SourceInfo::id) == parts.sources.end())
                found.push_back(kind + " " + name + " cites '" + source.id + "', which is no source");
    };
    const auto lookAtBlocks = [&](const std::string& kind, const auto& blocks) {
        for (const ast::Block& block : blocks)
            look(kind, block.name.text, block.sources);
    };
    const auto lookAtNamed = [&](const std::string& kind, const auto& entries) {
        for (const auto& entry : entries)
            look(kind, entry.id, entry.sources);
    };
    lookAtBlocks("struct", parts.structs);
    lookAtBlocks("flow", parts.flows);
    lookAtBlocks("start", parts.starts);
    lookAtBlocks("epilogue", parts.epilogues);
    lookAtNamed("patch", parts.patches);
    for (const ast::Patch& patch : parts.patches) {
        lookAtBlocks("struct", patch.structs);
        lookAtBlocks("flow", patch.flows);
    }
    lookAtNamed("design", parts.designs);
    lookAtNamed("property", parts.properties);
    lookAtNamed("platform", parts.platforms);
    lookAtNamed("choice", parts.choices);
    lookAtNamed("base", parts.bases);
    for (const ast::Scenario& scenario : parts.scenarios)
        look("scenario", scenario.id.text, scenario.sources);
    return found;
}

} // namespace

TEST_CASE("whatever the shipped flows say is said by a source that is named", "[model][sources]")
{
    CHECK(withoutSource(Library::shipped()) == std::vector<std::string>{});
}

TEST_CASE("what cites no source, or an unknown one, is found by its kind and name", "[model][sources]")
{
    const auto [text, complaint] = GENERATE(table<std::string, std::string>({
        {"flow f() : k { }", "flow f cites no source"},
        {"struct T { int n; }", "struct T cites no source"},
        {"patch p \"a patch\" { }", "patch p cites no source"},
        {"patch p \"a patch\" @NOTES \"9\" { flow f() : k { } }", "flow f cites no source"},
        {"design D \"a design\" : older { vdevice-ioctl }", "design D cites no source"},
        {"property P \"a property\" builtin;", "property P cites no source"},
        {"platform riscv \"CoVE-IO\";", "platform riscv cites no source"},
        {"prologue q { }", "start q cites no source"},
        {"epilogue F { }", "epilogue F cites no source"},
        {"scenario S s \"a scenario\" from P then E { thread T1 { UNBIND(dev); } }", "scenario S cites no source"},
        {"flow f() : k @NOBODY \"2\" { }", "flow f cites 'NOBODY', which is no source"},
    }));
    CAPTURE(text);
    CHECK(withoutSource(shippedAnd(text + "\n")) == std::vector<std::string>{complaint});
}

TEST_CASE("every source has a title, and a mail its author and day", "[model][sources]")
{
    for (const SourceInfo& source : Library::shipped().parts().sources) {
        CAPTURE(source.id);
        CHECK_FALSE(source.title.empty());
        CHECK(source.author.empty() == source.date.empty());
        if (source.id.starts_with("SEED")) {
            CHECK_FALSE(source.author.empty());
            CHECK(source.date.size() == 10);
        }
    }
}

// Machines are tables in C++: what they cite is prose, and no library is behind it.
TEST_CASE("every machine says where its table comes from, with a section", "[model][sources]")
{
    for (const Machine* machine : machines()) {
        CAPTURE(machine->name());
        const std::string source(machine->source());
        CHECK_THAT(source, Contains("PCI Express") || Contains("Linux") || Contains("libspdm") || Contains("Intel TDX module") || Contains("Series"));
        CHECK_THAT(source, Contains("domain notes") || Contains("table") || Contains("section"));
        CHECK(std::ranges::any_of(source, [](char c) { return c >= '0' && c <= '9'; }));
    }
}

TEST_CASE("every machine lives in some object of the shipped model, and none is made up", "[model][sources]")
{
    std::set<std::string> used;
    const auto collect = [&](const std::vector<ast::Struct>& structs) {
        for (const ast::Struct& s : structs)
            for (const BlockLine& line : s.lines)
                for (std::size_t token = 0; token + 1 < line.tokens.size(); ++token)
                    if (line.tokens[token].is("machine"))
                        used.insert(line.tokens[token + 1].text);
    };
    collect(Library::shipped().parts().structs);
    for (const ast::Patch& patch : Library::shipped().parts().patches)
        collect(patch.structs);
    std::set<std::string> known;
    for (const Machine* machine : machines())
        known.emplace(machine->name());
    CHECK(used == known);
}

TEST_CASE("every flow of every design and platform compiles, also those that no thread calls", "[model][sources]")
{
    // A library that a file was added to judges all of its flows; the shipped one has been judged, here.
    Library library = Library::shipped();
    library.add("nothing.flow", "");
    for (const DesignInfo& design : library.designs())
        for (const PlatformInfo& platform : library.platforms()) {
            CAPTURE(design.id, platform.id);
            const auto judged = library.compile({design.id, {}, "HP", platform.id});
            REQUIRE(judged);
            CHECK((*judged)->stateBytes == (*Library::shipped().compile({design.id, {}, "HP", platform.id}))->stateBytes);
        }
}

TEST_CASE("a mistake in a flow that nobody calls is told when the file is not a shipped one", "[model][sources]")
{
    Library library = Library::shipped();
    library.add("own.flow", "flow nobody_calls(Assigned* dev) : vmm @NOTES { dev.vfoi = NULL; }");
    CHECK_FALSE(library.compile({"D6", {}, "HP", "tdx"}));
}
