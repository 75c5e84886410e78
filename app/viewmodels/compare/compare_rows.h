#pragma once

#include "viewmodels/shared/struct_list_model.h"

#include <QObject>
#include <QRectF>
#include <QString>

namespace bindlab {

/// One step of both runs.
struct CompareStepRow {
    Q_GADGET
    Q_PROPERTY(int step MEMBER step)
    Q_PROPERTY(bool current MEMBER current)
    Q_PROPERTY(bool split MEMBER split)
    Q_PROPERTY(int firstThread MEMBER firstThread)
    Q_PROPERTY(QString firstLabel MEMBER firstLabel)
    Q_PROPERTY(QString firstSentence MEMBER firstSentence)
    Q_PROPERTY(bool firstFails MEMBER firstFails)
    Q_PROPERTY(QString firstForced MEMBER firstForced)
    Q_PROPERTY(int secondThread MEMBER secondThread)
    Q_PROPERTY(QString secondLabel MEMBER secondLabel)
    Q_PROPERTY(QString secondSentence MEMBER secondSentence)
    Q_PROPERTY(bool secondFails MEMBER secondFails)
    Q_PROPERTY(QString secondForced MEMBER secondForced)
    Q_PROPERTY(QString spoken MEMBER spoken)

public:
    int step = 0;             ///< from 1
    bool current = false;     ///< the last that is taken
    bool split = false;       ///< here they part
    int firstThread = -1;     ///< from 0; -1: that side has ended
    QString firstLabel;       ///< "take mutex"
    QString firstSentence;
    bool firstFails = false;  ///< breaks a property
    QString firstForced;      ///< why not the picked thread; empty when it was
    int secondThread = -1;
    QString secondLabel;
    QString secondSentence;
    bool secondFails = false;
    QString secondForced;
    QString spoken;

    bool operator==(const CompareStepRow&) const = default;
};

/// A line of the patch between them, or the head of a flow.
struct DiffRow {
    Q_GADGET
    Q_PROPERTY(int kind MEMBER kind)
    Q_PROPERTY(QString first MEMBER first)
    Q_PROPERTY(QString second MEMBER second)
    Q_PROPERTY(QString code MEMBER code)
    Q_PROPERTY(QString markup MEMBER markup)
    Q_PROPERTY(QString patch MEMBER patch)

public:
    int kind = 0;        ///< CompareViewModel::DiffKind
    QString first;       ///< line numbers; empty where a side has no such line
    QString second;
    QString code;        ///< indentation kept; of a head the signature
    QString markup;
    QString patch;       ///< that brought it; of a head empty

    bool operator==(const DiffRow&) const = default;
};

/// What the two say of one property.
struct CompareVerdictRow {
    Q_GADGET
    Q_PROPERTY(QString property MEMBER property)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(bool differs MEMBER differs)
    Q_PROPERTY(int firstKind MEMBER firstKind)
    Q_PROPERTY(QString firstText MEMBER firstText)
    Q_PROPERTY(int secondKind MEMBER secondKind)
    Q_PROPERTY(QString secondText MEMBER secondText)
    Q_PROPERTY(QString spoken MEMBER spoken)

public:
    QString property;    ///< "I3"
    QString title;       ///< what must hold
    bool differs = false;
    int firstKind = 0;   ///< MatrixViewModel::CellKind
    QString firstText;   ///< "11 steps", "46 902 states"
    int secondKind = 0;
    QString secondText;
    QString spoken;

    bool operator==(const CompareVerdictRow&) const = default;
};

/// A patch that only one side has, and where it was proposed.
struct ComparePatchRow {
    Q_GADGET
    Q_PROPERTY(int side MEMBER side)
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString source MEMBER source)

public:
    int side = 0;
    QString key;
    QString title;
    QString source;      ///< author, date: subject

    bool operator==(const ComparePatchRow&) const = default;
};

/// A patch that may be added to a side or taken from it.
struct ChoiceOfPatchRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString choice MEMBER choice)
    Q_PROPERTY(bool first MEMBER first)
    Q_PROPERTY(bool second MEMBER second)

public:
    QString key;
    QString title;
    QString choice;      ///< the question it answers
    bool first = false;  ///< the first side has it
    bool second = false;

    bool operator==(const ChoiceOfPatchRow&) const = default;
};

/// Something that the two states do not say alike.
struct StateDifferenceRow {
    Q_GADGET
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString first MEMBER first)
    Q_PROPERTY(QString second MEMBER second)

public:
    QString name;        ///< "vdev.users"
    QString first;       ///< a dash where a side has no such thing
    QString second;

    bool operator==(const StateDifferenceRow&) const = default;
};

/// What the second side says of a box on the first side's map.
struct OverlayMark {
    Q_GADGET
    Q_PROPERTY(QRectF frame MEMBER frame)
    Q_PROPERTY(QString text MEMBER text)

public:
    QRectF frame;        ///< of the box, as the map has it
    QString text;        ///< "users 2, RUN"

    bool operator==(const OverlayMark&) const = default;
};

} // namespace bindlab
