#include "map_forecast.h"

#include "viewmodels/shared/plain_text.h"

namespace bindlab {

namespace {

constexpr int longEnough = 150;   // steps of a run

void learn(MapForecast& forecast, const Snapshot& snapshot) {
    for (int i = 0; i < int(snapshot.pointers.size()); ++i) {
        if (snapshot.pointers[std::size_t(i)].to >= 0)
            forecast.pointers.insert({i, snapshot.pointers[std::size_t(i)].to});
    }
    for (const ThreadView& thread : snapshot.threads) {
        if (thread.epilogue)   // it closes every file at the end: no room is kept for that
            continue;
        for (int i = 0; i < int(snapshot.objects.size()); ++i) {
            if (thread.file.empty() || snapshot.objects[std::size_t(i)].name != thread.file)
                continue;
            QString& longest = forecast.calls[i];
            if (text(thread.call).size() > longest.size())
                longest = text(thread.call);
        }
    }
}

} // namespace

MapForecast forecastOf(const Run& run) {
    MapForecast forecast;
    for (const bool last : {false, true}) {
        State state = run.stateAt(0);
        learn(forecast, look(run.model(), state));
        for (int step = 0; step < longEnough; ++step) {
            const std::vector<StepChoice> enabled = enabledSteps(run.model(), state);
            if (enabled.empty() || takeStep(run.model(), state, last ? enabled.back() : enabled.front()) != StepStatus::Done)
                break;
            learn(forecast, look(run.model(), state));
        }
    }
    return forecast;
}

} // namespace bindlab
