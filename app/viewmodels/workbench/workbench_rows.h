#pragma once

#include "viewmodels/shared/struct_list_model.h"

#include <QObject>
#include <QString>

namespace bindlab {

/// Something that can be picked from a list.
struct NamedRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString note MEMBER note)
    Q_PROPERTY(bool current MEMBER current)

public:
    QString key;      ///< what the model calls it, "D3a"
    QString title;
    QString note;     ///< where it comes from: author, date
    bool current = false;

    bool operator==(const NamedRow&) const = default;
};

/// One thing that may be done next.
struct ChoiceRow {
    Q_GADGET
    Q_PROPERTY(int thread MEMBER thread)
    Q_PROPERTY(int choice MEMBER choice)
    Q_PROPERTY(QString threadName MEMBER threadName)
    Q_PROPERTY(QString label MEMBER label)
    Q_PROPERTY(QString statement MEMBER statement)
    Q_PROPERTY(QString reason MEMBER reason)
    Q_PROPERTY(bool ready MEMBER ready)
    Q_PROPERTY(bool only MEMBER only)

public:
    int thread = 0;       ///< from 0
    int choice = 0;
    QString threadName;   ///< "T1"
    QString label;        ///< "take mutex"
    QString statement;    ///< "lock(v.mutex);"
    QString reason;       ///< why it cannot be done now, or empty
    bool ready = false;
    bool only = false;    ///< nothing else can be done

    bool operator==(const ChoiceRow&) const = default;
};

} // namespace bindlab
