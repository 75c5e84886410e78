#include "states_looks.h"

#include "machines/tdi.h"

namespace bindlab::looks {

int lookOf(const StatesScene::Node& node, Show show)
{
    switch (show) {
    case Outcome:
        if (node.kind == GraphFacts::Kind::After)
            return After;
        return node.outcome == GraphFacts::Outcome::Holds ? Holds : node.outcome == GraphFacts::Outcome::Either ? Either : NoWayBack;
    case Locks: return node.holder == -1 ? NoLock : node.holder < 0 ? SeveralLocks : Held + node.holder;
    case Lifetime: break;
    }
    if (node.tdi < 0)
        return Plain;
    switch (TdiState(node.tdi)) {
    case TdiState::ConfigUnlocked: return Unbound;
    case TdiState::ConfigLocked: return Locked;
    case TdiState::Run: return Run;
    case TdiState::Error: return Error;
    }
    return Plain;
}

Look markOf(const StatesScene::Node& node)
{
    if (node.kind == GraphFacts::Kind::Fails)
        return Violation;
    if (node.kind == GraphFacts::Kind::Safe)
        return SafeEnd;
    if (node.isDeadEnd)
        return DeadEnd;
    return node.kind == GraphFacts::Kind::After ? After : Plain;
}

} // namespace bindlab::looks
