/// libFuzzer: a whole session. The input is a program: each piece of it is a message, well-formed or raw, an action, or a line of
/// text; after each what must always hold of a device is asked.
#include "tdisp/line_protocol.h"

#include "harness.h"

#include <set>

using namespace bindlab;
using namespace bindlab::tdisp;

namespace {

/// The input, taken from the front.
class Input {
public:
    explicit Input(std::span<const std::uint8_t> bytes) : m_bytes(bytes) {}
    [[nodiscard]] bool isEmpty() const { return m_bytes.empty(); }
    std::uint8_t byte() { return isEmpty() ? 0 : take(1)[0]; }
    std::span<const std::uint8_t> take(std::size_t count)
    {
        const auto taken = m_bytes.first(std::min(count, m_bytes.size()));
        m_bytes = m_bytes.subspan(taken.size());
        return taken;
    }

private:
    std::span<const std::uint8_t> m_bytes;
};

/// A request with a right header and as many bytes as its type wants, which come from the input.
Bytes wellFormed(Input& input, std::uint8_t kind, const Nonce& lastNonce)
{
    const std::uint32_t function = 0x3a00u + (kind >> 6);
    switch (kind % 9) {
    case 0: return encode({{version10, function}, GetTdispVersion{}});
    case 1: return encode({{version10, function}, GetTdispCapabilities{}});
    case 2: return encode({{version10, function}, LockInterfaceRequest{std::uint16_t(input.byte() & 0x3f), 0, input.byte(), 0}});
    case 3: return encode({{version10, function}, GetDeviceInterfaceReport{input.byte(), input.byte()}});
    case 4: return encode({{version10, function}, GetDeviceInterfaceState{}});
    case 5: return encode({{version10, function}, StartInterfaceRequest{lastNonce}});
    case 6: return encode({{version10, function}, StopInterfaceRequest{}});
    case 7: return encode({{version10, function}, SetMmioAttributeRequest{}});
    default: return encode({{version10, function}, StartInterfaceRequest{{input.byte()}}});
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    Input input({data, size});
    Device device({.virtualFunctions = 1, .stopInUnlockedIsError = (input.byte() & 1) != 0}, numberedNonces());
    LineProtocol lines(device);
    Nonce last{};
    std::set<Nonce> used;
    while (!input.isEmpty()) {
        const std::uint8_t what = input.byte();
        if (what < 0x10) {
            (void)device.act(actions()[input.byte() % actions().size()].action, what & 1);
        } else if (what < 0x18) {
            device.mend(what & 1 ? Action::NoEntropy : Action::BadConfig);
            device.beBusy(what & 2 ? 1 : 0);
        } else if (what < 0x30) {
            const auto text = input.take(input.byte());
            const std::string answer = lines.answer({reinterpret_cast<const char*>(text.data()), text.size()});
            require(!answer.empty() && answer.find('\n') == std::string::npos, "a line is answered by one line");
            noteInput();
        } else {
            const auto raw = what < 0x50 ? input.take(input.byte()) : std::span<const std::uint8_t>();
            const Bytes request = what < 0x50 ? Bytes(raw.begin(), raw.end()) : wellFormed(input, input.byte(), last);
            const Device before = device;
            const Answer answer = device.answer(request);
            noteInput();
            const auto message = answer.bytes ? decode(*answer.bytes) : decode({});
            require(!answer.bytes || message.has_value(), "an answer is a message");
            const bool isRefused = !message || message->code() == Code::TdispError;
            require(isRefused == !answer.reason.empty(), "a refusal has a reason, and only a refusal has");
            if (isRefused && !(message && std::get<Error>(message->body).error == ErrorCode::Busy))
                require(device.isAs(before), "a refused request never changes the device");
            if (message && message->code() == Code::LockInterfaceResponse)
                last = std::get<LockInterfaceResponse>(message->body).nonce;
            if (message && message->code() == Code::StartInterfaceResponse && used.size() < 200) // then the source comes round
                require(used.insert(std::get<StartInterfaceRequest>(decode(request)->body).nonce).second, "a nonce is accepted at most once");
        }
        for (std::size_t i = 0; i < device.interfaces().size(); ++i) {
            const Interface& interface = device.interfaces()[i];
            require(device.act(Action::TrustedRequest, i).has_value() == (interface.state() == TdiState::Run), "T=1 is accepted only in RUN");
            require((interface.nonce != Nonce{}) == (interface.state() == TdiState::ConfigLocked), "there is a nonce in CONFIG_LOCKED and only there");
        }
    }
    return 0;
}
