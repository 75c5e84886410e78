#pragma once

#include "viewmodels/shared/struct_list_model.h"

#include <QObject>
#include <QString>

namespace bindlab {

/// A design: a row of the heatmap.
struct MatrixDesignRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString label MEMBER label)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString source MEMBER source)
    Q_PROPERTY(QString fails MEMBER fails)
    Q_PROPERTY(bool clean MEMBER clean)

public:
    QString key;            ///< "D3a", or with patches "D6 +serialise-bind"
    QString label;          ///< the design alone
    QString title;          ///< of a combination its patches
    QString source;         ///< author, date: subject
    QString fails;          ///< how many scenarios it fails; "none"; empty while some are pending
    bool clean = false;     ///< none, and nothing is pending

    bool operator==(const MatrixDesignRow&) const = default;
};

/// A scenario: a column.
struct MatrixScenarioRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString group MEMBER group)
    Q_PROPERTY(int span MEMBER span)
    Q_PROPERTY(int gaps MEMBER gaps)

public:
    QString key;            ///< "S3"
    QString name;           ///< "unbind vs destroy"
    QString title;          ///< one sentence
    QString group;          ///< what it tests
    int span = 0;           ///< of the first of a group: how many columns the group has; of the others 0
    int gaps = 0;           ///< groups that end before this column

    bool operator==(const MatrixScenarioRow&) const = default;
};

/// One cell, by design, then scenario.
struct HeatCell {
    Q_GADGET
    Q_PROPERTY(int row MEMBER row)
    Q_PROPERTY(int column MEMBER column)
    Q_PROPERTY(int gaps MEMBER gaps)
    Q_PROPERTY(int kind MEMBER kind)
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(QString spoken MEMBER spoken)

public:
    int row = 0;
    int column = 0;
    int gaps = 0;           ///< groups that end before its column
    int kind = 0;           ///< MatrixViewModel::CellKind
    QString text;           ///< "11": steps of the shortest failure
    QString spoken;         ///< "D3a in S3, fails after 11 steps"

    bool operator==(const HeatCell&) const = default;
};

/// A choice that the combinations are made of.
struct SwitchRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString choice MEMBER choice)
    Q_PROPERTY(bool had MEMBER had)
    Q_PROPERTY(bool current MEMBER current)
    Q_PROPERTY(bool possible MEMBER possible)

public:
    QString key;            ///< DesignSwitch::id
    QString title;
    QString choice;         ///< the question it answers
    bool had = false;       ///< the base has it, so that flipped it is missing
    bool current = false;   ///< it is flipped in half of the combinations
    bool possible = true;   ///< there is room for it among the rows

    bool operator==(const SwitchRow&) const = default;
};

/// A piece of the failing run: one thread's steps in a row.
struct SequenceRow {
    Q_GADGET
    Q_PROPERTY(int thread MEMBER thread)
    Q_PROPERTY(int first MEMBER first)
    Q_PROPERTY(int last MEMBER last)
    Q_PROPERTY(bool breaks MEMBER breaks)

public:
    int thread = 0;         ///< from 0
    int first = 0;          ///< steps, from 1
    int last = 0;
    bool breaks = false;    ///< its last step is the one that breaks it

    bool operator==(const SequenceRow&) const = default;
};

} // namespace bindlab
