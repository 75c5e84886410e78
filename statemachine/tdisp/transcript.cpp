#include "tdisp/transcript.h"

#include <fmt/format.h>

#include <algorithm>

namespace bindlab::tdisp {

namespace {

std::vector<TdiState> statesOf(const Device& device)
{
    std::vector<TdiState> states;
    for (const Interface& interface : device.interfaces())
        states.push_back(interface.state());
    return states;
}

} // namespace

std::vector<TdiState> Transcript::states() const { return statesOf(m_device); }

std::size_t Transcript::interfaceOf(const Bytes& request) const
{
    const auto header = decodeHeader(request);
    const auto& interfaces = m_device.interfaces();
    const auto found = std::ranges::find_if(interfaces, [&](const Interface& each) { return header && each.requesterId == std::uint16_t(header->functionId); });
    return found == interfaces.end() ? 0 : std::size_t(found - interfaces.begin());
}

void Transcript::noteAnswer(const Answer& answer, const Entry& request)
{
    Entry entry = request;
    entry.kind = answer.bytes ? Entry::Kind::Response : Entry::Kind::Silence;
    entry.bytes = answer.bytes.value_or(Bytes());
    entry.name = answer.bytes ? summary(entry.bytes) : "no answer";
    entry.reason = answer.reason;
    entry.after = m_device.interfaces()[entry.interface].state();
    m_entries.push_back(std::move(entry));
}

void Transcript::send(const Bytes& request)
{
    mark();
    Entry entry{.bytes = request, .name = summary(request), .reason = {}, .interface = interfaceOf(request)};
    entry.before = entry.after = states()[entry.interface];
    m_entries.push_back(entry);
    noteAnswer(m_device.answer(request), entry);
}

void Transcript::sendTwice(const Bytes& request)
{
    mark();
    Entry entry{.bytes = request, .name = summary(request), .reason = {}, .interface = interfaceOf(request)};
    entry.before = entry.after = states()[entry.interface];
    m_entries.push_back(entry);
    const auto first = m_device.receive(request);
    if (first)
        noteAnswer(*first, entry);
    m_entries.push_back(entry);
    if (const auto second = m_device.receive(request))
        noteAnswer(*second, entry);
    while (m_device.isOutstanding())
        noteAnswer(m_device.finish(), entry);
}

void Transcript::act(Action action, std::size_t interface)
{
    mark();
    Entry entry{.kind = Entry::Kind::Action, .bytes = {}, .name = {}, .reason = {}, .before = states()[interface], .interface = interface};
    for (const ActionInfo& info : actions())
        if (info.action == action)
            entry.name = info.label;
    if (const auto done = m_device.act(action, interface); !done)
        entry.reason = done.error();
    entry.after = states()[interface];
    m_entries.push_back(std::move(entry));
}

void Transcript::link(std::string name, const std::function<Outcome(SecureLink&)>& request)
{
    Entry entry{.kind = Entry::Kind::Link, .bytes = {}, .name = std::move(name), .reason = {}, .before = states()[0]};
    if (const Outcome outcome = m_device.change(request); !outcome.accepted)
        entry.reason = outcome.reason;
    entry.after = states()[0];
    m_entries.push_back(std::move(entry));
}

void Transcript::connect()
{
    mark();
    if (!m_device.link().inSession())
        for (const SpdmSessionEvent event : handshake())
            link(fmt::format("SPDM {}", spdmSession().events()[std::size_t(event)].label), [=](SecureLink& link) { return link.spdm(event); });
    if (m_device.link().streamState() == IdeStreamState::Secure)
        return;
    constexpr std::array subStreams{"posted", "non-posted", "completion"};
    constexpr std::array directions{"rx", "tx"};
    for (const IdeKm request : {IdeKm::KeyProg, IdeKm::KSetGo})
        for (int subStream = 0; subStream < 3; ++subStream)
            for (int direction = 0; direction < 2; ++direction)
                link(fmt::format("IDE_KM {} {} {}", request == IdeKm::KeyProg ? "KEY_PROG" : "K_SET_GO", subStreams[std::size_t(subStream)], directions[std::size_t(direction)]),
                     [=](SecureLink& link) { return link.ideKm(request, SubStream(subStream), Direction(direction)); });
    link("stream enabled", [](SecureLink& link) { return link.enable(); });
}

void Transcript::undo()
{
    m_device = std::move(m_marks.back().device);
    m_entries.resize(m_marks.back().entries);
    m_marks.pop_back();
}

tl::expected<std::vector<TdiState>, std::string> Transcript::preview(Action action, std::size_t interface) const
{
    Device trial = m_device;
    if (const auto done = trial.act(action, interface); !done)
        return tl::unexpected(done.error());
    return statesOf(trial);
}

} // namespace bindlab::tdisp
