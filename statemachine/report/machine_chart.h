#pragma once

#include "machines/machine.h"
#include "report/chart_layout.h"

#include <string>
#include <vector>

namespace bindlab {

/// All rows of the table that lead from one state to another.
struct MachineWay {
    int from = 0;                      ///< index into Machine::states()
    int to = 0;
    std::vector<std::string> labels;   ///< what stands beside the arrow, a line each
    std::string meaning;               ///< with events' full names, guards and actions
};

/// A machine's chart, read off its table and laid out. Whoever draws it chooses the inks.
struct MachineChart {
    static constexpr double nameSize = 12;    ///< of a state's name, in pixels
    static constexpr double startSize = 10;   ///< of the mark where the machine begins
    std::vector<ChartGraph::Node> boxes;      ///< of the states
    std::vector<MachineWay> ways;
    int initial = 0;                          ///< index into Machine::states()
    PlacedChart placed;                       ///< nodes: the states, then the mark; edges: from the mark, then the ways
};

[[nodiscard]] MachineChart chartOf(const Machine& machine);

} // namespace bindlab
