#pragma once

#include <QString>
#include <QStringList>

namespace bindlab {

class AppSettings;

/// What the reader has chosen to see of the matrix.
struct MatrixView {
    QString platform;
    QString base;               ///< the design that combinations are made of
    QStringList flipped;        ///< DesignSwitch::id
    QStringList hiddenGroups;   ///< of scenarios
    bool hideFailing = false;
    bool hideEqual = false;
    bool operator==(const MatrixView&) const = default;
};

/// Whatever stands in the file; who takes it looks whether there is such a thing.
[[nodiscard]] MatrixView rememberedView(const AppSettings& settings);
void rememberView(const MatrixView& view, AppSettings& settings);

} // namespace bindlab
