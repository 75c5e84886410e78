#pragma once

#include "flow/library.h"
#include "world/run.h"

#include <QString>

#include <tl/expected.hpp>

#include <memory>
#include <vector>

namespace bindlab {

/// What is explored: what a selection of the shipped flows compiles to, or the model of a run that was followed.
class StatesChoice {
public:
    /// `shipped` must outlive this object.
    explicit StatesChoice(const Library& shipped) : m_shipped(shipped) {}

    [[nodiscard]] const Selection& selection() const { return m_selection; }
    /// What the selection's names come from.
    [[nodiscard]] const Library& flows() const { return m_ownFlows ? *m_ownFlows : m_shipped; }
    /// Null: it is the shipped one.
    [[nodiscard]] std::shared_ptr<const Library> ownFlows() const { return m_ownFlows; }
    /// The run that was followed stands in the state these lead to.
    [[nodiscard]] const std::vector<StepChoice>& followed() const { return m_followed; }
    /// Or why it has no states, one sentence.
    [[nodiscard]] tl::expected<std::shared_ptr<const Model>, QString> model() const;

    void choose(const Selection& selection);
    void follow(const Run& run, const Selection& selection, std::shared_ptr<const Library> library);
    /// Where it stands only.
    void followSteps(const Run& run);
    void leaveSteps() { m_followed.clear(); }

private:
    const Library& m_shipped;
    Selection m_selection{"D3a", {}, "S3", "tdx"};
    std::shared_ptr<const Library> m_ownFlows;
    std::shared_ptr<const Model> m_followedModel;   ///< what is to be explored is this, not what the selection compiles to
    std::vector<StepChoice> m_followed;
};

} // namespace bindlab
