#include "actions.h"

#include <QCoreApplication>
#include <QKeySequence>

#include <algorithm>
#include <array>

namespace bindlab {

namespace {

QString text(const char* english) {
    return QCoreApplication::translate("actions", english);
}

QList<QKeyCombination> keys(std::initializer_list<QKeyCombination> list) {
    return list;
}

std::vector<Action> makeActions() {
    using enum Action::Scope;
    const QString playing = text("Playing a run");
    const QString threads = text("Threads");
    const QString checking = text("Checking");
    const QString map = text("Map");
    const QString lesson = text("Lesson");
    const QString comparing = text("Comparing");
    const QString matrix = text("Matrix");
    const QString sandbox = text("Sandbox");
    const QString states = text("States");
    const QString device = text("Device");
    const QString reference = text("Reference");
    const QString window = text("Window");

    std::vector<Action> table{
        // id            title                          group     keys                                                   scope       repeats
        {"play",         text("Play or pause"),              playing,  keys({Qt::Key_Space}),                                 Lesson},
        {"back",         text("Step back"),                  playing,  keys({Qt::Key_Left}),                                  Lesson,     true},
        {"forward",      text("Step forward"),               playing,  keys({Qt::Key_Right}),                                 Lesson,     true},
        {"first",        text("First step"),                 playing,  keys({Qt::Key_Home}),                                  Lesson},
        {"last",         text("Last step"),                  playing,  keys({Qt::Key_End}),                                   Lesson},
        {"violation",    text("Jump to the violation"),      playing,  keys({Qt::Key_V}),                                     Lesson},
        {"bookmark",     text("Mark this step, or unmark it"), playing, keys({Qt::Key_B}),                                   Lesson},
        {"nextBookmark", text("Next marked step"),           playing,  keys({Qt::SHIFT | Qt::Key_B}),                         Lesson},
        {"goToStep",     text("Go to a step or a recent run"), playing, keys({Qt::Key_G}),                                   Lesson},
        {"copyShareCode", text("Copy a share code of this moment"), playing, keys({Qt::CTRL | Qt::SHIFT | Qt::Key_C}),          Lesson},
        {"check",        text("Check every interleaving"),   checking, keys({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter}), Lesson},
        {"zoomIn",       text("Zoom into the map"),          map,      keys({Qt::Key_Plus, Qt::Key_Equal}),                   Lesson,     true},
        {"zoomOut",      text("Zoom out of the map"),        map,      keys({Qt::Key_Minus}),                                 Lesson,     true},
        {"zoomFit",      text("Fit the map"),                map,      keys({Qt::Key_0}),                                     Lesson},
        {"mapTable",     text("The map as a table, or drawn"), map,    keys({Qt::Key_T}),                                     Lesson},
        {"why",          text("Why this value"),             map,      keys({Qt::Key_W}),                                     Lesson},
        {"nextPage",     text("Next page"),                  lesson,   keys({Qt::Key_PageDown}),                              Lesson},
        {"previousPage", text("Previous page"),              lesson,   keys({Qt::Key_PageUp}),                                Lesson},
        {"testMe",       text("I know this unit: test me"),  lesson,   {},                                                    Lesson},
        {"review",       text("Review questions"),           lesson,   {},                                                    Everywhere},
        {"restartPage",  text("Start this page again"),      lesson,   keys({Qt::CTRL | Qt::Key_R}),                          Lesson},
        {"comparePlay",    text("Play or pause both"),         comparing, keys({Qt::Key_Space}),                               Compare},
        {"compareBack",    text("Step both back"),             comparing, keys({Qt::Key_Left}),                                Compare,    true},
        {"compareForward", text("Step both forward"),          comparing, keys({Qt::Key_Right}),                               Compare,    true},
        {"compareFirst",   text("Both to the start"),          comparing, keys({Qt::Key_Home}),                                Compare},
        {"compareLast",    text("Both to the end"),            comparing, keys({Qt::Key_End}),                                 Compare},
        {"split",          text("Jump to the split"),          comparing, keys({Qt::Key_D}),                                   Compare},
        {"compareFailure", text("Jump to the first failure"),  comparing, keys({Qt::Key_V}),                                   Compare},
        {"compareView",    text("Side by side, diff, overlay"), comparing, keys({Qt::SHIFT | Qt::Key_C}),                      Compare},
        {"swap",           text("Swap the two"),               comparing, keys({Qt::Key_X}),                                   Compare},
        {"compareCell",    text("Add the cell to Compare"),    matrix,    keys({Qt::Key_C}),                                   Matrix},
        {"playCell",       text("Play the cell's failure"),    matrix,    keys({Qt::Key_P}),                                   Matrix},
        {"statesPlay",     text("Play or pause the run"),      states,    keys({Qt::Key_Space}),                               States},
        {"statesZoomIn",   text("Zoom into the graph"),        states,    keys({Qt::Key_Plus, Qt::Key_Equal}),                 States,     true},
        {"statesZoomOut",  text("Zoom out of the graph"),      states,    keys({Qt::Key_Minus}),                               States,     true},
        {"statesZoomFit",  text("Fit the graph"),              states,    keys({Qt::Key_0}),                                   States},
        {"statesFind",     text("Search the states"),          states,    keys({Qt::Key_Slash}),                               States},
        {"statesNext",     text("Next state that was found"),  states,    keys({Qt::Key_F3}),                                  States,     true},
        {"statesPrevious", text("State found before"),         states,    keys({Qt::SHIFT | Qt::Key_F3}),                      States,     true},
        {"statesOpen",     text("Open in the lesson map"),     states,    keys({Qt::Key_M}),                                   States},
        {"send",         text("Send the message"),           device,   keys({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter}), Device},
        {"undo",         text("Take the last one back"),     device,   keys({Qt::CTRL | Qt::Key_Z}),                          Device,     true},
        {"connect",      text("Connect the device"),         device,   keys({Qt::CTRL | Qt::Key_E}),                          Device},
        {"startOver",    text("Start over"),                 device,   keys({Qt::CTRL | Qt::Key_R}),                          Device},
        {"sandboxCheck",   text("Check every interleaving"),   sandbox,   keys({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter}), Sandbox},
        {"nextProblem",    text("Next problem"),               sandbox,   keys({Qt::Key_F8}),                                  Sandbox,    true},
        {"previousProblem", text("Previous problem"),          sandbox,   keys({Qt::SHIFT | Qt::Key_F8}),                      Sandbox,    true},
        {"applyFix",       text("Apply the first fix"),        sandbox,   keys({Qt::CTRL | Qt::Key_Period}),                   Sandbox},
        {"sandboxUndo",    text("Undo"),                       sandbox,   keys({Qt::CTRL | Qt::Key_Z}),                        Sandbox,    true},
        {"sandboxRedo",    text("Redo"),                       sandbox,   keys({Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y}), Sandbox, true},
        {"find",           text("Find in the text"),           sandbox,   keys({Qt::CTRL | Qt::Key_F}),                        Sandbox},
        {"newText",        text("New text from a template"),   sandbox,   keys({Qt::CTRL | Qt::Key_N}),                        Sandbox},
        {"playSandbox",    text("Play the chosen problem"),    sandbox,   keys({Qt::CTRL | Qt::Key_P}),                        Sandbox},
        {"shareSandbox",   text("Copy a share code of this text and run"), sandbox, keys({Qt::CTRL | Qt::SHIFT | Qt::Key_C}),  Sandbox},
        {"referenceFind",  text("Search the reference"),       reference, keys({Qt::Key_Slash}),                               Reference},
        {"sendToSandbox",  text("Take this design to the sandbox"), window, {},                                                Lesson},
        {"sendComparedToSandbox", text("Take design B to the sandbox"), comparing, {},                                         Compare},
        {"learn",        text("Lessons"),                    window,   keys({Qt::CTRL | Qt::Key_1}),                          Everywhere},
        {"compare",      text("Compare two designs"),        window,   keys({Qt::CTRL | Qt::Key_2}),                          Everywhere},
        {"matrix",       text("The matrix of designs"),      window,   keys({Qt::CTRL | Qt::Key_3}),                          Everywhere},
        {"sandbox",      text("The sandbox: designs of your own"), window, keys({Qt::CTRL | Qt::Key_4}),                      Everywhere},
        {"states",       text("The graph of states"),        window,   keys({Qt::CTRL | Qt::Key_5}),                          Everywhere},
        {"device",       text("The device"),                 window,   keys({Qt::CTRL | Qt::Key_6}),                          Everywhere},
        {"reference",    text("The reference"), window, keys({Qt::CTRL | Qt::Key_7}),           Everywhere},
        {"palette",      text("Search or run"),              window,   keys({Qt::CTRL | Qt::Key_K}),                          Everywhere},
        {"search",       text("Search"),                     window,   keys({Qt::CTRL | Qt::Key_F}),                          Everywhere, false, false, Sandbox},
        {"export",       text("Export what is shown"),       window,   {},                                                    Everywhere},
        {"nextArea",     text("Next pane"),                  window,   keys({Qt::Key_F6}),                                    Everywhere},
        {"previousArea", text("Previous pane"),              window,   keys({Qt::SHIFT | Qt::Key_F6}),                        Everywhere},
        {"theme",        text("Switch between dark and light"), window, keys({Qt::CTRL | Qt::SHIFT | Qt::Key_L}),             Everywhere},
        {"textLarger",   text("Larger text"),                window,   keys({Qt::CTRL | Qt::Key_Equal, Qt::CTRL | Qt::Key_Plus}), Everywhere, true},
        {"textSmaller",  text("Smaller text"),               window,   keys({Qt::CTRL | Qt::Key_Minus}),                      Everywhere, true},
        {"textNormal",   text("Normal text size"),           window,   keys({Qt::CTRL | Qt::Key_0}),                          Everywhere},
        {"progress",     text("Export, import or reset progress"), window, {},                                               Everywhere},
        {"resetLayout",  text("Reset the layout"),           window,   {},                                                    Everywhere},
        {"settings",     text("Settings"),                   window,   keys({Qt::CTRL | Qt::Key_Comma}),                      Everywhere},
        {"tour",         text("Take the tour, or go on with it"), window, {},                                                 Everywhere},
        {"tourAgain",    text("Take the tour from its start"), window, {},                                                    Everywhere},
        {"help",         text("Keys"),                       window,   keys({Qt::Key_F1}),                                    Everywhere},
        {"close",        text("Close or clear"),             window,   keys({Qt::Key_Escape}),                                Everywhere},
        {"quit",         text("Quit"),                       window,   keys({Qt::CTRL | Qt::Key_Q}),                          Everywhere},
    };
    for (int thread = 1; thread <= 9; ++thread) {
        Action step;
        step.id = QStringLiteral("step%1").arg(thread);
        step.title = text("Step thread %1").arg(thread);
        step.group = threads;
        step.keys = {QKeyCombination(Qt::Key(Qt::Key_0 + thread))};
        step.scope = Lesson;
        step.repeats = true;
        table.push_back(step);
    }
    for (Action& action : table) {
        action.fixed = action.id == QLatin1String("close");
        action.listed = action.id != QLatin1String("palette") && action.id != QLatin1String("search") && action.id != QLatin1String("close");
    }
    return table;
}

constexpr std::array screens{Action::Scope::Everywhere, Action::Scope::Lesson, Action::Scope::Compare, Action::Scope::Matrix,
                             Action::Scope::Sandbox, Action::Scope::States, Action::Scope::Device, Action::Scope::Reference};

/// Keys that some layouts reach only with Shift, so that Shift says nothing.
bool shiftIsPartOfTheKey(int key) {
    return key < Qt::Key_Escape && !(key >= Qt::Key_A && key <= Qt::Key_Z) && key != Qt::Key_Space;
}

} // namespace

const std::vector<Action>& actions() {
    static const std::vector<Action> table = makeActions();
    return table;
}

bool isOn(const Action& action, Action::Scope screen) {
    return action.scope == screen || (action.scope == Action::Scope::Everywhere && action.except != screen);
}

bool meet(const Action& one, const Action& other) {
    return std::ranges::any_of(screens, [&](Action::Scope screen) { return isOn(one, screen) && isOn(other, screen); });
}

QKeyCombination keyMeant(int key, Qt::KeyboardModifiers modifiers) {
    modifiers &= ~Qt::KeyboardModifiers(Qt::KeypadModifier | Qt::GroupSwitchModifier);
    if (shiftIsPartOfTheKey(key))
        modifiers &= ~Qt::KeyboardModifiers(Qt::ShiftModifier);
    return QKeyCombination(modifiers, Qt::Key(key));
}

QString keyText(QKeyCombination key) {
    return QKeySequence(key).toString(QKeySequence::NativeText);
}

QStringList keyTexts(const Action& action) {
    QStringList names;
    for (const QKeyCombination& key : action.keys) {
        const QString name = keyText(key);
        if (!names.contains(name))
            names.append(name);
    }
    return names;
}

} // namespace bindlab
