#include "shipped_model.h"

#include "checker/matrix.h"
#include "flow/program.h"

#include "catch.h"

namespace bindlab::testing {

std::vector<std::string> designIds()
{
    std::vector<std::string> ids;
    for (const DesignInfo& design : Library::shipped().designs())
        ids.push_back(design.id);
    return ids;
}

Library shippedAnd(const std::string& text)
{
    Library library = Library::shipped();
    library.add("own.flow", text);
    if (!library.problems().empty())
        FAIL(toText(library.problems()));
    return library;
}

std::shared_ptr<const Model> compiledFrom(const Library& library, const Selection& selection)
{
    const auto model = library.compile(selection);
    if (!model)
        FAIL(toText(model.error()));
    return *model;
}

CheckResult checkedFrom(const Library& library, const Selection& selection)
{
    const MatrixCell cell = checkCell(library, selection, {});
    INFO(cell.error);
    REQUIRE(cell.hasVerdict());
    return cell.result;
}

std::string refusal(const Library& library, const Selection& selection)
{
    const auto model = library.compile(selection);
    std::string text;
    if (!model)
        for (const Diagnostic& diagnostic : model.error())
            text += (text.empty() ? "" : "; ") + diagnostic.message;
    return text;
}

Broken brokenIn(const CheckResult& result)
{
    Broken broken;
    for (const Violation& violation : result.violations)
        broken.insert(violation.property + (violation.failure.empty() ? "" : " " + violation.failure));
    return broken;
}

std::string answersOf(const CheckResult& result, const std::string& thread, const std::string& call)
{
    for (const CallResults& results : result.calls) {
        if (results.thread != thread || results.call != call)
            continue;
        std::string text;
        for (const std::string& answer : results.results)
            text += (text.empty() ? "" : ", ") + answer;
        return text;
    }
    return "never returns";
}

Run runOf(const std::shared_ptr<const Model>& model, const CheckResult& result, const std::string& property, const std::string& failure)
{
    for (const Violation& violation : result.violations)
        if (violation.property == property && violation.failure == failure) {
            auto run = replay(model, violation.steps);
            REQUIRE(run);
            return *run;
        }
    FAIL("no run breaks " + property + " " + failure);
    return Run(model);
}

std::map<std::string, std::string> machineStates(const Model& model, const State& state)
{
    const Snapshot snapshot = look(model, state);
    std::map<std::string, std::string> states;
    for (const MachineView& machine : snapshot.machines) {
        const ObjectView& object = snapshot.objects[std::size_t(machine.object)];
        if (object.status != ObjectStatus::Absent && object.status != ObjectStatus::Freed)
            states[object.name + "." + machine.field] = machine.machine->states()[std::size_t(machine.state)].name;
    }
    return states;
}

Run played(const std::shared_ptr<const Model>& model, const std::function<bool(const StepRecord&)>& stop)
{
    Run run(model);
    for (auto steps = enabledSteps(*model, run.state()); !steps.empty(); steps = enabledSteps(*model, run.state())) {
        REQUIRE(run.step(steps.front()) == StepStatus::Done);
        if (stop && stop(run.record(run.length() - 1)))
            break;
    }
    return run;
}

} // namespace bindlab::testing
