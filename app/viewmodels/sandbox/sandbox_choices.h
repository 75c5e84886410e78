#pragma once

#include "flow/library.h"

#include <QSettings>
#include <QString>

#include <memory>

namespace bindlab {

/// Which text was open last, and what was chosen for each: design, scenario and platform. Kept in a file.
class SandboxChoices {
public:
    /// Without a folder nothing is kept. `trouble` says in one sentence what is wrong with the file, if anything is.
    SandboxChoices(const QString& folder, QString& trouble);

    /// Empty: none.
    [[nodiscard]] QString lastOpen() const;
    [[nodiscard]] Selection of(const QString& name) const;
    /// `name` is the text that is open.
    void keep(const QString& name, const Selection& selection);

private:
    std::unique_ptr<QSettings> m_settings;
};

} // namespace bindlab
