#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <map>
#include <vector>

/// What one start of the window has done and promised. A line is on the disk before the window goes on, so that a kill at any moment
/// leaves every line but the last as a whole. Fields are separated by tabs:
///
///     did    WHAT              an event that is about to happen
///     warns  TEXT              Qt has said something
///     says   SLOT VALUE        what the window shows now, and will keep
///     holds  SLOT VALUE        must be kept from now on: this, or what the window has said of the slot since
///     frees  SLOT              the user is taking something away: nothing is promised of it any more; of all below, where it ends with '/'
///     moves  SLOT SLOT         what was promised of the one holds for the other
///     ends                     the window has been closed, not killed
namespace bindlab::random_use {

class Journal {
public:
    /// Begins anew. Ends the program when the file cannot be written: what it then keeps could not be checked.
    explicit Journal(const QString& file);

    void did(const QString& what) { line({"did", what.toUtf8()}); }
    void warns(const QString& text) { line({"warns", text.toUtf8()}); }
    void says(const QByteArray& slot, const QByteArray& value) { line({"says", slot, value}); }
    void holds(const QByteArray& slot, const QByteArray& value) { line({"holds", slot, value}); }
    void frees(const QByteArray& slot) { line({"frees", slot}); }
    void moves(const QByteArray& from, const QByteArray& to) { line({"moves", from, to}); }
    void ends() { line({"ends"}); }

private:
    void line(const QByteArrayList& fields);

    QFile m_file;
};

/// Of one slot, as a journal leaves it.
struct Promise {
    std::vector<QByteArray> values;   ///< any of these may be kept
    bool held = false;                ///< one of these must be
};

struct Promises {
    std::map<QByteArray, Promise> ofSlot;
    std::vector<QByteArray> freed;

    /// Something of the slot has been taken away, and nothing promised since.
    [[nodiscard]] bool isFree(const QByteArray& slot) const;
};

[[nodiscard]] Promises promisesOf(const QString& journal);

} // namespace bindlab::random_use
