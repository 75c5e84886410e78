#pragma once

#include <sys/mman.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <vector>

namespace bindlab {

/// Memory for what is looked up all over: in large pages, where the system has them, since else half the time goes into
/// finding the page.
template <typename T>
struct LargePages {
    using value_type = T;
    static constexpr std::size_t page = std::size_t(2) << 20;

    LargePages() = default;
    template <typename Other>
    LargePages(const LargePages<Other>&)
    {
    }
    [[nodiscard]] T* allocate(std::size_t count)
    {
        const std::size_t bytes = count * sizeof(T);
        if (bytes < page)
            return static_cast<T*>(::operator new(bytes));
        void* const memory = std::aligned_alloc(page, (bytes + page - 1) / page * page);
        if (memory == nullptr)
            throw std::bad_alloc();
        madvise(memory, bytes, MADV_HUGEPAGE); // where it is refused the pages are small, which is slower and no fault
        return static_cast<T*>(memory);
    }
    void deallocate(T* memory, std::size_t count)
    {
        if (count * sizeof(T) < page)
            ::operator delete(memory);
        else
            std::free(memory);
    }
    bool operator==(const LargePages&) const = default;
};

/// The numbers of pairs that were asked for lately. Successors of neighbouring states ask for the same ones again and again,
/// and this fits into the processor's own memory.
class RecentNodes {
public:
    /// The number of this pair, by `ask(pair)` when it is not among them.
    template <typename Ask>
    std::uint32_t number(std::uint64_t pair, Ask ask)
    {
        Entry& entry = m_entries[std::size_t(pair * 0x9e3779b97f4a7c15ull >> (64 - bits))];
        if (entry.pair != pair)
            entry = {pair, ask(pair)};
        return entry.number;
    }
    void clear() { m_entries.fill({}); }
    /// Forgets those whose number `isVoid`.
    template <typename IsVoid>
    void clear(IsVoid isVoid)
    {
        for (Entry& entry : m_entries)
            if (isVoid(entry.number))
                entry = {};
    }

private:
    static constexpr int bits = 13;
    struct Entry {
        std::uint64_t pair = ~std::uint64_t(0);   ///< no node is like this
        std::uint32_t number = 0;
    };
    std::array<Entry, std::size_t(1) << bits> m_entries;
};

/// Distinct pairs of numbers, numbered from 0 in the order they came, and found again by what they are. The inner nodes of
/// compressed states, and the states themselves. A pair takes 8 bytes and its place in the index 8 to 16.
class NodeTable {
public:
    static constexpr std::uint32_t none = 0xffffffff;

    NodeTable() : m_slots(1024, none), m_numberMask(1023) {}

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
        const std::uint32_t found = m_slots[slotOf(pair, hash(pair))];
        return found == none ? none : found & m_numberMask;
    }

    /// The number of this pair; a new one when it was not there.
    std::uint32_t insert(std::uint64_t pair)
    {
        const std::uint32_t hashed = hash(pair);
        std::uint32_t slot = slotOf(pair, hashed);
        if (m_slots[slot] != none)
            return m_slots[slot] & m_numberMask;
        if (isFull(m_size + 1)) {
            grow();
            slot = slotOf(pair, hashed);
        }
        if (m_size >> chunkBits == m_chunks.size())
            addChunk();
        m_chunks[m_size >> chunkBits][m_size & chunkMask] = pair;
        m_slots[slot] = (hashed & ~m_numberMask) | std::uint32_t(m_size);
        return std::uint32_t(m_size++);
    }
    /// Has the processor fetch what find() and insert() look at first, and, once that is there, what they look at then.
    void prefetch(std::uint64_t pair) const { __builtin_prefetch(&m_slots[hash(pair) & m_numberMask]); }
    void prefetchPair(std::uint64_t pair) const
    {
        const std::uint32_t hashed = hash(pair);
        for (std::uint32_t slot = hashed & m_numberMask; m_slots[slot] != none; slot = (slot + 1) & m_numberMask)
            if (isAlike(m_slots[slot], hashed)) {
                const std::uint32_t number = m_slots[slot] & m_numberMask;
                __builtin_prefetch(&m_chunks[number >> chunkBits][number & chunkMask]);
                return;
            }
    }
    /// Room for as many as there were is kept in the index.
    void clear()
    {
        m_chunks.clear();
        m_blocks.clear();
        m_reserved = 0;
        std::fill(m_slots.begin(), m_slots.end(), none);
        m_size = 0;
    }

private:
    static constexpr std::size_t chunkBits = 12;
    static constexpr std::size_t chunkMask = (std::size_t(1) << chunkBits) - 1;

    static constexpr std::size_t chunksOfBlock = LargePages<std::uint64_t>::page / 8 >> chunkBits;
    static constexpr std::size_t growAhead = 16;

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
        while (m_slots[slot] != none && !(isAlike(m_slots[slot], hashed) && (*this)[m_slots[slot] & m_numberMask] == pair))
            slot = (slot + 1) & m_numberMask;
        return slot;
    }
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
    void grow()
    {
        const std::size_t size = m_slots.size() * 2;
        m_slots = {};
        m_slots.assign(size, none);
        m_numberMask = std::uint32_t(size - 1);
        for (std::size_t number = 0; number < m_size; ++number) {
            if (number + growAhead < m_size)
                prefetch((*this)[std::uint32_t(number + growAhead)]);
            const std::uint32_t hashed = hash((*this)[std::uint32_t(number)]);
            std::uint32_t slot = hashed & m_numberMask;
            while (m_slots[slot] != none)
                slot = (slot + 1) & m_numberMask;
            m_slots[slot] = (hashed & ~m_numberMask) | std::uint32_t(number);
        }
    }

    using Block = std::vector<std::uint64_t, LargePages<std::uint64_t>>;
    std::vector<Block> m_blocks;
    std::vector<std::uint64_t*> m_chunks;   ///< into the blocks
    std::size_t m_reserved = 0;             ///< chunks that the blocks have room for
    std::vector<std::uint32_t, LargePages<std::uint32_t>> m_slots;   ///< `none`, or a number with bits of its hash above
    std::uint32_t m_numberMask;           ///< slots - 1; numbers stay below it, since half of the slots are free
    std::size_t m_size = 0;
};

} // namespace bindlab
