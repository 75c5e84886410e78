#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

namespace bindlab {

/// Distinct states, numbered in the order they came, and found again by their bytes. Open addressing over numbers;
/// the bytes lie one behind the other.
class StateStore {
public:
    explicit StateStore(std::size_t stateBytes) : m_bytes(stateBytes), m_table(1024, none) {}

    static constexpr std::uint32_t none = 0xffffffff;

    /// The number of this state; `isNew` says whether it was not there before.
    std::uint32_t insert(std::span<const std::int8_t> state, bool& isNew)
    {
        if (m_count * 2 > m_table.size())
            grow();
        std::size_t slot = hash(state.data()) & (m_table.size() - 1);
        while (m_table[slot] != none) {
            if (std::memcmp(at(m_table[slot]), state.data(), m_bytes) == 0) {
                isNew = false;
                return m_table[slot];
            }
            slot = (slot + 1) & (m_table.size() - 1);
        }
        isNew = true;
        m_table[slot] = std::uint32_t(m_count);
        m_states.insert(m_states.end(), state.begin(), state.end());
        return std::uint32_t(m_count++);
    }
    /// The number of a state that may be there, or none.
    [[nodiscard]] std::uint32_t find(std::span<const std::int8_t> state) const
    {
        std::size_t slot = hash(state.data()) & (m_table.size() - 1);
        while (m_table[slot] != none && std::memcmp(at(m_table[slot]), state.data(), m_bytes) != 0)
            slot = (slot + 1) & (m_table.size() - 1);
        return m_table[slot];
    }
    [[nodiscard]] const std::int8_t* at(std::uint32_t number) const { return m_states.data() + std::size_t(number) * m_bytes; }
    [[nodiscard]] std::size_t size() const { return m_count; }
    [[nodiscard]] std::size_t memoryBytes() const { return m_states.capacity() + m_table.capacity() * sizeof(std::uint32_t); }

private:
    [[nodiscard]] std::size_t hash(const std::int8_t* state) const
    {
        // Multiply and fold, eight bytes at a time; the last word may be short.
        std::uint64_t h = 0x9e3779b97f4a7c15ull;
        for (std::size_t i = 0; i < m_bytes; i += 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, state + i, m_bytes - i < 8 ? m_bytes - i : 8);
            h = (h ^ word) * 0xff51afd7ed558ccdull;
            h ^= h >> 32;
        }
        return std::size_t(h);
    }
    void grow()
    {
        std::vector<std::uint32_t> table(m_table.size() * 2, none);
        for (std::uint32_t number = 0; number < m_count; ++number) {
            std::size_t slot = hash(at(number)) & (table.size() - 1);
            while (table[slot] != none)
                slot = (slot + 1) & (table.size() - 1);
            table[slot] = number;
        }
        m_table = std::move(table);
    }

    std::size_t m_bytes;
    std::size_t m_count = 0;
    std::vector<std::int8_t> m_states;
    std::vector<std::uint32_t> m_table;
};

} // namespace bindlab
