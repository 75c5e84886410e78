#include "tdisp/request_table.h"

#include <fmt/format.h>

#include <cassert>
#include <set>

namespace bindlab::tdisp {

namespace {

std::string answerText(const Answer& answer)
{
    if (!answer.bytes)
        return "-";
    const Message message = *decode(*answer.bytes);
    if (const auto* error = std::get_if<Error>(&message.body))
        return fmt::format("0x{:04x}", std::uint32_t(error->error));
    return "ok";
}

/// Something to try: a message, or something that is done.
struct Trial {
    std::string what;
    std::function<std::string(Led&)> run;   ///< answers what came back
};

Trial sending(std::string what, std::function<Bytes(const Led&)> request, std::function<void(Device&)> before = [](Device&) {})
{
    return {std::move(what), [=](Led& led) {
                before(led.device);
                return answerText(led.device.answer(request(led)));
            }};
}

Trial sending(Body body, std::string_view how = {}, std::function<void(Device&)> before = [](Device&) {})
{
    const Code code = Message{{}, body}.code();
    std::string what(findCode(std::uint8_t(code))->name);
    if (!how.empty())
        what += fmt::format(", {}", how);
    return sending(what, [=](const Led& led) { return requestTo(led.device, body); }, before);
}

std::vector<Trial> trials()
{
    const auto doing = [](Action action) { return [action](Device& device) { (void)device.act(action); }; };
    const auto start = [](const Led& led) { return requestTo(led.device, StartInterfaceRequest{led.nonce}); };
    const Bytes version = requestTo(Device(), GetTdispVersion{});
    std::vector<Trial> all{
        sending(GetTdispVersion{}),
        sending(GetTdispCapabilities{}),
        sending(LockInterfaceRequest{}),
        sending(LockInterfaceRequest{}, "no IDE keys", doing(Action::IdeKeysOff)),
        sending(LockInterfaceRequest{0, 1, 0, 0}, "stream without keys"),
        sending(LockInterfaceRequest{0x20, 0, 0, 0}, "unknown flag"),
        sending(LockInterfaceRequest{}, "bad configuration", doing(Action::BadConfig)),
        sending(LockInterfaceRequest{}, "no entropy", doing(Action::NoEntropy)),
        sending(GetDeviceInterfaceReport{0, 0xffff}),
        sending(GetDeviceInterfaceReport{0xffff, 1}, "bad offset"),
        sending(GetDeviceInterfaceState{}),
        sending("START_INTERFACE_REQUEST", start),
        sending(StartInterfaceRequest{{0xff}}, "wrong nonce"),
        sending(StopInterfaceRequest{}),
        sending(BindP2pStreamRequest{}),
        sending(UnbindP2pStreamRequest{}),
        sending(SetMmioAttributeRequest{}),
        sending(VdmRequest{}),
        sending("unknown type 0x8C", [=](const Led&) { Bytes bytes = version; bytes[1] = 0x8c; return bytes; }),
        sending("a response as request", [](const Led& led) { return requestTo(led.device, StopInterfaceResponse{}); }),
        sending("version 2.0", [=](const Led&) { Bytes bytes = version; bytes[0] = 0x20; return bytes; }),
        sending("one byte too many", [=](const Led&) { Bytes bytes = version; bytes.push_back(0); return bytes; }),
        sending("header cut off", [=](const Led&) { return Bytes(version.begin(), version.end() - 1); }),
        sending("another FUNCTION_ID", [=](const Led&) { Bytes bytes = version; bytes[4] ^= 8; return bytes; }),
        sending(GetTdispVersion{}, "busy", [](Device& device) { device.beBusy(1); }),
        sending(GetTdispVersion{}, "no session", doing(Action::SessionEnd)),
    };
    for (const ActionInfo& info : actions())
        all.push_back({fmt::format("! {}", info.name), [&info](Led& led) { return std::string(led.device.act(info.action) ? "ok" : "refused"); }});
    return all;
}

} // namespace

Bytes requestTo(const Device& device, Body body) { return encode({{version10, device.interfaces().front().requesterId}, std::move(body)}); }

Led ledTo(TdiState state, const Setup& setup)
{
    Led led{Device(setup, numberedNonces())};
    if (state == TdiState::ConfigUnlocked)
        return led;
    const Answer locked = led.device.answer(requestTo(led.device, LockInterfaceRequest{}));
    led.nonce = std::get<LockInterfaceResponse>(decode(*locked.bytes)->body).nonce;
    if (state == TdiState::Run)
        led.device.answer(requestTo(led.device, StartInterfaceRequest{led.nonce}));
    if (state == TdiState::Error)
        (void)led.device.act(Action::Flr);
    assert(led.device.interfaces().front().state() == state);
    return led;
}

std::vector<TableRow> requestTable()
{
    std::vector<TableRow> rows;
    for (const Trial& trial : trials()) {
        TableRow& row = rows.emplace_back();
        row.what = trial.what;
        for (std::size_t state = 0; state < row.cells.size(); ++state) {
            Led led = ledTo(TdiState(state));
            row.cells[state].answer = trial.run(led);
            row.cells[state].after = led.device.interfaces().front().state();
        }
    }
    return rows;
}

std::string requestTableText()
{
    const auto states = tdi().states();
    const auto line = [](const std::array<std::string, 5>& columns) {
        std::string text = fmt::format("{:<44}{:<16}{:<14}{:<14}{}", columns[0], columns[1], columns[2], columns[3], columns[4]);
        text.erase(text.find_last_not_of(' ') + 1);
        return text + '\n';
    };
    std::string text = line({"", std::string(states[0].name), std::string(states[1].name), std::string(states[2].name), std::string(states[3].name)});
    std::set<std::uint32_t> errors;
    for (const TableRow& row : requestTable()) {
        std::array<std::string, 5> columns{row.what};
        for (std::size_t state = 0; state < row.cells.size(); ++state) {
            const TableRow::Cell& cell = row.cells[state];
            columns[state + 1] = cell.answer;
            if (cell.answer.starts_with("0x"))
                errors.insert(std::uint32_t(std::stoul(cell.answer, nullptr, 16)));
            if (std::size_t(cell.after) != state)
                columns[state + 1] += fmt::format(" > {}", std::size_t(cell.after));
        }
        text += line(columns);
    }
    text += "\n-: silence\n> N: the state afterwards, as GET_DEVICE_INTERFACE_STATE counts them\n";
    for (std::size_t state = 0; state < states.size(); ++state)
        text += fmt::format("> {}: {}\n", state, states[state].name);
    for (const std::uint32_t code : errors)
        text += fmt::format("0x{:04x}: {}\n", code, nameOf(ErrorCode(code)));
    return text;
}

} // namespace bindlab::tdisp
