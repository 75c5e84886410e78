#include "report/json.h"

#include "report/text.h"

#include <algorithm>

namespace bindlab {

namespace {

const char* nameOf(ObjectStatus status)
{
    switch (status) {
    case ObjectStatus::Absent: return "absent";
    case ObjectStatus::Private: return "private";
    case ObjectStatus::Live: return "live";
    case ObjectStatus::Unlinked: return "unlinked";
    case ObjectStatus::Freed: return "freed";
    }
    return "";
}

const char* nameOf(ThreadStatus status)
{
    switch (status) {
    case ThreadStatus::Ready: return "ready";
    case ThreadStatus::Blocked: return "blocked";
    case ThreadStatus::Done: return "done";
    case ThreadStatus::Failed: return "failed";
    }
    return "";
}

Json findingAsJson(const Finding& finding)
{
    return {{"property", finding.property}, {"failure", finding.failure}, {"message", finding.message}};
}

Json stepAsJson(const StepRecord& record)
{
    return {{"thread", record.thread}, {"flow", record.flow}, {"line", record.line}, {"text", record.sentence}};
}

Json threadNames(const Snapshot& snapshot, const std::vector<int>& threads)
{
    Json names = Json::array();
    for (const int thread : threads)
        names.push_back(snapshot.threads[std::size_t(thread)].name);
    return names;
}

Json objectAsJson(const Snapshot& snapshot, const ObjectView& object)
{
    Json fields = Json::object();
    for (const ValueView& value : object.values)
        fields[value.name] = value.text;
    for (const int index : object.machines) {
        const MachineView& machine = snapshot.machines[std::size_t(index)];
        fields[machine.field] = machine.machine->states()[std::size_t(machine.state)].name;
    }
    return {{"name", object.name}, {"type", object.type}, {"status", nameOf(object.status)}, {"fields", std::move(fields)}};
}

Json pointerAsJson(const Snapshot& snapshot, const PointerView& pointer)
{
    Json json{{"object", snapshot.objects[std::size_t(pointer.from)].name},
              {"field", pointer.field},
              {"to", pointer.to < 0 ? Json(nullptr) : Json(snapshot.objects[std::size_t(pointer.to)].name)}};
    if (pointer.dangling)
        json["dangling"] = true;
    return json;
}

Json lockAsJson(const Snapshot& snapshot, const LockView& lock)
{
    Json json{{"lock", lock.name}};
    if (lock.holder >= 0)
        json["holder"] = snapshot.threads[std::size_t(lock.holder)].name;
    if (!lock.readers.empty())
        json["readers"] = threadNames(snapshot, lock.readers);
    if (!lock.waiters.empty())
        json["waiters"] = threadNames(snapshot, lock.waiters);
    return json;
}

Json threadAsJson(const ThreadView& thread)
{
    Json json{{"thread", thread.name}, {"status", nameOf(thread.status)}};
    if (thread.inCall)
        json["call"] = thread.call;
    const auto blocked = std::ranges::find_if(thread.next, [](const NextView& next) { return !next.blocked.empty(); });
    if (thread.status == ThreadStatus::Blocked && blocked != thread.next.end())
        json["reason"] = blocked->blocked;
    return json;
}

Json stepsAsJson(const std::shared_ptr<const Model>& model, const std::vector<StepChoice>& steps)
{
    Json json = Json::array();
    if (const auto run = replay(model, steps))
        for (int step = 0; step < run->length(); ++step)
            json.push_back(stepAsJson(run->record(step)));
    return json;
}

Json othersAsJson(const std::shared_ptr<const Model>& model, const std::vector<OtherRun>& others)
{
    Json json = Json::array();
    for (const OtherRun& other : others)
        json.push_back({{"length", other.steps.size()}, {"switches", other.switches}, {"shared_steps", other.sharedSteps}, {"steps", stepsAsJson(model, other.steps)}});
    return json;
}

} // namespace

Json resultAsJson(const Selection& selection, const CheckResult& result)
{
    Json violations = Json::array();
    for (const Violation& violation : result.violations)
        violations.push_back({{"property", violation.property},
                              {"failure", violation.failure},
                              {"message", violation.message},
                              {"length", violation.steps.size()},
                              {"switches", violation.switches},
                              {"in_epilogue", violation.inEpilogue},
                              {"loops_to", violation.loopsTo < 0 ? Json() : Json(violation.loopsTo)}});
    Json calls = Json::array();
    for (const CallResults& call : result.calls)
        calls.push_back({{"thread", call.thread}, {"call", call.call}, {"results", call.results}});
    return {{"design", selection.design},
            {"scenario", selection.scenario},
            {"platform", selection.platform},
            {"verdict", toText(result.verdict)},
            {"states", result.states},
            {"transitions", result.transitions},
            {"depth", result.depth},
            {"dead_end", result.deadEnd < 0 ? Json() : Json(result.deadEnd)},
            {"seconds", result.seconds},
            {"peak_memory_mib", result.peakMemoryMib},
            {"violations", std::move(violations)},
            {"patches", selection.patches},
            {"bound", result.bound},
            {"properties", result.properties},
            {"not_applicable", result.notApplicable},
            {"reductions", result.reductions},
            {"warnings", result.warnings},
            {"calls", std::move(calls)}};
}

Json checkAsJson(const std::shared_ptr<const Model>& model, const Selection& selection, const CheckResult& result)
{
    Json json = resultAsJson(selection, result);
    for (std::size_t i = 0; i < result.violations.size(); ++i) {
        json["violations"][i]["steps"] = stepsAsJson(model, result.violations[i].steps);
        if (const auto& essence = result.violations[i].essence) {
            Json events = Json::array();
            for (const int step : essence->steps)
                events.push_back(step + 1);
            json["violations"][i]["essence"] = {{"statement", toText(essence->kind)}, {"events", std::move(events)}, {"sentence", essence->sentence},
                                                {"unavoidable_from", essence->unavoidableFrom < 0 ? Json() : Json(essence->unavoidableFrom)}};
        }
        json["violations"][i]["others"] = othersAsJson(model, result.violations[i].others);
    }
    json["passing"] = othersAsJson(model, result.passing);
    json["runs_bound"] = result.runsBound;
    return json;
}

Json stateAsJson(const Snapshot& snapshot)
{
    Json objects = Json::array();
    for (const ObjectView& object : snapshot.objects)
        if (object.status != ObjectStatus::Absent)
            objects.push_back(objectAsJson(snapshot, object));
    Json pointers = Json::array();
    for (const PointerView& pointer : snapshot.pointers)
        if (snapshot.objects[std::size_t(pointer.from)].status != ObjectStatus::Absent)
            pointers.push_back(pointerAsJson(snapshot, pointer));
    Json locks = Json::array();
    for (const LockView& lock : snapshot.locks)
        if (lock.holder >= 0 || !lock.readers.empty() || !lock.waiters.empty())
            locks.push_back(lockAsJson(snapshot, lock));
    Json threads = Json::array();
    for (const ThreadView& thread : snapshot.threads)
        threads.push_back(threadAsJson(thread));
    return {{"objects", std::move(objects)}, {"pointers", std::move(pointers)}, {"locks", std::move(locks)},
            {"threads", std::move(threads)}, {"at_rest", snapshot.atRest}, {"ended", snapshot.ended}};
}

Json runAsJson(const Run& run)
{
    const Selection selection = run.trace().selection;
    Json steps = Json::array();
    for (int step = 0; step < run.length(); ++step) {
        const StepRecord& record = run.record(step);
        Json json = stepAsJson(record);
        json["choice"] = record.choice.choice;
        json["statement"] = record.text;
        json["findings"] = Json::array();
        for (const Finding& finding : record.findings)
            json["findings"].push_back(findingAsJson(finding));
        json["state"] = stateAsJson(look(run.model(), run.stateAt(step + 1)));
        steps.push_back(std::move(json));
    }
    Json findings = Json::array();
    for (const Finding& finding : findingsOf(run))
        findings.push_back(findingAsJson(finding));
    return {{"design", selection.design},
            {"patches", selection.patches},
            {"scenario", selection.scenario},
            {"platform", selection.platform},
            {"length", run.length()},
            {"start", stateAsJson(look(run.model(), run.stateAt(0)))},
            {"steps", std::move(steps)},
            {"findings", std::move(findings)}};
}

} // namespace bindlab
