#include "states_exploring.h"

#include "viewmodels/shared/number_text.h"

#include <utility>

namespace bindlab {

namespace {

/// How often a running exploration tells how far it is, in milliseconds.
constexpr int progressTime = 100;

} // namespace

StatesExploring::StatesExploring(QObject* parent) : QObject(parent)
{
    m_telling.setInterval(progressTime);
    connect(&m_telling, &QTimer::timeout, this, &StatesExploring::progressed);
}

void StatesExploring::start(std::shared_ptr<const Model> model, std::function<void(const Explored&)> done)
{
    m_statesSoFar = 0;
    m_job.start(
        [this, model = std::move(model)](const BackgroundJob::Task& task) -> Explored {
            ReachOptions options;
            options.maxStates = mostStates;
            options.cancel = &task.cancel;
            options.progress = [this](std::uint64_t states) { m_statesSoFar = states; };
            if (auto states = reachableStates(*model, options))
                return std::make_shared<const ExploredStates>(model, std::move(*states));
            return tl::unexpected(task.cancel ? tr("Stopped before every state was seen.")
                                         : tr("There are more than %1 states. Choose fewer threads, or ask \"bindlab states --max-states\".").arg(numberText(mostStates)));
        },
        [this, done = std::move(done)](const Explored& explored) {
            m_telling.stop();
            done(explored);
        });
    m_telling.start();
}

void StatesExploring::cancel()
{
    m_job.cancel();
    m_telling.stop();
}

} // namespace bindlab
