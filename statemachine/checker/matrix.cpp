#include "checker/matrix.h"

#include "flow/content.h"

#include <algorithm>
#include <mutex>
#include <new>
#include <system_error>
#include <thread>
#include <tuple>

namespace bindlab {

namespace {

/// One complaint about what was chosen is a sentence; those about a file keep their form.
std::string errorText(const Diagnostics& diagnostics)
{
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.line != 0)
            return toText(diagnostics);
        text += (text.empty() ? "" : "; ") + diagnostic.message + (diagnostic.hint.empty() ? "" : ", " + diagnostic.hint);
    }
    return text;
}

template <typename Info>
std::vector<std::string> axis(const std::vector<std::string>& wanted, const std::vector<Info>& known)
{
    std::vector<std::string> ids;
    const auto add = [&](const std::string& id) {
        if (std::ranges::find(ids, id) == ids.end())
            ids.push_back(id);
    };
    std::ranges::for_each(wanted, add);
    if (wanted.empty())
        for (const Info& info : known)
            add(info.id);
    if (ids.empty())
        ids.emplace_back();
    return ids;
}

bool asked(const std::atomic<bool>* flag)
{
    return flag != nullptr && flag->load();
}

/// The cells that are left, handed out in order; each worker writes to cells of its own.
class Workers {
public:
    Workers(const Library& library, const MatrixOptions& options, std::vector<MatrixCell>& cells)
        : m_library(library), m_options(options), m_cells(cells)
    {
    }

    void run()
    {
        const std::size_t processors = std::max(1U, std::thread::hardware_concurrency());
        const std::size_t wanted = m_options.threads > 0 ? std::size_t(m_options.threads) : processors;
        std::vector<std::jthread> threads;
        try {
            while (threads.size() + 1 < std::min(wanted, m_cells.size()))
                threads.emplace_back([this] { work(); });
        } catch (const std::system_error&) {
            // The system gives no more threads: those there are do it.
        }
        work();
    }

private:
    void work()
    {
        for (std::size_t cell = m_next++; cell < m_cells.size(); cell = m_next++) {
            fill(m_cells[cell]);
            tell(m_cells[cell].selection, m_cells[cell].result.states, 1);
            if (m_options.finished) {
                const std::scoped_lock lock(m_telling);
                m_options.finished(cell, m_cells[cell]);
            }
        }
    }

    void fill(MatrixCell& cell)
    {
        if (asked(m_options.cancel)) {
            cell.stopped = true;
            cell.result.verdict = Verdict::Bounded;
            cell.result.bound = "stopped on request";
            return;
        }
        tell(cell.selection, 0, 0);
        CheckOptions options;
        options.properties = m_options.properties;
        options.maxStates = m_options.maxStates;
        options.maxMemoryMib = m_options.maxMemoryMib;
        options.cancel = m_options.cancel;
        options.progress = [&](const CheckProgress& progress) { tell(cell.selection, progress.states, 0); };
        cell = checkCell(m_library, cell.selection, options, nullptr, m_options.known);
        cell.stopped = asked(m_options.cancel) && !cell.result.bound.empty();
    }

    void tell(const Selection& cell, std::uint64_t states, std::size_t finished)
    {
        const std::scoped_lock lock(m_telling);
        m_done += finished;
        if (m_options.progress)
            m_options.progress({m_done, m_cells.size(), cell, states});
    }

    const Library& m_library;
    const MatrixOptions& m_options;
    std::vector<MatrixCell>& m_cells;
    std::atomic<std::size_t> m_next = 0;
    std::mutex m_telling;
    std::size_t m_done = 0;
};

} // namespace

std::string designName(const Selection& selection)
{
    std::string name = selection.design;
    for (const std::string& patch : selection.patches)
        name += (name.empty() ? "" : " ") + (patch.starts_with('-') ? patch : "+" + patch);
    return name;
}

Selection designNamed(const std::string& name)
{
    Selection selection;
    bool adds = false;
    for (std::size_t at = 0; at < name.size();) {
        if (name[at] == ' ' || name[at] == '+') {
            adds = adds || name[at] == '+';
            ++at;
            continue;
        }
        const std::size_t end = std::min(name.find_first_of(" +", at), name.size());
        const std::string part = name.substr(at, end - at);
        if (selection.design.empty() && !adds && !part.starts_with('-'))
            selection.design = part;
        else
            selection.patches.push_back(part);
        at = end;
    }
    return selection;
}

bool Matrix::stopped() const
{
    return std::ranges::any_of(cells, &MatrixCell::stopped);
}

MatrixCell checkCell(const Library& library, const Selection& selection, const CheckOptions& options, std::shared_ptr<const Model>* model, const KnownCell& known)
{
    MatrixCell cell;
    cell.selection = selection;
    try {
        cell.whyNotApplicable = library.whyNotApplicable(selection);
        if (!cell.whyNotApplicable.empty()) {
            cell.result.verdict = Verdict::NotApplicable;
            return cell;
        }
        const auto compiled = library.compile(selection);
        if (!compiled) {
            cell.error = errorText(compiled.error());
            return cell;
        }
        cell.content = contentOf(**compiled);
        if (known)
            if (auto before = known(selection, cell.content))
                return *before;
        cell.error = startProblem(**compiled);
        if (!cell.error.empty())
            return cell;
        if (model != nullptr)
            *model = *compiled;
        cell.result = check(*compiled, options);
    } catch (const std::bad_alloc&) {
        cell.result = {};
        cell.result.verdict = Verdict::Bounded;
        cell.result.bound = "the memory of this machine";
    }
    return cell;
}

Matrix checkMatrix(const Library& library, const MatrixOptions& options)
{
    Matrix matrix;
    matrix.designs = axis(options.designs, library.designs());
    matrix.scenarios = axis(options.scenarios, library.scenarios());
    matrix.platforms = axis(options.platforms, library.platforms());
    for (const std::string& design : matrix.designs)
        for (const std::string& scenario : matrix.scenarios)
            for (const std::string& platform : matrix.platforms) {
                Selection& selection = matrix.cells.emplace_back().selection;
                selection = designNamed(design);
                selection.patches.insert(selection.patches.end(), options.patches.begin(), options.patches.end());
                selection.scenario = scenario;
                selection.platform = platform;
            }
    Workers(library, options, matrix.cells).run();
    return matrix;
}

std::vector<ShortFailure> shortFailures(const CheckResult& result)
{
    std::vector<ShortFailure> failures;
    for (const Violation& violation : result.violations)
        failures.push_back({violation.failure.empty() ? violation.property : violation.failure, int(violation.steps.size()), violation.inEpilogue});
    std::ranges::sort(failures, {}, [](const ShortFailure& f) { return std::tie(f.inEpilogue, f.length, f.name); });
    std::vector<ShortFailure> once;
    for (const ShortFailure& failure : failures)
        if (std::ranges::find(once, failure.name, &ShortFailure::name) == once.end())
            once.push_back(failure);
    return once;
}

} // namespace bindlab
