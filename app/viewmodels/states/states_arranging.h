#pragma once

#include "states_scene.h"
#include "viewmodels/shared/background_job.h"

#include <QObject>

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace bindlab {

/// Lays the graph out in the background, and keeps each arrangement.
class StatesArranging : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// As arrange() has them; arranged() follows, at once where it is kept.
    void start(std::shared_ptr<const ExploredStates> explored, const std::vector<std::uint32_t>& spine, StatesScene::Arrangement arrangement, std::uint32_t mostNodes);
    [[nodiscard]] bool running() const { return m_job.running(); }
    /// Those that are kept are of another graph or spine.
    void forget() { m_kept = {}; }
    void cancel() { m_job.cancel(); }

signals:
    void arranged(std::shared_ptr<const bindlab::StatesScene> scene);

private:
    std::array<std::shared_ptr<const StatesScene>, 3> m_kept;   ///< by arrangement
    // Last, so that it has ended before anything else goes.
    BackgroundJob m_job{this};
};

} // namespace bindlab
