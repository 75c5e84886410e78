#pragma once

#include "action_list_model.h"
#include "app_settings.h"
#include "look.h"
#include "own_run.h"
#include "picture_painter.h"
#include "search_list_model.h"
#include "settings_view_model.h"
#include "viewmodels/compare/compare_view_model.h"
#include "viewmodels/device/device_view_model.h"
#include "viewmodels/lesson/lesson_list_model.h"
#include "viewmodels/lesson/lesson_shelf.h"
#include "viewmodels/lesson/lesson_view_model.h"
#include "viewmodels/lesson/review_view_model.h"
#include "viewmodels/matrix/matrix_view_model.h"
#include "viewmodels/reference/reference_view_model.h"
#include "viewmodels/sandbox/sandbox_view_model.h"
#include "viewmodels/shared/calendar.h"
#include "viewmodels/shared/saved_file.h"
#include "viewmodels/states/states_view_model.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace bindlab {

/// Where things are kept. What has no name is not kept, or not there.
struct AppFiles {
    QString settings = {};   ///< choices, sizes of panes
    QString progress = {};   ///< what the learner has done
    QString lessons = {};    ///< folder of the reader's own lessons
    QString sandbox = {};    ///< folder of designs and models of one's own
};

/// Where the desktop keeps such things for who is logged in.
[[nodiscard]] AppFiles filesOfTheReader();

class Tour;

/// The window as a whole: which screen, how it looks, what can be done, what is remembered.
class AppViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")
    Q_PROPERTY(bindlab::AppViewModel::Place screen READ screen NOTIFY screenChanged FINAL)
    Q_PROPERTY(bindlab::Look* look READ look CONSTANT FINAL)
    Q_PROPERTY(bool dark READ dark NOTIFY lookChanged FINAL)
    Q_PROPERTY(bool contrast READ contrast NOTIFY lookChanged FINAL)
    Q_PROPERTY(qreal textScale READ textScale WRITE setTextScale NOTIFY lookChanged FINAL)
    Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY lookChanged FINAL)
    Q_PROPERTY(QString trouble READ trouble NOTIFY troubleChanged FINAL)
    Q_PROPERTY(bindlab::LessonListModel* lessons READ lessons CONSTANT FINAL)
    Q_PROPERTY(bindlab::LessonShelf* shelf READ shelf CONSTANT FINAL)
    Q_PROPERTY(bindlab::LessonViewModel* lesson READ lesson CONSTANT FINAL)
    Q_PROPERTY(bindlab::ReviewViewModel* review READ review CONSTANT FINAL)
    Q_PROPERTY(bindlab::DeviceViewModel* device READ device CONSTANT FINAL)
    Q_PROPERTY(bindlab::CompareViewModel* compare READ compare CONSTANT FINAL)
    Q_PROPERTY(bindlab::MatrixViewModel* matrix READ matrix CONSTANT FINAL)
    Q_PROPERTY(bindlab::SandboxViewModel* sandbox READ sandbox CONSTANT FINAL)
    Q_PROPERTY(bindlab::StatesViewModel* states READ states CONSTANT FINAL)
    Q_PROPERTY(bindlab::ReferenceViewModel* reference READ reference CONSTANT FINAL)
    Q_MOC_INCLUDE("tour.h")
    Q_PROPERTY(bindlab::Tour* tour READ tour CONSTANT FINAL)
    Q_PROPERTY(bindlab::StoryListModel* story READ story CONSTANT FINAL)
    Q_PROPERTY(bool pictured READ pictured NOTIFY picturedChanged FINAL)
    Q_PROPERTY(bindlab::SearchListModel* palette READ palette CONSTANT FINAL)
    Q_PROPERTY(bindlab::ActionListModel* keyList READ keyList CONSTANT FINAL)
    Q_PROPERTY(bindlab::SettingsViewModel* settings READ settings CONSTANT FINAL)

public:
    enum class Place { Welcome, Lesson, Compare, Matrix, Sandbox, States, Device, Reference, Settings };
    Q_ENUM(Place)
    using ThemeChoice = Look::ThemeChoice;

    AppViewModel(const Library& library, const AppFiles& files, Calendar calendar = readersDay, QObject* parent = nullptr);
    ~AppViewModel() override;

    [[nodiscard]] Place screen() const { return m_screen; }
    [[nodiscard]] Look* look() { return &m_look; }
    void setThemeChoice(ThemeChoice choice) { m_look.setThemeChoice(choice); }
    [[nodiscard]] bool dark() const { return m_look.dark(); }
    [[nodiscard]] bool contrast() const { return m_look.contrast(); }
    [[nodiscard]] qreal textScale() const { return m_look.textScale(); }
    void setTextScale(qreal scale) { m_look.setTextScale(scale); }
    [[nodiscard]] bool reducedMotion() const { return m_look.reducedMotion(); }
    void setReducedMotion(bool reduced) { m_look.setReducedMotion(reduced); }
    /// The last thing that went wrong, one sentence; empty when all is well.
    [[nodiscard]] QString trouble() const { return m_trouble; }
    [[nodiscard]] LessonListModel* lessons() { return m_shelf.lessons(); }
    [[nodiscard]] LessonShelf* shelf() { return &m_shelf; }
    [[nodiscard]] LessonViewModel* lesson() { return &m_lesson; }
    [[nodiscard]] ReviewViewModel* review() { return &m_review; }
    /// Made when it is first asked for.
    [[nodiscard]] DeviceViewModel* device();
    /// Made when it is first asked for.
    [[nodiscard]] CompareViewModel* compare();
    /// Made when it is first asked for.
    [[nodiscard]] MatrixViewModel* matrix();
    /// Made when it is first asked for.
    [[nodiscard]] SandboxViewModel* sandbox();
    /// Made when it is first asked for.
    [[nodiscard]] StatesViewModel* states();
    /// Made when it is first asked for.
    [[nodiscard]] ReferenceViewModel* reference();
    [[nodiscard]] Tour* tour() { return m_tour.get(); }
    /// How a device is bound, for the drawing on the welcome screen.
    [[nodiscard]] StoryListModel* story() { return &m_story; }
    /// The drawings of the welcome screen are there.
    [[nodiscard]] bool pictured() const { return m_pictured; }
    /// Has the model draw the pictures of the welcome screen, in the background.
    Q_INVOKABLE void drawPictures();
    [[nodiscard]] SearchListModel* palette() { return &m_palette; }
    /// The actions that have keys.
    [[nodiscard]] ActionListModel* keyList() { return &m_keyList; }
    [[nodiscard]] SettingsViewModel* settings() { return &m_settings; }
    [[nodiscard]] AppSettings& remembered() { return m_remembered; }

    /// Back to where the learner left off: the lesson that was open when the window was closed, if one was. Otherwise the tour may offer itself.
    void resume();
    /// A lesson that is not one of the shipped ones. Where it is a file of the disk, it is read again each time it is saved.
    void openLesson(const Lesson& lesson);
    /// A run without a lesson: a trace, or a flow file's first state.
    void openRun(const Run& run, const Selection& selection, OwnFlow own = {});
    /// The same of a flow file, which is read again each time it is saved; the run then goes on as far as it still goes.
    void openFlow(const OwnRun& own);
    /// The moment that a share code stands for. What is wrong with it is said.
    Q_INVOKABLE void openShared(const QString& code);
    /// A share code of what the workbench shows, at the step it shows; empty when it shows nothing.
    [[nodiscard]] Q_INVOKABLE QString shareCode() const;

    Q_INVOKABLE void openLesson(const QString& id);
    /// Asks three questions of the open lesson's unit; all right, and its lessons are marked as known. Each time others.
    Q_INVOKABLE void testMe();
    /// Asks the questions that are due, or says that none is.
    Q_INVOKABLE void openReview();
    /// The first lesson of the open lesson's unit.
    Q_INVOKABLE void openUnit();
    Q_INVOKABLE void openWelcome();
    /// Back to the lesson from which another mode was entered; from the lesson itself to the welcome screen.
    Q_INVOKABLE void openLearn();
    Q_INVOKABLE void openDevice();
    /// Shows two designs side by side, and checks them when that has not been done.
    Q_INVOKABLE void openCompare();
    /// Shows what a comparison of the open lesson page compares; `block` as Page::blocks counts.
    Q_INVOKABLE void openLessonComparison(int block);
    /// Plays a side of the comparison in the workbench.
    Q_INVOKABLE void playComparedSide(int side);
    /// Shows the matrix, and checks what of it has not been checked.
    Q_INVOKABLE void openMatrix();
    Q_INVOKABLE void openSandbox();
    /// The run of the sandbox's chosen problem in the workbench; `step` steps of it are taken.
    Q_INVOKABLE void playSandbox(int step = 0);
    /// Makes a text of the sandbox from what the workbench shows, or from a side of the comparison.
    Q_INVOKABLE void sendToSandbox();
    Q_INVOKABLE void sendComparedToSandbox(int side);
    /// Shows the graph of states of what the workbench has loaded, or of what was chosen there; explores it when that has not been done.
    Q_INVOKABLE void openStates();
    Q_INVOKABLE void openSettings();
    /// Back to where one was before the settings.
    Q_INVOKABLE void closeSettings();
    /// Plays the run that the graph shows in the workbench.
    Q_INVOKABLE void playStatesRun();
    Q_INVOKABLE void openReference();
    /// Shows the matrix, its cursor in the row of a design.
    Q_INVOKABLE void openDesign(const QString& design);
    /// Puts the matrix's cell aside to be compared; with a second one, shows both.
    Q_INVOKABLE void compareMatrixCell();
    /// Plays the failing run of the matrix's cell in the workbench.
    Q_INVOKABLE void playMatrixCell();
    /// A key press nobody below has taken. Answers whether it meant something here.
    Q_INVOKABLE bool press(int key, int modifiers, bool autoRepeat);
    /// Does an action by its id, or goes to what was found (goTo()). What only the window can do is handed to it.
    Q_INVOKABLE void trigger(const QString& action);
    /// Whether an action can be done here and now.
    [[nodiscard]] bool active(const Action& action);
    /// The keys of an action as text, for tips; empty when it has none.
    [[nodiscard]] Q_INVOKABLE QString keysOf(const QString& action) const;
    Q_INVOKABLE void clearTrouble();

    /// Where exported files go unless the reader says otherwise.
    [[nodiscard]] Q_INVOKABLE QString exportFolder() const;
    /// Writes a text; answers what went wrong, or nothing. What was there before is kept until all is written.
    Q_INVOKABLE QString saveFile(const QString& path, const QString& content) const;

    /// Size of a pane as it was left, or `fallback`.
    [[nodiscard]] Q_INVOKABLE qreal paneSize(const QString& pane, qreal fallback) const;
    Q_INVOKABLE void setPaneSize(const QString& pane, qreal size);
    /// Every pane goes back to its own size, and stays so.
    void resetLayout();

signals:
    void screenChanged();
    void lookChanged();
    void troubleChanged();
    void picturedChanged();
    /// Every pane goes back to its own size.
    void layoutReset();
    /// An action that only the window itself can do: open the palette, go to the next pane, ...
    void requested(const QString& action);

private:
    void setScreen(Place screen);
    void leaveLearning();
    void openQuestions(const Lesson& questions, const QString& ifNone);
    void showPictures();
    void setTrouble(const QString& trouble);
    [[nodiscard]] OwnFlow sandboxFlow();
    void keepProgress();
    void readLessonAgain();
    void readFlowAgain();

    const Library& m_library;
    AppSettings m_remembered;
    Look m_look;
    SettingsViewModel m_settings;
    PicturePainter m_painter;
    bool m_pictured = false;
    Place m_screen = Place::Welcome;
    Place m_learning = Place::Welcome;       ///< where the learner was before another mode
    Place m_beforeSettings = Place::Welcome;
    QString m_trouble;
    int m_round = 0;   ///< how many tests there were
    OwnFlow m_ownFlow;      ///< of the run that openRun() shows
    OwnFlow m_statesFlow;   ///< of the run that the graph of states follows
    QString m_sandboxFolder;
    LessonShelf m_shelf;
    ReviewViewModel m_review;
    LessonViewModel m_lesson;
    SavedFile m_lessonFile;
    SavedFile m_flowFile;
    std::unique_ptr<DeviceViewModel> m_device;
    std::unique_ptr<CompareViewModel> m_compare;
    std::unique_ptr<MatrixViewModel> m_matrix;
    std::unique_ptr<SandboxViewModel> m_sandbox;
    std::unique_ptr<StatesViewModel> m_states;
    StoryListModel m_story;
    SearchListModel m_palette;
    ActionListModel m_keyList;
    std::unique_ptr<ReferenceViewModel> m_reference;
    std::unique_ptr<Tour> m_tour;
};

} // namespace bindlab
