#include "cli/commands.h"

#include "cli/saved_run.h"
#include "report/json.h"
#include "report/text.h"

#include <ostream>

namespace bindlab {

Status replayCommand(const ReplayOptions& options, const Console& console)
{
    const auto saved = loadRun(options.trace, options.file);
    if (!saved)
        return tl::unexpected(saved.error());
    if (options.json)
        console.out << runAsJson(saved->run).dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    else
        console.out << runAsText(saved->run, saved->choice.library, console.columns);
    return findingsOf(saved->run).empty() ? exitDone : exitViolated;
}

} // namespace bindlab
