#include "states_choice.h"

#include "states_words.h"
#include "viewmodels/shared/plain_text.h"

#include "world/step.h"

#include <algorithm>
#include <utility>

namespace bindlab {

tl::expected<std::shared_ptr<const Model>, QString> StatesChoice::model() const
{
    if (m_followedModel)
        return m_followedModel;
    if (const std::string why = flows().whyNotApplicable(m_selection); !why.empty())
        return tl::unexpected(StatesWords::tr("This design does not go together with this scenario: %1").arg(text(why)));
    const auto model = flows().compile(m_selection);
    if (!model)
        return tl::unexpected(StatesWords::tr("This cannot be run: %1").arg(text(toText(model.error())).trimmed()));
    if (const std::string problem = startProblem(**model); !problem.empty())
        return tl::unexpected(text(problem));
    return *model;
}

void StatesChoice::choose(const Selection& selection)
{
    const auto isNamed = [&](const ScenarioInfo& scenario) { return scenario.id == selection.scenario; };
    if (m_ownFlows && std::ranges::none_of(m_ownFlows->scenarios(), isNamed))
        m_ownFlows.reset();
    m_selection = selection;
    m_followedModel.reset();
    m_followed.clear();
}

void StatesChoice::follow(const Run& run, const Selection& selection, std::shared_ptr<const Library> library)
{
    m_selection = selection;
    m_ownFlows = std::move(library);
    m_followedModel = run.sharedModel();
    followSteps(run);
}

void StatesChoice::followSteps(const Run& run)
{
    m_followed = run.trace().steps;
    m_followed.resize(std::size_t(run.position()));
}

} // namespace bindlab
