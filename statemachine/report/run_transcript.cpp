#include "report/run_transcript.h"

#include "tdisp/request_table.h"
#include "world/snapshot.h"

#include <fmt/format.h>

#include <algorithm>

namespace bindlab {

namespace {

using namespace tdisp;

/// Tells the device what a step told the TDI of the model.
class Teller {
public:
    explicit Teller(TdiState begin) : m_transcript(Device({.isKeyed = false}, numberedNonces()))
    {
        m_transcript.connect();
        if (begin == TdiState::ConfigUnlocked)
            return;
        send(tdisp::LockInterfaceRequest{});
        send(tdisp::GetDeviceInterfaceReport{0, 0xffff});
        if (begin == TdiState::Run)
            send(tdisp::StartInterfaceRequest{device().interfaces()[0].nonce});
        if (begin == TdiState::Error)
            m_transcript.act(Action::Flr, 0);
    }

    void tell(const Effect& effect, const StepRecord& record)
    {
        const auto events = tdi().events();
        const auto event = TdiEvent(std::ranges::find(events, effect.name, &MachineEvent::name) - events.begin());
        const bool isAccepted = effect.kind == EffectKind::Fired;
        switch (event) {
        case TdiEvent::LockInterfaceRequest:
            heard();
            if (!isAccepted && device().link().obstacle().empty() && effect.before == tdi().states()[0].name)
                m_transcript.act(Action::IdeKeysOff, 0);
            if (isAccepted && !device().link().obstacle().empty())
                m_transcript.connect();
            send(tdisp::LockInterfaceRequest{});
            break;
        case TdiEvent::StartInterfaceRequest:
            heard();
            send(tdisp::StartInterfaceRequest{isAccepted ? device().interfaces()[0].nonce : Nonce{0xff}});
            break;
        case TdiEvent::StopInterfaceRequest:
            heard();
            send(tdisp::StopInterfaceRequest{});
            break;
        case TdiEvent::GetDeviceInterfaceReport:
            heard();
            send(tdisp::GetDeviceInterfaceReport{0, 0xffff});
            break;
        case TdiEvent::GetDeviceInterfaceState:
            heard();
            send(tdisp::GetDeviceInterfaceState{});
            break;
        case TdiEvent::TrackedConfigChange: clear(record.flow == "device_clear_master"); break;
        case TdiEvent::FunctionLevelReset: m_transcript.act(Action::Flr, 0); break;
        case TdiEvent::ConventionalReset: m_transcript.act(Action::HotReset, 0); break;
        case TdiEvent::StreamInsecure: m_transcript.act(device().link().streamState() == IdeStreamState::Secure ? Action::IdeInsecure : Action::LinkDown, 0); break;
        case TdiEvent::SessionEnd:
            if (device().link().inSession())
                m_transcript.act(Action::SessionEnd, 0);
            break;
        case TdiEvent::UnrecoverableError: m_transcript.act(Action::FatalError, 0); break;
        case TdiEvent::TrustedRequest: m_transcript.act(Action::TrustedRequest, 0); break;
        }
    }

    [[nodiscard]] const Transcript& transcript() const { return m_transcript; }

private:
    [[nodiscard]] const Device& device() const { return m_transcript.device(); }
    void send(Body body) { m_transcript.send(requestTo(device(), std::move(body))); }
    /// A message is heard only inside a session.
    void heard()
    {
        if (!device().link().inSession())
            m_transcript.connect();
    }
    /// A bit can be cleared only when it is set; the host has set it again since the last time.
    void clear(bool isBusMaster)
    {
        const Interface& interface = device().interfaces()[0];
        if (!(isBusMaster ? interface.busMaster : interface.memoryEnabled))
            m_transcript.act(isBusMaster ? Action::SetBme : Action::SetMse, 0);
        m_transcript.act(isBusMaster ? Action::ClearBme : Action::ClearMse, 0);
    }

    Transcript m_transcript;
};

} // namespace

std::vector<int> tdisOf(const Run& run)
{
    std::vector<int> tdis;
    const Snapshot snapshot = look(run.model(), run.stateAt(0));
    for (std::size_t i = 0; i < snapshot.machines.size(); ++i)
        if (snapshot.machines[i].machine == &tdi())
            tdis.push_back(int(i));
    return tdis;
}

tl::expected<RunTranscript, std::string> transcriptOf(const Run& run, int tdiIndex)
{
    Teller teller(TdiState(look(run.model(), run.stateAt(0)).machines[std::size_t(tdiIndex)].state));
    std::vector<std::size_t> entriesAfter{teller.transcript().entries().size()};
    for (int step = 0; step < run.length(); ++step) {
        const StepRecord& record = run.record(step);
        for (const Effect& effect : record.effects) {
            if (effect.machine != tdiIndex || (effect.kind != EffectKind::Fired && effect.kind != EffectKind::Refused))
                continue;
            teller.tell(effect, record);
            const std::string_view state = tdi().states()[std::size_t(teller.transcript().states()[0])].name;
            if (state != effect.after)
                return tl::unexpected(fmt::format("step {}: after {} the TDI of the model is in {}, the device in {}", step + 1, effect.name, effect.after, state));
        }
        entriesAfter.push_back(teller.transcript().entries().size());
    }
    return RunTranscript{teller.transcript(), std::move(entriesAfter)};
}

} // namespace bindlab
