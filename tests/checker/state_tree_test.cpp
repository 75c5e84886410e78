#include "checker/crew.h"
#include "checker/state_tree.h"

#include "catch.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <map>
#include <new>
#include <random>
#include <set>
#include <thread>
#include <vector>

using namespace bindlab;

namespace {

using Cells = std::vector<std::int8_t>;

/// A walk of small changes, as the steps of a model make them; some states come again. Values come up one after the other.
std::vector<Cells> walk(std::size_t cells, int steps)
{
    std::mt19937 random(7);
    std::vector<Cells> states{Cells(cells, 5)};
    for (int i = 0; i < steps; ++i) {
        Cells next = states[random() % states.size()];
        for (int changes = int(random() % 3); changes >= 0; --changes)
            next[random() % cells] = std::int8_t(int(random() % (2u + unsigned(i) / 64)) * 7 - 100);
        states.push_back(next);
    }
    return states;
}

/// What makes one state of another, with some cells that stay as they are.
std::vector<CellWrite> changes(std::span<const std::int8_t> from, const Cells& to)
{
    std::vector<CellWrite> writes;
    for (std::size_t cell = 0; cell < to.size(); ++cell)
        if (from[cell] != to[cell] || cell % 7 == 0)
            writes.push_back({std::uint16_t(cell), to[cell]});
    return writes;
}

std::vector<WordWrite> packed(const Packing& packing, const std::vector<CellWrite>& writes)
{
    std::map<std::uint32_t, WordWrite> byWord;
    for (const CellWrite& write : writes) {
        const WordWrite bits = packing.bitsOf(write);
        WordWrite& word = byWord[bits.word];
        word = {bits.word, word.mask | bits.mask, word.value | bits.value};
    }
    std::vector<WordWrite> words;
    for (const auto& [number, word] : byWord)
        words.push_back(word);
    return words;
}

} // namespace

TEST_CASE("a packed state unfolds to what was stored, and equal states have one number, however often all were packed anew", "[state_tree]")
{
    const std::size_t cells = GENERATE(1u, 8u, 24u, 100u, 264u);
    const auto states = walk(cells, 3000);
    StateTree tree(states.front());
    const auto insert = [&](std::uint64_t pair, bool) { return tree.inner.insert(pair); };
    std::vector<std::uint32_t> numbers{tree.states.insert(keyOfStart(tree, insert))};
    UnfoldedState unfolded(tree);
    for (std::size_t i = 1; i < states.size(); ++i) {
        unfolded.load(numbers[numbers.size() / 2]);
        const auto writes = changes(unfolded.cells(), states[i]);
        if (tree.makeRoomFor(writes))
            unfolded.load(numbers[numbers.size() / 2]);
        numbers.push_back(tree.states.insert(unfolded.keyOf(packed(tree.packing, writes), insert)));
    }
    CHECK(tree.size() == std::set<Cells>(states.begin(), states.end()).size());
    CHECK((tree.repackings > 0) == (cells > 1));
    for (std::size_t i = 0; i < states.size(); ++i) {
        unfolded.load(numbers[i]);
        REQUIRE(std::ranges::equal(states[i], unfolded.cells()));
    }
}

TEST_CASE("room for one more value leaves words that were packed before as they are", "[state_tree]")
{
    Packing packing(Cells{0, 3});
    REQUIRE(packing.add({0, 1}));
    const WordWrite before = packing.bitsOf({0, 1});
    REQUIRE(packing.add({1, -7}));
    for (std::int8_t value = 2; value < 40; ++value)
        REQUIRE(packing.add({0, value}));
    CHECK(packing.bitsOf({0, 1}).value == before.value);
    std::vector<std::pair<std::size_t, int>> seen;
    packing.differing(0, 0, packing.bitsOf({0, 33}).value | packing.bitsOf({1, -7}).value, [&](std::size_t cell, std::int8_t value) { seen.emplace_back(cell, value); });
    std::ranges::sort(seen);
    CHECK(seen == std::vector<std::pair<std::size_t, int>>{{0, 33}, {1, -7}});
}

TEST_CASE("a pair that several threads put in at once has one number, also when the table has grown", "[state_tree]")
{
    constexpr std::uint64_t pairs = 20'000;
    constexpr std::size_t threads = 4;
    NodeTable table;
    table.makeRoomFor(pairs * threads, [](auto work) { work(std::size_t(0)); });
    std::vector<std::vector<std::uint32_t>> numbers(threads);
    Crew crew(threads);
    crew.together([&](std::size_t member) {
        for (std::uint64_t pair = 0; pair < pairs; ++pair)
            numbers[member].push_back(table.insertAmongOthers(pair << 32 | pair % 7));
    });
    table.makeRoomFor(pairs * threads * 4, [&](auto work) { crew.together(work); });
    std::set<std::uint32_t> distinct;
    for (std::uint64_t pair = 0; pair < pairs; ++pair) {
        const std::uint32_t number = table.find(pair << 32 | pair % 7);
        REQUIRE(number != NodeTable::none);
        REQUIRE(table[number] == (pair << 32 | pair % 7));
        REQUIRE(table.insert(pair << 32 | pair % 7) == number);
        for (const auto& ofMember : numbers)
            REQUIRE((ofMember.empty() || ofMember[pair] == number));
        distinct.insert(number);
    }
    CHECK(distinct.size() == pairs);
}

TEST_CASE("a table without room refuses what several threads put in, and keeps what it has", "[state_tree]")
{
    NodeTable table;
    std::uint64_t pair = 0;
    CHECK(table.insertAmongOthers(pair) == NodeTable::none);
    table.makeRoomFor(100, [](auto work) { work(std::size_t(0)); });
    while (pair < 100'000 && table.insertAmongOthers(pair) != NodeTable::none)
        ++pair;
    REQUIRE(pair < 100'000);
    CHECK(table.find(pair) == NodeTable::none);
    for (std::uint64_t known = 0; known < pair; ++known)
        REQUIRE(table.find(known) != NodeTable::none);
    table.makeRoomFor(1000, [](auto work) { work(std::size_t(0)); });
    CHECK(table.insertAmongOthers(pair) != NodeTable::none);
}

TEST_CASE("a crew does one thing after the other, all of its members side by side", "[crew]")
{
    Crew crew(3);
    std::array<int, 3> done{};
    for (int round = 1; round <= 1000; ++round) {
        crew.together([&](std::size_t member) { ++done[member]; });
        REQUIRE(std::ranges::all_of(done, [&](int count) { return count == round || crew.members() < done.size(); }));
    }
}

TEST_CASE("when the first of a crew cannot go on, the others are waited for", "[crew]")
{
    Crew crew(3);
    std::atomic<int> done = 0;
    CHECK_THROWS_AS(crew.together([&](std::size_t member) {
        if (member == 0)
            throw std::bad_alloc();
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        ++done;
    }), std::bad_alloc);
    CHECK(done == int(crew.members()) - 1);
}
