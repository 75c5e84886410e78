#include "matrix_checking.h"

#include "matrix_cache.h"

#include <algorithm>
#include <chrono>
#include <mutex>

namespace bindlab {

namespace {

/// Finished cells are taken over so often, in milliseconds: there is time for a frame in between.
constexpr int collectEvery = 50;

MatrixCell notChecked(const std::string& platform, const std::string& design, const std::string& scenario)
{
    MatrixCell cell;
    cell.selection = designNamed(design);
    cell.selection.scenario = scenario;
    cell.selection.platform = platform;
    cell.stopped = true;
    cell.result.verdict = Verdict::Bounded;
    cell.result.bound = "not checked yet";
    return cell;
}

} // namespace

/// Cells since they were last taken over.
struct MatrixChecking::Finished {
    std::mutex lock;
    std::vector<MatrixCell> cells;
};

MatrixChecking::MatrixChecking(const Library& library, const QString& cacheFolder, QObject* parent) : QObject(parent), m_library(library), m_cacheFolder(cacheFolder)
{
    m_collecting.setInterval(collectEvery);
    connect(&m_collecting, &QTimer::timeout, this, [this] {
        if (collect())
            emit collected();
    });
}

QString MatrixChecking::fileOf(const std::string& platform) const { return QStringLiteral("%1/matrix-%2.cells").arg(m_cacheFolder, QString::fromStdString(platform)); }

void MatrixChecking::load(const std::string& platform)
{
    auto& known = m_results[platform];
    if (m_cacheFolder.isEmpty() || !known.empty())
        return;
    KeptCells kept = loadCells(fileOf(platform));
    auto& target = kept.flows == m_library.fingerprint() ? known : m_earlier[platform];
    for (MatrixCell& cell : kept.cells) {
        Key key{designName(cell.selection), cell.selection.scenario};
        target.insert_or_assign(std::move(key), std::move(cell));
    }
}

void MatrixChecking::save(const std::string& platform) const
{
    if (m_cacheFolder.isEmpty())
        return;
    KeptCells kept{m_library.fingerprint(), {}};
    for (const auto& [key, cell] : m_results.at(platform))
        kept.cells.push_back(cell);
    saveCells(fileOf(platform), kept);
}

void MatrixChecking::cancel()
{
    m_job.cancel();
    m_collecting.stop();
}

void MatrixChecking::start(const std::string& platform, const std::vector<std::string>& designs, const std::vector<std::string>& scenarios)
{
    if (running())
        return;
    MatrixOptions options;
    options.platforms = {platform};
    options.scenarios = scenarios;
    for (const std::string& design : designs)
        if (std::ranges::any_of(scenarios, [&](const std::string& scenario) { return cell(platform, design, scenario) == nullptr; }))
            options.designs.push_back(design);
    if (options.designs.empty() || scenarios.empty())
        return;
    m_platform = platform;
    m_begin = std::chrono::steady_clock::now();
    m_finished = std::make_shared<Finished>();
    options.known = [earlier = std::make_shared<const std::map<Key, MatrixCell>>(m_earlier[platform])](const Selection& selection, std::uint64_t content) -> std::optional<MatrixCell> {
        const auto before = earlier->find({designName(selection), selection.scenario});
        return before != earlier->end() && before->second.content == content ? std::optional(before->second) : std::nullopt;
    };
    options.finished = [finished = m_finished](std::size_t, const MatrixCell& cell) {
        const std::scoped_lock lock(finished->lock);
        finished->cells.push_back(cell);
    };
    m_job.start([&library = m_library, options](const BackgroundJob::Task& task) {
        MatrixOptions cancelled = options;
        cancelled.cancel = &task.cancel;
        return checkMatrix(library, cancelled);
    }, [this](const Matrix&) { end(); });
    m_collecting.start();
}

void MatrixChecking::end()
{
    m_collecting.stop();
    m_seconds[m_platform] += std::chrono::duration<double>(std::chrono::steady_clock::now() - m_begin).count();
    (void)collect();
    save(m_platform);
    emit collected();
}

bool MatrixChecking::collect()
{
    std::vector<MatrixCell> cells;
    {
        const std::scoped_lock lock(m_finished->lock);
        cells.swap(m_finished->cells);
    }
    for (MatrixCell& cell : cells)
        if (!cell.stopped) {
            Key key{designName(cell.selection), cell.selection.scenario};
            m_results[m_platform].insert_or_assign(std::move(key), std::move(cell));
        }
    return !cells.empty();
}

const MatrixCell* MatrixChecking::cell(const std::string& platform, const std::string& design, const std::string& scenario) const
{
    const auto results = m_results.find(platform);
    if (results == m_results.end())
        return nullptr;
    const auto found = results->second.find({design, scenario});
    return found == results->second.end() ? nullptr : &found->second;
}

Matrix MatrixChecking::matrix(const std::string& platform, const std::vector<std::string>& designs, const std::vector<std::string>& scenarios) const
{
    Matrix matrix{designs, scenarios, {platform}, {}};
    for (const std::string& design : designs)
        for (const std::string& scenario : scenarios) {
            const MatrixCell* known = cell(platform, design, scenario);
            matrix.cells.push_back(known ? *known : notChecked(platform, design, scenario));
        }
    return matrix;
}

double MatrixChecking::secondsOf(const std::string& platform) const
{
    const auto seconds = m_seconds.find(platform);
    return seconds == m_seconds.end() ? 0 : seconds->second;
}

} // namespace bindlab
