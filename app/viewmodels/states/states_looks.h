#pragma once

#include "states_scene.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

/// How states are drawn, by the names QML uses: StateLooks.Run.
namespace bindlab::looks {

Q_NAMESPACE
QML_NAMED_ELEMENT(StateLooks)

/// What the colour of a node tells.
enum Show { Lifetime, Locks, Outcome };
Q_ENUM_NS(Show)

enum Look {
    Plain,          ///< nothing is known of it: the model has no TDI
    Unbound,        ///< the TDI is in CONFIG_UNLOCKED
    Locked,
    Run,
    Error,
    Freed,          ///< an object is freed; drawn over the others, dashed
    NoLock,
    SeveralLocks,   ///< more than one thread holds a lock
    Holds,          ///< every run from here holds
    Either,
    NoWayBack,      ///< every run from here fails
    After,          ///< every run that comes here has failed before
    Violation,      ///< a run fails here
    SafeEnd,
    DeadEnd,
    Held            ///< and behind it one for each thread: it alone holds a lock
};
Q_ENUM_NS(Look)

/// The look of a node's inside.
[[nodiscard]] int lookOf(const StatesScene::Node& node, Show show);
/// The look of what it is in any case: Violation, SafeEnd, DeadEnd, After; Plain when nothing of it.
[[nodiscard]] Look markOf(const StatesScene::Node& node);

} // namespace bindlab::looks
