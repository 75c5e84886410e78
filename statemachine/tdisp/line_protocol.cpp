#include "tdisp/line_protocol.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

namespace bindlab::tdisp {

namespace {

std::string bad(std::string_view reason) { return fmt::format("! bad {}", reason); }

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

std::vector<std::string_view> wordsOf(std::string_view text)
{
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        if (isBlank(text[at])) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        while (at < text.size() && !isBlank(text[at]))
            ++at;
        words.push_back(text.substr(begin, at - begin));
    }
    return words;
}

/// A word from outside, fit for an answer of one line.
std::string quoted(std::string_view word)
{
    std::string text;
    for (const char c : word.substr(0, 24))
        text += c > ' ' && c < '\x7f' ? c : '?';
    return fmt::format("'{}{}'", text, word.size() > 24 ? "..." : "");
}

template <typename Number>
std::optional<Number> numberOf(std::string_view text, int base)
{
    Number number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

int digitOf(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// The interface that a word names.
tl::expected<std::size_t, std::string> interfaceOf(const Device& device, std::string_view word)
{
    const auto& interfaces = device.interfaces();
    const auto id = numberOf<std::uint16_t>(word, 16);
    const auto found = std::ranges::find_if(interfaces, [&](const Interface& interface) { return id && interface.requesterId == *id; });
    if (found != interfaces.end())
        return std::size_t(found - interfaces.begin());
    std::vector<std::string> known;
    known.reserve(interfaces.size());
    for (const Interface& interface : interfaces)
        known.push_back(fmt::format("{:04x}", interface.requesterId));
    if (known.size() > 4)
        known = {known.front(), "...", known.back()};
    return tl::unexpected(fmt::format("no function {}; there is {}", quoted(word), fmt::join(known, ", ")));
}

/// Of a machine's events or states: the label or name that is this word, as an index.
std::optional<SpdmSessionEvent> spdmRequest(std::string_view word)
{
    const auto events = spdmSession().events();
    const auto found = std::ranges::find(events, word, &MachineEvent::label);
    return found == events.end() ? std::nullopt : std::optional(SpdmSessionEvent(found - events.begin()));
}

template <std::size_t count>
std::optional<std::size_t> positionOf(const std::array<std::string_view, count>& names, std::string_view word)
{
    const auto found = std::ranges::find(names, word);
    return found == names.end() ? std::nullopt : std::optional(std::size_t(found - names.begin()));
}

constexpr std::array<std::string_view, 7> ideKmNames{"QUERY", "QUERY_RESP", "KEY_PROG", "KP_ACK", "K_SET_GO", "K_SET_STOP", "K_SET_GOSTOP_ACK"};
constexpr std::array<std::string_view, 3> subStreamNames{"pr", "npr", "cpl"};
constexpr std::array<std::string_view, 2> directionNames{"rx", "tx"};

std::string outcomeText(const Outcome& outcome) { return outcome.accepted ? "! ok" : fmt::format("! refused {}", outcome.reason); }

} // namespace

tl::expected<Bytes, std::string> bytesFromHex(std::string_view text)
{
    Bytes bytes;
    int half = -1;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (isBlank(text[at])) {
            if (half >= 0)
                return tl::unexpected(fmt::format("a byte has two hex digits, at character {} there is one", at));
            continue;
        }
        const int digit = digitOf(text[at]);
        if (digit < 0)
            return tl::unexpected(fmt::format("{} at character {} is no hex digit", quoted(text.substr(at, 1)), at + 1));
        if (half < 0) {
            half = digit;
        } else {
            bytes.push_back(std::uint8_t(half << 4 | digit));
            half = -1;
        }
    }
    if (half >= 0)
        return tl::unexpected(std::string("an odd number of hex digits: a byte has two"));
    return bytes;
}

std::string toHex(std::span<const std::uint8_t> bytes)
{
    return fmt::format("{:02x}", fmt::join(bytes, ""));
}

std::string LineProtocol::answer(std::string_view line)
{
    if (line.size() > longestLine)
        return bad(fmt::format("a line has at most {} characters", longestLine));
    while (!line.empty() && isBlank(line.front()))
        line.remove_prefix(1);
    while (!line.empty() && isBlank(line.back()))
        line.remove_suffix(1);
    if (line.empty())
        return bad("an empty line; a message as hex digits, ! ACTION or ? state");
    if (line.front() == '!')
        return action(line.substr(1));
    if (line.front() == '?')
        return question(line.substr(1));
    const auto bytes = bytesFromHex(line);
    if (!bytes)
        return bad(bytes.error());
    const Answer answer = m_device.answer(*bytes);
    return answer.bytes ? toHex(*answer.bytes) : "-";
}

std::string LineProtocol::action(std::string_view text)
{
    std::vector<std::string_view> words = wordsOf(text);
    if (words.empty())
        return bad("! wants an action, e.g. ! flr");
    if (words[0] == "spdm" || words[0] == "ide-km" || words[0] == "ide-enable")
        return connection(words);
    if (words[0] == "busy") {
        const auto requests = words.size() == 2 ? numberOf<std::uint32_t>(words[1], 10) : std::nullopt;
        if (!requests)
            return bad("busy wants the number of requests that find it so, e.g. ! busy 2");
        m_device.beBusy(*requests);
        return "! ok";
    }
    std::string name(words[0]);
    std::size_t used = 1;
    bool isMended = false;
    if (name == "ide-keys") {
        if (words.size() < 2 || (words[1] != "on" && words[1] != "off"))
            return bad("ide-keys wants on or off");
        name += fmt::format("-{}", words[1]);
        used = 2;
    }
    const auto known = std::ranges::find(actions(), std::string_view(name), &ActionInfo::name);
    if (known == actions().end())
        return bad(fmt::format("no action is called {}; bindlab device --help lists them", quoted(words[0])));
    if ((known->action == Action::NoEntropy || known->action == Action::BadConfig) && words.size() > used && (words[used] == "on" || words[used] == "off"))
        isMended = words[used++] == "off";
    std::size_t interface = 0;
    if (words.size() > used) {
        const auto named = interfaceOf(m_device, words[used]);
        if (!named)
            return bad(named.error());
        interface = *named;
        ++used;
    }
    if (words.size() > used)
        return bad(fmt::format("{} is one word too many", quoted(words[used])));
    if (isMended) {
        m_device.mend(known->action);
        return "! ok";
    }
    const auto done = m_device.act(known->action, interface);
    return done ? "! ok" : fmt::format("! refused {}", done.error());
}

std::string LineProtocol::connection(const std::vector<std::string_view>& words)
{
    if (words[0] == "spdm") {
        const auto request = words.size() == 2 ? spdmRequest(words[1]) : std::nullopt;
        if (!request) {
            std::vector<std::string_view> labels;
            for (const MachineEvent& event : spdmSession().events())
                labels.push_back(event.label);
            return bad(fmt::format("spdm wants one of {}", fmt::join(labels, ", ")));
        }
        return outcomeText(m_device.change([&](SecureLink& link) { return link.spdm(*request); }));
    }
    if (words[0] == "ide-enable")
        return words.size() == 1 ? outcomeText(m_device.change([](SecureLink& link) { return link.enable(); })) : bad("ide-enable wants nothing more");
    const auto request = words.size() == 4 ? positionOf(ideKmNames, words[1]) : std::nullopt;
    const auto subStream = request ? positionOf(subStreamNames, words[2]) : std::nullopt;
    const auto direction = subStream ? positionOf(directionNames, words[3]) : std::nullopt;
    if (!direction)
        return bad(fmt::format("ide-km wants one of {}, then one of {}, then {}", fmt::join(ideKmNames, ", "), fmt::join(subStreamNames, ", "),
                               fmt::join(directionNames, " or ")));
    return outcomeText(m_device.change([&](SecureLink& link) { return link.ideKm(IdeKm(*request), SubStream(*subStream), Direction(*direction)); }));
}

std::string LineProtocol::question(std::string_view text) const
{
    const std::vector<std::string_view> words = wordsOf(text);
    if (words.size() == 1 && words[0] == "session")
        return std::string(spdmSession().states()[std::size_t(m_device.link().spdmState())].name);
    if (words.size() == 1 && words[0] == "stream")
        return std::string(ideStream().states()[std::size_t(m_device.link().streamState())].name);
    if (words.empty() || words.size() > 2 || words[0] != "state")
        return bad("? wants state, session or stream");
    const auto interface = words.size() == 2 ? interfaceOf(m_device, words[1]) : 0;
    if (!interface)
        return bad(interface.error());
    return std::string(tdi().states()[std::size_t(m_device.interfaces()[*interface].state())].name);
}

} // namespace bindlab::tdisp
