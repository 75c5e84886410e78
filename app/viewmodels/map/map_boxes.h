#pragma once

#include "map_layout.h"
#include "map_rows.h"
#include "map_step.h"

#include <QCoreApplication>
#include <QStringList>

#include <vector>

namespace bindlab {

/// What the boxes of the map say in one state: cards and files, locks, charts.
class MapBoxes {
    Q_DECLARE_TR_FUNCTIONS(MapBoxes)

public:
    /// `last` is the step that led here from the state `before`.
    MapBoxes(const Snapshot& now, const Snapshot& before, const MapLayout& layout, const MapStep& last)
        : m_now(now), m_before(before), m_layout(layout), m_last(last) {}

    [[nodiscard]] std::vector<CardRow> cards() const;
    [[nodiscard]] std::vector<LockRow> locks() const;
    [[nodiscard]] std::vector<ChartTitleRow> chartTitles() const;
    [[nodiscard]] std::vector<PillRow> pills() const;

private:
    [[nodiscard]] CardRow cardOf(int index) const;
    /// The counter that keeps it alive, and its state.
    void fillState(CardRow& row) const;
    /// The call that goes through a file.
    void fillCall(CardRow& row) const;
    /// What it says to a pointer that rests on it, and to a screen reader.
    void fillDetails(CardRow& row) const;
    [[nodiscard]] static QString valueWords(const ValueView& value);
    [[nodiscard]] LockRow lockOf(int index) const;
    [[nodiscard]] ChartTitleRow chartTitleOf(int machine) const;

    const Snapshot& m_now;
    const Snapshot& m_before;
    const MapLayout& m_layout;
    const MapStep& m_last;
};

} // namespace bindlab
