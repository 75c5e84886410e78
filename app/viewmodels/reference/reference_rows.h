#pragma once

#include "viewmodels/shared/struct_list_model.h"

#include <QObject>
#include <QRectF>
#include <QString>

namespace bindlab {

/// A term of the glossary.
struct TermRow {
    Q_GADGET
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString otherNames MEMBER otherNames)
    Q_PROPERTY(QString place MEMBER place)
    Q_PROPERTY(QString html MEMBER html)
    Q_PROPERTY(QString spoken MEMBER spoken)

public:
    QString name;
    QString otherNames;     ///< "TVM, TD"; may be empty
    QString place;          ///< where it lives
    QString html;           ///< what it means, other terms as links
    QString spoken;

    bool operator==(const TermRow&) const = default;
};

/// A place that uses a term or cites a source.
struct ReferenceLinkRow {
    Q_GADGET
    Q_PROPERTY(QString target MEMBER target)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString note MEMBER note)
    Q_PROPERTY(bool indented MEMBER indented)

public:
    QString target;         ///< as AppViewModel::trigger() has it; empty: nowhere to go to
    QString title;
    QString note;           ///< may be empty
    bool indented = false;  ///< a page, below its lesson

    bool operator==(const ReferenceLinkRow&) const = default;
};

/// A machine that has a sheet.
struct SheetRow {
    Q_GADGET
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString component MEMBER component)

public:
    QString name;           ///< "Tdi"
    QString title;          ///< "TDISP interface"
    QString component;      ///< as the map calls its lane

    bool operator==(const SheetRow&) const = default;
};

/// A state of the chart; lengths in pixels at a text scale of 1.
struct SheetStateRow {
    Q_GADGET
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString meaning MEMBER meaning)
    Q_PROPERTY(QRectF frame MEMBER frame)
    Q_PROPERTY(bool initial MEMBER initial)

public:
    QString name;
    QString meaning;
    QRectF frame;
    bool initial = false;

    bool operator==(const SheetStateRow&) const = default;
};

/// All ways from one state to another, as one arrow.
struct SheetArrowRow {
    Q_GADGET
    Q_PROPERTY(QString path MEMBER path)
    Q_PROPERTY(QString head MEMBER head)
    Q_PROPERTY(QString label MEMBER label)
    Q_PROPERTY(QPointF labelCentre MEMBER labelCentre)
    Q_PROPERTY(QRectF frame MEMBER frame)
    Q_PROPERTY(QString meaning MEMBER meaning)

public:
    QString path;           ///< SVG
    QString head;           ///< of the arrow, SVG
    QString label;          ///< a line for each event
    QPointF labelCentre;
    QRectF frame;           ///< of the arrow, not much larger than it
    QString meaning;        ///< events, guards and actions in full

    bool operator==(const SheetArrowRow&) const = default;
};

/// A row of the transition table.
struct TransitionRow {
    Q_GADGET
    Q_PROPERTY(QString from MEMBER from)
    Q_PROPERTY(QString event MEMBER event)
    Q_PROPERTY(QString to MEMBER to)
    Q_PROPERTY(QString guard MEMBER guard)
    Q_PROPERTY(QString action MEMBER action)
    Q_PROPERTY(bool firstOfState MEMBER firstOfState)
    Q_PROPERTY(QString spoken MEMBER spoken)

public:
    QString from;
    QString event;
    QString to;
    QString guard;          ///< empty when there is none
    QString action;
    bool firstOfState = false;
    QString spoken;

    bool operator==(const TransitionRow&) const = default;
};

/// What a machine refuses.
struct RefusalRow {
    Q_GADGET
    Q_PROPERTY(QString event MEMBER event)
    Q_PROPERTY(QString states MEMBER states)
    Q_PROPERTY(QString answer MEMBER answer)
    Q_PROPERTY(QString reason MEMBER reason)
    Q_PROPERTY(QString spoken MEMBER spoken)

public:
    QString event;
    QString states;
    QString answer;         ///< "-EBUSY", "INVALID_NONCE"
    QString reason;
    QString spoken;

    bool operator==(const RefusalRow&) const = default;
};

/// A mail, specification or tree.
struct SourceRow {
    Q_GADGET
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString author MEMBER author)
    Q_PROPERTY(QString date MEMBER date)
    Q_PROPERTY(QString group MEMBER group)
    Q_PROPERTY(QString spoken MEMBER spoken)

public:
    QString title;
    QString author;
    QString date;
    QString group;          ///< mails, or the rest
    QString spoken;

    bool operator==(const SourceRow&) const = default;
};

} // namespace bindlab
