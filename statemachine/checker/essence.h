#pragma once

#include "checker/state_graph.h"

namespace bindlab {

/// What alone forces the failure that `violation` shows. Claimed only when no complete run of the graph contradicts it.
/// A complete run goes on to where nothing can move, everything has ended, or memory is lost. It has the events in this
/// order when each of them occurs and their first occurrences come in this order.
/// `work` bounds the search, in states looked at: no clock, so the answer is the same everywhere.
[[nodiscard]] Essence essenceOf(const std::shared_ptr<const Model>& model, const StateGraph& graph, const Violation& violation,
                                std::uint64_t work);

} // namespace bindlab
