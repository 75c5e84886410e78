#pragma once

#include "tdisp/device.h"

#include <string>
#include <string_view>

namespace bindlab::tdisp {

/// A device spoken to in lines of text, as `bindlab device` does. Every line has one answer, a line itself:
///
///     10 83 00 00 00 3a ...       one message as hex digits, spaces allowed -> the answer in lower-case hex, or - for silence
///     ! clear-mse [FUNCTION]      an action                                 -> ! ok, or ! refused REASON
///     ! ide-keys on|off           likewise; also ! no-entropy [off], ! bad-config [off], ! busy N
///     ! spdm GET_VERSION          one request of the SPDM connection; ! ide-km KEY_PROG pr rx one of IDE_KM; ! ide-enable
///     ? state [FUNCTION]          -> the state's name; ? session and ? stream likewise
///
/// FUNCTION is a requester id in hex, 3a01; without it the physical function is meant. Anything else: ! bad REASON, and
/// nothing has changed.
class LineProtocol {
public:
    static constexpr std::size_t longestLine = 1 << 20;   ///< characters; of a longer one nothing is looked at

    explicit LineProtocol(Device device) : m_device(std::move(device)) {}

    /// `line` without its end of line. The answer has none either.
    [[nodiscard]] std::string answer(std::string_view line);
    [[nodiscard]] const Device& device() const { return m_device; }

private:
    [[nodiscard]] std::string action(std::string_view words);
    [[nodiscard]] std::string question(std::string_view words) const;
    /// What goes between the SPDM requester or the host and the device, one message at a time.
    [[nodiscard]] std::string connection(const std::vector<std::string_view>& words);

    Device m_device;
};

/// Bytes of hex digits, blanks between them allowed anywhere but within a byte's two digits; or what is wrong with them.
[[nodiscard]] tl::expected<Bytes, std::string> bytesFromHex(std::string_view text);
[[nodiscard]] std::string toHex(std::span<const std::uint8_t> bytes);

} // namespace bindlab::tdisp
