#pragma once

#include "checker/zeroed_pages.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace bindlab {

constexpr std::uint32_t noNode = 0xffffffff;
constexpr std::uint64_t noPair = ~std::uint64_t(0);   ///< no node is like this

/// The numbers of pairs that were asked for lately. Successors of neighbouring states ask for the same ones again and again,
/// and this fits into the processor's own memory.
class RecentNodes {
public:
    /// The number of this pair, by `ask(pair)` when it is not among them.
    template <typename Ask>
    std::uint32_t number(std::uint64_t pair, Ask ask)
    {
        Entry& entry = m_entries[std::size_t(pair * 0x9e3779b97f4a7c15ull >> (64 - bits))];
        if (entry.pair == pair)
            return entry.number;
        const std::uint32_t number = ask(pair);
        if (number != noNode)
            entry = {pair, number};
        return number;
    }
    void clear() { m_entries.fill({}); }

private:
    static constexpr int bits = 13;
    struct Entry {
        std::uint64_t pair = noPair;
        std::uint32_t number = 0;
    };
    std::array<Entry, std::size_t(1) << bits> m_entries;
};

/// Distinct pairs of numbers, numbered from 0 in the order they came, and found again by what they are. The inner nodes of
/// compressed states, and the states themselves. A pair takes 8 bytes and its place in the index 8 to 16.
/// Once makeRoomFor() has been called, so many pairs can be put in while other threads look pairs up: by insert() from one
/// thread, or by insertAmongOthers() from any. Whether the others know of them yet is up to chance.
class NodeTable {
public:
    static constexpr std::uint32_t none = noNode;

    NodeTable() : m_slots(1024), m_numberMask(1023) {}

    [[nodiscard]] std::uint64_t operator[](std::uint32_t number) const { return m_chunks[number >> chunkBits][number & chunkMask]; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    /// Bytes in use and reserved.
    [[nodiscard]] std::size_t memoryBytes() const
    {
        return m_reserved * (std::size_t(8) << chunkBits) + m_slots.size() * sizeof(std::uint32_t);
    }
    /// Bytes that one more pair may cost at once, when the index has to grow.
    [[nodiscard]] std::size_t bytesToGrow(std::size_t pairs) const
    {
        const std::size_t chunks = (pairs >> chunkBits) + 1 + (m_reserved < chunksOfBlock ? 0 : chunksOfBlock);
        return (chunks * 8 << chunkBits) + (isFull(m_size + pairs) ? m_slots.size() * 2 * sizeof(std::uint32_t) : 0);
    }

    [[nodiscard]] std::uint32_t find(std::uint64_t pair) const
    {
        const std::uint32_t found = slotAt(slotOf(pair, hash(pair)));
        return found == none ? none : found & m_numberMask;
    }

    /// The number of this pair; a new one when it was not there.
    std::uint32_t insert(std::uint64_t pair)
    {
        const std::uint32_t hashed = hash(pair);
        std::uint32_t slot = slotOf(pair, hashed);
        if (const std::uint32_t found = slotAt(slot); found != none)
            return found & m_numberMask;
        if (isFull(m_size + 1)) {
            grow([](auto work) { work(std::size_t(0)); });
            slot = slotOf(pair, hashed);
        }
        if (m_size >> chunkBits == m_chunks.size())
            addChunk();
        at(std::uint32_t(m_size)) = pair;
        m_slots[slot].store(~((hashed & ~m_numberMask) | std::uint32_t(m_size)), std::memory_order_release);
        return std::uint32_t(m_size++);
    }
    /// The same while other threads do so; `none` when there is no room.
    std::uint32_t insertAmongOthers(std::uint64_t pair)
    {
        const std::uint32_t hashed = hash(pair);
        std::uint32_t number = none;
        for (std::uint32_t slot = hashed & m_numberMask;; slot = (slot + 1) & m_numberMask) {
            std::uint32_t there = slotAt(slot);
            if (there == none) {
                if (number == none && (number = numberFor(pair)) == none)
                    return none;
                there = ~none;
                if (m_slots[slot].compare_exchange_strong(there, ~((hashed & ~m_numberMask) | number), std::memory_order_acq_rel))
                    return number;
                there = ~there;
            }
            if (isAlike(there, hashed) && (*this)[there & m_numberMask] == pair) {
                if (number != none)
                    at(number) = noPair; // another thread was faster, and this number is nobody's
                return there & m_numberMask;
            }
        }
    }
    /// Nothing that others read is moved while so many are put in. `together(work)` calls `work(number)` side by side.
    template <typename Together>
    void makeRoomFor(std::size_t pairs, Together together)
    {
        while (isFull(m_size + pairs))
            grow(together);
        while (m_chunks.size() << chunkBits < m_size + pairs)
            addChunk();
    }
    /// Has the processor fetch what find() and insert() look at first, and, once that is there, what they look at then.
    void prefetch(std::uint64_t pair) const { fetch(&m_slots[hash(pair) & m_numberMask]); }
    void prefetchPair(std::uint64_t pair) const
    {
        const std::uint32_t hashed = hash(pair);
        std::uint32_t slot = hashed & m_numberMask;
        for (std::uint32_t there = slotAt(slot); there != none; slot = (slot + 1) & m_numberMask, there = slotAt(slot))
            if (isAlike(there, hashed)) {
                const std::uint32_t number = there & m_numberMask;
                fetch(&m_chunks[number >> chunkBits][number & chunkMask]);
                return;
            }
    }
    /// Room for as many as there were is kept in the index.
    void clear()
    {
        m_chunks.clear();
        m_blocks.clear();
        m_reserved = 0;
        for (std::size_t slot = 0; slot < m_slots.size(); ++slot)
            m_slots[slot].store(~none, std::memory_order_relaxed);
        m_size = 0;
    }

private:
    static constexpr std::size_t chunkBits = 12;
    static constexpr std::size_t chunkMask = (std::size_t(1) << chunkBits) - 1;

    static constexpr std::size_t chunksOfBlock = ZeroedPages<std::uint64_t>::page / 8 >> chunkBits;
    static constexpr std::size_t growAtOnce = 65536;
    static constexpr std::size_t mostAtOnce = 64;   ///< threads that put something in

    static void fetch(const void* memory)
    {
        __builtin_prefetch(memory);
        asm volatile(""); // GCC 12 takes a function with nothing but a prefetch for one that does nothing, and never calls it
    }
    [[nodiscard]] std::uint64_t& at(std::uint32_t number) { return m_chunks[number >> chunkBits][number & chunkMask]; }
    /// One more, for a pair that has none yet; `none` when there is no room.
    [[nodiscard]] std::uint32_t numberFor(std::uint64_t pair)
    {
        const std::atomic_ref size(m_size);
        if (const std::size_t least = size.load(std::memory_order_relaxed) + mostAtOnce; isFull(least) || least > m_chunks.size() << chunkBits)
            return none;
        const auto number = std::uint32_t(size.fetch_add(1, std::memory_order_relaxed));
        at(number) = pair;
        return number;
    }
    [[nodiscard]] bool isFull(std::size_t pairs) const { return pairs * 2 > m_slots.size(); }
    [[nodiscard]] static std::uint32_t hash(std::uint64_t pair)
    {
        pair *= 0x9e3779b97f4a7c15ull;
        pair ^= pair >> 32;
        pair *= 0xd6e8feb86659fd93ull;
        return std::uint32_t(pair >> 32);
    }
    /// The bits of a slot that its number does not need are those of the hash: only where they agree is it worth looking up
    /// the pair, which lies somewhere else in memory.
    [[nodiscard]] bool isAlike(std::uint32_t slot, std::uint32_t hashed) const { return ((slot ^ hashed) & ~m_numberMask) == 0; }
    /// Where the pair stands, or the free slot where it would.
    [[nodiscard]] std::uint32_t slotOf(std::uint64_t pair, std::uint32_t hashed) const
    {
        std::uint32_t slot = hashed & m_numberMask;
        for (std::uint32_t there = slotAt(slot); there != none; there = slotAt(slot)) {
            if (isAlike(there, hashed) && (*this)[there & m_numberMask] == pair)
                break;
            slot = (slot + 1) & m_numberMask;
        }
        return slot;
    }
    [[nodiscard]] std::uint32_t slotAt(std::uint32_t slot) const { return ~m_slots[slot].load(std::memory_order_acquire); }
    /// The first ones one by one, then as many as fill a large page.
    void addChunk()
    {
        if (m_chunks.size() == m_reserved) {
            const std::size_t chunks = m_reserved < chunksOfBlock ? 1 : chunksOfBlock;
            m_blocks.emplace_back(chunks << chunkBits);
            m_reserved += chunks;
        }
        m_chunks.push_back(m_blocks.back().data() + (m_blocks.back().size() - ((m_reserved - m_chunks.size()) << chunkBits)));
    }
    template <typename Together>
    void grow(Together together)
    {
        const std::size_t size = m_slots.size() * 2;
        m_slots = {};
        m_slots = Slots(size);
        m_numberMask = std::uint32_t(size - 1);
        std::atomic<std::size_t> next = 0;
        together([&](std::size_t) {
            for (std::size_t first = next.fetch_add(growAtOnce); first < m_size; first = next.fetch_add(growAtOnce))
                index(first, std::min(first + growAtOnce, m_size));
        });
    }
    /// Gives these numbers slots. Others may do so for other numbers.
    void index(std::size_t first, std::size_t end)
    {
        constexpr std::size_t ahead = 16;
        for (std::size_t number = first; number < end; ++number) {
            if (number + ahead < end)
                prefetch((*this)[std::uint32_t(number + ahead)]);
            const std::uint64_t pair = (*this)[std::uint32_t(number)];
            if (pair == noPair)
                continue;
            const std::uint32_t hashed = hash(pair);
            std::uint32_t slot = hashed & m_numberMask;
            for (std::uint32_t free = ~none; !m_slots[slot].compare_exchange_strong(free, ~((hashed & ~m_numberMask) | std::uint32_t(number))); free = ~none)
                slot = (slot + 1) & m_numberMask;
        }
    }

    using Slots = ZeroedPages<std::atomic<std::uint32_t>>;
    using Block = ZeroedPages<std::uint64_t>;
    std::vector<Block> m_blocks;
    std::vector<std::uint64_t*> m_chunks;   ///< into the blocks
    std::size_t m_reserved = 0;             ///< chunks that the blocks have room for
    Slots m_slots;                          ///< inverted: `none`, or a number with bits of its hash above
    std::uint32_t m_numberMask;             ///< slots - 1; numbers stay below it, since half of the slots are free
    std::size_t m_size = 0;
};

} // namespace bindlab
