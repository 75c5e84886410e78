/// libFuzzer: any text is a share code. A text that is none is packed as the program packs a trace, so that what is changed is
/// also what lies in a code.
#include "traces.h"

#include "report/share_code.h"

using namespace bindlab;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto text = asText(data, size);
    const auto trace = traceFromShareCode(isShareCode(text) ? std::string(text) : packed(std::string(text)));
    requireGood(trace);
    if (trace)
        require(traceFromShareCode(toShareCode(*trace)) == trace, "a trace that was read is packed and read again the same");
    noteInput();
    return 0;
}
