/// libFuzzer: any text is a trace. What is read is written and read again the same, and played.
#include "traces.h"

using namespace bindlab;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    requireGood(traceFromJson(std::string(asText(data, size))));
    noteInput();
    return 0;
}
