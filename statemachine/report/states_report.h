#pragma once

#include "checker/graph_facts.h"
#include "flow/library.h"
#include "report/json.h"
#include "report/text.h"

#include <memory>

namespace bindlab {

/// Every reachable state of what was selected, and what follows from it; the three must outlive this.
struct StatesAnswer {
    std::shared_ptr<const Model> model;
    const Selection& selection;
    const StateGraph& graph;
    const GraphFacts& facts;
};

/// The run as steps of its model.
[[nodiscard]] std::vector<StepChoice> stepsOf(const StateGraph& graph, const std::vector<std::uint32_t>& edges);

/// Keys design, patches, scenario, platform, states (those in which memory is lost are counted, too), steps, depth, failing_ends, safe_ends, no_way_back (states from which every run
/// fails), dead_ends (state, depth) and failures: of each property that some run breaks, and each way, the shortest run (property, failure,
/// length, switches, no_way_back_from: after so many steps every run fails, steps), the shortest first.
[[nodiscard]] Json statesAsJson(const StatesAnswer& states);

/// The same as text, with the steps of the shortest failing run only.
[[nodiscard]] std::string statesAsText(const StatesAnswer& states, const Library& library, int columns = mailColumns);

} // namespace bindlab
