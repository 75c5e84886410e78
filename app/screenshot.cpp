#include "screenshot.h"

#include "application.h"
#include "opened_file.h"
#include "viewmodels/shared/language.h"
#include "viewmodels/window/app_view_model.h"

#include <fmt/format.h>

#include <QBuffer>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QGuiApplication>
#include <QImage>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QStyleHints>
#include <QTimer>

namespace bindlab {

namespace {

/// The scene has this long to come to rest before a picture of it is given up.
constexpr int settleMilliseconds = 60'000;

/// What the screens show when nothing else is asked for.
constexpr const char* shownDesign = "D3a";
constexpr const char* shownScenario = "S3";

/// Lets the scene come to rest: bindings, layout, fonts, pictures drawn in the background.
bool comesToRest(const QQuickWindow& window) {
    QElapsedTimer timer;
    timer.start();
    int quietRounds = 0;
    while (quietRounds < 3) {
        if (timer.elapsed() > settleMilliseconds)
            return false;
        QEventLoop loop;
        QTimer::singleShot(20, &loop, &QEventLoop::quit);
        loop.exec();
        quietRounds = window.property("settled").toBool() ? quietRounds + 1 : 0;
    }
    return true;
}

/// A step towards the picture: done, or why there will be none.
using Step = tl::expected<void, Complaint>;

/// The screen that was asked for, the window around it, and the picture of that.
class Screenshot {
public:
    explicit Screenshot(const ScreenshotOptions& options) : m_options(options), m_app(Library::shipped(), {}) {}

    [[nodiscard]] Step take() {
        setLook();
        return openScreen()
            .and_then([this] { return showWindow(); })
            .and_then([this] { return performActs(); })
            .and_then([this] { return goToMoment(); })
            .and_then([this] { return writePicture(); });
    }

private:
    void setLook() {
        m_app.setThemeChoice(m_options.theme == "light"      ? AppViewModel::ThemeChoice::Light
                             : m_options.theme == "contrast" ? AppViewModel::ThemeChoice::Contrast
                                                             : AppViewModel::ThemeChoice::Dark);
        m_app.setTextScale(m_options.textScale);
        m_app.setReducedMotion(true);
    }

    [[nodiscard]] bool shows(const char* screen) const { return m_options.screen == screen; }

    Step openScreen() {
        if (shows("lesson"))
            return openLesson();
        if (shows("device"))
            return openDevice();
        if (shows("compare"))
            openCompare();
        if (shows("settings"))
            m_app.openSettings();
        if (shows("matrix"))
            openMatrix();
        if (shows("sandbox"))
            openSandbox();
        if (shows("states"))
            openStates();
        if (shows("reference"))
            openReference();
        return {};
    }

    Step openLesson() {
        const QString id = m_options.lesson.empty() ? m_app.lessons()->nextId() : QString::fromStdString(m_options.lesson);
        if (m_options.lesson.ends_with(".md")) {
            const auto file = openFile(m_options.lesson, Library::shipped());
            if (!file)
                return tl::unexpected(file.error());
            m_app.openLesson(*file->lesson);
        } else {
            m_app.openLesson(id);
        }
        if (!m_app.trouble().isEmpty())
            return complain(m_app.trouble().toStdString());
        return openPage(id).and_then([this] { return goToStepOfPage(); });
    }

    Step openPage(const QString& id) {
        LessonViewModel& lesson = *m_app.lesson();
        if (m_options.page > lesson.pageCount())
            return complain(fmt::format("lesson \"{}\" has {} pages, there is no page {}", id.toStdString(), lesson.pageCount(), m_options.page));
        if (m_options.page > 0)
            lesson.openPage(m_options.page - 1);
        return {};
    }

    Step goToStepOfPage() {
        if (m_options.step < 0)
            return {};
        WorkbenchViewModel& workbench = *m_app.lesson()->workbench();
        workbench.seek(m_options.step);
        if (workbench.position() != m_options.step)
            return complain(fmt::format("the run of this page has {} steps to show, there is no step {}", workbench.length(), m_options.step));
        return {};
    }

    /// With a lesson, the messages of its run; else a device that has been bound, and what would come next.
    Step openDevice() {
        if (!m_options.lesson.empty()) {
            const Step opened = openLesson();
            m_app.openDevice();
            return opened;
        }
        m_app.openDevice();
        m_app.device()->playHappyPath();
        m_app.device()->preview(QStringLiteral("clear-mse"));
        return {};
    }

    void openCompare() {
        CompareViewModel& compare = *m_app.compare();
        std::array<Selection, 2> selections = compare.selections();
        for (std::size_t side = 0; side < 2; ++side) {
            if (m_options.designs.size() == 2)
                selections[side] = designNamed(m_options.designs[side]);
            if (!m_options.scenario.empty())
                selections[side].scenario = m_options.scenario;
            else if (selections[side].scenario.empty())
                selections[side].scenario = compare.scenario().toStdString();
            selections[side].platform = m_options.platform;
        }
        compare.choose(selections);
        compare.setView(m_options.view == "difference" ? CompareViewModel::View::Difference
                        : m_options.view == "overlay"  ? CompareViewModel::View::Overlay
                                                       : CompareViewModel::View::SideBySide);
        m_app.openCompare();
    }

    void openMatrix() {
        m_app.openMatrix();
        m_app.matrix()->select(shownDesign, shownScenario);
    }

    void openSandbox() {
        m_app.sandbox()->createFrom({m_options.designs.empty() ? shownDesign : m_options.designs.front(), {},
                                     m_options.scenario.empty() ? shownScenario : m_options.scenario, m_options.platform});
        m_app.openSandbox();
    }

    void openStates() {
        StatesViewModel& states = *m_app.states();
        Selection selection = m_options.designs.empty() ? states.selection() : designNamed(m_options.designs.front());
        selection.scenario = m_options.scenario.empty() ? states.selection().scenario : m_options.scenario;
        selection.platform = m_options.platform;
        states.choose(selection);
        states.setArrangement(m_options.view == "progress" ? StatesViewModel::ByProgress
                              : m_options.view == "force"  ? StatesViewModel::Free
                                                           : StatesViewModel::ByDepth);
        m_app.openStates();
    }

    void openReference() {
        m_app.openReference();
        if (!m_options.machine.empty())
            m_app.reference()->showSheet(QString::fromStdString(m_options.machine));
    }

    Step settle() {
        if (!comesToRest(*m_window))
            return complain(fmt::format("the window did not come to rest within {} s", settleMilliseconds / 1000));
        return {};
    }

    Step showWindow() {
        const auto window = loadWindow(m_engine, m_app);
        if (!window)
            return tl::unexpected(window.error());
        m_window = *window;
        m_window->setMinimumSize({1, 1});
        m_window->resize(m_options.width, m_options.height);
        m_window->show();
        m_app.drawPictures();
        return settle();
    }

    /// Before the reader's eyes, so that what comes of it is scrolled into view.
    Step performActs() {
        if (m_options.acts == 0)
            return {};
        LessonViewModel& lesson = *m_app.lesson();
        for (int act = 0; act < m_options.acts && !lesson.openDirective().isEmpty(); ++act) {
            if (lesson.actionText().isEmpty() || lesson.openDirective() == QLatin1String("watch"))
                lesson.skip();
            else
                lesson.perform();
        }
        return settle().and_then([this] { return settle(); });
    }

    /// What only a screen that is shown and has done its work can go to.
    Step goToMoment() {
        if (shows("sandbox")) {
            m_app.sandbox()->chooseProblem(0);
            return settle();
        }
        if (shows("compare"))
            return goToStepOfComparison();
        if (shows("states"))
            return goToStepOfStates();
        return {};
    }

    Step goToStepOfComparison() {
        if (!m_app.compare()->playable())
            return complain(m_app.compare()->obstacle().toStdString());
        if (m_options.step < 0)
            return {};
        m_app.compare()->seek(m_options.step);
        return settle();
    }

    Step goToStepOfStates() {
        StatesViewModel& states = *m_app.states();
        if (!states.explored())
            return complain(states.obstacle().toStdString());
        if (m_options.step < 0)
            return {};
        states.seek(m_options.step);
        if (states.position() != m_options.step)
            return complain(fmt::format("the run that is shown has {} steps, there is no step {}", states.length(), m_options.step));
        return settle();
    }

    Step writePicture() {
        const QImage picture = m_window->grabWindow();
        if (picture.isNull())
            return complain("the window could not be drawn");
        // Made in memory, since libpng has words of its own for a full disk. Written in place: what the name stands for may be a
        // device or a pipe, which must not be replaced by a file.
        QBuffer bytes;
        picture.save(&bytes, "PNG");
        return writeTextFile(m_options.out, bytes.data().toStdString());
    }

    const ScreenshotOptions& m_options;
    AppViewModel m_app;
    QQmlApplicationEngine m_engine;
    QQuickWindow* m_window = nullptr;
};

/// The same picture everywhere: no display, no graphics card, no scaling of the desktop.
void drawTheSameEverywhere() {
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_ENABLE_HIGHDPI_SCALING", "0");
    qunsetenv("QT_SCALE_FACTOR");
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
}

Step speakAs(const ScreenshotOptions& options) {
    const QString language = QString::fromStdString(options.language);
    if (languageMeant(language) != language) {
        std::vector<std::string> known{"en"};
        for (const QString& translated : translatedLanguages())
            known.push_back(translated.toStdString());
        return complain(unknownName("language", options.language, known));
    }
    speak(language);
    return {};
}

} // namespace

int runScreenshot(const ScreenshotOptions& options) {
    drawTheSameEverywhere();
    nameApplication();
    Arguments arguments;
    QGuiApplication application(arguments.count, arguments.values);
    QGuiApplication::styleHints()->setCursorFlashTime(0);   // else it is in some pictures and not in others
    const Step taken = checkFonts().and_then([&] { return speakAs(options); }).and_then([&] { return Screenshot(options).take(); });
    return taken ? exitDone : fail(taken.error());
}

} // namespace bindlab
