#include "cli/commands.h"
#include "tdisp/line_protocol.h"
#include "tdisp/request_table.h"

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
