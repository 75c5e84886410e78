#pragma once

#include "device_rows.h"

#include <QStringList>

#include <vector>

namespace bindlab {

/// What the host can do to the device: every action of the model, or only the common ones.
[[nodiscard]] std::vector<HostActionRow> hostActionRows(bool all);
/// Heads of the rows, in order.
[[nodiscard]] QStringList groupsOf(const std::vector<HostActionRow>& rows);

} // namespace bindlab
