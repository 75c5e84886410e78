#pragma once

#include <QCoreApplication>

namespace bindlab {

/// For what is said of the states outside of the view model.
struct StatesWords {
    Q_DECLARE_TR_FUNCTIONS(StatesViewModel)
};

} // namespace bindlab
