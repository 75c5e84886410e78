#pragma once

#include "journey/feed.h"
#include "journey/table.h"
#include "world/run.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bindlab {

/// The journey of one assignment: one hierarchical state machine over all components, fed by their events.
/// An observer: it is no part of a state of the world, and nothing in the world depends on it. A value: copies are
/// independent, equal means equal.
/// Simplified: it does not tell apart what happens to the TDI while its file is being closed or after the VM is dead;
/// a VM that ends while nothing is assigned is not noticed; a TDI that loses its TSM connection while it is torn down
/// and is assigned again is taken for connected.
class Journey {
public:
    Journey() = default;   ///< disconnected, watching nothing
    explicit Journey(JourneyState state) : m_state(state) {}

    /// The journey of the TDI in `object` ("device", "device2"), derived from what the machines say in `state`, so that
    /// it may stand behind any prologue that leaves no bind or unbind half done. Nothing when the model has no such
    /// object with a Tdi.
    /// Of several machines of a kind it watches the one in the object whose name ends in the same number, else the
    /// first. A machine that the model does not have is taken not to stand in the way: without a VfioDevice the TDI is
    /// assigned, without a TsmFunction it is connected.
    [[nodiscard]] static std::optional<Journey> at(const Model& model, const State& state,
                                                   std::string_view object = "device");

    /// Takes the events of one step, which must be of the model given to at(). Answers a warning, one sentence for each
    /// event the journey has no arrow for; the state is then as before that event. Nothing when all went its way.
    std::optional<std::string> observe(const Model& model, const StepRecord& record);

    /// Takes one event. False when there is no arrow for it from here; the state is then as before.
    bool take(JourneyEvent event);

    [[nodiscard]] JourneyState at() const { return m_state; }
    /// Name of the state: "running".
    [[nodiscard]] std::string_view state() const { return states()[std::size_t(m_state)].name; }
    /// From the outermost group to the state: {"in use", "bound", "running"}.
    [[nodiscard]] std::vector<std::string_view> path() const { return journeyPath(m_state); }

    /// As journeyStates(), journeyEvents() and journeyChart().
    [[nodiscard]] static std::span<const JourneyStateInfo> states() { return journeyStates(); }
    [[nodiscard]] static std::span<const MachineEvent> events() { return journeyEvents(); }
    [[nodiscard]] static std::span<const ChartRow> chart() { return journeyChart(); }

    bool operator==(const Journey&) const = default;

private:
    JourneyState m_state = JourneyState::Disconnected;
    std::vector<int> m_watched;   ///< indices of Snapshot::machines, in ascending order
};

struct JourneyStep {
    Journey journey;                      ///< after the step
    std::optional<std::string> warning;   ///< of the step; none at the start
    bool operator==(const JourneyStep&) const = default;
};

/// The journey along a whole run, those steps ahead of its position included: entry 0 is the start, entry n is after
/// the first n steps. Empty when the model has no such TDI.
[[nodiscard]] std::vector<JourneyStep> followJourney(const Run& run, std::string_view object = "device");

} // namespace bindlab
