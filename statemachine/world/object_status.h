#pragma once

#include <cstdint>

/// Values of an object's status cell; 0 while there is none.
namespace bindlab {

inline constexpr std::int8_t statusPrivate = 1;    ///< allocated, not yet published
inline constexpr std::int8_t statusLive = 2;
inline constexpr std::int8_t statusUnlinked = 3;   ///< out of reach for those who come later
inline constexpr std::int8_t statusFreed = 4;

} // namespace bindlab
