#pragma once

#include "app_settings.h"
#include "app_view_model.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace bindlab {

/// What tells whether the act that a stop asks for was done.
struct TourMoment {
    AppViewModel::Place place = AppViewModel::Place::Welcome;
    int position = 0;     ///< steps of the run that have been taken
    int checks = 0;       ///< checks of every interleaving that have ended since the tour was made
    bool fails = false;   ///< the step that is shown breaks a property
    QString asked;        ///< the last action that only the window itself does: "palette", "help"
};

/// What a stop's words are computed from.
struct TourSight {
    AppViewModel& app;
    const Library& flows;
};

/// A stop of the tour: what it points at, what it says, and the one act after which it is done.
struct TourStop {
    QString id;            ///< kept in the settings
    QString title;
    QStringList targets;   ///< object names of the items it points at; the first that is in sight is ringed
    bool onMap = false;    ///< they are on the lesson screen; otherwise they are on every screen
    QString (*text)(const TourSight&);
    QString (*ask)(const TourSight&);
    bool (*done)(const TourMoment& before, const TourMoment& now);
};

/// The stops, in order.
[[nodiscard]] const std::vector<TourStop>& tourStops();

/// The tour through the window: which stop it is at, what that says, and whether it has been offered, left or finished.
/// It holds nobody back: the window can be used as ever, and what is done there is what takes the tour on.
class Tour : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the AppViewModel")
    Q_PROPERTY(bool offered READ offered NOTIFY changed FINAL)
    Q_PROPERTY(bool running READ running NOTIFY changed FINAL)
    Q_PROPERTY(int number READ number NOTIFY changed FINAL)
    Q_PROPERTY(int count READ count CONSTANT FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL)
    Q_PROPERTY(QString ask READ ask NOTIFY changed FINAL)
    Q_PROPERTY(QStringList targets READ targets NOTIFY changed FINAL)
    Q_PROPERTY(bool away READ away NOTIFY changed FINAL)
    Q_PROPERTY(QString invitation READ invitation NOTIFY changed FINAL)

public:
    /// All three must outlive this object.
    Tour(AppViewModel& app, const Library& library, AppSettings& settings, QObject* parent = nullptr);

    /// It asks whether it may begin, or go on.
    [[nodiscard]] bool offered() const { return m_phase == Phase::Offered; }
    [[nodiscard]] bool running() const { return m_phase == Phase::Running; }
    [[nodiscard]] int number() const { return m_stop + 1; }   ///< of the stop, from 1
    [[nodiscard]] int count() const { return int(tourStops().size()); }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString text() const;
    /// The act it waits for, one sentence; empty while it is offered.
    [[nodiscard]] QString ask() const;
    [[nodiscard]] QStringList targets() const;
    /// What it points at is on another screen than the one that is shown.
    [[nodiscard]] bool away() const;
    /// What a button that starts it says: it can begin, go on, or be taken again.
    [[nodiscard]] QString invitation() const;

    /// Offers itself when it never has, or when the window was closed in the middle of it.
    void offerOnce();
    /// From where it was left; from the start when it was finished.
    Q_INVOKABLE void start();
    Q_INVOKABLE void startOver();
    /// Takes the window to what the stop points at.
    Q_INVOKABLE void show();
    Q_INVOKABLE void next();
    Q_INVOKABLE void back();
    /// Leaves it; start() goes on from here.
    Q_INVOKABLE void leave();

signals:
    void changed();

private:
    enum class Phase { Off, Offered, Running };

    [[nodiscard]] const TourStop& stop() const { return tourStops()[std::size_t(m_stop)]; }
    [[nodiscard]] TourMoment now(const QString& asked = {}) const;
    void goTo(int stop);
    void look(const QString& asked = {});
    /// To the next stop, once whoever does what this one asks for has come to an end: a stop may show another run, and close a lesson.
    void goOn();
    void keep(const QString& state);

    AppViewModel& m_app;
    const Library& m_library;
    AppSettings& m_settings;
    Phase m_phase = Phase::Off;
    QString m_state;   ///< as it is kept: empty, "running", "left", "done"
    int m_stop = 0;
    int m_checks = 0;
    TourMoment m_before;
    bool m_leading = false;   ///< what changes now is no act of the reader's
    bool m_goesOn = false;    ///< goOn() has been called
};

} // namespace bindlab
