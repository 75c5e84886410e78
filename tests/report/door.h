#pragma once

#include "machines/machine.h"

#include <array>

namespace bindlab::testing {

/// A door, with everything a chart can hold: a guard, an action, a state left to itself, letters that drawings mind.
class Door final : public Machine {
public:
    std::string_view name() const override { return "Door"; }
    std::string_view title() const override { return "a door"; }
    std::string_view component() const override { return "house"; }
    std::string_view source() const override { return "the carpenter, section 2"; }
    std::span<const MachineState> states() const override { return m_states; }
    std::span<const MachineEvent> events() const override { return m_events; }
    std::span<const std::string_view> statuses() const override { return {}; }
    std::span<const ChartRow> chart() const override { return m_chart; }
    std::size_t bytes() const override { return 1; }
    void initial(std::span<std::uint8_t> saved) const override { saved[0] = 1; }
    Outcome fire(std::span<std::uint8_t>, int, int) const override { return {}; }

private:
    std::array<MachineState, 2> m_states{{{"OPEN", "anyone may pass"}, {"CLOSED", "nobody may pass; the key is kept outside of it"}}};
    std::array<MachineEvent, 2> m_events{{{"Open", "open"}, {"Close#2", "close"}}};
    std::array<ChartRow, 3> m_chart{{{"CLOSED", "Open", "OPEN", "Creak", "KeyFits"},
                                     {"OPEN", "Close#2", "CLOSED", "", ""},
                                     {"OPEN", "Open", "OPEN", "Wave", ""}}};
};

} // namespace bindlab::testing
