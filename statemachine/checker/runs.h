#pragma once

#include "checker/checker.h"

namespace bindlab {

/// Adds to `result` what needs whole runs rather than states: what alone forces each violation, other runs to it, runs in
/// which nothing breaks. Does nothing that was not asked for.
void lookAtRuns(const std::shared_ptr<const Model>& model, const CheckOptions& options, CheckResult& result);

} // namespace bindlab
