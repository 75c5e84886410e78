#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace bindlab {

/// The errno values that flows use (uapi/asm-generic/errno-base.h and errno.h). All fit in one signed byte.
inline constexpr std::array<std::pair<std::string_view, int>, 19> errnoNames{{
    {"EPERM", 1},   {"ENOENT", 2},   {"EINTR", 4},   {"EIO", 5},     {"ENXIO", 6},     {"EBADF", 9},  {"EAGAIN", 11},
    {"ENOMEM", 12}, {"EACCES", 13},  {"EFAULT", 14}, {"EBUSY", 16},  {"EEXIST", 17},   {"ENODEV", 19}, {"EINVAL", 22},
    {"ENOSYS", 38}, {"EBADFD", 77},  {"EOPNOTSUPP", 95}, {"ETIMEDOUT", 110}, {"ERESTART", 85},
}};

/// 0 when it is no errno's name.
[[nodiscard]] constexpr int errnoValue(std::string_view name)
{
    for (const auto& [known, value] : errnoNames)
        if (known == name)
            return value;
    return 0;
}

/// "-EBUSY" for -16, "3" for 3.
[[nodiscard]] inline std::string numberText(int value)
{
    if (value < 0)
        for (const auto& [name, number] : errnoNames)
            if (number == -value)
                return "-" + std::string(name);
    return std::to_string(value);
}

} // namespace bindlab
