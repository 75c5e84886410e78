#pragma once

#include "states_scene.h"
#include "states_search.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace bindlab {

/// What is searched for, and where it was found. The words stay while the graph changes.
class StatesFound {
public:
    /// Searches in other states from now on; null: in none.
    void searchIn(std::shared_ptr<const ExploredStates> explored);
    /// `scene` is what is drawn; null: nothing.
    void find(const QString& query, const StatesScene* scene);

    [[nodiscard]] const QString& query() const { return m_query; }
    /// Drawn nodes in which something was found.
    [[nodiscard]] const std::set<std::uint32_t>& rows() const { return m_rows; }
    /// Seen from `node`: "3 of 12", "Nothing found"; empty while nothing is searched for.
    [[nodiscard]] QString text(std::uint32_t node) const;
    /// From `node` the next (1) or the one before (-1), round the end; nothing when nothing was found.
    [[nodiscard]] std::optional<std::uint32_t> next(std::uint32_t node, int way) const;

private:
    std::unique_ptr<StatesSearch> m_search;
    QString m_query;
    std::vector<std::uint32_t> m_nodes;
    std::set<std::uint32_t> m_rows;
};

} // namespace bindlab
