#pragma once

#include "journal.h"
#include "witness.h"

#include "viewmodels/window/app_view_model.h"

#include <QQuickItem>
#include <QQuickWindow>

#include <functional>
#include <random>
#include <vector>

namespace bindlab::random_use {

/// Somebody who uses the window in every way it can be used, without knowing what it is for. What is done follows from the seed and
/// from what the window shows at that moment.
class User {
public:
    /// Saves what it exports into `folder`.
    User(QQuickWindow& window, AppViewModel& app, Witness& witness, Journal& journal, QString folder, unsigned seed);

    /// One thing, through to its end.
    void act();
    /// Milliseconds until the next one.
    [[nodiscard]] int pause();

private:
    struct Habit {
        int weight;   ///< of 100 acts about so many
        void (User::*act)();
    };
    static const std::vector<Habit>& habits();

    // By keys and mouse.
    void pressKeyOfAction();
    void pressAnyKey();
    void clickControl();
    void clickAnywhere();
    void drag();
    void wheel();
    void typeIntoField();
    void useText();
    void resize();
    // What the view model is asked for.
    void triggerAction();
    void changeScreen();
    void openLesson();
    void workOnLesson();
    void changeLook();
    void openShareCode();
    void saveExport();
    void chooseDesigns();

    [[nodiscard]] int pick(int count) { return std::uniform_int_distribution(0, count - 1)(m_random); }
    [[nodiscard]] bool chance(int percent) { return pick(100) < percent; }
    template <typename List>
    [[nodiscard]] auto oneOf(const List& list) { return *(std::begin(list) + pick(int(std::size(list)))); }

    [[nodiscard]] std::vector<QQuickItem*> shown(const std::function<bool(const QQuickItem&)>& wanted) const;
    void press(int key, Qt::KeyboardModifiers modifiers);
    void type(const QString& text);
    void click(QQuickItem& item, Qt::MouseButton button = Qt::LeftButton);
    void mayReplaceProgress(const QQuickItem* item);
    [[nodiscard]] bool writesFiles(const QQuickItem* item) const;
    [[nodiscard]] QString damaged(QString code);
    [[nodiscard]] QString someWords();

    QQuickWindow& m_window;
    AppViewModel& m_app;
    Witness& m_witness;
    Journal& m_journal;
    QString m_folder;
    std::mt19937 m_random;
    QString m_code;          ///< a share code that was seen
    bool m_writes = false;   ///< is in the middle of a text
};

} // namespace bindlab::random_use
