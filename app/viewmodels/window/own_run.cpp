#include "own_run.h"

#include "flow/diagnostic.h"
#include "world/step.h"

#include <algorithm>
#include <utility>

namespace bindlab {

tl::expected<OwnRun, std::string> readFlow(const std::string& file, const std::string& text, const Library& shipped) {
    auto own = libraryWith(file, text, {}, shipped);
    if (!own)
        return tl::unexpected(toText(own.error()));
    const Selection selection = onlyNamesIn(file, text);
    const auto model = own->compile(selection);
    if (!model)
        return tl::unexpected(toText(model.error()));
    if (std::string problem = startProblem(**model); !problem.empty())
        return tl::unexpected(std::move(problem));
    return OwnRun{Run(*model), selection, {std::make_shared<const Library>(*std::move(own)), file, text}};
}

void repeat(const Run& before, Run& run) {
    for (int step = 0; step < before.length() && run.step(before.record(step).choice) == StepStatus::Done;)
        ++step;
    run.seek(std::min(before.position(), run.length()));
}

} // namespace bindlab
