#pragma once

#include <QMetaType>
#include <QString>

namespace bindlab {

/// A page of the open lesson, as the list of steps shows it.
struct PageRow {
    Q_GADGET
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(bool done MEMBER done)
    Q_PROPERTY(bool current MEMBER current)

public:
    QString title;
    bool done = false;
    bool current = false;
    bool operator==(const PageRow&) const = default;
};

} // namespace bindlab
