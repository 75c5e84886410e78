#include "cli/saved_run.h"

#include "report/share_code.h"

#include <fmt/format.h>

namespace bindlab {

std::string nameOfTrace(const std::string& fileOrCode)
{
    return isShareCode(fileOrCode) ? "the share code" : inQuotes(fileOrCode);
}

tl::expected<Trace, Complaint> readTrace(const std::string& fileOrCode)
{
    std::string text = fileOrCode;
    if (!isShareCode(fileOrCode)) {
        auto read = readTextFile(fileOrCode);
        if (!read)
            return tl::unexpected(read.error());
        text = std::move(*read);
    }
    auto trace = isShareCode(text) ? traceFromShareCode(text) : traceFromJson(text);
    if (!trace && isShareCode(fileOrCode))
        return complain(trace.error());   // it says itself what it speaks of
    if (!trace)
        return complain(fmt::format("{}: {}", nameOfTrace(fileOrCode), trace.error()));
    return std::move(*trace);
}

tl::expected<SavedRun, Complaint> loadRun(const std::string& trace, const std::string& modelFile)
{
    const auto read = readTrace(trace);
    if (!read)
        return tl::unexpected(read.error());
    auto choice = modelFile.empty() && !read->flowText.empty() ? chooseModel(read->selection, UserFile{read->flowName, read->flowText})
                                                               : chooseModel(read->selection, modelFile);
    if (!choice && choice.error().text.ends_with('\n'))
        return tl::unexpected(choice.error());
    if (!choice)
        return complain(fmt::format("{}: {}", nameOfTrace(trace), choice.error().text));
    auto run = replay(choice->model, read->steps);
    if (!run)
        return complain(fmt::format("{}: {}", nameOfTrace(trace), run.error()));
    return SavedRun{std::move(*choice), std::move(*run)};
}

} // namespace bindlab
