#pragma once

#include "viewmodels/workbench/workbench_kinds.h"

#include <QObject>
#include <QPolygonF>
#include <QRectF>
#include <QString>

namespace bindlab {

struct LaneRowData {
    Q_GADGET
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString subtitle MEMBER subtitle)
    Q_PROPERTY(QRectF frame MEMBER frame)
    Q_PROPERTY(bool bare MEMBER bare)

public:
    QString title;
    QString subtitle;
    QRectF frame;
    bool bare = false;   ///< nothing in it but its title

    bool operator==(const LaneRowData&) const = default;
};

struct GroupRow {
    Q_GADGET
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QRectF frame MEMBER frame)
    Q_PROPERTY(bool titleRight MEMBER titleRight)

public:
    QString title;
    QRectF frame;
    bool titleRight = false;

    bool operator==(const GroupRow&) const = default;
};

/// One object, as a card or as a file of user space.
struct CardRow {
    Q_GADGET
    Q_PROPERTY(int object MEMBER object)
    Q_PROPERTY(QRectF frame MEMBER frame)
    Q_PROPERTY(bool shown MEMBER shown)
    Q_PROPERTY(bool file MEMBER file)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(int status MEMBER status)
    Q_PROPERTY(QString badge MEMBER badge)
    Q_PROPERTY(bool badgeChanged MEMBER badgeChanged)
    Q_PROPERTY(QString stateWord MEMBER stateWord)
    Q_PROPERTY(bool stateRow MEMBER stateRow)
    Q_PROPERTY(int trackLength MEMBER trackLength)
    Q_PROPERTY(int trackCurrent MEMBER trackCurrent)
    Q_PROPERTY(int caller MEMBER caller)
    Q_PROPERTY(QString call MEMBER call)
    Q_PROPERTY(int touchedBy MEMBER touchedBy)
    Q_PROPERTY(bool primary MEMBER primary)
    Q_PROPERTY(QString details MEMBER details)
    Q_PROPERTY(QString meaning MEMBER meaning)
    Q_PROPERTY(QString description MEMBER description)

public:
    int object = 0;
    QRectF frame;
    bool shown = false;
    bool file = false;
    QString name;
    int status = kinds::Absent;   ///< one of kinds::Status
    QString badge;            ///< the counter that keeps it alive, "2"; empty when it has none
    bool badgeChanged = false;
    QString stateWord;        ///< "destroying", "freed", "bound: true"
    bool stateRow = false;
    int trackLength = 0;      ///< states of its machine; 0 without one
    int trackCurrent = 0;
    int caller = -1;          ///< thread whose call goes through this file
    QString call;
    int touchedBy = -1;       ///< thread whose last step touched it
    bool primary = false;     ///< what the last step was about
    QString details;          ///< everything it holds, a line each
    QString meaning;          ///< what the glossary says of its kind; empty when it says nothing
    QString description;      ///< for screen readers

    bool operator==(const CardRow&) const = default;
};

struct LockRow {
    Q_GADGET
    Q_PROPERTY(int lock MEMBER lock)
    Q_PROPERTY(QRectF frame MEMBER frame)
    Q_PROPERTY(bool shown MEMBER shown)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(int holder MEMBER holder)
    Q_PROPERTY(bool reading MEMBER reading)
    Q_PROPERTY(bool waitedFor MEMBER waitedFor)
    Q_PROPERTY(bool inFreed MEMBER inFreed)
    Q_PROPERTY(bool primary MEMBER primary)
    Q_PROPERTY(QString description MEMBER description)
    Q_PROPERTY(QString meaning MEMBER meaning)

public:
    int lock = 0;
    QRectF frame;
    bool shown = false;
    QString name;
    int holder = -1;       ///< thread; of several readers the first
    bool reading = false;  ///< held for reading only
    bool waitedFor = false;
    bool inFreed = false;  ///< lies in freed memory
    bool primary = false;
    QString description;
    QString meaning;       ///< as CardRow::meaning

    bool operator==(const LockRow&) const = default;
};

/// Name and note of a chart.
struct ChartTitleRow {
    Q_GADGET
    Q_PROPERTY(QString label MEMBER label)
    Q_PROPERTY(QRectF labelFrame MEMBER labelFrame)
    Q_PROPERTY(QString note MEMBER note)
    Q_PROPERTY(QRectF noteFrame MEMBER noteFrame)
    Q_PROPERTY(QString description MEMBER description)
    Q_PROPERTY(QString meaning MEMBER meaning)
    Q_PROPERTY(QRectF frame MEMBER frame)

public:
    QString label;
    QRectF labelFrame;
    QString note;
    QRectF noteFrame;
    QString description;
    QString meaning;     ///< as CardRow::meaning
    QRectF frame;
    QString value;       ///< what changesOf() knows the machine by

    bool operator==(const ChartTitleRow&) const = default;
};

struct PillRow {
    Q_GADGET
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString meaning MEMBER meaning)
    Q_PROPERTY(QRectF frame MEMBER frame)
    Q_PROPERTY(bool code MEMBER code)
    Q_PROPERTY(bool current MEMBER current)
    Q_PROPERTY(bool mishap MEMBER mishap)
    Q_PROPERTY(bool primary MEMBER primary)

public:
    QString name;
    QString meaning;
    QRectF frame;
    bool code = false;     ///< set in the code font
    bool current = false;
    bool mishap = false;
    bool primary = false;  ///< the last step led here

    bool operator==(const PillRow&) const = default;
};

/// A line of the map, with its head and its label.
struct EdgeRow {
    Q_GADGET
    Q_PROPERTY(int kind MEMBER kind)
    Q_PROPERTY(int thread MEMBER thread)
    Q_PROPERTY(QString path READ path)
    Q_PROPERTY(QString headPath READ headPath)
    Q_PROPERTY(QRectF frame READ frame)
    Q_PROPERTY(QString label MEMBER label)
    Q_PROPERTY(QRectF labelFrame MEMBER labelFrame)

public:
    int kind = kinds::Link;   ///< one of kinds::Edge
    int thread = -1;     ///< whose ink it has; -1 for none
    QPolygonF line;
    QPolygonF head;      ///< a triangle, or nothing
    QString label;
    QRectF labelFrame;   ///< empty when there is no room for it

    /// As a view's path wants them: "M 0 0 L 10 0".
    [[nodiscard]] QString path() const;
    [[nodiscard]] QString headPath() const { return pathOf(head); }
    [[nodiscard]] QRectF frame() const { return line.boundingRect().united(head.boundingRect()); }

    bool operator==(const EdgeRow&) const = default;

private:
    [[nodiscard]] static QString pathOf(const QPolygonF& points);
};

} // namespace bindlab
