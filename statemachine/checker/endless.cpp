#include "checker/endless.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/range/iterator_range.hpp>

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace bindlab {

LoopedRun wayIntoLoop(std::uint32_t start, const std::function<void(std::uint32_t number, const VisitStep&)>& follow)
{
    using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, StepChoice>;
    Graph graph(1);
    std::unordered_map<std::uint32_t, std::size_t> indices{{start, 0}};
    std::vector<std::uint32_t> states{start};
    for (std::size_t from = 0; from < states.size(); ++from)
        follow(states[from], [&](std::uint32_t successor, StepChoice choice) {
            const auto [entry, isNew] = indices.try_emplace(successor, states.size());
            if (isNew)
                states.push_back(successor);
            boost::add_edge(from, entry->second, choice, graph);
            return Going::On;
        });
    std::vector<std::size_t> component(states.size());
    const std::size_t components = boost::strong_components(graph, boost::make_iterator_property_map(component.begin(), boost::get(boost::vertex_index, graph)));
    std::vector<bool> isLast(components, true);
    for (const auto edge : boost::make_iterator_range(boost::edges(graph)))
        if (component[boost::source(edge, graph)] != component[boost::target(edge, graph)])
            isLast[component[boost::source(edge, graph)]] = false;

    // The shortest way from a state, in at least one step, to one that is wanted.
    const auto wayTo = [&](std::size_t from, auto isWanted) {
        std::vector<std::pair<std::size_t, StepChoice>> came(states.size(), {states.size(), {}});
        std::vector<std::size_t> queue{from};
        for (std::size_t i = 0;; ++i)
            for (const auto edge : boost::make_iterator_range(boost::out_edges(queue[i], graph))) {
                const std::size_t to = boost::target(edge, graph);
                if (isWanted(to)) {
                    std::vector<StepChoice> steps{graph[edge]};
                    for (std::size_t at = queue[i]; at != from; at = came[at].first)
                        steps.push_back(came[at].second);
                    std::reverse(steps.begin(), steps.end());
                    return std::pair(steps, to);
                }
                if (to != from && came[to].first == states.size()) {
                    came[to] = {queue[i], graph[edge]};
                    queue.push_back(to);
                }
            }
    };
    LoopedRun run;
    std::size_t turn = 0;
    if (!isLast[component[0]])
        std::tie(run.steps, turn) = wayTo(0, [&](std::size_t state) { return bool(isLast[component[state]]); });
    run.before = int(run.steps.size());
    const auto round = wayTo(turn, [&](std::size_t state) { return state == turn; }).first;
    run.steps.insert(run.steps.end(), round.begin(), round.end());
    return run;
}

} // namespace bindlab
