#include "states_arranging.h"

#include <atomic>
#include <utility>

namespace bindlab {

void StatesArranging::start(std::shared_ptr<const ExploredStates> explored, const std::vector<std::uint32_t>& spine, StatesScene::Arrangement arrangement,
                            std::uint32_t mostNodes)
{
    auto& kept = m_kept[std::size_t(arrangement)];
    if (kept) {
        m_job.cancel();
        emit arranged(kept);
        return;
    }
    m_job.start([=, explored = std::move(explored)](const BackgroundJob::Task& task) { return arrange(*explored, spine, arrangement, mostNodes, &task.cancel); },
                [this, &kept](StatesScene scene) {
                    kept = std::make_shared<const StatesScene>(std::move(scene));
                    emit arranged(kept);
                });
}

} // namespace bindlab
