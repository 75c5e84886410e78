#pragma once

#include "flow/library.h"

#include <QString>

namespace bindlab {

/// A selection with one of its names changed. Another design begins without the patches of the old one.

[[nodiscard]] inline Selection withDesign(Selection selection, const QString& design)
{
    selection.design = design.toStdString();
    selection.patches.clear();
    return selection;
}

[[nodiscard]] inline Selection withScenario(Selection selection, const QString& scenario)
{
    selection.scenario = scenario.toStdString();
    return selection;
}

[[nodiscard]] inline Selection withPlatform(Selection selection, const QString& platform)
{
    selection.platform = platform.toStdString();
    return selection;
}

} // namespace bindlab
