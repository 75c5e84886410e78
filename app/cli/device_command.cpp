#include "cli/commands.h"
#include "tdisp/actions.h"
#include "tdisp/line_protocol.h"
#include "tdisp/request_table.h"

#include <fmt/format.h>

#include <istream>
#include <ostream>
#include <streambuf>

namespace bindlab {

namespace {

/// The next line without its end; of one that is too long only so much is kept that the protocol sees that it is. False when
/// there is none any more.
bool readLine(std::istream& in, std::string& line)
{
    line.clear();
    std::streambuf& buffer = *in.rdbuf();
    using Traits = std::streambuf::traits_type;
    int c = buffer.sbumpc();
    if (Traits::eq_int_type(c, Traits::eof()))
        return false;
    for (; !Traits::eq_int_type(c, Traits::eof()) && c != '\n'; c = buffer.sbumpc())
        if (line.size() <= tdisp::LineProtocol::longestLine)
            line.push_back(Traits::to_char_type(c));
    return true;
}

} // namespace

std::string deviceLines()
{
    std::string text = "A line of hex digits is one message, from the version byte on; its answer is one such line,\n"
                       "or - where the device stays silent. The device starts in CONFIG_UNLOCKED, the SPDM session up,\n"
                       "the keys of stream 0 programmed. Every line has one answer; a bad one is answered ! bad REASON.\n"
                       "  ? state [FUNCTION]           the TDI's state; also ? session, ? stream\n"
                       "  ! busy N                     the next N messages find the device busy\n"
                       "  ! spdm GET_VERSION           one request of the SPDM connection\n"
                       "  ! ide-km KEY_PROG pr rx      one request of IDE_KM; ! ide-enable sets the stream's enable bit\n"
                       "Actions, answered ! ok or ! refused REASON; those on one function may name it at the end (3a01):\n";
    for (const tdisp::ActionInfo& action : tdisp::actions()) {
        std::string name(action.name);
        if (name.starts_with("ide-keys-"))
            name[std::string_view("ide-keys").size()] = ' ';
        if (action.action == tdisp::Action::NoEntropy || action.action == tdisp::Action::BadConfig)
            name += " [off]";
        text += fmt::format("  ! {:<22}  {}\n", name, action.label);
    }
    text.pop_back();
    return text;
}

Status deviceCommand(const DeviceOptions& options, std::istream& in, const Console& console)
{
    if (options.table) {
        console.out << tdisp::requestTableText();
        return exitDone;
    }
    tdisp::Setup setup;
    setup.virtualFunctions = options.virtualFunctions;
    setup.stopInUnlockedIsError = options.emulatorStop;
    tdisp::LineProtocol protocol{tdisp::Device(setup)};
    for (std::string line; console.out && readLine(in, line);)
        console.out << protocol.answer(line) << '\n' << std::flush;
    return exitDone;
}

} // namespace bindlab
