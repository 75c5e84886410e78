#include "exported.h"

#include "report/diagrams.h"
#include "report/svg.h"
#include "report/text.h"
#include "viewmodels/map/map_drawing.h"

namespace bindlab {

namespace {

QString mapAsSvg(const Run& run, const MapViewModel& map, const QVariantMap& inks)
{
    const QString scope = QString::fromStdString(toText(run.trace().selection));
    SvgPicture picture(map.width(), map.height(), inks, QObject::tr("System map after step %1 of %2").arg(run.position()).arg(scope));
    drawMap(picture, map);
    return picture.finish();
}

} // namespace

QString exportedRun(const QString& format, const Run& run, const Library& library, const MapViewModel& map, const QVariantMap& inks)
{
    if (format == QLatin1String("svg"))
        return mapAsSvg(run, map, inks);
    if (format == QLatin1String("lanes"))
        return QString::fromStdString(lanesAsSvg(run, library));
    if (format == QLatin1String("json"))
        return QString::fromStdString(toJson(run.trace()));
    if (format == QLatin1String("mermaid"))
        return QString::fromStdString(sequenceDiagram(run, Dialect::Mermaid));
    if (format == QLatin1String("plantuml"))
        return QString::fromStdString(sequenceDiagram(run, Dialect::PlantUml));
    return QString::fromStdString(runAsText(run, library));
}

QString exportedChart(const QString& format, const Machine& machine)
{
    if (format == QLatin1String("svg"))
        return QString::fromStdString(chartAsSvg(machine));
    if (format == QLatin1String("mermaid"))
        return QString::fromStdString(stateDiagram(machine, Dialect::Mermaid));
    if (format == QLatin1String("plantuml"))
        return QString::fromStdString(stateDiagram(machine, Dialect::PlantUml));
    return QString::fromStdString(machineAsText(machine));
}

} // namespace bindlab
