#pragma once

#include "viewmodels/workbench/workbench_rows.h"
#include "viewmodels/workbench/workbench_view_model.h"

#include <QString>

#include <vector>

namespace bindlab {

/// The devices that can be looked at: one's own, and the TDIs of the workbench's run. `followed` is the machine of the one that is,
/// -1: one's own.
[[nodiscard]] std::vector<NamedRow> sourceRows(const WorkbenchViewModel& workbench, int followed);
/// NamedRow::key of one's own.
[[nodiscard]] QString ownSource();
/// The machine of the run that a key names; -1: one's own.
[[nodiscard]] int machineOf(const QString& source);

} // namespace bindlab
