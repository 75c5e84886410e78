#include "tdisp/request_table.h"

#include "catch.h"

#include <random>
#include <set>

using namespace bindlab;
using namespace bindlab::tdisp;

namespace {

/// Sessions of random messages and actions, the same in every run. Mostly well-formed, so that they come far.
class RandomSession {
public:
    explicit RandomSession(unsigned seed) : m_random(seed) {}

    std::size_t below(std::size_t end) { return m_random() % end; }

    Bytes message(const Nonce& lastNonce)
    {
        Bytes bytes = encode({{version10, std::uint32_t(0x3a00 + below(3))}, body(lastNonce)});
        switch (below(12)) {
        case 0: bytes.resize(below(bytes.size() + 8)); break;
        case 1: bytes[below(bytes.size())] ^= std::uint8_t(1 << below(8)); break;
        case 2: bytes[1] = std::uint8_t(m_random()); break;
        default: break;
        }
        return bytes;
    }

    Action action() { return actions()[below(actions().size())].action; }

private:
    Body body(const Nonce& lastNonce)
    {
        switch (below(8)) {
        case 0: return GetTdispVersion{};
        case 1: return GetTdispCapabilities{};
        case 2: return LockInterfaceRequest{};
        case 3: return GetDeviceInterfaceReport{std::uint16_t(below(80)), std::uint16_t(below(80))};
        case 4: return StartInterfaceRequest{lastNonce};
        case 5: return StopInterfaceRequest{};
        case 6: return BindP2pStreamRequest{};
        default: return GetDeviceInterfaceState{};
        }
    }

    std::mt19937 m_random;
};

bool isRefusal(const Answer& answer) { return !answer.bytes || (*answer.bytes)[1] == std::uint8_t(Code::TdispError); }

} // namespace

TEST_CASE("over random sessions a refused request leaves the device as it was", "[tdisp]")
{
    int refused = 0;
    int accepted = 0;
    for (unsigned seed = 0; seed < 300; ++seed) {
        RandomSession session(seed);
        Device device({.virtualFunctions = 1});
        Nonce last{};
        for (int step = 0; step < 60; ++step) {
            if (session.below(12) == 0)
                (void)device.act(session.action(), session.below(2));
            if (session.below(20) == 0) {
                (void)device.act(Action::SessionStart);
                (void)device.act(Action::IdeKeysOn);
                device.mend(Action::NoEntropy);
                device.mend(Action::BadConfig);
            }
            const Bytes request = session.message(last);
            const Device before = device;
            const Answer answer = device.answer(request);
            CAPTURE(seed, step, summary(request));
            if (isRefusal(answer)) {
                ++refused;
                REQUIRE(device.isAs(before));
                REQUIRE_FALSE(answer.reason.empty());
            } else {
                ++accepted;
                REQUIRE(answer.reason.empty());
                if (const auto message = decode(*answer.bytes); message->code() == Code::LockInterfaceResponse)
                    last = std::get<LockInterfaceResponse>(message->body).nonce;
            }
        }
    }
    CHECK(refused > 1000);
    CHECK(accepted > 1000);
}

TEST_CASE("over random sessions each nonce starts its interface at most once, and T=1 passes only in RUN", "[tdisp]")
{
    int started = 0;
    for (unsigned seed = 1000; seed < 1300; ++seed) {
        RandomSession session(seed);
        Device device({.virtualFunctions = 1});
        Nonce last{};
        std::set<Nonce> used;
        for (int step = 0; step < 80; ++step) {
            if (session.below(15) == 0)
                (void)device.act(session.action(), session.below(2));
            const Bytes request = session.message(last);
            const Answer answer = device.answer(request);
            const auto message = answer.bytes ? decode(*answer.bytes) : decode({});
            if (message && message->code() == Code::LockInterfaceResponse)
                last = std::get<LockInterfaceResponse>(message->body).nonce;
            if (message && message->code() == Code::StartInterfaceResponse) {
                ++started;
                REQUIRE(used.insert(std::get<StartInterfaceRequest>(decode(request)->body).nonce).second);
            }
            for (std::size_t i = 0; i < device.interfaces().size(); ++i) {
                const Interface& interface = device.interfaces()[i];
                REQUIRE(device.act(Action::TrustedRequest, i).has_value() == (interface.state() == TdiState::Run));
                REQUIRE((interface.nonce != Nonce{}) == (interface.state() == TdiState::ConfigLocked));
            }
        }
    }
    CHECK(started > 100);
}
