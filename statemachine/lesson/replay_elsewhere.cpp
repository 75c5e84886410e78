#include "lesson/replay_elsewhere.h"

#include "lesson/stage.h"
#include "world/snapshot.h"

#include <algorithm>
#include <optional>

namespace bindlab {

namespace {

/// A schedule that goes on longer than this goes round in circles.
constexpr int mostReplaySteps = 10'000;

/// A step of thread `wanted`, or where it has none of the next ready thread, in a circle. Threads of the epilogue stay out.
/// Nothing when no thread is ready.
std::optional<StepChoice> nextReady(const Snapshot& snapshot, int wanted)
{
    const int count = int(snapshot.threads.size());
    for (int i = 0; i < count; ++i) {
        const auto& thread = snapshot.threads[std::size_t((wanted + i) % count)];
        if (thread.epilogue)
            continue;
        for (const auto& next : thread.next)
            if (next.enabled)
                return next.choice;
    }
    return std::nullopt;
}

bool canTake(const Snapshot& snapshot, StepChoice choice)
{
    if (std::size_t(choice.thread) >= snapshot.threads.size())
        return false;
    const auto& next = snapshot.threads[choice.thread].next;
    return std::any_of(next.begin(), next.end(), [&](const NextView& one) { return one.enabled && one.choice == choice; });
}

} // namespace

Replayed replayElsewhere(const std::shared_ptr<const Model>& model, const std::vector<StepChoice>& schedule)
{
    Replayed replayed{Run(model), {}, 0};
    auto& run = replayed.run;
    int last = 0;   // the thread that moved last
    while (run.position() < mostReplaySteps) {
        const auto snapshot = look(run.model(), run.state());
        const auto step = std::size_t(run.position());
        const bool picked = step < schedule.size();
        const bool spoilt = std::any_of(snapshot.threads.begin(), snapshot.threads.end(),
                                        [](const ThreadView& thread) { return thread.status == ThreadStatus::Failed; });
        if (!picked && spoilt)
            break;   // memory is lost: going on from there would tell nothing
        std::optional<StepChoice> choice;
        if (picked && canTake(snapshot, schedule[step])) {
            choice = schedule[step];
        } else if (picked) {
            choice = nextReady(snapshot, schedule[step].thread);
            if (choice)
                replayed.departures.push_back(run.position());
        } else {
            choice = nextReady(snapshot, last);
        }
        if (!choice || run.step(*choice) != StepStatus::Done)
            break;
        last = choice->thread;
        replayed.picked += picked ? 1 : 0;
    }
    return replayed;
}

std::map<std::string, std::vector<StepChoice>> exampleSchedules(const Lesson& lesson, Results& results)
{
    std::map<std::string, std::vector<StepChoice>> schedules;
    for (const auto& page : lesson.pages) {
        Stage stage(lesson, results);
        bool good = stage.enter({}, 1).has_value();
        for (const auto& block : page.blocks) {   // what stands before it on its page leads to where a drive starts
            if (!good)
                break;   // the rest of this page cannot be reached; verify() says why
            if (const auto effect = effectOf(block))
                good = stage.enter(effect->setting, effect->line) && stage.play(effect->run);
            if (const auto* replay = std::get_if<Replay>(&block); replay && good)
                stage.setRun(replayElsewhere(stage.run().sharedModel(), schedules[replay->schedule]).run);
            if (const auto* drive = std::get_if<Drive>(&block); drive && good)
                schedules[drive->id] = takenSteps(stage.run());
        }
    }
    return schedules;
}

} // namespace bindlab
