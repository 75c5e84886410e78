#include "flow/series.h"

#include "flow/flow_bodies.h"

#include <algorithm>

namespace bindlab {

namespace {

FlowView textOf(const compiling::FlowBodies& bodies, const ast::Block& block, const std::string& kind)
{
    FlowView view;
    view.name = view.signature = kind + " " + bodies.renamed(block.name.text);
    view.lines = bodies.viewLines(block.lines);
    return view;
}

FlowView textOf(const ast::Ops& ops)
{
    FlowView view;
    view.name = view.signature = "ops " + ops.name.text;
    for (const auto& [name, flow] : ops.entries) {
        CodeLineView& line = view.lines.emplace_back();
        line.number = int(view.lines.size());
        line.text = name.text + " = " + (flow.empty() ? "NULL" : flow) + ";";
    }
    return view;
}

Series::Texts textsOf(const Library::Parts& parts, const Assembly& assembly)
{
    Diagnostics none;
    compiling::Complaints complaints(parts, none);
    Model model;
    compiling::FlowBodies bodies(assembly, complaints, model);
    Series::Texts texts;
    for (const ast::Struct& structure : assembly.structs)
        texts.push_back(textOf(bodies, structure, "struct"));
    for (const ast::Ops& ops : assembly.ops)
        texts.push_back(textOf(ops));
    bodies.read();
    for (compiling::ReadFlow& read : bodies.all())
        (void)bodies.viewOf(read);
    texts.insert(texts.end(), model.flows.begin(), model.flows.end());
    return texts;
}

template <typename Info>
Info infoOf(const std::vector<Info>& infos, const std::string& id)
{
    const auto found = std::ranges::find(infos, id, &Info::id);
    return found == infos.end() ? Info{} : *found;
}

} // namespace

tl::expected<Series, Diagnostics> seriesOf(const Library& library, const Selection& selection)
{
    Selection kernel = selection;
    kernel.scenario.clear();
    Diagnostics problems = library.problems();
    const auto assembled = [&](std::size_t patches) { return assemble(library.parts(), kernel, problems, {patches, false}); };
    const Assembly whole = assembled(AssemblyExtent::everyPatch);
    if (!problems.empty())
        return tl::unexpected(std::move(problems));
    Series series{infoOf(library.designs(), selection.design), library.platforms().empty() ? std::string() : selection.platform, {}, {}, {}};
    for (const std::string& id : whole.patches) {
        series.patches.push_back(infoOf(library.patches(), id));
        const auto choice = std::ranges::find(library.parts().choices, series.patches.back().choice, &ast::Named::id);
        series.questions.push_back(choice == library.parts().choices.end() ? std::string() : choice->title);
    }
    for (std::size_t patches = 0; patches <= whole.patches.size(); ++patches)
        series.texts.push_back(textsOf(library.parts(), assembled(patches)));
    if (!problems.empty())
        return tl::unexpected(std::move(problems));
    return series;
}

} // namespace bindlab
