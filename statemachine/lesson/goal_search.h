#pragma once

#include "lesson/lesson.h"
#include "world/run.h"

#include <tl/expected.hpp>

#include <string>
#include <vector>

namespace bindlab {

/// The most states a search for a goal looks at.
constexpr std::size_t mostGoalStates = 300'000;

/// A shortest way from where the run stands to one of the goals, breadth first over every interleaving; deterministic. Empty
/// steps: it stands there. The error says in one sentence that there is none, or why that is not settled.
/// `states` gets how many were looked at.
[[nodiscard]] tl::expected<std::vector<StepChoice>, std::string> nearest(const Run& run, const std::vector<Goal>& goals,
                                                                         std::size_t mostStates = mostGoalStates, std::size_t* states = nullptr);

} // namespace bindlab
