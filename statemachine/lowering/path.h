#pragma once

#include "lowering/cell_facts.h"
#include "lowering/terms.h"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace bindlab::lowering {

/// What stands in the way of writing a model as guarded steps.
struct Obstacle {
    std::string sentence;
};

/// A question that the path so far leaves open. It is thrown, the path is taken up again before the instruction that
/// asked, once for each answer; then the same question is no question any more.
struct Fork {
    std::vector<std::pair<int, bool>> answers;   ///< a truth, and whether it holds
};

/// Where no run comes: what cells can hold is known one by one, not together.
struct Unreal {
};

/// By property: the truth that a step breaks it.
using Broken = std::map<int, int>;

/// What is broken by one of two ways, the first where `condition` holds.
[[nodiscard]] Broken brokenByEither(Terms& terms, int condition, const Broken& one, const Broken& other);

/// One way through one step, as far as it has been followed.
struct Path {
    int pc = 0;
    int instructions = 0;
    bool stepped = false;
    bool chose = false;
    int atomic = 0;
    int begin = 0;                    ///< instruction the step began with
    std::map<int, int> memory;        ///< by address, terms of what was written
    std::map<int, bool> known;        ///< truths over several cells that were decided
    std::map<int, ValueSet> among;    ///< by cell: what it held before, as far as that is known
    int thread = 0;
    int from = 0;
    int choice = 0;
    int place = -1;
    bool timeOut = false;
    bool lost = false;
    std::set<int> killed;
    Broken broken;
};

} // namespace bindlab::lowering
