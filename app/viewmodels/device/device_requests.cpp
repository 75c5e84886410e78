#include "device_requests.h"

#include "device_view_model.h"
#include "viewmodels/shared/plain_text.h"

#include "tdisp/codec.h"
#include "tdisp/codes.h"

#include <cstdint>
#include <utility>

namespace bindlab {

using namespace tdisp;

const std::vector<Code>& requestCodes()
{
    static const std::vector<Code> all = [] {
        std::vector<Code> requests;
        for (const CodeInfo& info : codes())
            if (isRequest(info.code))
                requests.push_back(info.code);
        return requests;
    }();
    return all;
}

std::optional<Nonce> nonceOfLock(const Transcript& transcript, std::size_t interface)
{
    for (auto entry = transcript.entries().rbegin(); entry != transcript.entries().rend(); ++entry)
        if (const auto message = decode(entry->bytes); message && entry->interface == interface)
            if (const auto* lock = std::get_if<tdisp::LockInterfaceResponse>(&message->body))
                return lock->nonce;
    return std::nullopt;
}

Bytes requestBytes(const Transcript& transcript, std::size_t interface, Code code)
{
    Body body = tdisp::GetTdispVersion{};
    switch (code) {
    case Code::GetTdispCapabilities: body = tdisp::GetTdispCapabilities{}; break;
    case Code::LockInterfaceRequest: body = tdisp::LockInterfaceRequest{NoFwUpdate | LockMsix, transcript.device().link().streamId(), 0, 0}; break;
    case Code::GetDeviceInterfaceReport: body = tdisp::GetDeviceInterfaceReport{0, 0xffff}; break;
    case Code::GetDeviceInterfaceState: body = tdisp::GetDeviceInterfaceState{}; break;
    case Code::StartInterfaceRequest: body = tdisp::StartInterfaceRequest{nonceOfLock(transcript, interface).value_or(Nonce{})}; break;
    case Code::StopInterfaceRequest: body = tdisp::StopInterfaceRequest{}; break;
    case Code::BindP2pStreamRequest: body = tdisp::BindP2pStreamRequest{{1}}; break;
    case Code::UnbindP2pStreamRequest: body = tdisp::UnbindP2pStreamRequest{{1}}; break;
    case Code::SetMmioAttributeRequest: body = tdisp::SetMmioAttributeRequest{}; break;
    case Code::VdmRequest: body = tdisp::VdmRequest{}; break;
    default: break;
    }
    return encode({{version10, transcript.device().interfaces()[interface].requesterId}, std::move(body)});
}

std::vector<NamedRow> requestRows()
{
    std::vector<NamedRow> rows;
    for (const tdisp::Code code : requestCodes()) {
        const tdisp::CodeInfo info = *tdisp::findCode(std::uint8_t(code));
        rows.push_back({text(info.name), text(info.name), info.isRequired ? text(info.about) : DeviceViewModel::tr("Optional; this device does not have it."), false});
    }
    return rows;
}

} // namespace bindlab
