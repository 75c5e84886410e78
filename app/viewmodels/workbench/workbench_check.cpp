#include "workbench_check.h"

#include "viewmodels/shared/number_text.h"
#include "viewmodels/shared/paced_progress.h"

#include <algorithm>

namespace bindlab {

namespace {

QString stepsText(std::size_t count) {
    return count == 1 ? CheckViewModel::tr("1 step") : CheckViewModel::tr("%1 steps").arg(count);
}

} // namespace

void CheckViewModel::start(std::shared_ptr<const Model> model, const QString& scope) {
    m_scope = scope;
    m_stale = false;
    m_progress = {};
    m_job.start([this, model = std::move(model)](const BackgroundJob::Task& task) {
        CheckOptions options;
        options.cancel = &task.cancel;
        options.progress = paced([this, &task](const CheckProgress& progress) {
            task.tell([this, progress] {
                m_progress = progress;
                emit changed();
            });
        });
        return bindlab::check(model, options);
    }, [this](CheckResult result) {
        m_result = std::move(result);
        emit changed();
        emit finished();
    });
    emit changed();
}

void CheckViewModel::take(CheckResult result, const QString& scope) {
    m_job.cancel();
    m_result = std::move(result);
    m_scope = scope;
    m_stale = false;
    emit changed();
}

void CheckViewModel::outdate() {
    if (!m_result && !running())
        return;
    m_job.cancel();
    m_stale = true;
    emit changed();
}

CheckViewModel::State CheckViewModel::state() const {
    if (running())
        return Running;
    if (!m_result || m_stale)
        return None;
    switch (m_result->verdict) {
    case Verdict::Holds: return Safe;
    case Verdict::Violated: return Fails;
    case Verdict::Bounded: return Bounded;
    case Verdict::NotApplicable: return NotApplicable;
    }
    return None;
}

QString CheckViewModel::label() const {
    switch (state()) {
    case None: return tr("Check");
    case Running:
        return m_progress.states == 0 ? tr("Checking")
                                      : tr("%1 states, depth %2").arg(numberText(m_progress.states)).arg(m_progress.depth);
    case Safe: return tr("Safe");
    case Fails: {
        const Violation& violation = m_result->violations[std::size_t(mainViolation())];
        return tr("%1, %2").arg(violationName(violation), stepsText(violation.steps.size()));
    }
    case Bounded: return tr("Bounded");
    case NotApplicable: return tr("Not applicable");
    }
    return {};
}

QString CheckViewModel::detail() const {
    switch (state()) {
    case None: return stale() ? tr("The design has changed since the last check.") : tr("Tries every interleaving of these calls.");
    case Running: return tr("Trying every interleaving.");
    case Safe:
        return tr("Every interleaving was tried: %1 states, %2 transitions, the longest run %3 steps.")
            .arg(numberText(m_result->states), numberText(m_result->transitions)).arg(m_result->depth);
    case Fails: return QString::fromStdString(m_result->violations[std::size_t(mainViolation())].message);
    case Bounded:
        return tr("Stopped at %1 states, before every interleaving was tried: %2.")
            .arg(numberText(m_result->states), QString::fromStdString(m_result->bound));
    case NotApplicable: return tr("This design has no words for what is asked.");
    }
    return {};
}

QStringList CheckViewModel::violations() const {
    QStringList lines;
    if (m_result && !m_stale) {
        for (const Violation& violation : m_result->violations) {
            lines.append(tr("%1: %2 (%3)").arg(QString::fromStdString(violation.property), QString::fromStdString(violation.message),
                                                 stepsText(violation.steps.size())));
        }
    }
    return lines;
}

int CheckViewModel::mainViolation() const {
    if (!m_result || m_stale || m_result->violations.empty())
        return -1;
    const auto& list = m_result->violations;
    return int(std::ranges::min_element(list, isToldBefore) - list.begin());
}

QString violationName(const Violation& violation) {
    // The findings that the step itself makes have names; a property of a flow file has its own title.
    if (violation.property == "I3")
        return CheckViewModel::tr("Use after free");
    if (violation.property == "I21")
        return CheckViewModel::tr("Unguarded access");
    if (violation.property == "I10")
        return violation.failure == "F4" ? CheckViewModel::tr("Lock never released") : CheckViewModel::tr("Deadlock");
    return CheckViewModel::tr("%1 broken").arg(QString::fromStdString(violation.property));
}

} // namespace bindlab
