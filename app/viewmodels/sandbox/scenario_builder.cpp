#include "scenario_builder.h"

#include "viewmodels/shared/plain_text.h"

#include "draft/lines.h"
#include "flow/ast.h"

#include <algorithm>
#include <set>

namespace bindlab {

namespace {

QString whoIs(const std::string& actor) {
    if (actor.empty() || actor == "vmm")
        return ScenarioBuilder::tr("VMM");
    QString name = text(actor);
    return name.replace(QLatin1Char('_'), QLatin1Char(' '));
}

/// A statement as a row shows it: without its semicolon, a choice by its first line.
CallRow rowOf(const std::string& statement) {
    const auto lines = linesOf(statement);
    QString code = text(lines.front()).trimmed();
    if (lines.size() > 1)
        return {code + QStringLiteral(" …"), false};
    while (code.endsWith(QLatin1Char(';')))
        code.chop(1);
    return {code, true};
}

std::string called(const std::string& statement) {
    const auto assigned = statement.find(" = ");
    return assigned == std::string::npos ? statement : statement.substr(assigned + 3);
}

/// What the environment may be like: statements that scenarios give.
std::set<std::string> environmentsOf(const Library& library) {
    std::set<std::string> statements;
    for (const ScenarioInfo& info : library.scenarios())
        if (const auto draft = scenarioDraft(library, info.id))
            for (const std::string& statement : draft->given)
                if (statement.find('\n') == std::string::npos && statement.find(" = ") != std::string::npos)
                    statements.insert(statement);
    return statements;
}

} // namespace

void ScenarioBuilder::show(const Library& library, const std::string& scenario) {
    m_draft = scenarioDraft(library, scenario).value_or(ScenarioDraft());
    m_choices = callChoices(library);

    std::vector<CallChoiceRow> calls;
    std::vector<NamedRow> disturbances;
    for (const CallChoice& choice : m_choices) {
        const QString title = rowOf(choice.text).code;
        calls.push_back({text(choice.text), title, whoIs(choice.actor)});
        if (!choice.actor.empty())
            disturbances.push_back({text(choice.text), title, whoIs(choice.actor), false});
    }
    m_calls.assign(std::move(calls));
    m_disturbances.assign(std::move(disturbances));

    std::vector<NamedRow> actors{{QString(), whoIs({}), {}, false}};
    for (const ast::Scenario& one : library.parts().scenarios)
        for (const ast::Thread& thread : one.threads)
            if (std::ranges::find(actors, text(thread.actor), &NamedRow::key) == actors.end())
                actors.push_back({text(thread.actor), whoIs(thread.actor), {}, false});
    m_actors.assign(std::move(actors));

    std::vector<NamedRow> starts;
    for (const ast::Start& start : library.parts().starts)
        if (std::ranges::none_of(starts, [&](const NamedRow& row) { return row.key == text(start.name.text); }))
            starts.push_back({text(start.name.text), text(start.name.text), start.given ? tr("a given state") : tr("a prologue"), start.name.text == m_draft.start});
    m_starts.assign(std::move(starts));

    std::vector<NamedRow> environment;
    for (const std::string& statement : environmentsOf(library))
        environment.push_back({text(statement), rowOf(statement).code, {}, std::ranges::find(m_draft.given, statement) != m_draft.given.end()});
    m_environment.assign(std::move(environment));

    std::vector<BuilderThreadRow> threads;
    for (std::size_t i = 0; i < m_draft.threads.size(); ++i) {
        if (m_callLists.size() <= i)
            m_callLists.push_back(std::make_unique<StructListModel<CallRow>>());
        std::vector<CallRow> rows;
        for (const std::string& statement : m_draft.threads[i].calls)
            rows.push_back(rowOf(statement));
        m_callLists[i]->assign(std::move(rows));
        const ScenarioDraft::Thread& thread = m_draft.threads[i];
        threads.push_back({text(thread.name), text(thread.title), text(thread.actor), whoIs(thread.actor), m_callLists[i].get()});
    }
    m_threads.assign(std::move(threads));
    emit changed();
}

bool ScenarioBuilder::has(int thread, int call) const {
    return thread >= 0 && std::size_t(thread) < m_draft.threads.size() && call >= 0 && std::size_t(call) < m_draft.threads[std::size_t(thread)].calls.size();
}

void ScenarioBuilder::change(ScenarioDraft draft, const QString& title) {
    if (draft != m_draft)
        emit edited(draft, title);
}

void ScenarioBuilder::setStart(const QString& start) {
    ScenarioDraft draft = m_draft;
    draft.start = start.toStdString();
    change(std::move(draft), tr("Start from %1").arg(start));
}

void ScenarioBuilder::addThread(const QString& call) {
    if (full())
        return;
    ScenarioDraft draft = m_draft;
    int number = 1;
    const auto taken = [&](const std::string& name) { return std::ranges::find(draft.threads, name, &ScenarioDraft::Thread::name) != draft.threads.end(); };
    while (taken("T" + std::to_string(number)))
        ++number;
    ScenarioDraft::Thread thread{"T" + std::to_string(number), {}, {}, {}};
    if (const auto choice = std::ranges::find(m_choices, call.toStdString(), &CallChoice::text); choice != m_choices.end()) {
        thread.actor = choice->actor;
        thread.title = choice->name;
        thread.calls.push_back(choice->text);
    }
    draft.threads.push_back(std::move(thread));
    change(std::move(draft), tr("Add a thread"));
}

void ScenarioBuilder::removeThread(int thread) {
    if (thread < 0 || std::size_t(thread) >= m_draft.threads.size() || m_draft.threads.size() == 1)
        return;
    ScenarioDraft draft = m_draft;
    draft.threads.erase(draft.threads.begin() + thread);
    change(std::move(draft), tr("Remove a thread"));
}

void ScenarioBuilder::setActor(int thread, const QString& actor) {
    if (thread < 0 || std::size_t(thread) >= m_draft.threads.size())
        return;
    ScenarioDraft draft = m_draft;
    draft.threads[std::size_t(thread)].actor = actor.toStdString();
    change(std::move(draft), tr("Let %1 run a thread").arg(whoIs(actor.toStdString())));
}

void ScenarioBuilder::addCall(int thread, const QString& statement) {
    if (thread < 0 || std::size_t(thread) >= m_draft.threads.size())
        return;
    ScenarioDraft draft = m_draft;
    draft.threads[std::size_t(thread)].calls.push_back(statement.toStdString());
    change(std::move(draft), tr("Add %1").arg(rowOf(statement.toStdString()).code));
}

void ScenarioBuilder::removeCall(int thread, int call) {
    if (!has(thread, call))
        return;
    ScenarioDraft draft = m_draft;
    auto& calls = draft.threads[std::size_t(thread)].calls;
    const QString title = rowOf(called(calls[std::size_t(call)])).code;
    calls.erase(calls.begin() + call);
    change(std::move(draft), tr("Remove %1").arg(title));
}

void ScenarioBuilder::moveCall(int thread, int call, int toThread, int toCall) {
    if (!has(thread, call) || toThread < 0 || std::size_t(toThread) >= m_draft.threads.size())
        return;
    ScenarioDraft draft = m_draft;
    auto& from = draft.threads[std::size_t(thread)].calls;
    const std::string statement = from[std::size_t(call)];
    from.erase(from.begin() + call);
    auto& to = draft.threads[std::size_t(toThread)].calls;
    const int at = std::clamp(thread == toThread && toCall > call ? toCall - 1 : toCall, 0, int(to.size()));
    to.insert(to.begin() + at, statement);
    change(std::move(draft), tr("Move %1").arg(rowOf(called(statement)).code));
}

void ScenarioBuilder::setEnvironment(const QString& statement, bool so) {
    ScenarioDraft draft = m_draft;
    std::erase(draft.given, statement.toStdString());
    if (so)
        draft.given.push_back(statement.toStdString());
    change(std::move(draft), so ? tr("Given: %1").arg(statement) : tr("No longer given: %1").arg(statement));
}

} // namespace bindlab
