#include "checker/state_tree.h"

#include <algorithm>
#include <utility>

namespace bindlab {

bool StateTree::mustRepackFor(std::span<const CellWrite> writes) const
{
    Packing tried = packing;
    return !std::ranges::all_of(writes, [&](const CellWrite& write) { return tried.add(write); });
}

bool StateTree::makeRoomFor(std::span<const CellWrite> writes)
{
    const std::uint32_t before = repackings;
    for (const CellWrite& write : writes)
        if (!packing.knows(write)) {
            if (size() >= m_repackAt)
                repack();
            while (!packing.add(write))
                repack();
        }
    return repackings != before;
}

void StateTree::repack()
{
    StateTree roomier(packing.repacked());
    const auto nodeOf = [&](std::uint64_t pair, bool) { return roomier.inner.insert(pair); };
    UnfoldedState from(*this);
    UnfoldedState into(roomier);
    std::vector<WordWrite> byWord(roomier.packing.words());
    std::vector<WordWrite> writes;
    for (std::uint32_t number = 0; number < size(); ++number) {
        std::ranges::fill(byWord, WordWrite{0, 0, 0});
        from.load(number, [&](std::size_t cell, std::int8_t value) {
            const WordWrite bits = roomier.packing.bitsOf({std::uint16_t(cell), value});
            WordWrite& write = byWord[bits.word];
            write = {bits.word, write.mask | bits.mask, write.value | bits.value};
        });
        if (number == 0) {
            roomier.states.insert(keyOfStart(roomier, nodeOf));
            continue;
        }
        into.load(number - 1);
        writes.clear();
        for (const WordWrite& write : byWord)
            if (write.mask != 0)
                writes.push_back(write);
        roomier.states.insert(into.keyOf(writes, nodeOf));
    }
    roomier.repackings = repackings + 1;
    roomier.m_repackAt = size() < mostForOrder ? size() * 8 : static_cast<std::size_t>(-1);
    std::swap(*this, roomier);
}

} // namespace bindlab
