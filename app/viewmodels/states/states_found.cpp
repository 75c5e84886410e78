#include "states_found.h"

#include "states_words.h"
#include "viewmodels/shared/number_text.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace bindlab {

void StatesFound::searchIn(std::shared_ptr<const ExploredStates> explored)
{
    m_search = explored ? std::make_unique<StatesSearch>(std::move(explored)) : nullptr;
    m_nodes.clear();
    m_rows.clear();
}

void StatesFound::find(const QString& query, const StatesScene* scene)
{
    m_query = query;
    m_nodes = m_search ? m_search->find(m_query) : std::vector<std::uint32_t>();
    m_rows.clear();
    if (scene)
        for (const std::uint32_t node : m_nodes)
            m_rows.insert(scene->graph.groupOf[node]);
}

QString StatesFound::text(std::uint32_t node) const
{
    if (m_query.trimmed().isEmpty() || !m_search)
        return {};
    if (m_nodes.empty())
        return StatesWords::tr("Nothing found");
    const auto place = std::ranges::find(m_nodes, node);
    return place == m_nodes.end() ? counted(m_nodes.size(), StatesWords::tr("1 state"), StatesWords::tr("%1 states"))
                                  : StatesWords::tr("%1 of %2").arg(numberText(std::uint64_t(place - m_nodes.begin()) + 1), numberText(m_nodes.size()));
}

std::optional<std::uint32_t> StatesFound::next(std::uint32_t node, int way) const
{
    if (m_nodes.empty())
        return std::nullopt;
    const auto place = std::ranges::find(m_nodes, node);
    const auto size = std::ptrdiff_t(m_nodes.size());
    const std::ptrdiff_t at = place == m_nodes.end() ? (way > 0 ? 0 : size - 1) : (place - m_nodes.begin() + way + size) % size;
    return m_nodes[std::size_t(at)];
}

} // namespace bindlab
