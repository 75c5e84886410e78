#include "cli/commands.h"

#include "cli/matrix_run.h"
#include "report/matrix_json.h"
#include "report/matrix_text.h"

#include <ostream>

namespace bindlab {

Status matrixCommand(const MatrixCommandOptions& options, const Console& console)
{
    const auto library = libraryWithDesigns(options.file, options.designs);
    if (!library)
        return tl::unexpected(library.error());
    MatrixOptions matrixOptions;
    matrixOptions.designs = options.designs;
    matrixOptions.scenarios = options.scenarios;
    matrixOptions.platforms = options.platforms;
    matrixOptions.patches = options.patches;
    matrixOptions.maxStates = options.maxStates;
    matrixOptions.threads = options.threads;
    const auto matrix = runMatrix(*library, matrixOptions, console);
    if (!matrix)
        return tl::unexpected(matrix.error());
    if (options.json)
        console.out << matrixAsJson(*matrix).dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    else
        console.out << matrixAsText(*matrix, *library, console.columns);
    return statusOf(matrix->cells);
}

} // namespace bindlab
