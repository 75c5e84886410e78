/// The run of the workbench, step by step: taken, gone back to, found again.
#include "workbench_view_model.h"

#include "viewmodels/shared/plain_text.h"

#include "checker/value_history.h"

#include <algorithm>

namespace bindlab {

bool WorkbenchViewModel::canGoForward() const {
    return m_run && (position() < length() || (!m_futureHidden && m_onlyChoice >= 0));
}

QString WorkbenchViewModel::sentence() const {
    if (!m_run)
        return m_trouble.isEmpty() ? tr("Nothing is loaded.") : m_trouble;
    if (m_answer.position == position())
        return m_answer.sentence;
    if (position() == 0) {
        const QString title = scenarioTitle();
        return title.isEmpty() ? tr("The start.") : tr("%1.").arg(withCapital(title));
    }
    const StepRecord& record = m_run->record(position() - 1);
    return text(record.sentence);
}

void WorkbenchViewModel::why(int box) {
    const std::string name = m_map.boxValue(box).toStdString();
    if (!m_run || name.empty())
        return;
    const bool again = m_answer.position == position() && m_answer.name == name;
    const auto change = lastChange(*m_run, name, again ? position() - 1 : position());
    if (change)
        seek(change->step + 1);
    m_answer = {change ? text(change->sentence) : tr("%1 has not changed before.").arg(text(name)), name, position()};
    emit changed();
}

int WorkbenchViewModel::sentenceThread() const {
    return position() == 0 ? -1 : m_run->record(position() - 1).choice.thread;
}

bool WorkbenchViewModel::sentenceFails() const {
    return position() > 0 && !m_run->record(position() - 1).findings.empty();
}

bool WorkbenchViewModel::stepThread(int thread, int choice) {
    if (!m_run || thread < 0 || thread >= int(m_snapshot.threads.size()) || choice < 0 || choice > 255)
        return false;
    pause();
    const int before = m_run->position();
    const StepChoice pick{std::uint8_t(thread), std::uint8_t(choice)};
    const bool recorded = before < m_run->length() && m_run->record(before).choice == pick;
    std::optional<Run> left;   // where the way parts from what was ahead
    if (!recorded && before < m_run->length())
        left = m_run;
    if (m_run->step(pick) != StepStatus::Done) {
        const ThreadView& view = m_snapshot.threads[std::size_t(thread)];
        QString why = tr("%1 is done.").arg(text(view.name));
        for (const NextView& next : view.next) {
            if (!next.blocked.empty())
                why = tr("%1 %2.").arg(text(view.name), text(next.blocked));
        }
        emit said(why);
        return false;
    }
    if (left) {
        m_kept.keep(*left);
        m_kept.cutOff(before);
    }
    if (!recorded)
        std::erase_if(m_departures, [&](int step) { return step >= before; });
    refresh(recorded ? m_run->length() : before);
    return true;
}

void WorkbenchViewModel::back() {
    if (!m_run)
        return;
    pause();
    if (m_run->back())
        refresh(m_run->length());
}

void WorkbenchViewModel::forward() {
    if (!m_run)
        return;
    pause();
    if (position() < length()) {
        m_run->forward();
        refresh(m_run->length());
    } else if (canGoForward()) {
        const ChoiceRow& only = m_next.rows()[std::size_t(m_onlyChoice)];
        stepThread(only.thread, only.choice);
    }
}

void WorkbenchViewModel::first() {
    seek(0);
}

void WorkbenchViewModel::last() {
    seek(length());
}

void WorkbenchViewModel::seek(int position) {
    if (!m_run)
        return;
    pause();
    const int wanted = std::clamp(position, 0, length());
    if (wanted == m_run->position())
        return;
    m_run->seek(wanted);
    refresh(m_run->length());
}

void WorkbenchViewModel::playOn() {
    m_run->forward();
    refresh(m_run->length());
}

void WorkbenchViewModel::keepAndShow(Run other) {
    m_kept.keep(*m_run);
    m_kept.cutOff(0);
    take(std::move(other), m_selection, {});
}

bool WorkbenchViewModel::playViolation(int violation, int position) {
    const CheckResult* result = m_check.result();
    if (!m_run || result == nullptr || m_check.state() != CheckViewModel::Fails || violation < 0
        || violation >= int(result->violations.size()))
        return false;
    auto run = replay(m_run->sharedModel(), result->violations[std::size_t(violation)].steps);
    if (!run) {
        emit said(text(run.error()));
        return false;
    }
    run->seek(std::clamp(position, 0, run->length()));
    keepAndShow(std::move(*run));
    return true;
}

void WorkbenchViewModel::toggleBookmark() {
    if (!m_run)
        return;
    m_kept.toggleBookmark(position());
    emit changed();
}

void WorkbenchViewModel::nextBookmark() {
    const int next = m_kept.nextBookmark(position());
    if (next >= 0)
        seek(next);
}

void WorkbenchViewModel::openRecent(int number) {
    auto run = number < 0 || !m_run ? std::nullopt : m_kept.take(std::size_t(number));
    if (!run)
        return;
    keepAndShow(std::move(*run));
}

void WorkbenchViewModel::jumpToViolation() {
    const int step = firstViolation();
    if (step >= 0)
        seek(step + 1);
    else if (!m_futureHidden && m_check.mainViolation() >= 0)
        playViolation(m_check.mainViolation(),
                      int(m_check.result()->violations[std::size_t(m_check.mainViolation())].steps.size()));
}

int WorkbenchViewModel::firstViolation() const {
    return m_run ? m_timeline.violation() : -1;
}

} // namespace bindlab
