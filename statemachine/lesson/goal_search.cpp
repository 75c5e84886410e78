#include "lesson/goal_search.h"

#include "flow/program.h"
#include "lesson/fact_history.h"
#include "lesson/facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

namespace bindlab {

namespace {

/// A state, and behind it a byte for each fact of history: what has happened on the way there.
using Node = std::string;

struct Came {
    std::size_t from = 0;
    StepChoice choice;
    int depth = 0;
};

class Search {
public:
    Search(const Run& run, const std::vector<Goal>& goals, std::size_t mostStates)
        : m_run(run), m_model(run.model()), m_goals(goals), m_mostStates(mostStates)
    {
        for (const auto& goal : goals) {
            m_loops = m_loops || std::any_of(goal.begin(), goal.end(), isLoop);
            for (const auto& fact : goal)
                if (isOfHistory(fact) && !isLoop(fact))
                    m_history.push_back(&fact);
        }
    }

    tl::expected<std::vector<StepChoice>, std::string> nearest()
    {
        for (const auto* fact : m_history)
            if (fact->subject == FactSubject::Steps)
                return tl::unexpected(std::string("a number of steps cannot be searched for"));
        add(start(), {});
        if (reached(0))
            return std::vector<StepChoice>();
        std::optional<std::vector<StepChoice>> best;
        for (std::size_t at = 0; at < m_nodes.size(); ++at) {
            if (best && m_came[at].depth + 1 >= int(best->size()))
                break;
            if (m_nodes.size() > m_mostStates)
                return tl::unexpected(fmt::format("not settled within {} states", m_mostStates));
            State state = stateOf(at);
            for (const auto choice : enabledSteps(m_model, state)) {
                State next = state;
                StepRecord record;
                if (takeStep(m_model, next, choice, m_history.empty() ? nullptr : &record) != StepStatus::Done)
                    continue;
                const auto known = m_index.size();
                const auto to = add(after(at, next, record), {at, choice, m_came[at].depth + 1});
                if (to == known && reached(to))
                    return wayTo(to);
                if (to != known && m_loops)
                    if (auto lasso = lassoThrough(at, choice, to); lasso && (!best || lasso->size() < best->size()))
                        best = std::move(lasso);
            }
        }
        if (best)
            return *best;
        return tl::unexpected(fmt::format("no run reaches it ({} states)", m_nodes.size()));
    }

    [[nodiscard]] std::size_t states() const { return m_nodes.size(); }

private:
    static bool isLoop(const Fact& fact) { return fact.subject == FactSubject::Loop; }

    Node start() const
    {
        Node node(m_run.state().begin(), m_run.state().end());
        for (const auto* fact : m_history) {
            bool holds = fact->subject == FactSubject::Finding && fact->name == "none";
            for (int step = 0; step < m_run.position(); ++step)
                holds = said(*fact, m_run.record(step)).value_or(holds);
            node += char(holds);
        }
        return node;
    }

    Node after(std::size_t at, const State& state, const StepRecord& record) const
    {
        Node node(state.begin(), state.end());
        for (std::size_t i = 0; i < m_history.size(); ++i)
            node += char(said(*m_history[i], record).value_or(m_nodes[at]->at(state.size() + i) != 0));
        return node;
    }

    /// Its number; the number it gets when it is new.
    std::size_t add(Node node, Came came)
    {
        const auto [found, added] = m_index.emplace(std::move(node), m_nodes.size());
        if (added) {
            m_nodes.push_back(&found->first);
            m_came.push_back(came);
        }
        return found->second;
    }

    State stateOf(std::size_t at) const
    {
        return {m_nodes[at]->begin(), m_nodes[at]->begin() + std::ptrdiff_t(m_run.state().size())};
    }

    /// Whether a goal without a loop is reached there.
    bool reached(std::size_t at) const
    {
        std::optional<Scene> scene;   // only looked at where history does not settle it
        const auto size = m_run.state().size();
        std::size_t history = 0;
        for (const auto& goal : m_goals) {
            bool holds = true;
            for (const auto& fact : goal)
                if (isLoop(fact))
                    holds = false;
                else if (isOfHistory(fact))
                    holds = m_nodes[at]->at(size + history++) != 0 && holds;
            for (const auto& fact : goal) {
                if (!holds || isOfHistory(fact))
                    continue;
                if (!scene)
                    scene.emplace(m_model, stateOf(at));
                holds = scene->hold({fact});
            }
            if (holds)
                return true;
        }
        return false;
    }

    std::vector<StepChoice> wayTo(std::size_t at) const
    {
        std::vector<StepChoice> way;
        for (; at != 0; at = m_came[at].from)
            way.push_back(m_came[at].choice);
        std::reverse(way.begin(), way.end());
        return way;
    }

    /// The way to `from` and the step from there back to `to`, when `to` lies on that way.
    std::optional<std::vector<StepChoice>> lassoThrough(std::size_t from, StepChoice choice, std::size_t to) const
    {
        std::size_t on = from;
        while (on != to && on != 0)
            on = m_came[on].from;
        if (on != to)
            return std::nullopt;
        auto way = wayTo(from);
        way.push_back(choice);
        return way;
    }

    const Run& m_run;
    const Model& m_model;
    const std::vector<Goal>& m_goals;
    std::size_t m_mostStates;
    std::vector<const Fact*> m_history;     ///< of all goals, in order
    bool m_loops = false;                   ///< going round is a goal
    std::unordered_map<Node, std::size_t> m_index;
    std::vector<const Node*> m_nodes;       ///< keys of m_index, which stay where they are
    std::vector<Came> m_came;
};

} // namespace

tl::expected<std::vector<StepChoice>, std::string> nearest(const Run& run, const std::vector<Goal>& goals, std::size_t mostStates,
                                                           std::size_t* states)
{
    Search search(run, goals, mostStates);
    auto way = search.nearest();
    if (states)
        *states = search.states();
    return way;
}

} // namespace bindlab
