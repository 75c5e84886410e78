/// libFuzzer: any bytes are decoded and explained; what is a message is written again as it was.
#include "tdisp/codec.h"

#include "harness.h"

using namespace bindlab::tdisp;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::span bytes(data, size);
    noteInput();
    if (const auto message = decode(bytes)) {
        const Bytes again = encode(*message);
        require(again.size() == size, "a message is written as long as it was read");
        require(decode(again) == message, "a message is read, written and read again the same");
    }
    if (const auto report = decodeReport(bytes))
        require(decodeReport(encode(*report)) == report, "a report is read, written and read again the same");
    for (const auto& fields : {fieldsOf(bytes), fieldsOfReport(bytes)}) {
        std::size_t at = 0;
        for (const Field& field : fields) {
            require(field.offset == at && field.size > 0, "fields lie one behind the other");
            at += field.size;
        }
        require(at == size, "fields cover every byte");
    }
    require(!summary(bytes).empty(), "a message has a summary");
    return 0;
}
