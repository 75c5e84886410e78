#include "checker/packing.h"

#include <algorithm>

namespace bindlab {

Packing::Packing(std::span<const std::int8_t> start) : m_fields(start.size()), m_used(1, 0), m_cellOfBit(bitsOfWord, 0)
{
    for (std::size_t cell = 0; cell < start.size(); ++cell)
        m_fields[cell].values.push_back(start[cell]);
}

bool Packing::knows(const CellWrite& write) const { return std::ranges::find(m_fields[write.cell].values, write.value) != m_fields[write.cell].values.end(); }

std::uint64_t Packing::scattered(const Field& field, std::size_t code)
{
    std::uint64_t bits = 0;
    for (std::uint64_t mask = field.mask; code != 0; mask &= mask - 1, code >>= 1)
        bits |= code & 1 ? mask & -mask : 0;
    return bits;
}

void Packing::give(std::size_t cell, std::size_t word, std::uint64_t mask)
{
    Field& field = m_fields[cell];
    field.word = std::uint16_t(word);
    field.mask |= mask;
    const std::uint64_t fromLowest = field.mask >> std::countr_zero(field.mask);
    field.inOnePiece = (fromLowest & (fromLowest + 1)) == 0;
    m_used[word] |= mask;
    for (; mask != 0; mask &= mask - 1)
        m_cellOfBit[word * bitsOfWord + std::size_t(std::countr_zero(mask))] = std::uint16_t(cell);
}

bool Packing::add(const CellWrite& write)
{
    if (knows(write))
        return true;
    Field& field = m_fields[write.cell];
    if (int(std::bit_width(field.values.size())) > std::popcount(field.mask)) {
        std::size_t word = field.word;
        if (field.mask == 0) {
            word = 0;
            for (std::size_t other = 1; other < words(); ++other)
                if (freeBits(other) > freeBits(word))
                    word = other;
        }
        if (freeBits(word) <= (field.mask == 0 ? keptForGrowth : 0))
            return false;
        // A code is read lowest bit first, so what is added has to lie above what there is.
        const std::uint64_t above = field.mask == 0 ? ~std::uint64_t(0) : ~(std::bit_floor(field.mask) | (std::bit_floor(field.mask) - 1));
        const std::uint64_t open = above & ~m_used[word] & ((std::uint64_t(1) << usableBits) - 1);
        if (open == 0)
            return false;
        give(write.cell, word, open & -open);
    }
    field.values.push_back(write.value);
    ++m_version;
    return true;
}

Packing Packing::repacked() const
{
    std::size_t total = 0;
    for (const Field& field : m_fields)
        total += std::size_t(std::popcount(field.mask));
    Packing packing = *this;
    std::size_t words = m_used.size();
    while (total > (words == 1 ? fullWord : words * fullWords))
        words *= 2;
    packing.m_used.assign(words, 0);
    packing.m_cellOfBit.assign(words * bitsOfWord, 0);
    ++packing.m_version;
    // Cells that lie side by side change together, so they stay side by side, about as many bits in each word.
    std::size_t given = 0;
    for (std::size_t cell = 0; cell < m_fields.size(); ++cell) {
        const auto width = std::size_t(std::popcount(m_fields[cell].mask));
        if (width == 0)
            continue;
        const std::size_t word = std::min((given + width / 2) * words / std::max<std::size_t>(total, 1), words - 1);
        packing.m_fields[cell].mask = 0;
        packing.give(cell, word, ((std::uint64_t(1) << width) - 1) << std::popcount(packing.m_used[word]));
        given += width;
    }
    return packing;
}

bool Packing::bitsOf(std::span<const CellWrite> writes, std::vector<WordWrite>& bits) const
{
    bits.clear();
    for (const CellWrite& write : writes) {
        if (!knows(write))
            return false;
        const WordWrite added = bitsOf(write);
        if (added.mask == 0)
            continue;
        const auto place = std::ranges::lower_bound(bits, added.word, {}, &WordWrite::word);
        if (place != bits.end() && place->word == added.word)
            *place = {added.word, place->mask | added.mask, place->value | added.value};
        else
            bits.insert(place, added);
    }
    return true;
}

WordWrite Packing::bitsOf(const CellWrite& write) const
{
    const Field& field = m_fields[write.cell];
    return {field.word, field.mask, scattered(field, std::size_t(std::ranges::find(field.values, write.value) - field.values.begin()))};
}

} // namespace bindlab
