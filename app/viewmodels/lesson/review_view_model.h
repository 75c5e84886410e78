#pragma once

#include "lesson_shelf.h"
#include "viewmodels/window/app_settings.h"

#include "lesson/player.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

#include <optional>
#include <vector>

namespace bindlab {

/// The questions that are due again: what the card of the welcome screen shows of them, and what becomes of their answers.
class ReviewViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the AppViewModel")
    Q_PROPERTY(bool offered READ offered NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString about READ about NOTIFY changed FINAL)
    Q_PROPERTY(bool wanted READ wanted WRITE setWanted NOTIFY changed FINAL)

public:
    /// Both must outlive this object.
    ReviewViewModel(LessonShelf& shelf, AppSettings& settings, QObject* parent = nullptr);

    /// The card is shown: something is due, and has been neither asked nor put off today.
    [[nodiscard]] bool offered() const;
    /// "Three to remember"
    [[nodiscard]] QString title() const;
    /// Which lessons they are from, each once, and how they are asked.
    [[nodiscard]] QString about() const;
    /// Whether the card is to be shown at all; remembered.
    [[nodiscard]] bool wanted() const { return m_wanted; }
    void setWanted(bool wanted);

    /// While something else asks for the reader's attention, the card waits.
    void holdBack(bool held);
    /// Looks again what is due.
    void refresh();
    /// Not today any more.
    Q_INVOKABLE void putOff();
    /// What is asked now. Without pages when nothing is due; obstacle() then says why.
    [[nodiscard]] Lesson begin();
    /// Why there is nothing to ask, one sentence.
    [[nodiscard]] QString obstacle() const;
    /// Keeps what was answered in what begin() made.
    void keep(const LessonSession& session);

signals:
    void changed();

private:
    struct Asked {
        std::string lesson;
        std::string question;
        bool isKept = false;
    };

    LessonShelf& m_shelf;
    AppSettings& m_settings;
    bool m_wanted;
    bool m_held = false;
    std::optional<Day> m_dealtWith;   ///< the day on which it was asked or put off last
    std::size_t m_due = 0;            ///< how many would be asked now
    QStringList m_lessons;            ///< titles
    std::vector<Asked> m_asked;       ///< a page each
};

} // namespace bindlab
