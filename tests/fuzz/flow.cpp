/// libFuzzer: any text is a flow file. What of it compiles is stepped and checked. A text that begins with '+' stands beside the
/// shipped flows, any other one alone.
#include "reading.h"

#include "world/snapshot.h"

using namespace bindlab;

namespace {

constexpr std::size_t mostScenarios = 2;   ///< of one input: the more of it, the fewer inputs

void compile(const Library& library, const Selection& selection, std::string_view text)
{
    const auto model = library.compile(selection);
    if (!model) {
        require(!model.error().empty(), "what does not compile has a reason");
        requireGood(model.error(), "mine.flow", text);
        return;
    }
    play(*model);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string_view text = asText(data, size);
    const bool beside = text.starts_with('+');
    if (beside)
        text.remove_prefix(1);
    Library library = beside ? Library::shipped() : Library();
    library.add("mine.flow", text);
    requireGood(library.problems(), "mine.flow", text);
    const auto designs = library.designs();
    const auto scenarios = library.scenarios();
    const auto shipped = beside ? Library::shipped().scenarios().size() : 0;
    Selection selection{beside ? "D1" : designs.empty() ? "" : designs.front().id, {}, {}};
    if (beside && designs.size() > Library::shipped().designs().size())
        selection.design = designs.back().id;
    for (std::size_t i = shipped; i < std::min(scenarios.size(), shipped + mostScenarios); ++i) {
        selection.scenario = scenarios[i].id;
        compile(library, selection, text);
    }
    if (scenarios.size() == shipped) {
        selection.scenario = beside ? "S3" : "";
        compile(library, selection, text);
    }
    noteInput();
    return 0;
}
