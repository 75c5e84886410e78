#include "tdisp/field_text.h"

#include "tdisp/codes.h"

#include <fmt/format.h>

#include <array>

namespace bindlab::tdisp {

std::string explainVersion(std::uint64_t value) { return fmt::format("version {}.{}", value >> 4 & 0xf, value & 0xf); }

std::string explainCode(std::uint64_t value)
{
    const auto code = findCode(std::uint8_t(value));
    return code ? std::string(code->name) : "no message has this type";
}

std::string explainFunctionId(std::uint64_t value)
{
    const std::string requester = fmt::format("requester {:02x}:{:02x}.{}", value >> 8 & 0xff, value >> 3 & 0x1f, value & 7);
    return requester + (value >> 24 & 1 ? fmt::format(", segment {:02x}", value >> 16 & 0xff) : ", no segment");
}

std::string explainState(std::uint64_t value)
{
    const auto states = tdi().states();
    return value < states.size() ? fmt::format("{}: {}", states[value].name, states[value].meaning) : "no state has this value";
}

std::string explainError(std::uint64_t value) { return std::string(nameOf(ErrorCode(value))); }

std::span<const BitText> lockFlagBits()
{
    static constexpr std::array<BitText, 5> bits{{
        {0, "NO_FW_UPDATE", "firmware updates are refused while locked"},
        {1, "SYS_CACHE_LINE_SIZE", "128 bytes a cache line, not 64"},
        {2, "LOCK_MSIX", "the MSI-X table is locked too"},
        {3, "BIND_P2P", "peer to peer is wanted"},
        {4, "ALL_REQUEST_REDIRECT", "peer requests go up to the root"},
    }};
    return bits;
}

std::span<const BitText> interfaceInfoBits()
{
    static constexpr std::array<BitText, 5> bits{{
        {0, "NO_UPDATE_AFTER_LOCK", "firmware is not updated while locked"},
        {1, "DMA_WITHOUT_PASID", "DMA without PASID is possible"},
        {2, "DMA_WITH_PASID", "DMA with PASID is possible"},
        {3, "ATS", "address translation is on"},
        {4, "PRS", "page requests are on"},
    }};
    return bits;
}

std::span<const BitText> rangeAttributeBits()
{
    static constexpr std::array<BitText, 4> bits{{
        {0, "MSI_X_TABLE", "holds the MSI-X table"},
        {1, "MSI_X_PBA", "holds the pending bits of MSI-X"},
        {2, "IS_NON_TEE_MEM", "reached without T=1"},
        {3, "IS_MEM_ATTR_UPDATABLE", "SET_MMIO_ATTRIBUTE may change it"},
    }};
    return bits;
}

} // namespace bindlab::tdisp
