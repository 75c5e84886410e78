#pragma once

#include "device_rows.h"

#include "machines/tdi.h"

#include <QSizeF>

#include <optional>
#include <vector>

namespace bindlab {

/// The chart of the TDI machine: states where a reader expects them, one arrow for all events between the same two states.
/// Which arrows there are, and what stands at them, is read off the machine; only where they run is said here.
[[nodiscard]] QSizeF deviceChartSize();
/// `previewed` is the state that the hovered action leads to, if there is one.
[[nodiscard]] std::vector<DeviceStateRow> deviceChartStates(TdiState current, std::optional<TdiState> previewed);
[[nodiscard]] std::vector<DeviceArrowRow> deviceChartArrows(TdiState current, std::optional<TdiState> previewed);

} // namespace bindlab
