#include "cli/commands.h"

#include "checker/checker.h"
#include "cli/saved_run.h"
#include "report/diagrams.h"
#include "report/murphi.h"
#include "report/promela.h"
#include "report/series_text.h"
#include "report/svg.h"
#include "report/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace bindlab {

namespace {

using Text = tl::expected<std::string, Complaint>;

bool isDiagram(const std::string& format) { return format == "mermaid" || format == "plantuml"; }
Dialect dialectOf(const std::string& format) { return format == "mermaid" ? Dialect::Mermaid : Dialect::PlantUml; }

std::string runAs(const std::string& format, const Run& run, const Library& library)
{
    if (format == "svg")
        return lanesAsSvg(run, library);
    return isDiagram(format) ? sequenceDiagram(run, dialectOf(format)) : runAsText(run, library);
}

Text exportMachine(const ExportOptions& options)
{
    const Machine* machine = findMachine(options.machine);
    if (machine == nullptr) {
        std::vector<std::string> names;
        for (const Machine* known : machines())
            names.emplace_back(known->name());
        return complain(unknownName("machine", options.machine, names));
    }
    if (options.format == "svg")
        return chartAsSvg(*machine);
    return isDiagram(options.format) ? stateDiagram(*machine, dialectOf(options.format)) : machineAsText(*machine);
}

Text exportFlow(const ExportOptions& options)
{
    if (options.format != "text")
        return complain(fmt::format("a flow is exported as text; {} draws runs and machines", options.format));
    const auto choice = chooseModel(options.model);
    if (!choice)
        return tl::unexpected(choice.error());
    std::vector<std::string> names;
    for (const FlowView& flow : flows(*choice->model)) {
        if (flow.name == options.flow)
            return flowAsText(flow);
        names.push_back(flow.name);
    }
    return complain(unknownName("flow", options.flow, names));
}

Text exportTrace(const ExportOptions& options)
{
    const auto saved = loadRun(options.trace, options.model.file);
    if (!saved)
        return tl::unexpected(saved.error());
    return runAs(options.format, saved->run, saved->choice.flows);
}

Text exportFailure(const ExportOptions& options)
{
    const auto choice = chooseModel(options.model);
    if (!choice)
        return tl::unexpected(choice.error());
    CheckOptions checkOptions;
    if (!options.property.empty()) {
        if (auto known = checkName("property", options.property, idsOf(propertiesOf(choice->flows))); !known)
            return tl::unexpected(known.error());
        checkOptions.properties = {options.property};
    }
    const CheckResult result = check(choice->model, checkOptions);
    if (result.violations.empty())
        return complain(fmt::format("there is no failing run to export: {}, verdict {} after {} states",
                                    toText(choice->selection), toText(result.verdict), result.states));
    const auto run = replay(choice->model, result.violations.front().steps);
    if (!run)
        return complain(run.error());
    return runAs(options.format, *run, choice->flows);
}

Text exportPatches(const ExportOptions& options)
{
    if (!options.trace.empty() || !options.machine.empty() || !options.flow.empty() || !options.property.empty() || !options.model.scenario.empty())
        return complain("patches writes the series that --design and --patch stand for, which is the same in every scenario");
    const auto choice = chooseDesign(options.model);
    if (!choice)
        return tl::unexpected(choice.error());
    if (choice->selection.design.empty())
        return complain(fmt::format("{} stands alone: there is no design in it that would be a series of patches", inQuotes(options.model.file)));
    const auto series = seriesOf(choice->flows, choice->selection);
    if (!series)
        return tl::unexpected(complaintAbout(series.error()));
    return seriesAsText(*series);
}

/// What SPIN and Rumur read is a whole model.
Text exportModel(const ExportOptions& options)
{
    if (!options.trace.empty() || !options.machine.empty() || !options.flow.empty() || !options.property.empty())
        return complain(options.format + " writes the model of --design, --scenario and --platform, or of --model FILE; runs, machines and "
                        "flows are exported as text, svg, mermaid or plantuml");
    const auto choice = chooseModel(options.model);
    if (!choice)
        return tl::unexpected(choice.error());
    auto text = options.format == "promela" ? promelaOf(*choice->model) : murphiOf(*choice->model);
    if (!text)
        return complain("this model cannot be written for another checker: " + text.error());
    return *std::move(text);
}

Text exported(const ExportOptions& options)
{
    if (options.format == "promela" || options.format == "murphi")
        return exportModel(options);
    if (options.format == "patches")
        return exportPatches(options);
    const int subjects = int(!options.trace.empty()) + int(!options.machine.empty()) + int(!options.flow.empty());
    if (subjects > 1)
        return complain("export one thing at a time: a trace, --machine, --flow, or the failing run of --design and --scenario");
    if (!options.trace.empty())
        return exportTrace(options);
    if (!options.machine.empty())
        return exportMachine(options);
    if (!options.flow.empty())
        return exportFlow(options);
    return exportFailure(options);
}

} // namespace

std::vector<std::string> exportFormats()
{
    return {"text", "svg", "mermaid", "plantuml", "patches", "promela", "murphi"};
}

Status exportCommand(const ExportOptions& options, const Console& console)
{
    const std::vector<std::string> formats = exportFormats();
    if (std::ranges::find(formats, options.format) == formats.end())
        return complain(unknownName("export format", options.format, formats));
    const Text text = exported(options);
    if (!text)
        return tl::unexpected(text.error());
    if (options.out.empty())
        console.out << *text;
    else if (auto written = writeTextFile(options.out, *text); !written)
        return tl::unexpected(written.error());
    return exitDone;
}

} // namespace bindlab
