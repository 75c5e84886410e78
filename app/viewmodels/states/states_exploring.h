#pragma once

#include "states_scene.h"
#include "viewmodels/shared/background_job.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <tl/expected.hpp>

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>

namespace bindlab {

/// Finds every reachable state of a model in the background.
class StatesExploring : public QObject {
    Q_OBJECT

public:
    static constexpr std::uint64_t mostStates = 200'000;
    /// What it came to; the error says why there are no states, one sentence.
    using Explored = tl::expected<std::shared_ptr<const ExploredStates>, QString>;

    explicit StatesExploring(QObject* parent = nullptr);

    void start(std::shared_ptr<const Model> model, std::function<void(const Explored&)> done);
    /// It ends soon, with an error.
    void stop() { m_job.stop(); }
    /// Nothing comes of it.
    void cancel();
    [[nodiscard]] bool running() const { return m_job.running(); }
    [[nodiscard]] std::uint64_t statesSoFar() const { return m_statesSoFar; }

signals:
    void progressed();

private:
    std::atomic<std::uint64_t> m_statesSoFar = 0;
    QTimer m_telling;
    // Last, so that it has ended before anything else goes.
    BackgroundJob m_job{this};
};

} // namespace bindlab
