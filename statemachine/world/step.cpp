#include "world/step.h"

#include "world/interpreter.h"
#include "world/look.h"

#include <algorithm>

namespace bindlab {

namespace {

std::string fieldName(const Model& model, const Effect& effect)
{
    return model.objects[std::size_t(effect.object)].shortName + "." + effect.name;
}

std::string sentenceOf(const Model& model, const StepRecord& record)
{
    // What a step only looked at is said when it did nothing else.
    const auto isRead = [](const Effect& effect) { return effect.kind == EffectKind::Read; };
    const auto isReturn = [](const Effect& effect) { return effect.kind == EffectKind::Returned; };
    const bool onlyReads = std::all_of(record.effects.begin(), record.effects.end(), [&](const Effect& e) { return isRead(e) || isReturn(e); });
    std::vector<std::string> phrases;
    for (const Effect& effect : record.effects)
        if (onlyReads || !isRead(effect))
            phrases.push_back(inWords(model, effect));
    std::string text = record.thread;
    if (phrases.empty() && !record.findings.empty())
        text.clear();
    else if (phrases.empty())
        text += " goes on";
    for (std::size_t i = 0; i < phrases.size(); ++i)
        text += (i == 0 ? " " : i + 1 == phrases.size() ? ", and " : ", ") + phrases[i];
    while (text.ends_with("."))
        text.pop_back();
    if (!text.empty())
        text += ".";
    for (const Finding& finding : record.findings)
        text += (text.empty() ? "" : " ") + finding.property + ": " + finding.message + ".";
    return text;
}

} // namespace

std::string inWords(const Model& model, const Effect& effect)
{
    const auto lock = [&] { return lockName(model, model.locks[std::size_t(effect.lock)].object, model.locks[std::size_t(effect.lock)].field); };
    const auto machine = [&] {
        const auto& ref = model.machineFields[std::size_t(effect.machine)];
        return std::string(model.fields[std::size_t(ref.field)].machine->title());
    };
    switch (effect.kind) {
    case EffectKind::Locked: return "takes " + lock();
    case EffectKind::Unlocked: return "releases " + lock();
    case EffectKind::ReadLocked: return "takes " + lock() + " for reading";
    case EffectKind::ReadUnlocked: return "releases " + lock() + " for reading";
    case EffectKind::Queued: return "queues for " + lock() + " as a writer; new readers have to wait";
    case EffectKind::Read: return "reads " + fieldName(model, effect) + ": " + effect.after;
    case EffectKind::Wrote: return "sets " + fieldName(model, effect) + " to " + effect.after;
    case EffectKind::Counted: return (effect.after.size() > effect.before.size() || (effect.after.size() == effect.before.size() && effect.after > effect.before) ? "raises " : "lowers ")
            + fieldName(model, effect) + " from " + effect.before + " to " + effect.after;
    case EffectKind::Allocated: return "allocates the " + objectName(model, effect.object);
    case EffectKind::Freed: return "frees the " + objectName(model, effect.object);
    case EffectKind::Published: return "publishes the " + objectName(model, effect.object);
    case EffectKind::Unlinked: return "takes the " + objectName(model, effect.object) + " out of reach";
    case EffectKind::Fired:
        return effect.before == effect.after ? "sends " + effect.name + " to the " + machine() + ", which stays " + effect.after
                                             : "sends " + effect.name + ", which takes the " + machine() + " from " + effect.before + " to " + effect.after;
    case EffectKind::Refused: return "sends " + effect.name + ", and the " + machine() + " refuses it: " + effect.reason;
    case EffectKind::Waited: return "need not wait any longer";
    case EffectKind::TimedOut: return "gives up waiting";
    case EffectKind::Returned: return "returns from " + effect.name + (effect.after.empty() ? std::string() : " with " + effect.after);
    case EffectKind::Warned: return "triggers a warning: " + effect.name;
    case EffectKind::Chose: return "chooses: " + effect.name;
    }
    return {};
}

StepStatus attempt(Interpreter& interpreter, const State& state, StepChoice choice, bool allowTimeOut, StepRecord* record)
{
    interpreter.load(state);
    return interpreter.step(choice.thread, choice.choice, allowTimeOut, record);
}

/// All steps that can be taken, and for each thread why not. A time-out only when there is nothing else.
std::vector<StepChoice> enabledFrom(Interpreter& interpreter, const Model& model, const State& state, std::vector<Blockage>& blockages)
{
    std::vector<StepChoice> steps;
    for (const bool allowTimeOut : {false, true}) {
        blockages.assign(model.threads.size(), Blockage{});
        for (std::size_t thread = 0; thread < model.threads.size(); ++thread) {
            bool moves = false;
            for (int choice = 0; choice < 256; ++choice) {
                const StepChoice pick{std::uint8_t(thread), std::uint8_t(choice)};
                const StepStatus status = attempt(interpreter, state, pick, allowTimeOut, nullptr);
                if (status == StepStatus::NoSuchStep)
                    break;
                if (status == StepStatus::Done) {
                    steps.push_back(pick);
                    moves = true;
                } else if (blockages[thread].kind == Blockage::Kind::None) {
                    blockages[thread] = interpreter.blockage();
                }
                if (!interpreter.branches())
                    break;
            }
            if (moves)
                blockages[thread] = {};
        }
        if (!steps.empty())
            break;
    }
    return steps;
}

State initialState(const Model& model)
{
    Interpreter interpreter(model);
    interpreter.load(model.blank);
    interpreter.playPrologue();
    return State(interpreter.cells().begin(), interpreter.cells().end());
}

std::string startProblem(const Model& model)
{
    Interpreter interpreter(model);
    interpreter.load(model.blank);
    if (interpreter.playPrologue()) {
        // A release runs when a call returns to user space; a start is no call.
        for (std::size_t o = 0; o < model.objects.size(); ++o)
            for (const int f : model.types[std::size_t(model.objects[o].type)].fields)
                if (model.fields[std::size_t(f)].name == "dying" && interpreter.cells()[std::size_t(model.address(int(o), f))] != 0)
                    return "the start of scenario " + model.selection.scenario + " puts the file " + model.objects[o].name
                        + " for the last time; a start cannot close files";
        return {};
    }
    const bool goesOn = interpreter.findings().empty() && interpreter.blockage().kind == Blockage::Kind::Spins;
    std::string why = goesOn ? std::string("it does not come to an end")
        : interpreter.findings().empty() ? std::string("it has to wait") : inWords(model, interpreter.findings().front()).message;
    if (interpreter.place() >= 0 && interpreter.findings().empty())
        why += " at: " + model.places[std::size_t(interpreter.place())].text;
    return "the start of scenario " + model.selection.scenario + " cannot be reached: " + why;
}

std::vector<StepChoice> enabledSteps(const Model& model, const State& state)
{
    Interpreter interpreter(model);
    std::vector<Blockage> blockages;
    return enabledFrom(interpreter, model, state, blockages);
}

std::vector<Finding> findingsOf(const Model& model, const State& state)
{
    Interpreter interpreter(model);
    std::vector<Blockage> blockages;
    const bool anyEnabled = !enabledFrom(interpreter, model, state, blockages).empty();
    interpreter.load(state);
    std::vector<RawFinding> raw;
    interpreter.inspect(blockages, anyEnabled, raw);
    std::vector<Finding> findings;
    for (const RawFinding& finding : raw) {
        // Every thread of a circle waits in it; one of them is enough to say so.
        Finding words = inWords(model, finding);
        if (std::none_of(findings.begin(), findings.end(), [&](const Finding& f) { return f.property == words.property && f.failure == words.failure; }))
            findings.push_back(std::move(words));
    }
    return findings;
}

StepStatus takeStep(const Model& model, State& state, StepChoice choice, StepRecord* record)
{
    if (choice.thread >= model.threads.size())
        return StepStatus::NoSuchStep;
    Interpreter interpreter(model);
    StepRecord said;
    StepStatus status = attempt(interpreter, state, choice, false, record ? &said : nullptr);
    if (status == StepStatus::NoSuchStep && choice.choice > 0) {
        // A time-out, perhaps: it may happen when nothing else can, another one apart.
        const auto enabled = enabledSteps(model, state);
        if (std::find(enabled.begin(), enabled.end(), choice) == enabled.end())
            return status;
        said = {};
        status = attempt(interpreter, state, choice, true, record ? &said : nullptr);
    }
    if (status != StepStatus::Done)
        return status;
    const auto before = record ? findingsOf(model, state) : std::vector<Finding>{};
    std::copy(interpreter.cells().begin(), interpreter.cells().end(), state.begin());
    if (!record)
        return status;
    *record = std::move(said);
    record->choice = choice;
    record->thread = model.threads[choice.thread].name;
    if (interpreter.place() >= 0) {
        const PlaceInfo& place = model.places[std::size_t(interpreter.place())];
        const int flow = model.contexts[std::size_t(place.context)].flow;
        record->line = place.line;
        record->text = place.text;
        record->label = place.label;
        if (flow >= 0) {
            const FlowView& view = model.flows[std::size_t(flow)];
            record->flow = view.name;
            if (place.line > 0) {
                record->file = view.lines[std::size_t(place.line) - 1].file;
                record->fileLine = view.lines[std::size_t(place.line) - 1].fileLine;
            }
        }
    } else {
        record->text = "choose";
        record->label = "choose";
    }
    for (const Effect& effect : record->effects)
        if (effect.machine >= 0 && (effect.kind == EffectKind::Fired || effect.kind == EffectKind::Refused))
            for (const MachineEvent& event : model.fields[std::size_t(model.machineFields[std::size_t(effect.machine)].field)].machine->events())
                if (event.name == effect.name && record->label == effect.name)
                    record->label = std::string(event.label);
    for (const RawFinding& finding : interpreter.findings())
        record->findings.push_back(inWords(model, finding));
    for (Finding& finding : findingsOf(model, state))
        if (std::find(before.begin(), before.end(), finding) == before.end())
            record->findings.push_back(std::move(finding));
    record->sentence = sentenceOf(model, *record);
    return status;
}

} // namespace bindlab
