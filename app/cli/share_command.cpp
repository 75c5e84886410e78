#include "cli/commands.h"

#include "cli/saved_run.h"
#include "report/share_code.h"

#include <ostream>

namespace bindlab {

Status shareCommand(const ShareOptions& options, const Console& console)
{
    auto trace = readTrace(options.trace);
    if (!trace)
        return tl::unexpected(trace.error());
    if (!options.file.empty()) {
        auto own = readUserFile(options.file);
        if (!own)
            return tl::unexpected(own.error());
        trace->flowName = own->path.substr(own->path.rfind('/') + 1);   // where it lay is nobody's business
        trace->flowText = std::move(own->text);
    }
    // What cannot be played is not passed on.
    const auto choice = trace->flowText.empty() ? chooseModel(trace->selection, std::string())
                                                : chooseModel(trace->selection, UserFile{trace->flowName, trace->flowText});
    if (!choice)
        return tl::unexpected(choice.error());
    if (const auto run = replay(choice->model, trace->steps); !run)
        return complain(run.error());
    if (options.json)
        console.out << toJson(*trace);
    else
        console.out << toShareCode(*trace) << '\n';
    return exitDone;
}

} // namespace bindlab
