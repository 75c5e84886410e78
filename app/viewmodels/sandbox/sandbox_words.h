#pragma once

#include <QCoreApplication>

namespace bindlab {

/// For what is said of the sandbox outside of the view model.
struct SandboxWords {
    Q_DECLARE_TR_FUNCTIONS(sandbox)
};

} // namespace bindlab
