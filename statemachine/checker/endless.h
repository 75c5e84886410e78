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

/// Whether from each of these states some run comes to an end; `follow` as above. Goes only as far as it takes: no run that
/// leads ever deeper goes on for ever, so it is enough to ask the states with a step that does not lead deeper. That it is not
/// so may be said in error where loops are entangled; then statesWithoutEnd() knows.
template <typename Follow, typename Stopped>
[[nodiscard]] bool eachComesToEnd(const std::vector<std::uint32_t>& from, std::uint32_t states, Follow follow, Stopped stopped)
{
    std::vector<bool> good(states, false);
    std::vector<bool> seen(states, false);
    struct Frame {
        std::uint32_t number;
        std::vector<std::uint32_t> successors;
    };
    std::vector<Frame> path;
    std::vector<std::uint32_t> left;   // seen, and no way on from there but over states that were seen
    // False once the end of `path` is good.
    const auto enter = [&](std::uint32_t number) {
        seen[number] = true;
        path.push_back({number, {}});
        bool isGood = false;
        const bool isEnd = follow(number, [&](std::uint32_t successor, StepChoice) {
            isGood = good[successor];
            path.back().successors.push_back(successor);
            return isGood ? Going::Stop : Going::On;
        });
        return !isGood && !isEnd;
    };
    for (const std::uint32_t start : from) {
        if (good[start])
            continue;
        path.clear();
        left.clear();
        for (bool searching = enter(start); searching;) {
            if (stopped() || path.empty())
                return false;
            auto& successors = path.back().successors;
            while (!successors.empty() && seen[successors.back()])
                successors.pop_back();
            if (successors.empty()) {
                left.push_back(path.back().number);
                path.pop_back();
            } else {
                searching = enter(successors.back());
            }
        }
        for (const Frame& frame : path)
            good[frame.number] = true;
        for (const std::uint32_t number : left)
            seen[number] = false;
    }
    return true;
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
