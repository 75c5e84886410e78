#include "checker/essence.h"

#include "checker/refuter.h"
#include "world/look.h"
#include "world/run.h"

#include <algorithm>
#include <tuple>

namespace bindlab {

namespace {

/// How much an effect tells on its own; the smaller, the more.
int tellingRank(EffectKind kind)
{
    switch (kind) {
    case EffectKind::Freed: return 0;
    case EffectKind::TimedOut: return 1;
    case EffectKind::Unlinked: return 1;
    case EffectKind::Refused: return 2;
    case EffectKind::Wrote: return 3;
    case EffectKind::Counted: return 3;
    case EffectKind::Locked: return 3;
    case EffectKind::ReadLocked: return 3;
    case EffectKind::Queued: return 3;
    case EffectKind::Fired: return 4;
    case EffectKind::Chose: return 5;
    case EffectKind::Unlocked: return 6;
    case EffectKind::ReadUnlocked: return 6;
    case EffectKind::Read: return 7;
    default: return 8;
    }
}

/// The same of a step that has to tell all by itself: then that a lock is taken says little.
int telling(const StepRecord& record)
{
    const auto rank = [](EffectKind kind) {
        const bool isLock = kind == EffectKind::Locked || kind == EffectKind::ReadLocked || kind == EffectKind::Queued;
        return isLock ? tellingRank(EffectKind::Unlocked) : kind == EffectKind::Fired ? tellingRank(EffectKind::Wrote) : tellingRank(kind);
    };
    int most = tellingRank(EffectKind::Read);
    for (const Effect& effect : record.effects)
        most = std::min(most, rank(effect.kind));
    return most;
}

/// The better a choice tells the story, the smaller: neighbours in different threads, then neighbours that touch
/// something in common, then the earliest. A single event tells it best when it touches what the last step does, then the
/// latest.
std::tuple<int, int, std::array<std::uint16_t, mostEvents>> storyOf(const std::vector<CandidateEvent>& candidates, const EventChoice& choice)
{
    int sameThread = 0;
    int apart = 0;
    const auto inCommon = [](const CandidateEvent& one, const CandidateEvent& two) {
        return std::ranges::any_of(one.objects, [&](int o) { return std::ranges::binary_search(two.objects, o); });
    };
    if (choice.size == 1) {
        const CandidateEvent& only = candidates[choice.at[0]];
        return {inCommon(only, candidates.back()) ? 0 : 1, only.telling, {std::uint16_t(candidates.size() - choice.at[0])}};
    }
    for (std::size_t i = 1; i < choice.size; ++i) {
        const CandidateEvent& one = candidates[choice.at[i - 1]];
        const CandidateEvent& two = candidates[choice.at[i]];
        sameThread += one.thread == two.thread;
        apart += !inCommon(one, two);
    }
    return {sameThread, apart, choice.at};
}

/// The choices of `size` events that no run found so far refutes, best story first; nothing when the bound was met. Those of
/// the epilogue are left out unless `andEpilogue`.
std::optional<std::vector<EventChoice>> unrefuted(Refuter& refuter, int size, bool andEpilogue)
{
    constexpr std::size_t most = 2'000'000;
    std::vector<EventChoice> choices;
    const int count = int(refuter.candidates().size());
    EventChoice choice;
    choice.size = std::uint8_t(size);
    const auto extend = [&](const auto& self, int depth, int from) -> bool {
        if (depth == size) {
            if (!refuter.knownRefuted(choice))
                choices.push_back(choice);
            return choices.size() <= most;
        }
        for (int i = from; i < count; ++i) {
            if (!andEpilogue && refuter.candidates()[std::size_t(i)].epilogue)
                continue;
            choice.at[std::size_t(depth)] = std::uint16_t(i);
            if (!self(self, depth + 1, i + 1))
                return false;
        }
        return refuter.spend(std::uint64_t(count - from) / 8 + 1);
    };
    if (!extend(extend, 0, 0))
        return std::nullopt;
    std::vector<std::pair<decltype(storyOf(refuter.candidates(), choice)), EventChoice>> ranked;
    ranked.reserve(choices.size());
    for (const EventChoice& c : choices)
        ranked.emplace_back(storyOf(refuter.candidates(), c), c);
    std::ranges::sort(ranked, {}, &decltype(ranked)::value_type::first);
    for (std::size_t i = 0; i < ranked.size(); ++i)
        choices[i] = ranked[i].second;
    return choices;
}

/// Name of the user call that a step belongs to, or empty.
std::string callAt(const Model& model, const StateGraph::Event& event)
{
    const ThreadInfo& thread = model.threads[event.thread];
    int call = -1;
    for (int at = thread.begin; at <= thread.end; ++at) {
        const Instruction& instruction = model.code[std::size_t(at)];
        if (instruction.op == Op::EnterCall)
            call = instruction.field;
        if (event.place >= 0 ? instruction.place == event.place : at == -2 - event.place)
            return call < 0 ? std::string() : model.calls[std::size_t(call)].name;
        if (instruction.op == Op::ReturnFromCall)
            call = -1;
    }
    return {};
}

/// One step as part of a sentence: "T2 IOMMU_DESTROY frees the vdevice".
std::string clauseOf(const Model& model, const StateGraph::Event& event, const StepRecord& record, const std::vector<int>& shared)
{
    std::string text = record.thread;
    const std::string call = callAt(model, event);
    if (!call.empty())
        text += " " + call;
    const Effect* told = nullptr;
    const auto rank = [&](const Effect& effect) {
        const bool common = std::ranges::any_of(shared, [&](int object) {
            const std::string& name = model.objects[std::size_t(object)].name;
            return object == effect.object || name == effect.after || name == effect.before;
        });
        return std::tuple(effect.kind != EffectKind::Freed && !common, tellingRank(effect.kind));
    };
    for (const Effect& effect : record.effects)
        if (!told || rank(effect) < rank(*told))
            told = &effect;
    if (told)
        return text + " " + inWords(model, *told);
    if (!record.findings.empty()) {
        const std::string& message = record.findings.front().message;
        if (message.starts_with(record.thread + " "))
            return text + message.substr(record.thread.size());
    }
    return text + " is at \"" + record.text + "\"";
}

/// What a step touches: objects, and those that a pointer it reads or writes names.
std::vector<int> objectsOf(const Model& model, const StepRecord& record)
{
    std::vector<int> objects;
    for (const Effect& effect : record.effects) {
        if (effect.object < 0)
            continue;
        objects.push_back(effect.object);
        for (std::size_t o = 0; o < model.objects.size(); ++o)
            if (const std::string& name = model.objects[o].name; name == effect.after || name == effect.before)
                objects.push_back(int(o));
    }
    std::ranges::sort(objects);
    objects.erase(std::unique(objects.begin(), objects.end()), objects.end());
    return objects;
}

/// Objects that several of these events touch.
std::vector<int> sharedObjects(const Refuter& refuter, const EventChoice& choice)
{
    std::vector<int> touched;
    for (int i = 0; i < choice.size; ++i)
        for (const int object : refuter.candidates()[choice.at[std::size_t(i)]].objects)
            touched.push_back(object);
    std::ranges::sort(touched);
    std::vector<int> shared;
    for (std::size_t i = 1; i < touched.size(); ++i)
        if (touched[i] == touched[i - 1] && (shared.empty() || shared.back() != touched[i]))
            shared.push_back(touched[i]);
    return shared;
}

/// These events alone force the failure.
void tell(Essence& essence, const Refuter& refuter, const EventChoice& choice, const StateGraph& graph, const Run& run)
{
    const int size = choice.size;
    const std::vector<int> shared = sharedObjects(refuter, choice);
    essence.kind = size == 0 ? Essence::Kind::EveryRun : Essence::Kind::Events;
    essence.sentence = size == 0 ? "Every run ends so." : size == 1 ? "Whenever " : "";
    for (int i = 0; i < size; ++i) {
        const CandidateEvent& candidate = refuter.candidates()[choice.at[std::size_t(i)]];
        essence.steps.push_back(candidate.step);
        essence.sentence += (i == 0 ? "" : size == 2 ? " before " : ", then ")
            + clauseOf(run.model(), graph.events[candidate.event], run.record(candidate.step), shared);
    }
    if (size > 0 && !essence.sentence.ends_with('.'))
        essence.sentence += ".";
}

/// The best choice of so many events that nothing refutes; none; or, without a value, that the bound was met.
std::optional<std::optional<EventChoice>> bestOf(Refuter& refuter, int size, bool andEpilogue)
{
    const auto choices = unrefuted(refuter, size, andEpilogue);
    if (!choices)
        return std::nullopt;
    for (const EventChoice& choice : *choices) {
        if (!refuter.spend(1))
            return std::nullopt;
        if (refuter.knownRefuted(choice) || refuter.refute(choice))
            continue;
        if (refuter.exhausted())
            return std::nullopt;
        return std::optional(choice);
    }
    return std::optional<EventChoice>();
}

} // namespace

Essence essenceOf(const std::shared_ptr<const Model>& model, const StateGraph& graph, const Violation& violation, std::uint64_t work)
{
    Essence essence;
    essence.sentence = "What alone forces it is not settled within the bound.";
    const std::uint64_t failure = graph.bitOf(violation.property, violation.failure);
    const auto run = replay(model, violation.steps);
    if (failure == 0 || graph.noRoom || !run)
        return essence;

    std::vector<CandidateEvent> candidates;
    std::vector<std::uint32_t> states{0};
    const std::size_t steps = violation.loopsTo >= 0 ? std::size_t(violation.loopsTo) : violation.steps.size(); // the round of a loop forces nothing
    for (std::size_t step = 0; step < steps && states.back() != StateGraph::lost; ++step) {
        const std::uint32_t state = states.back();
        const StateGraph::Edge* edge = graph.edge(state, violation.steps[step]);
        if (!edge)
            return essence;
        if (std::ranges::find(candidates, edge->event, &CandidateEvent::event) == candidates.end())
            candidates.push_back({edge->event, int(step), edge->choice.thread, model->threads[edge->choice.thread].epilogue,
                                  objectsOf(*model, run->record(int(step))), telling(run->record(int(step)))});
        states.push_back(edge->to);
    }
    if (candidates.size() > 0xffff)
        return essence;

    Refuter refuter(graph, failure, std::move(candidates), work);
    essence.unavoidableFrom = 0;
    while (std::size_t(essence.unavoidableFrom) < steps && refuter.isGood(states[std::size_t(essence.unavoidableFrom)]))
        ++essence.unavoidableFrom;
    // What shows only while everything is being closed was brought about before, as a rule: that is looked for first.
    const bool endsInEpilogue = !refuter.candidates().empty() && refuter.candidates().back().epilogue && !refuter.candidates().front().epilogue;
    for (const bool andEpilogue : {false, true}) {
        if (andEpilogue && !endsInEpilogue)
            break;
        refuter.allow(endsInEpilogue ? work / 2 : work);
        for (int size = andEpilogue ? 1 : 0; size <= mostEvents; ++size) {
            const auto choice = bestOf(refuter, size, andEpilogue || !endsInEpilogue);
            if (!choice && andEpilogue == endsInEpilogue)
                return essence;
            if (!choice)
                break;
            if (*choice) {
                tell(essence, refuter, **choice, graph, *run);
                return essence;
            }
        }
    }
    essence.kind = Essence::Kind::NoneOfAtMostFour;
    essence.sentence = "No order of at most four steps of this run forces it alone.";
    return essence;
}

} // namespace bindlab
