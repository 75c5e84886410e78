#pragma once

#include "flow/program.h"

#include <cstdint>

/// How locks lie in the cells of a state. A mutex is one cell: 0, or the holder's number plus one.
namespace bindlab {

/// Cells of an rwsem: the writer, then who reads and who waits to write, one bit a thread.
inline constexpr int readersCell = 1;
inline constexpr int waitersCell = 3;

[[nodiscard]] inline unsigned bits(const std::int8_t* cells) { return unsigned(std::uint8_t(cells[0])) | unsigned(std::uint8_t(cells[1])) << 8; }
inline void setBits(std::int8_t* cells, unsigned value)
{
    cells[0] = std::int8_t(value & 0xff);
    cells[1] = std::int8_t(value >> 8);
}
[[nodiscard]] inline int holderOf(std::int8_t cell) { return cell == 0 ? -1 : (cell & (leakedLock - 1)) - 1; }

} // namespace bindlab
