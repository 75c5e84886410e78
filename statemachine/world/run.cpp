#include "world/run.h"

#include "flow/program.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace bindlab {

namespace {
constexpr std::size_t maxTraceSteps = 1'000'000;

tl::unexpected<std::string> bad(std::string why) { return tl::unexpected<std::string>(std::move(why)); }
}

std::string toJson(const Trace& trace)
{
    nlohmann::ordered_json json;
    json["bindlab"] = "trace";
    json["version"] = trace.flowText.empty() ? 1 : Trace::currentVersion;   // older programs read what they can
    json["design"] = trace.selection.design;
    json["patches"] = trace.selection.patches;
    json["scenario"] = trace.selection.scenario;
    json["platform"] = trace.selection.platform;
    json["steps"] = nlohmann::ordered_json::array();
    for (const StepChoice& step : trace.steps)
        json["steps"].push_back({step.thread, step.choice});
    if (trace.position >= 0)
        json["position"] = trace.position;
    if (!trace.flowText.empty())
        json["flow"] = {{"name", trace.flowName}, {"text", trace.flowText}};
    return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

tl::expected<Trace, std::string> traceFromJson(const std::string& text)
{
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (json.is_discarded())
        return bad("this is no trace: expected JSON as `bindlab check --trace` writes it");
    if (!json.is_object() || !json.contains("bindlab") || json["bindlab"] != "trace")
        return bad("this is no trace: expected an object with \"bindlab\": \"trace\"");
    Trace trace;
    const auto string = [&](const char* key, std::string& value) {
        if (!json.contains(key) || !json[key].is_string())
            return false;
        value = json[key].get<std::string>();
        return true;
    };
    if (!json.contains("version") || !json["version"].is_number_integer())
        return bad("the trace has no \"version\"");
    if (json["version"].get<long>() > Trace::currentVersion)
        return bad("the trace was written by a newer Bindlab (version " + json["version"].dump() + "; this one reads up to "
                              + std::to_string(Trace::currentVersion) + ")");
    if (json["version"].get<long>() < 1)
        return bad("the trace has version " + json["version"].dump() + ", which never was");
    if (!string("design", trace.selection.design) || !string("scenario", trace.selection.scenario) || !string("platform", trace.selection.platform))
        return bad("the trace does not name its design, scenario and platform");
    if (json.contains("patches")) {
        if (!json["patches"].is_array())
            return bad("\"patches\" of the trace is no list");
        for (const auto& patch : json["patches"]) {
            if (!patch.is_string())
                return bad("\"patches\" of the trace holds something that is no name");
            trace.selection.patches.push_back(patch.get<std::string>());
        }
    }
    if (!json.contains("steps") || !json["steps"].is_array())
        return bad("the trace has no list of \"steps\"");
    if (json["steps"].size() > maxTraceSteps)
        return bad("the trace has more than " + std::to_string(maxTraceSteps) + " steps, the most that are read");
    for (const auto& step : json["steps"]) {
        const bool good = step.is_array() && step.size() == 2 && step[0].is_number_unsigned() && step[1].is_number_unsigned()
            && step[0].get<std::uint64_t>() < 256 && step[1].get<std::uint64_t>() < 256;
        if (!good)
            return bad("step " + std::to_string(trace.steps.size() + 1) + " of the trace is not [thread, choice] with small numbers");
        trace.steps.push_back({step[0].get<std::uint8_t>(), step[1].get<std::uint8_t>()});
    }
    if (json.contains("position")) {
        if (!json["position"].is_number_unsigned() || json["position"].get<std::uint64_t>() > trace.steps.size())
            return bad("\"position\" of the trace is none of its steps");
        trace.position = json["position"].get<int>();
    }
    if (json.contains("flow")) {
        const auto& flow = json["flow"];
        if (!flow.is_object() || !flow.contains("name") || !flow["name"].is_string() || !flow.contains("text") || !flow["text"].is_string())
            return bad("\"flow\" of the trace has no name and text");
        trace.flowName = flow["name"].get<std::string>();
        trace.flowText = flow["text"].get<std::string>();
    }
    return trace;
}

Run::Run(std::shared_ptr<const Model> model) : m_model(std::move(model)) { m_states.push_back(initialState(*m_model)); }

StepStatus Run::step(StepChoice choice)
{
    if (m_position < length() && m_records[std::size_t(m_position)].choice == choice) {
        ++m_position;
        return StepStatus::Done;
    }
    State next = state();
    StepRecord record;
    const StepStatus status = takeStep(*m_model, next, choice, &record);
    if (status != StepStatus::Done)
        return status;
    m_records.resize(std::size_t(m_position));
    m_states.resize(std::size_t(m_position) + 1);
    m_records.push_back(std::move(record));
    m_states.push_back(std::move(next));
    ++m_position;
    return status;
}

bool Run::back()
{
    if (m_position == 0)
        return false;
    --m_position;
    return true;
}

bool Run::forward()
{
    if (m_position == length())
        return false;
    ++m_position;
    return true;
}

void Run::seek(int position) { m_position = std::clamp(position, 0, length()); }

int Run::loopsTo() const
{
    const auto earlier = std::find(m_states.begin(), m_states.end() - 1, m_states.back());
    return earlier == m_states.end() - 1 ? -1 : int(earlier - m_states.begin());
}

Trace Run::trace() const
{
    Trace trace;
    trace.selection = m_model->selection;
    for (const StepRecord& record : m_records)
        trace.steps.push_back(record.choice);
    trace.position = m_position;
    return trace;
}

tl::expected<Run, std::string> replay(std::shared_ptr<const Model> model, const std::vector<StepChoice>& steps)
{
    Run run(std::move(model));
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const StepStatus status = run.step(steps[i]);
        if (status == StepStatus::Done)
            continue;
        std::string who = "thread " + std::to_string(steps[i].thread + 1);
        if (steps[i].thread < run.model().threads.size())
            who = run.model().threads[steps[i].thread].name;
        return bad("step " + std::to_string(i + 1) + " of the run cannot be taken: " + who
                              + (status == StepStatus::Blocked ? " is blocked" : " has no such step") + " there");
    }
    return run;
}

tl::expected<PlayedTrace, std::string> playTrace(const Trace& trace, const Library& shipped)
{
    const auto said = [](const Diagnostics& diagnostics) {
        const auto& first = diagnostics.front();
        return first.line > 0 ? first.file + ":" + std::to_string(first.line) + ": " + first.message : first.message;
    };
    std::shared_ptr<const Library> library(&shipped, [](const Library*) {});
    if (!trace.flowText.empty()) {
        Library alone;
        alone.add(trace.flowName, trace.flowText);
        if (!alone.problems().empty())
            return bad(said(alone.problems()));
        if (trace.selection.design.empty() && alone.designs().empty() && !alone.scenarios().empty()) {
            library = std::make_shared<const Library>(std::move(alone));
        } else {
            auto both = std::make_shared<Library>(shipped);
            both->add(trace.flowName, trace.flowText);
            library = std::move(both);
        }
    }
    const auto model = library->compile(trace.selection);
    if (!model)
        return bad(model.error().empty() ? "the design does not compile" : said(model.error()));
    if (auto problem = startProblem(**model); !problem.empty())
        return bad(problem);
    auto run = replay(*model, trace.steps);
    if (!run)
        return tl::unexpected(run.error());
    run->seek(std::max(0, trace.position));
    return PlayedTrace{std::move(library), std::move(*run)};
}

} // namespace bindlab
