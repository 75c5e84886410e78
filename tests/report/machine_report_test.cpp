#include "report/diagrams.h"
#include "report/text.h"

#include "catch.h"
#include "golden.h"

#include <array>

using namespace bindlab;

namespace {

/// A door, with everything a chart can hold: a guard, an action, a state left to itself, letters Mermaid minds.
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

} // namespace

TEST_CASE("a machine as text has its states and every row of its chart", "[report][golden]") {
    checkGolden("door.txt", machineAsText(Door()));
}

TEST_CASE("a machine as Mermaid starts where the machine starts and escapes what Mermaid minds", "[report][golden]") {
    checkGolden("door.mmd", stateDiagram(Door()));
}

TEST_CASE("every shipped machine's diagram has one arrow a row, and one to its initial state", "[report]") {
    for (const Machine* machine : machines()) {
        CAPTURE(machine->name());
        const std::string diagram = stateDiagram(*machine);
        std::size_t arrows = 0;
        for (std::size_t at = diagram.find(" --> "); at != std::string::npos; at = diagram.find(" --> ", at + 1))
            ++arrows;
        CHECK(arrows == machine->chart().size() + 1);
    }
}
