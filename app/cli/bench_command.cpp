#include "cli/bench_models.h"
#include "cli/commands.h"
#include "cli/matrix_run.h"
#include "cli/progress.h"
#include "report/json.h"
#include "report/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <thread>

namespace bindlab {

namespace {

/// What is measured: a stand-alone file, or a scaled model.
struct Measured {
    std::string name;
    std::shared_ptr<const Model> model;
    CheckResult one;     ///< with one thread
    CheckResult many;    ///< with as many as there are processors
};

int processors() { return int(std::max(1u, std::thread::hardware_concurrency())); }

/// Every state, and nothing but the search: no essences.
CheckResult measure(const Measured& measured, int threads, const Console& console)
{
    ProgressLine line(console);
    CheckOptions options;
    options.threads = threads;
    options.reduce = false;
    options.maxMemoryMib = 16 * 1024;
    options.maxStates = 1'000'000'000;
    options.cancel = &stopRequested();
    options.progress = [&](const CheckProgress& progress) {
        line.show([&] { return fmt::format("{}: {} states, depth {}", measured.name, progress.states, progress.depth); });
    };
    return check(measured.model, options);
}

bool agree(const CheckResult& one, const CheckResult& other)
{
    return one.states == other.states && one.transitions == other.transitions && one.depth == other.depth
        && std::ranges::equal(one.violations, other.violations, {}, &Violation::steps, &Violation::steps);
}

double perSecond(std::uint64_t count, double seconds) { return seconds > 0 ? double(count) / seconds : 0; }
double bytesOfState(const CheckResult& result) { return result.peakMemoryMib * 1024 * 1024 / double(std::max<std::uint64_t>(result.states, 1)); }

tl::expected<Measured, Complaint> compiled(const ScaledModel& scaled)
{
    Library library = Library::shipped();
    library.add(scaled.id() + ".flow", scaled.flow());
    auto model = library.compile({"D6", {}, scaled.id(), "tdx"});
    if (!model)
        return complain(toText(model.error()));
    return Measured{scaled.id(), *model, {}, {}};
}

tl::expected<Measured, Complaint> compiled(const std::string& file)
{
    ModelOptions options;
    options.file = file;
    const auto choice = chooseModel(options);
    if (!choice)
        return tl::unexpected(choice.error());
    return Measured{std::filesystem::path(file).stem().string(), choice->model, {}, {}};
}

tl::expected<std::vector<Measured>, Complaint> chosenModels(const BenchOptions& options)
{
    std::vector<Measured> models;
    const auto add = [&](tl::expected<Measured, Complaint> measured) -> tl::expected<void, Complaint> {
        if (!measured)
            return tl::unexpected(measured.error());
        models.push_back(std::move(*measured));
        return {};
    };
    for (const std::string& name : options.models) {
        const auto scaled = scaledModel(name);
        if (auto added = add(scaled ? compiled(*scaled) : compiled(name)); !added)
            return tl::unexpected(added.error());
    }
    if (options.models.empty())
        for (const ScaledModel& scaled : scaledModels(options.largest))
            if (auto added = add(compiled(scaled)); !added)
                return tl::unexpected(added.error());
    return models;
}

tl::expected<void, Complaint> writeModels(const BenchOptions& options)
{
    std::vector<ScaledModel> models;
    for (const std::string& name : options.models) {
        const auto scaled = scaledModel(name);
        if (!scaled)
            return complain(inQuotes(name) + " is no scaled model; they are called like X2d4t1r: 1 to 4 devices, 2 to 4 threads, 1 to 9 rounds");
        models.push_back(*scaled);
    }
    for (const ScaledModel& scaled : options.models.empty() ? scaledModels(options.largest) : models)
        if (auto written = writeTextFile((std::filesystem::path(options.write) / (scaled.id() + ".flow")).string(), scaled.flow()); !written)
            return written;
    return {};
}

struct MatrixFigures {
    std::size_t cells = 0;
    double seconds = 0;
    const MatrixCell* slowest = nullptr;
};

MatrixFigures figuresOf(const Matrix& matrix)
{
    MatrixFigures figures;
    for (const MatrixCell& cell : matrix.cells) {
        if (cell.result.verdict == Verdict::NotApplicable)
            continue;
        ++figures.cells;
        if (figures.slowest == nullptr || cell.result.seconds > figures.slowest->result.seconds)
            figures.slowest = &cell;
    }
    return figures;
}

std::string nameOf(const MatrixCell& cell) { return fmt::format("{} {} {}", cell.selection.design, cell.selection.scenario, cell.selection.platform); }

Json asJson(const MatrixFigures& figures, const std::vector<Measured>& models)
{
    Json json{{"processors", processors()}};
    if (figures.slowest)
        json["matrix"] = {{"cells", figures.cells}, {"seconds", figures.seconds},
                          {"slowest", {{"cell", nameOf(*figures.slowest)}, {"seconds", figures.slowest->result.seconds}}}};
    json["models"] = Json::array();
    for (const Measured& model : models)
        json["models"].push_back({{"name", model.name},
                                  {"verdict", toText(model.one.verdict)},
                                  {"bound", model.one.bound},
                                  {"states", model.one.states},
                                  {"transitions", model.one.transitions},
                                  {"depth", model.one.depth},
                                  {"seconds", model.one.seconds},
                                  {"seconds_on_all", model.many.seconds},
                                  {"bytes_per_state", bytesOfState(model.one)},
                                  {"agree", agree(model.one, model.many)}});
    return json;
}

void writeText(const MatrixFigures& figures, const std::vector<Measured>& models, const Console& console)
{
    if (figures.slowest)
        console.out << fmt::format("The matrix: {} cells in {:.1f} s on {} processors. The slowest cell: {}, {:.2f} s.\n\n", figures.cells,
                                   figures.seconds, processors(), nameOf(*figures.slowest), figures.slowest->result.seconds);
    std::vector<std::vector<std::string>> rows{{"model", "states", "transitions", "depth", "seconds", "states/s", "bytes/state",
                                                fmt::format("on {}", processors()), "faster", ""}};
    for (const Measured& model : models)
        rows.push_back({model.name, std::to_string(model.one.states), std::to_string(model.one.transitions), std::to_string(model.one.depth),
                        fmt::format("{:.2f}", model.one.seconds), fmt::format("{:.0f}", perSecond(model.one.states, model.one.seconds)),
                        fmt::format("{:.1f}", bytesOfState(model.one)), fmt::format("{:.2f}", model.many.seconds),
                        fmt::format("{:.1f}", model.many.seconds > 0 ? model.one.seconds / model.many.seconds : 0),
                        agree(model.one, model.many) ? model.one.bound : "differs between one thread and several"});
    console.out << table(rows, console.columns);
}

} // namespace

Status benchCommand(const BenchOptions& options, const Console& console)
{
    if (!options.write.empty()) {
        const auto written = writeModels(options);
        return written ? Status(exitDone) : tl::unexpected(written.error());
    }
    auto models = chosenModels(options);
    if (!models)
        return tl::unexpected(models.error());
    MatrixFigures figures;
    tl::expected<Matrix, Complaint> matrix = Matrix{};
    if (options.models.empty()) {
        const auto begin = std::chrono::steady_clock::now();
        matrix = runMatrix(Library::shipped(), {}, console);
        if (!matrix)
            return tl::unexpected(matrix.error());
        figures = figuresOf(*matrix);
        figures.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    }
    const InterruptGuard guard;
    bool allAgree = true;
    for (Measured& model : *models) {
        model.one = measure(model, 1, console);
        model.many = measure(model, 0, console);
        if (stopRequested())
            return exitBounded;
        allAgree = allAgree && agree(model.one, model.many);
    }
    if (options.json)
        console.out << asJson(figures, *models).dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    else
        writeText(figures, *models, console);
    return allAgree ? exitDone : exitViolated;
}

} // namespace bindlab
