#include "lesson/facts.h"

#include "lesson/claims.h"
#include "lesson/fact_history.h"
#include "lesson/witness.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace bindlab {

std::string plainStatement(const std::string& statement)
{
    std::string plain;
    for (const char c : statement)
        if (!std::isspace(static_cast<unsigned char>(c)))
            plain += c;
    while (plain.ends_with(';'))
        plain.pop_back();
    return plain;
}

std::vector<FactAnswer> Scene::answers(const Fact& fact) const
{
    const Witness witness(m_model, m_run, m_snapshot);
    if (m_run == nullptr && isOfHistory(fact))
        return {{false, false, sentence(fact), "a state alone does not tell what has happened"}};
    if (fact.subject == FactSubject::Call)
        return {witness.call(fact)};
    if (fact.subject == FactSubject::Finding)
        return {witness.finding(fact)};
    std::vector<FactAnswer> all;
    for (const auto& attribute : fact.attributes) {
        switch (fact.subject) {
        case FactSubject::Thread: all.push_back(witness.thread(fact, attribute)); break;
        case FactSubject::Object: all.push_back(witness.object(fact, attribute)); break;
        case FactSubject::Field: all.push_back(witness.field(fact, attribute)); break;
        case FactSubject::Machine: all.push_back(witness.machine(fact, attribute)); break;
        case FactSubject::Lock: all.push_back(witness.lock(fact, attribute)); break;
        case FactSubject::Steps:
            all.push_back(counted(claimOf(fact, attribute), attribute, std::uint64_t(m_run->position()),
                                  fmt::format("{} steps have been taken", m_run->position())));
            break;
        case FactSubject::Loop: {
            const bool loops = m_run->position() == m_run->length() && m_run->loopsTo() >= 0;
            all.push_back({loops, true, claimOf(fact, attribute),
                           loops ? fmt::format("everything is as it was after {} steps", m_run->loopsTo())
                                 : "everything was different at every step"});
            break;
        }
        default: all.push_back({false, false, claimOf(fact, attribute), "this is a fact of a check, not of a state"}); break;
        }
    }
    return all;
}

bool Scene::hold(const std::vector<Fact>& facts) const
{
    for (const auto& fact : facts)
        for (const auto& answer : answers(fact))
            if (!answer.holds)
                return false;
    return true;
}

bool Scene::reach(const std::vector<Goal>& goals) const
{
    return std::any_of(goals.begin(), goals.end(), [this](const Goal& goal) { return hold(goal); });
}

} // namespace bindlab
