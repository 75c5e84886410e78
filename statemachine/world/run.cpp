#include "world/run.h"

#include "flow/program.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace bindlab {

namespace {
/// Lists and objects in one another: no trace has more than a list of steps, and a step of two numbers in it.
constexpr int mostNesting = 3;

/// Goes over JSON before it is kept, since a bracket of one byte is many when it is kept.
class Nesting : public nlohmann::json_sax<nlohmann::json> {
public:
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return open(); }
    bool key(string_t&) override { return true; }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(); }
    bool end_array() override { return close(); }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

    [[nodiscard]] bool isTooDeep() const { return m_depth > mostNesting; }

private:
    bool open() { return ++m_depth <= mostNesting; }
    bool close() { return --m_depth >= 0; }

    int m_depth = 0;
};

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

namespace {

/// Done, or what is wrong with the trace.
using Read = tl::expected<void, std::string>;

tl::expected<nlohmann::json, std::string> parseJson(const std::string& text)
{
    if (text.size() > TraceLimits::bytes)
        return bad("a trace has at most " + std::to_string(TraceLimits::bytes >> 20) + " MiB; this one has " + std::to_string(text.size()) + " bytes");
    Nesting nesting;
    const bool isJson = nlohmann::json::sax_parse(text, &nesting);
    if (nesting.isTooDeep())
        return bad("this is no trace: its lists and objects are nested deeper than " + std::to_string(mostNesting) + " levels");
    auto json = isJson ? nlohmann::json::parse(text, nullptr, false) : nlohmann::json(nlohmann::json::value_t::discarded);
    if (json.is_discarded())
        return bad("this is no trace: expected JSON as `bindlab check --trace` writes it");
    return json;
}

Read checkVersion(const nlohmann::json& json)
{
    if (!json.is_object() || !json.contains("bindlab") || json["bindlab"] != "trace")
        return bad("this is no trace: expected an object with \"bindlab\": \"trace\"");
    if (!json.contains("version") || !json["version"].is_number_integer())
        return bad("the trace has no \"version\"");
    if (json["version"].get<long>() > Trace::currentVersion)
        return bad("the trace was written by a newer Bindlab (version " + json["version"].dump() + "; this one reads up to "
                   + std::to_string(Trace::currentVersion) + ")");
    if (json["version"].get<long>() < 1)
        return bad("the trace has version " + json["version"].dump() + ", which never was");
    return {};
}

Read readPatches(const nlohmann::json& json, std::vector<std::string>& patches)
{
    if (!json.contains("patches"))
        return {};
    if (!json["patches"].is_array())
        return bad("\"patches\" of the trace is no list");
    if (json["patches"].size() > TraceLimits::patches)
        return bad("the trace names more than " + std::to_string(TraceLimits::patches) + " patches, the most that are read");
    for (const auto& patch : json["patches"]) {
        if (!patch.is_string())
            return bad("\"patches\" of the trace holds something that is no name");
        patches.push_back(patch.get<std::string>());
    }
    return {};
}

Read readSelection(const nlohmann::json& json, Selection& selection)
{
    const auto string = [&](const char* key, std::string& value) {
        if (!json.contains(key) || !json[key].is_string())
            return false;
        value = json[key].get<std::string>();
        return true;
    };
    if (!string("design", selection.design) || !string("scenario", selection.scenario) || !string("platform", selection.platform))
        return bad("the trace does not name its design, scenario and platform");
    return readPatches(json, selection.patches);
}

Read readSteps(const nlohmann::json& json, std::vector<StepChoice>& steps)
{
    if (!json.contains("steps") || !json["steps"].is_array())
        return bad("the trace has no list of \"steps\"");
    if (json["steps"].size() > TraceLimits::steps)
        return bad("a trace has at most " + std::to_string(TraceLimits::steps) + " steps; this one has " + std::to_string(json["steps"].size()));
    for (const auto& step : json["steps"]) {
        const bool good = step.is_array() && step.size() == 2 && step[0].is_number_unsigned() && step[1].is_number_unsigned()
            && step[0].get<std::uint64_t>() < 256 && step[1].get<std::uint64_t>() < 256;
        if (!good)
            return bad("step " + std::to_string(steps.size() + 1) + " of the trace is not [thread, choice] with small numbers");
        steps.push_back({step[0].get<std::uint8_t>(), step[1].get<std::uint8_t>()});
    }
    return {};
}

Read readPosition(const nlohmann::json& json, Trace& trace)
{
    if (!json.contains("position"))
        return {};
    if (!json["position"].is_number_unsigned() || json["position"].get<std::uint64_t>() > trace.steps.size())
        return bad("\"position\" of the trace is none of its steps");
    trace.position = json["position"].get<int>();
    return {};
}

Read readFlow(const nlohmann::json& json, Trace& trace)
{
    if (!json.contains("flow"))
        return {};
    const auto& flow = json["flow"];
    if (!flow.is_object() || !flow.contains("name") || !flow["name"].is_string() || !flow.contains("text") || !flow["text"].is_string())
        return bad("\"flow\" of the trace has no name and text");
    trace.flowText = flow["text"].get<std::string>();
    if (!trace.flowText.empty())
        trace.flowName = flow["name"].get<std::string>();
    return {};
}

}

tl::expected<Trace, std::string> traceFromJson(const std::string& text)
{
    const auto json = parseJson(text);
    if (!json)
        return tl::unexpected(json.error());
    Trace trace;
    return checkVersion(*json)
        .and_then([&] { return readSelection(*json, trace.selection); })
        .and_then([&] { return readSteps(*json, trace.steps); })
        .and_then([&] { return readPosition(*json, trace); })
        .and_then([&] { return readFlow(*json, trace); })
        .map([&] { return std::move(trace); });
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
    if (steps.size() * std::size_t(run.model().stateBytes) > TraceLimits::stateBytes)
        return bad("the run is too long to be kept: its " + std::to_string(steps.size()) + " states take more than "
                   + std::to_string(TraceLimits::stateBytes >> 20) + " MiB");
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
        auto own = libraryWith(trace.flowName, trace.flowText, trace.selection.design, shipped);
        if (!own)
            return bad(said(own.error()));
        library = std::make_shared<const Library>(*std::move(own));
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
