#pragma once

#include "world/interpreter.h"

#include <vector>

namespace bindlab {

/// Tries one step of `state` in `interpreter`; the state itself stays as it is.
StepStatus attempt(Interpreter& interpreter, const State& state, StepChoice choice, bool allowTimeOut, StepRecord* record);
/// All steps that can be taken from `state`, by thread, then choice, and for each thread that cannot move the reason.
[[nodiscard]] std::vector<StepChoice> enabledFrom(Interpreter& interpreter, const Model& model, const State& state, std::vector<Blockage>& blockages);
/// One effect as words that follow the thread's name: "takes vdev->mutex".
[[nodiscard]] std::string inWords(const Model& model, const Effect& effect);
/// What is wrong with the state itself: broken properties, threads that wait for each other.
[[nodiscard]] std::vector<Finding> findingsOf(const Model& model, const State& state);

} // namespace bindlab
