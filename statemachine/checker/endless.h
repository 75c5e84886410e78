#pragma once

#include "checker/expansion.h"
#include "world/step.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace bindlab {

/// Of `states` states, numbered breadth first: those from which no run comes to an end, since every one of them goes on for
/// ever. `follow(number, visit)` calls `visit(successor, choice)` for each step from a state, until that answers Going::Stop, and
/// answers whether the state is to be taken as an end: nobody can move in it, or memory is lost on the way. Sweeps from the last state to the first until
/// nothing changes; every step that leads onwards is settled by the first sweep.
template <typename Follow, typename Stopped>
[[nodiscard]] std::vector<bool> statesWithoutEnd(std::uint32_t states, Follow follow, Stopped stopped)
{
    std::vector<bool> endless(states, true);
    for (bool changed = true; changed && !stopped();) {
        changed = false;
        for (std::uint32_t number = states; number-- > 0;) {
            if (!endless[number])
                continue;
            bool comesToEnd = false;
            const bool isEnd = follow(number, [&](std::uint32_t successor, StepChoice) {
                comesToEnd = comesToEnd || !endless[successor];
                return comesToEnd ? Going::Stop : Going::On;
            });
            if (isEnd || comesToEnd) {
                endless[number] = false;
                changed = true;
            }
        }
    }
    return endless;
}

/// Steps that end with a loop.
struct LoopedRun {
    std::vector<StepChoice> steps;
    int before = 0;   ///< so many come before the loop; the others go once round it
};
using VisitStep = std::function<Going(std::uint32_t successor, StepChoice)>;

/// From such a state on: the steps to where every thread that can come to its end has done so, and then once round the
/// shortest loop there. `follow` as above.
[[nodiscard]] LoopedRun wayIntoLoop(std::uint32_t start, const std::function<void(std::uint32_t number, const VisitStep&)>& follow);

} // namespace bindlab
