#include "actions.h"

#include <QCoreApplication>
#include <QKeySequence>

#include <algorithm>
#include <array>

namespace bindlab {

namespace {

struct ActionWords {
    Q_DECLARE_TR_FUNCTIONS(actions)
};

QList<QKeyCombination> keys(std::initializer_list<QKeyCombination> list) {
    return list;
}

std::vector<Action> makeActions() {
    using enum Action::Scope;
    const QString playing = ActionWords::tr("Playing a run");
    const QString threads = ActionWords::tr("Threads");
    const QString checking = ActionWords::tr("Checking");
    const QString map = ActionWords::tr("Map");
    const QString lesson = ActionWords::tr("Lesson");
    const QString comparing = ActionWords::tr("Comparing");
    const QString matrix = ActionWords::tr("Matrix");
    const QString sandbox = ActionWords::tr("Sandbox");
    const QString states = ActionWords::tr("States");
    const QString device = ActionWords::tr("Device");
    const QString reference = ActionWords::tr("Reference");
    const QString window = ActionWords::tr("Window");

    std::vector<Action> table{
        // id            title                          group     keys                                                   scope       repeats
        {"play",         ActionWords::tr("Play or pause"),              playing,  keys({Qt::Key_Space}),                                 Lesson},
        {"back",         ActionWords::tr("Step back"),                  playing,  keys({Qt::Key_Left}),                                  Lesson,     true},
        {"forward",      ActionWords::tr("Step forward"),               playing,  keys({Qt::Key_Right}),                                 Lesson,     true},
        {"first",        ActionWords::tr("First step"),                 playing,  keys({Qt::Key_Home}),                                  Lesson},
        {"last",         ActionWords::tr("Last step"),                  playing,  keys({Qt::Key_End}),                                   Lesson},
        {"violation",    ActionWords::tr("Jump to the violation"),      playing,  keys({Qt::Key_V}),                                     Lesson},
        {"bookmark",     ActionWords::tr("Mark this step, or unmark it"), playing, keys({Qt::Key_B}),                                   Lesson},
        {"nextBookmark", ActionWords::tr("Next marked step"),           playing,  keys({Qt::SHIFT | Qt::Key_B}),                         Lesson},
        {"goToStep",     ActionWords::tr("Go to a step or a recent run"), playing, keys({Qt::Key_G}),                                   Lesson},
        {"copyShareCode", ActionWords::tr("Copy a share code of this moment"), playing, keys({Qt::CTRL | Qt::SHIFT | Qt::Key_C}),          Lesson},
        {"check",        ActionWords::tr("Check every interleaving"),   checking, keys({Qt::CTRL | Qt::Key_Enter, Qt::CTRL | Qt::Key_Return}), Lesson},
        {"zoomIn",       ActionWords::tr("Zoom into the map"),          map,      keys({Qt::Key_Plus, Qt::Key_Equal}),                   Lesson,     true},
        {"zoomOut",      ActionWords::tr("Zoom out of the map"),        map,      keys({Qt::Key_Minus}),                                 Lesson,     true},
        {"zoomFit",      ActionWords::tr("Fit the map"),                map,      keys({Qt::Key_0}),                                     Lesson},
        {"mapTable",     ActionWords::tr("The map as a table, or drawn"), map,    keys({Qt::Key_T}),                                     Lesson},
        {"why",          ActionWords::tr("Why this value"),             map,      keys({Qt::Key_W}),                                     Lesson},
        {"nextPage",     ActionWords::tr("Next page"),                  lesson,   keys({Qt::Key_PageDown}),                              Lesson},
        {"previousPage", ActionWords::tr("Previous page"),              lesson,   keys({Qt::Key_PageUp}),                                Lesson},
        {"testMe",       ActionWords::tr("I know this unit: test me"),  lesson,   {},                                                    Lesson},
        {"review",       ActionWords::tr("Review questions"),           lesson,   {},                                                    Everywhere},
        {"restartPage",  ActionWords::tr("Start this page again"),      lesson,   keys({Qt::CTRL | Qt::Key_R}),                          Lesson},
        {"comparePlay",    ActionWords::tr("Play or pause both"),         comparing, keys({Qt::Key_Space}),                               Compare},
        {"compareBack",    ActionWords::tr("Step both back"),             comparing, keys({Qt::Key_Left}),                                Compare,    true},
        {"compareForward", ActionWords::tr("Step both forward"),          comparing, keys({Qt::Key_Right}),                               Compare,    true},
        {"compareFirst",   ActionWords::tr("Both to the start"),          comparing, keys({Qt::Key_Home}),                                Compare},
        {"compareLast",    ActionWords::tr("Both to the end"),            comparing, keys({Qt::Key_End}),                                 Compare},
        {"split",          ActionWords::tr("Jump to the split"),          comparing, keys({Qt::Key_D}),                                   Compare},
        {"compareFailure", ActionWords::tr("Jump to the first failure"),  comparing, keys({Qt::Key_V}),                                   Compare},
        {"compareView",    ActionWords::tr("Side by side, diff, overlay"), comparing, keys({Qt::SHIFT | Qt::Key_C}),                      Compare},
        {"swap",           ActionWords::tr("Swap the two"),               comparing, keys({Qt::Key_X}),                                   Compare},
        {"compareCell",    ActionWords::tr("Add the cell to Compare"),    matrix,    keys({Qt::Key_C}),                                   Matrix},
        {"playCell",       ActionWords::tr("Play the cell's failure"),    matrix,    keys({Qt::Key_P}),                                   Matrix},
        {"statesPlay",     ActionWords::tr("Play or pause the run"),      states,    keys({Qt::Key_Space}),                               States},
        {"statesZoomIn",   ActionWords::tr("Zoom into the graph"),        states,    keys({Qt::Key_Plus, Qt::Key_Equal}),                 States,     true},
        {"statesZoomOut",  ActionWords::tr("Zoom out of the graph"),      states,    keys({Qt::Key_Minus}),                               States,     true},
        {"statesZoomFit",  ActionWords::tr("Fit the graph"),              states,    keys({Qt::Key_0}),                                   States},
        {"statesFind",     ActionWords::tr("Search the states"),          states,    keys({Qt::Key_Slash}),                               States},
        {"statesNext",     ActionWords::tr("Next state that was found"),  states,    keys({Qt::Key_F3}),                                  States,     true},
        {"statesPrevious", ActionWords::tr("State found before"),         states,    keys({Qt::SHIFT | Qt::Key_F3}),                      States,     true},
        {"statesOpen",     ActionWords::tr("Open in the lesson map"),     states,    keys({Qt::Key_M}),                                   States},
        {"send",         ActionWords::tr("Send the message"),           device,   keys({Qt::CTRL | Qt::Key_Enter, Qt::CTRL | Qt::Key_Return}), Device},
        {"undo",         ActionWords::tr("Take the last one back"),     device,   keys({Qt::CTRL | Qt::Key_Z}),                          Device,     true},
        {"connect",      ActionWords::tr("Connect the device"),         device,   keys({Qt::CTRL | Qt::Key_E}),                          Device},
        {"startOver",    ActionWords::tr("Start over"),                 device,   keys({Qt::CTRL | Qt::Key_R}),                          Device},
        {"sandboxCheck",   ActionWords::tr("Check every interleaving"),   sandbox,   keys({Qt::CTRL | Qt::Key_Enter, Qt::CTRL | Qt::Key_Return}), Sandbox},
        {"nextProblem",    ActionWords::tr("Next problem"),               sandbox,   keys({Qt::Key_F8}),                                  Sandbox,    true},
        {"previousProblem", ActionWords::tr("Previous problem"),          sandbox,   keys({Qt::SHIFT | Qt::Key_F8}),                      Sandbox,    true},
        {"applyFix",       ActionWords::tr("Apply the first fix"),        sandbox,   keys({Qt::CTRL | Qt::Key_Period}),                   Sandbox},
        {"sandboxUndo",    ActionWords::tr("Undo"),                       sandbox,   keys({Qt::CTRL | Qt::Key_Z}),                        Sandbox,    true},
        {"sandboxRedo",    ActionWords::tr("Redo"),                       sandbox,   keys({Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y}), Sandbox, true},
        {"find",           ActionWords::tr("Find in the text"),           sandbox,   keys({Qt::CTRL | Qt::Key_F}),                        Sandbox},
        {"newText",        ActionWords::tr("New text from a template"),   sandbox,   keys({Qt::CTRL | Qt::Key_N}),                        Sandbox},
        {"playSandbox",    ActionWords::tr("Play the chosen problem"),    sandbox,   keys({Qt::CTRL | Qt::Key_P}),                        Sandbox},
        {"shareSandbox",   ActionWords::tr("Copy a share code of this text and run"), sandbox, keys({Qt::CTRL | Qt::SHIFT | Qt::Key_C}),  Sandbox},
        {"referenceFind",  ActionWords::tr("Search the reference"),       reference, keys({Qt::Key_Slash}),                               Reference},
        {"sendToSandbox",  ActionWords::tr("Take this design to the sandbox"), window, {},                                                Lesson},
        {"sendComparedToSandbox", ActionWords::tr("Take design B to the sandbox"), comparing, {},                                         Compare},
        {"learn",        ActionWords::tr("Lessons"),                    window,   keys({Qt::CTRL | Qt::Key_1}),                          Everywhere},
        {"compare",      ActionWords::tr("Compare two designs"),        window,   keys({Qt::CTRL | Qt::Key_2}),                          Everywhere},
        {"matrix",       ActionWords::tr("The matrix of designs"),      window,   keys({Qt::CTRL | Qt::Key_3}),                          Everywhere},
        {"sandbox",      ActionWords::tr("The sandbox: designs of your own"), window, keys({Qt::CTRL | Qt::Key_4}),                      Everywhere},
        {"states",       ActionWords::tr("The graph of states"),        window,   keys({Qt::CTRL | Qt::Key_5}),                          Everywhere},
        {"device",       ActionWords::tr("The device"),                 window,   keys({Qt::CTRL | Qt::Key_6}),                          Everywhere},
        {"reference",    ActionWords::tr("The reference"), window, keys({Qt::CTRL | Qt::Key_7}),           Everywhere},
        {"palette",      ActionWords::tr("Search or run"),              window,   keys({Qt::CTRL | Qt::Key_K}),                          Everywhere},
        {"search",       ActionWords::tr("Search"),                     window,   keys({Qt::CTRL | Qt::Key_F}),                          Everywhere, false, false, Sandbox},
        {"export",       ActionWords::tr("Export what is shown"),       window,   {},                                                    Everywhere},
        {"nextArea",     ActionWords::tr("Next pane"),                  window,   keys({Qt::Key_F6}),                                    Everywhere},
        {"previousArea", ActionWords::tr("Previous pane"),              window,   keys({Qt::SHIFT | Qt::Key_F6}),                        Everywhere},
        {"theme",        ActionWords::tr("Switch between dark and light"), window, keys({Qt::CTRL | Qt::SHIFT | Qt::Key_L}),             Everywhere},
        {"textLarger",   ActionWords::tr("Larger text"),                window,   keys({Qt::CTRL | Qt::Key_Equal, Qt::CTRL | Qt::Key_Plus}), Everywhere, true},
        {"textSmaller",  ActionWords::tr("Smaller text"),               window,   keys({Qt::CTRL | Qt::Key_Minus}),                      Everywhere, true},
        {"textNormal",   ActionWords::tr("Normal text size"),           window,   keys({Qt::CTRL | Qt::Key_0}),                          Everywhere},
        {"progress",     ActionWords::tr("Export, import or reset progress"), window, {},                                               Everywhere},
        {"resetLayout",  ActionWords::tr("Reset the layout"),           window,   {},                                                    Everywhere},
        {"settings",     ActionWords::tr("Settings"),                   window,   keys({Qt::CTRL | Qt::Key_Comma}),                      Everywhere},
        {"tour",         ActionWords::tr("Take the tour, or go on with it"), window, {},                                                 Everywhere},
        {"tourAgain",    ActionWords::tr("Take the tour from its start"), window, {},                                                    Everywhere},
        {"help",         ActionWords::tr("Keys"),                       window,   keys({Qt::Key_F1}),                                    Everywhere},
        {"close",        ActionWords::tr("Close or clear"),             window,   keys({Qt::Key_Escape}),                                Everywhere},
        {"quit",         ActionWords::tr("Quit"),                       window,   keys({Qt::CTRL | Qt::Key_Q}),                          Everywhere},
    };
    for (int thread = 1; thread <= 9; ++thread) {
        Action step;
        step.id = QStringLiteral("step%1").arg(thread);
        step.title = ActionWords::tr("Step thread %1").arg(thread);
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
