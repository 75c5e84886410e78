/// From one screen to another, and what goes along.
#include "app_view_model.h"

namespace bindlab {

void AppViewModel::openWelcome() {
    m_lesson.workbench()->pause();
    m_review.refresh();
    setScreen(Place::Welcome);
    m_remembered.keep(QStringLiteral("open/lesson"), QString());
}

void AppViewModel::openLearn() {
    if (m_screen != Place::Lesson && m_learning == Place::Lesson)
        setScreen(Place::Lesson);
    else
        openWelcome();
}

void AppViewModel::openDevice() {
    if (m_screen == Place::Lesson)
        device()->showRun();
    leaveLearning();
    setScreen(Place::Device);
}

void AppViewModel::openCompare() {
    leaveLearning();
    setScreen(Place::Compare);
    compare()->start();
}

void AppViewModel::openLessonComparison(int block) {
    if (const auto two = m_lesson.session() == nullptr ? std::nullopt : m_lesson.session()->compared(block)) {
        compare()->choose(*two);
        openCompare();
    }
}

void AppViewModel::playComparedSide(int side) {
    WorkbenchViewModel& shown = side == 0 ? *compare()->first() : *compare()->second();
    if (shown.run() != nullptr)
        openRun(*shown.run(), shown.selection());
}

void AppViewModel::openMatrix() {
    leaveLearning();
    setScreen(Place::Matrix);
    matrix()->start();
}

void AppViewModel::openSandbox() {
    leaveLearning();
    setScreen(Place::Sandbox);
}

void AppViewModel::playSandbox(int step) {
    auto run = sandbox()->currentRun();
    if (!run)
        return;
    run->seek(step);
    openRun(*run, sandbox()->read()->selection, sandboxFlow());
}

OwnFlow AppViewModel::sandboxFlow() {
    return {sandbox()->read()->flows, sandbox()->fileName().toStdString(), sandbox()->draftText().toStdString()};
}

void AppViewModel::sendToSandbox() {
    const WorkbenchViewModel& workbench = *m_lesson.workbench();
    if (workbench.run() == nullptr)
        return;
    if (m_ownFlow.text.empty())
        sandbox()->createFrom(workbench.selection());
    else
        sandbox()->createWith(QString::fromStdString(m_ownFlow.file).section(QLatin1Char('.'), 0, 0), QString::fromStdString(m_ownFlow.text), workbench.selection());
    openSandbox();
}

void AppViewModel::sendComparedToSandbox(int side) {
    sandbox()->createFrom(compare()->selections()[side == 0 ? 0 : 1]);
    openSandbox();
}

void AppViewModel::openStates() {
    const WorkbenchViewModel& workbench = *m_lesson.workbench();
    if (m_screen == Place::Lesson && workbench.run() != nullptr) {
        m_statesFlow = m_ownFlow;
        states()->follow(*workbench.run(), workbench.selection(), workbench.flows());
    } else if (const auto run = m_screen == Place::Sandbox ? sandbox()->currentRun() : std::nullopt) {
        m_statesFlow = sandboxFlow();
        states()->follow(*run, sandbox()->read()->selection, m_statesFlow.flows);
    }
    leaveLearning();
    setScreen(Place::States);
    states()->start();
}

void AppViewModel::playStatesRun() {
    const auto run = states()->run();
    if (!run)
        return;
    const bool isFollowed = states()->ownFlows() && states()->ownFlows() == m_statesFlow.flows;
    openRun(*run, states()->selection(), isFollowed ? m_statesFlow : OwnFlow{states()->ownFlows(), {}, {}});
}

void AppViewModel::openSettings() {
    if (m_screen == Place::Settings)
        return;
    leaveLearning();
    m_beforeSettings = m_screen;
    m_settings.setFilter({});
    setScreen(Place::Settings);
}

void AppViewModel::closeSettings() {
    if (m_screen == Place::Settings)
        setScreen(m_beforeSettings);
}

void AppViewModel::openReference() {
    leaveLearning();
    setScreen(Place::Reference);
}

void AppViewModel::openDesign(const QString& design) {
    openMatrix();
    matrix()->selectDesign(design.toStdString());
}

void AppViewModel::leaveLearning() {
    m_lesson.workbench()->pause();
    if (m_screen == Place::Welcome || m_screen == Place::Lesson)
        m_learning = m_screen;
}

void AppViewModel::compareMatrixCell() {
    if (const auto two = matrix()->pick()) {
        compare()->choose(*two);
        openCompare();
    }
}

void AppViewModel::playMatrixCell() {
    if (const auto run = matrix()->failingRun())
        openRun(run->first, run->second);
}

void AppViewModel::setScreen(Place screen) {
    if (screen == m_screen)
        return;
    if (m_compare)
        m_compare->pause();
    if (m_states)
        m_states->pause();
    m_screen = screen;
    emit screenChanged();
}

} // namespace bindlab
