#include "lesson/exercises.h"

#include "checker/matrix.h"
#include "lesson/facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <numeric>

namespace bindlab {

namespace {

/// The scenario in which the thread goes through the picks; `id` is its name.
std::string scenarioText(const Order& order, const std::vector<int>& picks, const std::string& id)
{
    std::string statements;
    for (const int pick : picks)
        statements += "        " + order.items[std::size_t(pick)].statements + "\n";
    return fmt::format("scenario {} order \"{}\" {}from {} {}{{\n    thread T1 \"{}\" {{\n{}    }}\n{}\n}}\n", id, order.title,
                       order.with.empty() ? "" : "with " + order.with + " ", order.start,
                       order.end.empty() ? "" : "then " + order.end + " ", order.title, statements, order.beside);
}

/// A name that another order, or another form of this one, does not have.
std::string familyOf(const Order& order)
{
    auto listed = std::vector<int>(order.items.size());
    std::iota(listed.begin(), listed.end(), 0);
    return fmt::format("ORDER_{}_{:x}", order.line, std::hash<std::string>{}(scenarioText(order, listed, {})));
}

std::string scenarioOf(const std::string& family, const std::vector<int>& picks)
{
    auto id = family;
    for (const int pick : picks)
        id += fmt::format("_{}", pick + 1);
    return id;
}

} // namespace

Selection orderSelection(const Order& order, const std::vector<int>& picks, const Selection& from, Results& results)
{
    const auto family = familyOf(order);
    // All at once: every addition is a library anew.
    results.declare(family, [&] {
        std::string all;
        for (const auto& one : ordersOf(order.items.size()))
            all += scenarioText(order, one, scenarioOf(family, one));
        return all;
    });
    auto selection = from;
    selection.scenario = scenarioOf(family, picks);
    return selection;
}

Selection repairSelection(const Repair& repair, const std::vector<int>& picks, const Selection& from)
{
    auto selection = from;
    for (const int pick : picks)
        for (const auto& patch : repair.items[std::size_t(pick)].patches)
            if (std::find(selection.patches.begin(), selection.patches.end(), patch) == selection.patches.end())
                selection.patches.push_back(patch);
    return selection;
}

std::array<Selection, 2> comparedBy(const Compare& compare, const Selection& from)
{
    std::array<Selection, 2> selections;
    for (std::size_t side = 0; side < 2; ++side) {
        selections[side] = designNamed(compare.designs[side]);
        selections[side].scenario = compare.scenario.empty() ? from.scenario : compare.scenario;
        selections[side].platform = from.platform;
    }
    return selections;
}

bool hold(const CheckResult& result, const std::vector<Fact>& facts)
{
    for (const auto& fact : facts)
        for (const auto& answer : answers(result, fact))
            if (!answer.holds)
                return false;
    return true;
}

std::vector<std::vector<int>> ordersOf(std::size_t items)
{
    std::vector<int> order(items);
    std::iota(order.begin(), order.end(), 0);
    std::vector<std::vector<int>> all;
    do
        all.push_back(order);
    while (std::next_permutation(order.begin(), order.end()));
    return all;
}

std::vector<std::vector<int>> choicesOf(std::size_t items)
{
    std::vector<std::vector<int>> all;
    for (std::size_t bits = 0; bits < std::size_t(1) << items; ++bits) {
        auto& choice = all.emplace_back();
        for (std::size_t item = 0; item < items; ++item)
            if ((bits >> item & 1U) != 0)
                choice.push_back(int(item));
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& one, const auto& other) { return one.size() < other.size(); });
    return all;
}

std::string placesAsText(const std::vector<int>& picks)
{
    std::string text;
    for (std::size_t i = 0; i < picks.size(); ++i)
        text += fmt::format("{}{}", i == 0 ? "" : i + 1 == picks.size() ? " and " : ", ", picks[i] + 1);
    return text;
}

} // namespace bindlab
