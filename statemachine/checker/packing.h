#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace bindlab {

/// A change of one cell of a state.
struct CellWrite {
    std::uint16_t cell;
    std::int8_t value;
};

/// A change of a packed word: where `mask` has ones it becomes as `value`, which has none elsewhere.
struct WordWrite {
    std::uint32_t word;
    std::uint64_t mask;
    std::uint64_t value;
};

/// How the cells of a state lie in machine words. A cell that is always as it was at the start takes no bits; another takes
/// as many as tell apart the values it was seen with. Bits that no cell has are zero, and zero stands for the value at the
/// start. So room for one more value leaves all words that were packed before as they are.
class Packing {
public:
    explicit Packing(std::span<const std::int8_t> start);

    [[nodiscard]] std::size_t words() const { return m_used.size(); }   ///< a power of two
    [[nodiscard]] std::size_t cells() const { return m_fields.size(); }
    /// Another one once something was added.
    [[nodiscard]] std::uint32_t version() const { return m_version; }
    [[nodiscard]] std::int8_t atStart(std::size_t cell) const { return m_fields[cell].values.front(); }

    [[nodiscard]] bool knows(const CellWrite& write) const;
    /// Makes a cell able to have one more value. False when there is no room: then repacked() has.
    [[nodiscard]] bool add(const CellWrite& write);
    /// The same cells and values laid out anew, with room for more.
    [[nodiscard]] Packing repacked() const;

    /// All together, by word in ascending order. False when one of the values is not known.
    [[nodiscard]] bool bitsOf(std::span<const CellWrite> writes, std::vector<WordWrite>& bits) const;
    /// Of a value that is known. Without a mask when the cell is as at the start in every state so far.
    [[nodiscard]] WordWrite bitsOf(const CellWrite& write) const;

    /// Calls `visit(cell, value)` for each cell that two contents of a word differ in, with its value in the second.
    template <typename Visit>
    void differing(std::size_t word, std::uint64_t from, std::uint64_t to, Visit visit) const
    {
        for (std::uint64_t rest = from ^ to; rest != 0;) {
            const std::uint16_t cell = m_cellOfBit[word * bitsOfWord + std::size_t(std::countr_zero(rest))];
            const Field& field = m_fields[cell];
            rest &= ~field.mask;
            visit(cell, field.values[gathered(field, to)]);
        }
    }

private:
    static constexpr std::size_t bitsOfWord = 64;
    static constexpr int usableBits = 63;      ///< so that no word is all ones
    static constexpr int keptForGrowth = 12;   ///< bits of a word that are given to cells it has already
    static constexpr std::size_t fullWord = 44;   ///< bits that are given at once of the only word,
    static constexpr std::size_t fullWords = 25;  ///< and of each of several, on average

    /// Value n is the one whose code is n; the code's bits lie, lowest first, where the mask has ones.
    struct Field {
        std::uint64_t mask = 0;
        std::uint16_t word = 0;
        bool inOnePiece = true;
        std::vector<std::int8_t> values;
    };

    [[nodiscard]] static std::size_t gathered(const Field& field, std::uint64_t word);
    [[nodiscard]] static std::uint64_t scattered(const Field& field, std::size_t code);
    void give(std::size_t cell, std::size_t word, std::uint64_t mask);
    [[nodiscard]] int freeBits(std::size_t word) const { return usableBits - std::popcount(m_used[word]); }

    std::vector<Field> m_fields;               ///< by cell
    std::vector<std::uint64_t> m_used;         ///< by word
    std::vector<std::uint16_t> m_cellOfBit;
    std::uint32_t m_version = 0;
};

inline std::size_t Packing::gathered(const Field& field, std::uint64_t word)
{
    if (field.inOnePiece)
        return std::size_t((word & field.mask) >> std::countr_zero(field.mask));
    std::size_t code = 0;
    std::size_t bit = 1;
    for (std::uint64_t mask = field.mask; mask != 0; mask &= mask - 1, bit <<= 1)
        code |= (word & mask & -mask) != 0 ? bit : 0;
    return code;
}

} // namespace bindlab
