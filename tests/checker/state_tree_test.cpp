#include "checker/state_tree.h"

#include "catch.h"

#include <algorithm>
#include <random>
#include <set>
#include <vector>

using namespace bindlab;

namespace {

using Bytes = std::vector<std::int8_t>;

/// A walk of small changes, as the steps of a model make them; some states come again.
std::vector<Bytes> walk(std::size_t bytes, int steps)
{
    std::mt19937 random(7);
    std::vector<Bytes> states{Bytes(bytes, 0)};
    for (int i = 0; i < steps; ++i) {
        Bytes next = states[random() % states.size()];
        for (int changes = int(random() % 3); changes >= 0; --changes)
            next[random() % bytes] = std::int8_t(random() % 3 * 100 - 100);
        states.push_back(next);
    }
    return states;
}

/// What makes one state of another; with bits that stay as they are, and words too.
std::vector<WordWrite> changes(std::span<const std::int8_t> from, const Bytes& to)
{
    std::vector<WordWrite> writes;
    for (std::size_t at = 0; at < to.size(); ++at) {
        if (from[at] == to[at] && at % 7 != 0)
            continue;
        if (writes.empty() || writes.back().word != at / 4)
            writes.push_back({std::uint32_t(at / 4), 0, 0});
        writes.back().mask |= 0xffu << at % 4 * 8;
        writes.back().value |= std::uint32_t(std::uint8_t(to[at])) << at % 4 * 8;
    }
    return writes;
}

} // namespace

TEST_CASE("a compressed state unfolds to what was stored, and equal states have one number", "[state_tree]")
{
    const std::size_t bytes = GENERATE(8u, 16u, 24u, 200u, 264u);
    StateTree tree(bytes);
    UnfoldedState unfolded(tree);
    const auto insert = [&](std::uint64_t pair, bool) { return tree.inner.insert(pair); };
    const auto states = walk(bytes, 2000);
    std::vector<std::uint32_t> numbers;
    for (const Bytes& state : states) {
        const bool isFirst = numbers.empty();
        numbers.push_back(tree.states.insert(isFirst ? unfolded.pairOf(std::span(state), insert) : unfolded.pairOf(changes(unfolded.cells(), state), insert)));
        unfolded.load(numbers[numbers.size() / 2]); // from somewhere else the next time
    }
    CHECK(tree.size() == std::set<Bytes>(states.begin(), states.end()).size());
    for (std::size_t i = 0; i < states.size(); ++i) {
        unfolded.load(numbers[i]);
        REQUIRE(std::equal(states[i].begin(), states[i].end(), unfolded.cells().begin()));
    }
}

TEST_CASE("states met while the tree may only be read get the numbers they would have had", "[state_tree]")
{
    StateTree direct(64);
    StateTree later(64);
    UnfoldedState intoDirect(direct);
    UnfoldedState intoLater(later);
    NewNodes nodes(later.inner);
    const auto states = walk(64, 500);
    std::vector<std::uint64_t> pairs;
    for (const Bytes& state : states) {
        direct.states.insert(intoDirect.pairOf(std::span(state), [&](std::uint64_t pair, bool) { return direct.inner.insert(pair); }));
        pairs.push_back(intoLater.pairOf(std::span(state), [&](std::uint64_t pair, bool overWords) { return nodes.insert(pair, overWords); }));
    }
    CHECK(later.inner.size() == 0);
    nodes.moveTo(later.inner);
    for (const std::uint64_t pair : pairs)
        later.states.insert(nodes.settled(pair));
    REQUIRE(later.size() == direct.size());
    for (std::uint32_t number = 0; number < later.size(); ++number) {
        intoDirect.load(number);
        intoLater.load(number);
        REQUIRE(std::ranges::equal(intoDirect.cells(), intoLater.cells()));
    }
}
