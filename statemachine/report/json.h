#pragma once

#include "checker/checker.h"
#include "flow/library.h"
#include "world/run.h"
#include "world/snapshot.h"

#include <nlohmann/json.hpp>

#include <memory>

namespace bindlab {

/// Keys in the order they are written.
using Json = nlohmann::ordered_json;

/// What `matrix --json` says of one cell: the object of `check --json` without the steps of its runs.
[[nodiscard]] Json resultAsJson(const Selection& selection, const CheckResult& result);
/// One check: design, scenario, platform, verdict, states, transitions, depth, seconds, peak_memory_mib, violations, each
/// with its steps, essence (after how many steps nothing avoids it: unavoidable_from) and others (more runs, as unlike as can
/// be); then patches, bound, properties, not_applicable, reductions (which states were taken as one), warnings (kinds of lock
/// taken in both orders) and calls, which are what each user call can return; passing are runs in which nothing breaks, runs_bound says why none were looked for.
[[nodiscard]] Json checkAsJson(const std::shared_ptr<const Model>& model, const Selection& selection, const CheckResult& result);

/// A state in short: objects with their status, fields and machines, pointers, locks that are held or waited for, threads.
[[nodiscard]] Json stateAsJson(const Snapshot& snapshot);

/// A run: what was run, the state it starts in, each step with what it broke and the state it leads to.
[[nodiscard]] Json runAsJson(const Run& run);

} // namespace bindlab
