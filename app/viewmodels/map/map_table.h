#pragma once

#include "world/snapshot.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace bindlab {

/// One object of the map as a line of a table, for who would rather read, or cannot see.
struct MapTableRow {
    Q_GADGET
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString component MEMBER component)
    Q_PROPERTY(QString state MEMBER state)
    Q_PROPERTY(QString values MEMBER values)
    Q_PROPERTY(QString locks MEMBER locks)
    Q_PROPERTY(QString pointers MEMBER pointers)
    Q_PROPERTY(bool freed MEMBER freed)
    Q_PROPERTY(bool dangles MEMBER dangles)
    Q_PROPERTY(QString spoken MEMBER spoken)

public:
    QString name;
    QString component;   ///< "iommufd"
    QString state;       ///< of its life and of its machines: "freed", "CONFIG_LOCKED"
    QString values;      ///< counters first: "users 2, bound true"
    QString locks;       ///< "vdev->mutex held by T1, T2 waits"
    QString pointers;    ///< "vdev -> vdevice"
    bool freed = false;
    bool dangles = false;   ///< one of its pointers names a freed object
    QString spoken;      ///< the line as a sentence

    bool operator==(const MapTableRow&) const = default;
};

/// Every object there is, in the order of the model.
[[nodiscard]] std::vector<MapTableRow> mapTable(const Snapshot& now);

/// Who holds a lock and who waits for it: "vdev->mutex held by T1", "T2 waits".
[[nodiscard]] QStringList lockWords(const Snapshot& now, int lock);

} // namespace bindlab
