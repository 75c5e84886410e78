#include "lesson/fact_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace bindlab {

namespace {

/// What a fact may speak of, by the key that names it. The first of these that is there is the subject: {call: ..., thread: ...}
/// speaks of the call.
struct SubjectKey {
    const char* key;
    FactSubject subject;
    bool valued;   ///< the key's value is the claim: `steps: 12`
    std::vector<std::string> attributes;
};

const std::vector<SubjectKey>& subjectKeys()
{
    static const std::vector<SubjectKey> keys{
        {"call", FactSubject::Call, false, {"thread", "returned", "can_return"}},
        {"finding", FactSubject::Finding, false, {"thread", "failure", "of"}},
        {"property", FactSubject::Property, false, {"is", "failure", "length", "switches"}},
        {"lock", FactSubject::Lock, false, {"held_by"}},
        {"field", FactSubject::Field, false, {"is"}},
        {"machine", FactSubject::Machine, false, {"is"}},
        {"object", FactSubject::Object, false, {"is"}},
        {"thread", FactSubject::Thread, false, {"is", "waits_for", "held_by", "in", "next", "locals"}},
        {"steps", FactSubject::Steps, true, {}},
        {"run", FactSubject::Loop, true, {}},
        {"verdict", FactSubject::Verdict, true, {}},
        {"states", FactSubject::States, true, {}},
        {"transitions", FactSubject::Transitions, true, {}},
        {"depth", FactSubject::Depth, true, {}},
    };
    return keys;
}

const std::vector<std::string>* valuesOf(FactSubject subject, const std::string& attribute)
{
    static const std::vector<std::string> statuses{"absent", "private", "live", "unlinked", "freed"};
    static const std::vector<std::string> threads{"ready", "blocked", "done", "failed"};
    static const std::vector<std::string> verdicts{"holds", "violated", "bounded", "n/a"};
    static const std::vector<std::string> properties{"holds", "violated", "n/a"};
    static const std::vector<std::string> loops{"loops"};
    if (attribute != "is")
        return nullptr;
    switch (subject) {
    case FactSubject::Object: return &statuses;
    case FactSubject::Thread: return &threads;
    case FactSubject::Verdict: return &verdicts;
    case FactSubject::Property: return &properties;
    case FactSubject::Loop: return &loops;
    default: return nullptr;
    }
}

bool isCount(FactSubject subject, const std::string& attribute)
{
    return attribute == "length" || attribute == "switches"
        || (attribute == "is"
            && (subject == FactSubject::Steps || subject == FactSubject::States || subject == FactSubject::Transitions
                || subject == FactSubject::Depth));
}

} // namespace

Setting FactReader::setting(const YamlReader::Fields& fields)
{
    Setting setting{m_reader.optional(fields, "design"), m_reader.optional(fields, "scenario"), false};
    if (const auto found = fields.find("from"); found != fields.end()) {
        m_reader.mustBe(m_reader.text(found->second, "from"), {"start"}, "from", found->second);
        setting.fromStart = true;
    }
    return setting;
}

std::optional<std::vector<YAML::Node>> FactReader::list(const YamlReader::Fields& fields, const std::string& key,
                                            const YAML::Node* owner)
{
    const auto found = fields.find(key);
    if (found == fields.end()) {
        if (owner && owner->IsMap())
            m_reader.complain(*owner, fmt::format("'{}' is missing", key));
        return std::nullopt;
    }
    if (!found->second.IsSequence() || found->second.size() == 0) {
        m_reader.complain(found->second, fmt::format("expected a list for '{}' that is not empty", key));
        return std::nullopt;
    }
    return YamlReader::entries(found->second);
}

std::vector<Fact> FactReader::factField(const YamlReader::Fields& fields, const std::string& key, FactsOf of,
                            const YAML::Node* owner)
{
    const auto found = fields.find(key);
    if (found == fields.end()) {
        if (owner && owner->IsMap())
            m_reader.complain(*owner, fmt::format("'{}' is missing", key));
        return {};
    }
    if (found->second.IsNull() || (found->second.IsSequence() && found->second.size() == 0)) {
        m_reader.complain(found->second, fmt::format("'{}' has no facts", key));
        return {};
    }
    return facts(found->second, of);
}

std::vector<Fact> FactReader::facts(const YAML::Node& node, FactsOf of)
{
    std::vector<Fact> facts;
    for (const auto& entry : YamlReader::entries(node)) {
        auto read = fact(entry);
        if (!read)
            continue;
        if (of == FactsOf::Moment && isOfCheck(*read))
            m_reader.complain(entry, "this is a fact of a check; here stand facts of a state");
        else if (of == FactsOf::Check && !isOfCheck(*read))
            m_reader.complain(entry, "this is a fact of a state; here stand facts of a check");
        else
            facts.push_back(std::move(*read));
    }
    return facts;
}

std::optional<Fact> FactReader::fact(const YAML::Node& node)
{
    std::vector<std::string> subjects;
    for (const auto& key : subjectKeys())
        subjects.emplace_back(key.key);
    if (!node.IsMap()) {
        m_reader.complain(node, fmt::format("expected a fact, {{subject: name, ...}}, with one of {}", oneOf(subjects)));
        return std::nullopt;
    }
    const auto subject = std::find_if(subjectKeys().begin(), subjectKeys().end(),
                                      [&](const SubjectKey& key) { return node[key.key].IsDefined(); });
    if (subject == subjectKeys().end()) {
        const auto first =
            node.size() > 0 && node.begin()->first.IsScalar() ? node.begin()->first.Scalar() : std::string();
        m_reader.complain(node, fmt::format("expected a fact that speaks of {}, found '{}'", oneOf(subjects), first),
                          meant(first, subjects));
        return std::nullopt;
    }
    auto known = subject->attributes;
    known.insert(known.begin(), subject->key);
    const auto fields = m_reader.fields(node, known);
    const auto named = fields.find(subject->key);
    if (named == fields.end())
        return std::nullopt;

    Fact fact{subject->subject, {}, {}, m_reader.lineOf(node)};
    if (subject->valued)
        fact.attributes.push_back(attribute(fact.subject, "is", named->second));
    else
        fact.name = m_reader.required(fields, subject->key, node);
    for (const auto& name : subject->attributes) {   // in this order, whatever the order in the file
        const auto found = fields.find(name);
        if (found == fields.end())
            continue;
        if (name == "locals" && found->second.IsMap()) {
            for (const auto& local : found->second)
                fact.attributes.push_back({"locals." + m_reader.text(local.first, name),
                                           {m_reader.text(local.second, name)},
                                           m_reader.lineOf(local.first)});
        } else if (name == "locals") {
            m_reader.complain(found->second, "expected the locals as keys: {v: vdevice}");
        } else {
            fact.attributes.push_back(attribute(fact.subject, name, found->second));
        }
    }
    if (fields.contains("can_return"))
        fact.subject = FactSubject::Result;
    if (fields.contains("can_return") && fields.contains("returned"))
        m_reader.complain(node, "'returned' is a fact of a state, 'can_return' one of a check: not both");
    if (fact.attributes.empty() && fact.subject != FactSubject::Finding)
        m_reader.complain(node, fmt::format("this fact claims nothing: expected {}", oneOf(subject->attributes)));
    if (fact.subject == FactSubject::Finding && fact.name != "none" && fields.contains("of"))
        m_reader.complain(fields.at("of"), "'of' goes with 'finding: none'");
    if (fact.subject == FactSubject::Call && !fields.contains("returned"))
        m_reader.complain(node, "expected 'returned' or 'can_return' of a call");
    return fact;
}

FactAttribute FactReader::attribute(FactSubject subject, const std::string& name, const YAML::Node& node)
{
    FactAttribute attribute{name, {}, m_reader.lineOf(node)};
    if (isCount(subject, name)) {
        attribute.values.push_back(std::to_string(m_reader.number(node, name, 0, std::numeric_limits<int>::max())));
        return attribute;
    }
    if ((name == "can_return" || name == "of") && node.IsSequence()) {
        for (const auto& entry : node)
            attribute.values.push_back(m_reader.text(entry, name));
        std::sort(attribute.values.begin(), attribute.values.end());
        return attribute;
    }
    attribute.values.push_back(m_reader.text(node, name));
    if (const auto* known = valuesOf(subject, name))
        m_reader.mustBe(attribute.values.front(), *known, name, node);
    return attribute;
}

std::vector<Goal> FactReader::goals(const YamlReader::Fields& fields, const YAML::Node& owner)
{
    std::vector<Goal> goals;
    if (const auto any = fields.find("any"); any != fields.end()) {
        if (fields.contains("goal"))
            m_reader.complain(any->second, "'goal' says one goal, 'any' several: not both");
        if (const auto nodes = list(fields, "any", nullptr))
            for (const auto& node : *nodes)
                goals.push_back(facts(node, FactsOf::Moment));
        return goals;
    }
    goals.push_back(factField(fields, "goal", FactsOf::Moment, &owner));
    return goals;
}

std::vector<Move> FactReader::moves(const YamlReader::Fields& fields, const std::string& key, const YAML::Node* owner)
{
    std::vector<Move> moves;
    if (const auto nodes = list(fields, key, owner))
        for (const auto& node : *nodes)
            moves.push_back(move(node));
    return moves;
}

void FactReader::alone(const YamlReader::Fields& fields, const std::string& key)
{
    for (const auto& [name, node] : fields)
        if (name != key && name != "but")
            m_reader.complain(node, fmt::format("'{}' does not go with '{}'", name, key));
}

Move FactReader::move(const YAML::Node& node)
{
    Move move;
    move.line = m_reader.lineOf(node);
    if (node.IsScalar()) {
        move.thread = fmt::format("T{}", m_reader.number(node, "run", 1, 9));
        return move;
    }
    const auto fields =
        m_reader.fields(node, {"thread", "before", "after", "in", "times", "until", "shortest", "nearest", "but", "choose"});
    if (fields.contains("nearest") || fields.contains("shortest"))
        moveToGoal(fields, node, move);
    else if (node.IsMap())
        moveOfThread(fields, node, move);
    return move;
}

void FactReader::moveToGoal(const YamlReader::Fields& fields, const YAML::Node& node, Move& move)
{
    if (const auto found = fields.find("nearest"); found != fields.end()) {
        move.kind = Move::Kind::Nearest;
        if (!found->second.IsScalar())
            move.goals.push_back(facts(found->second, FactsOf::Moment));
        else
            m_reader.mustBe(m_reader.text(found->second, "nearest"), {"goal"}, "nearest", found->second);
    } else {
        move.kind = Move::Kind::Shortest;
        move.text = m_reader.required(fields, "shortest", node);
    }
    if (const auto but = fields.find("but"); but != fields.end())
        move.count = m_reader.number(but->second, "but", 0, LessonLimits::stepsOfAMove);
    alone(fields, move.kind == Move::Kind::Nearest ? "nearest" : "shortest");
}

void FactReader::moveOfThread(const YamlReader::Fields& fields, const YAML::Node& node, Move& move)
{
    move.thread = m_reader.required(fields, "thread", node);
    move.flow = m_reader.optional(fields, "in");
    move.choose = m_reader.optional(fields, "choose");
    if (fields.contains("before")) {
        move.kind = Move::Kind::Before;
        move.text = m_reader.required(fields, "before", node);
    }
    if (fields.contains("after")) {
        move.kind = Move::Kind::After;
        move.text = m_reader.required(fields, "after", node);
    }
    if (const auto found = fields.find("times"); found != fields.end()) {
        move.kind = Move::Kind::Times;
        move.count = m_reader.number(found->second, "times", 1, LessonLimits::stepsOfAMove);
    }
    if (const auto found = fields.find("until"); found != fields.end())
        moveUntil(fields, found->second, move);
    if (const auto found = fields.find("but"); found != fields.end())
        m_reader.complain(found->second, "'but' goes with 'shortest' and 'nearest' only");
    if (fields.count("before") + fields.count("after") + fields.count("times") + fields.count("until") != 1)
        m_reader.complain(node, "expected exactly one of before, after, times or until");
    if (!move.flow.empty() && move.kind != Move::Kind::Before && move.kind != Move::Kind::After)
        m_reader.complain(fields.at("in"), "'in' goes with 'before' or 'after'");
}

void FactReader::moveUntil(const YamlReader::Fields& fields, const YAML::Node& until, Move& move)
{
    if (until.IsScalar()) {
        const auto word = m_reader.text(until, "until");
        m_reader.mustBe(word, {"blocked", "done"}, "until", until);
        move.kind = word == "done" ? Move::Kind::Done : Move::Kind::Blocked;
    } else {
        move.kind = Move::Kind::Until;
        move.facts = factField(fields, "until", FactsOf::Moment, nullptr);
    }
}

} // namespace bindlab
