#include "witness.h"

#include <utility>

namespace bindlab::random_use {

namespace {

constexpr qint64 promised = 1000;     ///< milliseconds, until what is typed or chosen is kept
constexpr int roundMilliseconds = 100;
/// A window that has had no time to do anything for a second has not broken its promise yet.
constexpr int promisedRounds = 5;

QByteArray textSlot(const QString& name) { return "text/" + name.toUtf8(); }

} // namespace

Witness::Witness(AppViewModel& app, Journal& journal) : m_app(app), m_journal(journal)
{
    m_clock.start();
    const LessonViewModel* lesson = app.lesson();
    connect(lesson, &LessonViewModel::lessonChanged, this, &Witness::takeUpLesson);
    // The blocks change before the file does, which is written before anyone who asked later is told of progress.
    connect(lesson, &LessonViewModel::blocksChanged, this, &Witness::sayProgress);
    connect(lesson, &LessonViewModel::progressChanged, this, &Witness::holdProgress);
    connect(&app, &AppViewModel::lookChanged, this, &Witness::saySettings);
    connect(app.lesson()->workbench(), &WorkbenchViewModel::speedChanged, this, &Witness::saySettings);
    connect(&app, &AppViewModel::screenChanged, this, &Witness::watchSandbox);
    connect(&m_rounds, &QTimer::timeout, this, &Witness::holdWhatIsOldEnough);
    m_rounds.start(roundMilliseconds);
    m_settings = settings();
    takeUpLesson();
}

void Witness::say(const QByteArray& slot, const QByteArray& value)
{
    if (const auto found = m_last.find(slot); found != m_last.end() && found->second == value)
        return;
    m_last[slot] = value;
    m_unheld.push_back({slot, value, m_clock.elapsed(), m_round});
    m_journal.says(slot, value);
}

void Witness::hold(const std::function<bool(const Said&)>& isKept)
{
    Slots held;
    for (const Said& said : m_unheld) {
        if (isKept(said))
            held[said.slot] = said.value;
    }
    std::erase_if(m_unheld, isKept);
    for (const auto& [slot, value] : held)
        m_journal.holds(slot, value);
}

void Witness::holdWhatIsOldEnough()
{
    ++m_round;
    watchSandbox();
    hold([this](const Said& said) { return m_round - said.round >= promisedRounds && m_clock.elapsed() - said.at >= promised; });
}

void Witness::holdEverything()
{
    hold([](const Said&) { return true; });
}

void Witness::takeUpLesson()
{
    const LessonSession* session = m_app.lesson()->session();
    m_progress = session == nullptr ? Slots() : slotsOf(session->lesson().id, session->progress());
    for (const Lesson& lesson : m_app.lessons()->all()) {
        const QByteArray slot = "progress/" + QByteArray::fromStdString(lesson.id) + '/';
        if (m_app.lesson()->isTest() && lesson.unit == session->lesson().unit)   // passed, it marks them as known
            m_journal.frees(slot);
        else if (m_app.lesson()->isReview())
            m_journal.frees(slot + "recalls/");
    }
}

void Witness::sayProgress()
{
    const LessonSession* session = m_app.lesson()->session();
    if (session == nullptr || m_app.lesson()->isTest() || m_app.lesson()->isReview())
        return;
    Slots now = slotsOf(session->lesson().id, session->progress());
    for (const auto& [slot, value] : now) {
        const auto before = m_progress.find(slot);
        if (before == m_progress.end() || before->second != value)
            say(slot, value);
    }
    for (const auto& [slot, value] : m_progress) {
        if (!now.contains(slot))
            say(slot, absent);
    }
    m_progress = std::move(now);
}

void Witness::holdProgress()
{
    hold([](const Said& said) { return said.slot.startsWith("progress/"); });
}

void Witness::watchSandbox()
{
    if (m_watchesSandbox || m_app.screen() != AppViewModel::Place::Sandbox)
        return;
    m_watchesSandbox = true;
    sayTexts();
    connect(m_app.sandbox(), &SandboxViewModel::savedChanged, this, &Witness::sayText);
    connect(m_app.sandbox(), &SandboxViewModel::filesChanged, this, &Witness::sayTexts);
}

void Witness::sayText()
{
    const SandboxViewModel& sandbox = *m_app.sandbox();
    if (sandbox.open())
        say(textSlot(sandbox.current()), fingerprint(sandbox.draftText().toUtf8()));
}

void Witness::sayTexts()
{
    const QAbstractItemModel& files = *m_app.sandbox()->files();
    const int nameRole = files.roleNames().key("name");
    std::set<QString> names;
    for (int row = 0; row < files.rowCount(); ++row)
        names.insert(files.index(row, 0).data(nameRole).toString());
    const QString current = m_app.sandbox()->current();
    for (const QString& name : m_texts) {
        if (names.contains(name))
            continue;
        if (name == m_text && !m_texts.contains(current) && m_app.sandbox()->open())
            m_journal.moves(textSlot(name), textSlot(current));
        else
            m_journal.frees(textSlot(name));
        m_last.erase(textSlot(name));
        std::erase_if(m_unheld, [&](const Said& said) { return said.slot == textSlot(name); });
    }
    m_texts = names;
    m_text = current;
    sayText();
}

Slots Witness::settings() const
{
    Slots all;
    for (const char* key : watchedSettings)
        all[QByteArray("setting/") + key] = m_app.remembered().value(QLatin1String(key)).toString().toUtf8();
    return all;
}

void Witness::saySettings()
{
    for (const auto& [slot, value] : settings()) {
        if (value != std::exchange(m_settings[slot], value))
            say(slot, value);
    }
}

} // namespace bindlab::random_use
