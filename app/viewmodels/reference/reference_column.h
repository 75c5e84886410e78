#pragma once

#include "viewmodels/shared/struct_list_model.h"
#include "viewmodels/shared/words.h"

#include <algorithm>

namespace bindlab {

/// A column of the reference: those of its entries that a search finds, one of which is chosen.
template <typename Row>
class ReferenceColumn : public StructListModel<Row> {
public:
    struct Entry {
        Row row;
        QString name;   ///< what it is called; who has the searched words there is chosen first
        QString text;   ///< where else they may stand
    };

    using StructListModel<Row>::StructListModel;

    /// All of them; what was chosen stays so when there is as much.
    void setEntries(std::vector<Entry> entries)
    {
        m_entries = std::move(entries);
        find({});
    }

    void find(const QStringList& words)
    {
        m_found.clear();
        std::vector<Row> rows;
        for (std::size_t i = 0; i < m_entries.size(); ++i)
            if (hasAll(m_entries[i].name + QLatin1Char(' ') + m_entries[i].text, words)) {
                m_found.push_back(int(i));
                rows.push_back(m_entries[i].row);
            }
        const auto named = std::ranges::find_if(m_found, [&](int entry) { return hasAll(m_entries[std::size_t(entry)].name, words); });
        if (row() < 0 && !m_found.empty())
            m_chosen = named == m_found.end() ? m_found.front() : *named;
        this->assign(std::move(rows));
    }

    /// Of the chosen entry, among the rows; -1 when none was found.
    [[nodiscard]] int row() const
    {
        const auto at = std::ranges::find(m_found, m_chosen);
        return at == m_found.end() ? -1 : int(at - m_found.begin());
    }
    /// Index of the chosen one among all entries; -1 when none was found.
    [[nodiscard]] int chosen() const { return row() < 0 ? -1 : m_chosen; }
    [[nodiscard]] int entryCount() const { return int(m_entries.size()); }

    void chooseRow(int row)
    {
        if (row >= 0 && row < int(m_found.size()))
            m_chosen = m_found[std::size_t(row)];
    }
    /// By name, in any case; whether there is one of that name.
    bool choose(const QString& name)
    {
        const auto at = std::ranges::find_if(m_entries, [&](const Entry& entry) { return entry.name.compare(name, Qt::CaseInsensitive) == 0; });
        if (at == m_entries.end())
            return false;
        m_chosen = int(at - m_entries.begin());
        return true;
    }

private:
    std::vector<Entry> m_entries;
    std::vector<int> m_found;   ///< indices of entries, in their order
    int m_chosen = 0;
};

} // namespace bindlab
