#include "cli/commands.h"

#include "cli/matrix_run.h"
#include "report/design_report.h"

#include <algorithm>
#include <ostream>

namespace bindlab {

Status reportCommand(const ReportCommandOptions& options, const Console& console)
{
    const auto library = libraryWithDesigns(options.file, {options.design});
    if (!library)
        return tl::unexpected(library.error());
    MatrixOptions matrixOptions;
    matrixOptions.designs = {options.design};
    matrixOptions.platforms = options.platforms;
    matrixOptions.maxStates = options.maxStates;
    matrixOptions.threads = options.threads;
    const auto matrix = runMatrix(*library, matrixOptions, console);
    if (!matrix)
        return tl::unexpected(matrix.error());
    const DesignReport report = reportOn(*matrix, *library, options.design);
    if (options.json)
        console.out << reportAsJson(report).dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    else
        console.out << reportAsText(report, *library, std::min(console.columns, mailColumns));
    return statusOf(matrix->cells);
}

} // namespace bindlab
