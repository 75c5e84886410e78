#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

/// What the rows of the workbench's lists may be, by the names QML uses: Kinds.Wait.
namespace bindlab::kinds {

Q_NAMESPACE
QML_NAMED_ELEMENT(Kinds)

/// A line of the map.
enum Edge {
    Link,      ///< a pointer that is set for good, or guarded by nothing
    Pointer,   ///< one that a lock guards
    Fresh,     ///< set by the last step
    Cleared,   ///< cleared by the last step
    Dangling,  ///< names a freed object
    Guard,     ///< from a lock to what it guards
    Touch,     ///< from a file to what its thread is at
    Wait,      ///< from where a thread is to the lock it waits for
    Message,   ///< an event that the last step fired
    Forward,   ///< of a chart: to the next state
    Back,      ///< of a chart: to an earlier one
    Mishap     ///< of a chart: into a state nobody wants
};
Q_ENUM_NS(Edge)

/// As ObjectStatus.
enum Status { Absent, Private, Live, Unlinked, Freed };
Q_ENUM_NS(Status)

/// A row of the timeline.
enum Row { ThreadRow, LockRow, MachineRow };
Q_ENUM_NS(Row)

} // namespace bindlab::kinds
