#pragma once

#include "viewmodels/shared/struct_list_model.h"

#include <QObject>
#include <QRectF>
#include <QString>
#include <QStringList>

namespace bindlab {

/// One line of the history of messages.
struct WireRow {
    Q_GADGET
    Q_PROPERTY(int number MEMBER number)
    Q_PROPERTY(int kind MEMBER kind)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString note MEMBER note)
    Q_PROPERTY(QString code MEMBER code)
    Q_PROPERTY(QString reason MEMBER reason)
    Q_PROPERTY(bool refused MEMBER refused)
    Q_PROPERTY(int section MEMBER section)
    Q_PROPERTY(QString sectionName MEMBER sectionName)

public:
    int number = 0;         ///< of a message, from 1; 0: something else
    int kind = 0;           ///< DeviceViewModel::EntryKind
    QString name;
    QString note;           ///< "36 bytes", "nonce", "2 = RUN"
    QString code;           ///< message type in hex, "83"; empty for what is no message
    QString reason;         ///< of a refusal or of silence
    bool refused = false;
    int section = -1;       ///< state that begins with this line, as TdiState; -1: the state is as before
    QString sectionName;

    bool operator==(const WireRow&) const = default;
};

/// A field of the message that is looked at.
struct FieldRow {
    Q_GADGET
    Q_PROPERTY(QString number MEMBER number)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString value MEMBER value)
    Q_PROPERTY(QString meaning MEMBER meaning)
    Q_PROPERTY(QString place MEMBER place)
    Q_PROPERTY(bool reserved MEMBER reserved)
    Q_PROPERTY(bool hasBits MEMBER hasBits)

public:
    QString number;         ///< "6", as under its bytes
    QString name;
    QString value;
    QString meaning;
    QString place;          ///< "bytes 16 to 17"
    bool reserved = false;
    bool hasBits = false;

    bool operator==(const FieldRow&) const = default;
};

/// One bit of the selected field.
struct BitRow {
    Q_GADGET
    Q_PROPERTY(int bit MEMBER bit)
    Q_PROPERTY(bool set MEMBER set)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString about MEMBER about)

public:
    int bit = 0;
    bool set = false;
    QString name;
    QString about;

    bool operator==(const BitRow&) const = default;
};

/// Bytes of one field that stand in one line of sixteen.
struct SegmentRow {
    Q_GADGET
    Q_PROPERTY(int line MEMBER line)
    Q_PROPERTY(int column MEMBER column)
    Q_PROPERTY(QStringList bytes MEMBER bytes)
    Q_PROPERTY(int field MEMBER field)
    Q_PROPERTY(QString number MEMBER number)
    Q_PROPERTY(bool reserved MEMBER reserved)

public:
    int line = 0;
    int column = 0;
    QStringList bytes;      ///< "3A", upper case
    int field = 0;          ///< row of the list of fields
    QString number;
    bool reserved = false;

    bool operator==(const SegmentRow&) const = default;
};

/// Something the host can do to the device.
struct HostActionRow {
    Q_GADGET
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString label MEMBER label)
    Q_PROPERTY(QString groupName MEMBER groupName)
    Q_PROPERTY(QString about MEMBER about)
    Q_PROPERTY(QString iconName MEMBER iconName)

public:
    QString name;           ///< "clear-mse"
    QString label;
    QString groupName;
    QString about;
    QString iconName;

    bool operator==(const HostActionRow&) const = default;
};

/// A state of the chart, or an arrow of it; lengths in pixels at a text scale of 1.
struct DeviceStateRow {
    Q_GADGET
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString meaning MEMBER meaning)
    Q_PROPERTY(QRectF frame MEMBER frame)
    Q_PROPERTY(bool current MEMBER current)
    Q_PROPERTY(bool previewed MEMBER previewed)
    Q_PROPERTY(bool mishap MEMBER mishap)

public:
    QString name;
    QString meaning;
    QRectF frame;
    bool current = false;
    bool previewed = false;   ///< what the hovered action would lead to
    bool mishap = false;

    bool operator==(const DeviceStateRow&) const = default;
};

struct DeviceArrowRow {
    Q_GADGET
    Q_PROPERTY(QString path MEMBER path)
    Q_PROPERTY(QString head MEMBER head)
    Q_PROPERTY(QString label MEMBER label)
    Q_PROPERTY(QString events MEMBER events)
    Q_PROPERTY(QRectF labelFrame MEMBER labelFrame)
    Q_PROPERTY(bool previewed MEMBER previewed)

public:
    QString path;           ///< SVG
    QString head;           ///< of the arrow, SVG
    QString label;          ///< the events in short
    QString events;         ///< all of them
    QRectF labelFrame;
    bool previewed = false;

    bool operator==(const DeviceArrowRow&) const = default;
};

} // namespace bindlab
