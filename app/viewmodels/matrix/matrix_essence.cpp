#include "matrix_essence.h"

#include "viewmodels/shared/plain_text.h"

#include <atomic>
#include <utility>

namespace bindlab {

namespace {

/// A cell that is looked at so long is worth explaining; in milliseconds.
constexpr int askAfter = 200;

QString essenceOf(const Library& library, const MatrixEssence::Failure& asked, const std::atomic<bool>& cancel)
{
    CheckOptions options;
    options.properties = {asked.property};
    options.essence = true;
    options.cancel = &cancel;
    const MatrixCell explained = checkCell(library, asked.selection, options);
    QString sentence;
    for (const Violation& each : explained.result.violations)
        if (each.failure == asked.failure && each.essence)
            sentence = text(each.essence->sentence);
    return sentence;
}

} // namespace

MatrixEssence::MatrixEssence(const Library& library, std::function<bool()> otherWork, QObject* parent)
    : QObject(parent), m_library(library), m_otherWork(std::move(otherWork))
{
    m_soon.setInterval(askAfter);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &MatrixEssence::ask);
}

void MatrixEssence::lookAt(std::optional<Failure> failure)
{
    m_failure = std::move(failure);
    m_soon.start();
}

QString MatrixEssence::cell() const
{
    return m_failure ? text(m_failure->selection.platform + " " + designName(m_failure->selection) + " " + m_failure->selection.scenario) : QString();
}

QString MatrixEssence::sentence() const
{
    const auto known = m_sentences.find(cell());
    return known == m_sentences.end() ? QString() : known->second;
}

void MatrixEssence::ask()
{
    if (m_failure && !m_job.running() && !m_otherWork() && !m_sentences.contains(cell()))
        m_job.start([&library = m_library, asked = *m_failure](const BackgroundJob::Task& task) { return essenceOf(library, asked, task.cancel); },
                    [this, cell = cell()](const QString& sentence) { answer(cell, sentence); });
    emit changed();
}

void MatrixEssence::answer(const QString& cell, const QString& sentence)
{
    m_sentences.insert_or_assign(cell, sentence);
    if (this->cell() != cell)
        m_soon.start();
    emit changed();
}

} // namespace bindlab
