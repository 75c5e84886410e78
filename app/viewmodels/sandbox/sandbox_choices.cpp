#include "sandbox_choices.h"

#include "viewmodels/shared/kept_file.h"
#include "viewmodels/shared/plain_text.h"

namespace bindlab {

SandboxChoices::SandboxChoices(const QString& folder, QString& trouble) {
    if (!folder.isEmpty())
        m_settings = openSettings(folder + QStringLiteral("/choices.ini"), trouble);
}

QString SandboxChoices::lastOpen() const { return m_settings ? m_settings->value(QStringLiteral("open")).toString() : QString(); }

Selection SandboxChoices::of(const QString& name) const {
    Selection selection;
    if (m_settings) {
        selection.design = m_settings->value(name + QStringLiteral("/design")).toString().toStdString();
        selection.scenario = m_settings->value(name + QStringLiteral("/scenario")).toString().toStdString();
        selection.platform = m_settings->value(name + QStringLiteral("/platform"), QStringLiteral("tdx")).toString().toStdString();
    }
    return selection;
}

void SandboxChoices::keep(const QString& name, const Selection& selection) {
    if (!m_settings || name.isEmpty())
        return;
    m_settings->setValue(QStringLiteral("open"), name);
    m_settings->setValue(name + QStringLiteral("/design"), text(selection.design));
    m_settings->setValue(name + QStringLiteral("/scenario"), text(selection.scenario));
    m_settings->setValue(name + QStringLiteral("/platform"), text(selection.platform));
}

} // namespace bindlab
