#include "device_sources.h"

#include "device_view_model.h"
#include "viewmodels/shared/plain_text.h"

#include "report/run_transcript.h"
#include "world/snapshot.h"

#include <QLatin1String>

namespace bindlab {

QString ownSource() { return QStringLiteral("own"); }

int machineOf(const QString& source) { return source.startsWith(QLatin1String("run ")) ? source.section(QLatin1Char(' '), 1).toInt() : -1; }

std::vector<NamedRow> sourceRows(const WorkbenchViewModel& workbench, int followed)
{
    std::vector<NamedRow> rows{{ownSource(), DeviceViewModel::tr("a device of your own"), DeviceViewModel::tr("Send what you like."), followed < 0}};
    const Run* run = workbench.run();
    if (!run)
        return rows;
    const Snapshot snapshot = look(run->model(), run->stateAt(0));
    for (const int tdi : tdisOf(*run)) {
        const QString object = text(snapshot.objects[std::size_t(snapshot.machines[std::size_t(tdi)].object)].name);
        rows.push_back({QStringLiteral("run %1").arg(tdi), DeviceViewModel::tr("%1 of the run").arg(object),
                        QStringLiteral("%1, %2").arg(workbench.designTitle(), workbench.scenarioTitle()), followed == tdi});
    }
    return rows;
}

} // namespace bindlab
