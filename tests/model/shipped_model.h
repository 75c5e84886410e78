#pragma once

#include "checker/checker.h"
#include "flow/library.h"
#include "world/run.h"
#include "world/snapshot.h"

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace bindlab::testing {

/// "I5 F7", or "I11" where the failure is none.
using Broken = std::set<std::string>;

inline const std::vector<std::string> platformIds{"tdx", "sev", "cca"};

[[nodiscard]] std::vector<std::string> designIds();

/// The shipped flows and one file more. Fails the test when that file cannot be read.
[[nodiscard]] Library shippedAnd(const std::string& text);

/// Fails the test with the diagnostics when the selection does not compile.
[[nodiscard]] std::shared_ptr<const Model> compiledFrom(const Library& library, const Selection& selection);

/// Tries every interleaving of a selection. Fails the test when it has no verdict.
[[nodiscard]] CheckResult checkedFrom(const Library& library, const Selection& selection);

/// Why a selection does not compile, in one text; empty when it does.
[[nodiscard]] std::string refusal(const Library& library, const Selection& selection);

[[nodiscard]] Broken brokenIn(const CheckResult& result);

/// What a thread's call answers over all runs: "-EBUSY, 0". "never returns" when no run comes to its end.
[[nodiscard]] std::string answersOf(const CheckResult& result, const std::string& thread, const std::string& call);

/// The run that shows a finding, played to its end. Fails the test when nothing of the kind was found.
[[nodiscard]] Run runOf(const std::shared_ptr<const Model>& model, const CheckResult& result, const std::string& property, const std::string& failure);

/// Machine to state, as "vdevice.life" to "live": machines of objects that are allocated.
[[nodiscard]] std::map<std::string, std::string> machineStates(const Model& model, const State& state);

/// Plays the first enabled step again and again, until nothing is left to do or `stop` says so of the last step.
[[nodiscard]] Run played(const std::shared_ptr<const Model>& model, const std::function<bool(const StepRecord&)>& stop = {});

} // namespace bindlab::testing
