#include "cli/saved_run.h"

#include <fmt/format.h>

namespace bindlab {

tl::expected<SavedRun, Complaint> loadRun(const std::string& trace, const std::string& modelFile)
{
    const auto text = readTextFile(trace);
    if (!text)
        return tl::unexpected(text.error());
    const auto read = traceFromJson(*text);
    if (!read)
        return complain(fmt::format("{}: {}", inQuotes(trace), read.error()));
    auto choice = chooseModel(read->selection, modelFile);
    if (!choice && choice.error().text.ends_with('\n'))
        return tl::unexpected(choice.error());
    if (!choice)
        return complain(fmt::format("{}: {}", inQuotes(trace), choice.error().text));
    auto run = replay(choice->model, read->steps);
    if (!run)
        return complain(fmt::format("{}: {}", inQuotes(trace), run.error()));
    return SavedRun{std::move(*choice), std::move(*run)};
}

} // namespace bindlab
