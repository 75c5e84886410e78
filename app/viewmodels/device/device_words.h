#pragma once

#include <QCoreApplication>

namespace bindlab {

/// For what is said of the device outside of the view model.
struct DeviceWords {
    Q_DECLARE_TR_FUNCTIONS(DeviceViewModel)
};

} // namespace bindlab
