#include "report/share_code.h"

#include <boost/archive/iterators/base64_from_binary.hpp>
#include <boost/archive/iterators/binary_from_base64.hpp>
#include <boost/archive/iterators/transform_width.hpp>

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace bindlab {

namespace {

constexpr std::string_view anyVersion = "bindlab";

using namespace boost::archive::iterators;

std::string encoded(const std::string& bytes)
{
    using Iterator = base64_from_binary<transform_width<std::string::const_iterator, 6, 8>>;
    std::string text(Iterator(bytes.begin()), Iterator(bytes.end()));
    std::replace(text.begin(), text.end(), '+', '-');
    std::replace(text.begin(), text.end(), '/', '_');
    return text;
}

/// Nothing when it holds a character that is none of the alphabet's.
std::optional<std::string> decoded(std::string text)
{
    const auto good = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_'; };
    if (text.empty() || text.size() % 4 == 1 || !std::all_of(text.begin(), text.end(), good))
        return std::nullopt;
    std::replace(text.begin(), text.end(), '-', '+');
    std::replace(text.begin(), text.end(), '_', '/');
    const auto bytes = text.size() * 6 / 8;
    text.append((4 - text.size() % 4) % 4, 'A');   // the iterators read whole groups
    using Iterator = transform_width<binary_from_base64<std::string::const_iterator>, 8, 6>;
    std::string result(Iterator(text.cbegin()), Iterator(text.cend()));
    result.resize(bytes);
    return result;
}

std::string deflated(const std::string& text)
{
    std::string bytes(compressBound(uLong(text.size())), '\0');
    auto size = uLongf(bytes.size());
    compress2(reinterpret_cast<Bytef*>(bytes.data()), &size, reinterpret_cast<const Bytef*>(text.data()), uLong(text.size()), Z_BEST_COMPRESSION);
    bytes.resize(size);
    return bytes;
}

enum class Unpacking : std::uint8_t { Done, Damaged, TooLarge };

/// Never holds more than the limit, whatever the bytes say.
Unpacking inflateInto(const std::string& bytes, std::string& text)
{
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK)
        return Unpacking::Damaged;
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));   // zlib only reads it
    stream.avail_in = uInt(bytes.size());
    std::array<char, 1 << 16> part{};
    auto result = Unpacking::Damaged;
    for (int status = Z_OK; status == Z_OK;) {
        stream.next_out = reinterpret_cast<Bytef*>(part.data());
        stream.avail_out = uInt(part.size());
        status = inflate(&stream, Z_NO_FLUSH);
        text.append(part.data(), part.size() - stream.avail_out);
        if (text.size() > ShareCodeLimits::bytes) {
            result = Unpacking::TooLarge;
            break;
        }
        if (status == Z_STREAM_END)
            result = stream.avail_in == 0 ? Unpacking::Done : Unpacking::Damaged;
        else if (status == Z_OK && stream.avail_in == 0 && stream.avail_out != 0)
            break;   // cut off
    }
    inflateEnd(&stream);
    return result;
}

} // namespace

std::string packed(const std::string& text) { return std::string(shareCodePrefix) + encoded(deflated(text)); }

std::string toShareCode(const Trace& trace) { return packed(toJson(trace)); }

bool isShareCode(std::string_view text)
{
    const auto from = text.find_first_not_of(" \t\r\n");
    if (from == std::string_view::npos || !text.substr(from).starts_with(anyVersion))
        return false;
    const auto rest = text.substr(from + anyVersion.size());
    const auto colon = rest.find(':');
    return colon != std::string_view::npos && colon > 0 && colon < 6
        && std::all_of(rest.begin(), rest.begin() + std::ptrdiff_t(colon), [](char c) { return c >= '0' && c <= '9'; });
}

tl::expected<Trace, std::string> traceFromShareCode(std::string_view code)
{
    const auto failed = [](std::string sentence) { return tl::unexpected(std::move(sentence)); };
    if (code.size() > ShareCodeLimits::characters)
        return failed(fmt::format("this share code is too long: {} characters, the most are {}", code.size(), ShareCodeLimits::characters));
    if (!isShareCode(code))
        return failed(fmt::format("this is no share code: it would begin with {}", shareCodePrefix));
    std::string plain;
    for (const char c : code)
        if (std::isspace(static_cast<unsigned char>(c)) == 0)
            plain += c;
    if (!plain.starts_with(shareCodePrefix))
        return failed(fmt::format("this share code was made by a newer Bindlab ({}; this one reads {})",
                                  plain.substr(0, plain.find(':') + 1), shareCodePrefix));
    const auto bytes = decoded(plain.substr(shareCodePrefix.size()));
    std::string text;
    const auto unpacking = bytes ? inflateInto(*bytes, text) : Unpacking::Damaged;
    if (unpacking == Unpacking::TooLarge)
        return failed(fmt::format("this share code unpacks to more than {} MiB, the most that is read", ShareCodeLimits::bytes >> 20));
    if (unpacking == Unpacking::Damaged)
        return failed("this share code is damaged or cut off; ask for it again, whole");
    return traceFromJson(text);
}

} // namespace bindlab
