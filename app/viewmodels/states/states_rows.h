#pragma once

#include "viewmodels/shared/struct_list_model.h"

#include <QObject>
#include <QString>

namespace bindlab {

/// A thread of the state that is shown.
struct StateThreadRow {
    Q_GADGET
    Q_PROPERTY(int thread MEMBER thread)
    Q_PROPERTY(QString step MEMBER step)
    Q_PROPERTY(QString status MEMBER status)
    Q_PROPERTY(bool ready MEMBER ready)
    Q_PROPERTY(bool blocked MEMBER blocked)
    Q_PROPERTY(QString spoken MEMBER spoken)

public:
    int thread = 0;        ///< from 0
    QString step;          ///< "take v.mutex"
    QString status;        ///< "may move", "held by T1"
    bool ready = false;
    bool blocked = false;  ///< by a lock
    QString spoken;

    bool operator==(const StateThreadRow&) const = default;
};

struct StateLockRow {
    Q_GADGET
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(int holder MEMBER holder)
    Q_PROPERTY(QString held MEMBER held)
    Q_PROPERTY(QString waiting MEMBER waiting)

public:
    QString name;
    int holder = -1;       ///< thread; -1: free
    QString held;          ///< "T1", "free"
    QString waiting;       ///< "T3 waits", or empty

    bool operator==(const StateLockRow&) const = default;
};

/// Something of an object that is not the same in every state.
struct StateValueRow {
    Q_GADGET
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString value MEMBER value)
    Q_PROPERTY(bool bad MEMBER bad)

public:
    QString name;
    QString value;
    bool bad = false;      ///< it is freed, or names what is

    bool operator==(const StateValueRow&) const = default;
};

/// A step that can be taken, and what it leads to.
struct StateNextRow {
    Q_GADGET
    Q_PROPERTY(int thread MEMBER thread)
    Q_PROPERTY(QString label MEMBER label)
    Q_PROPERTY(QString target MEMBER target)
    Q_PROPERTY(int node MEMBER node)
    Q_PROPERTY(int failing MEMBER failing)
    Q_PROPERTY(int safe MEMBER safe)
    Q_PROPERTY(QString ends MEMBER ends)
    Q_PROPERTY(QString spoken MEMBER spoken)

public:
    int thread = 0;
    QString label;         ///< "take v.mutex"
    QString target;        ///< "State 102"
    int node = 0;
    int failing = 0;       ///< ends that runs behind it come to
    int safe = 0;
    QString ends;          ///< "2 failing ends, 1 safe"
    QString spoken;

    bool operator==(const StateNextRow&) const = default;
};

/// A step of the run that is shown below.
struct StatePathRow {
    Q_GADGET
    Q_PROPERTY(int step MEMBER step)
    Q_PROPERTY(int thread MEMBER thread)
    Q_PROPERTY(QString label MEMBER label)
    Q_PROPERTY(bool current MEMBER current)
    Q_PROPERTY(bool ahead MEMBER ahead)
    Q_PROPERTY(bool fails MEMBER fails)
    Q_PROPERTY(QString spoken MEMBER spoken)

public:
    int step = 0;          ///< from 1
    int thread = 0;
    QString label;
    bool current = false;  ///< the last that is taken
    bool ahead = false;
    bool fails = false;    ///< breaks something
    QString spoken;        ///< its sentence

    bool operator==(const StatePathRow&) const = default;
};

/// A word about the state that is shown.
struct StateChipRow {
    Q_GADGET
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(int mood MEMBER mood)

public:
    QString text;          ///< "on the failing path"
    int mood = 0;          ///< 0: neither, 1: good, 2: bad

    bool operator==(const StateChipRow&) const = default;
};

/// How a kind of node is drawn.
struct StateLegendRow {
    Q_GADGET
    Q_PROPERTY(int look MEMBER look)
    Q_PROPERTY(QString text MEMBER text)

public:
    int look = 0;          ///< StatesViewModel::Look
    QString text;

    bool operator==(const StateLegendRow&) const = default;
};

} // namespace bindlab
