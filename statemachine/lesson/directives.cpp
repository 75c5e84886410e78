#include "lesson/directives.h"

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
    if (attribute != "is")
        return nullptr;
    switch (subject) {
    case FactSubject::Object: return &statuses;
    case FactSubject::Thread: return &threads;
    case FactSubject::Verdict: return &verdicts;
    case FactSubject::Property: return &properties;
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

enum class FactsOf { State, Check, Either };

class DirectiveReader {
public:
    DirectiveReader(YamlReader& reader, int line) : m_reader(reader), m_line(line) {}

    Block play(const YAML::Node& body)
    {
        const auto fields = m_reader.fields(body, {"design", "scenario", "from", "run"});
        auto where = setting(fields);   // a play that only names a design shows it as it is at the start
        const bool scene = !where.design.empty() || !where.scenario.empty() || where.fromStart;
        return Play{std::move(where), moves(fields, "run", scene ? nullptr : &body), m_line};
    }

    Block watch(const YAML::Node& body)
    {
        const auto fields = m_reader.fields(body, {"task", "button", "design", "scenario", "from", "run"});
        return Watch{setting(fields), moves(fields, "run", &body), m_reader.required(fields, "task", body),
                     m_reader.optional(fields, "button"), m_line};
    }

    Block expect(const YAML::Node& body)
    {
        Expect expect{{}, false, m_line};
        if (body.IsNull()) {
            m_reader.complain(body, "expected a list of facts, found nothing");
        } else if (body.IsMap() && (body["facts"].IsDefined() || body["show"].IsDefined())) {
            const auto fields = m_reader.fields(body, {"show", "facts"});
            if (const auto found = fields.find("show"); found != fields.end())
                expect.shown = m_reader.truth(found->second, "show");
            expect.facts = factField(fields, "facts", FactsOf::State, &body);
        } else {
            expect.facts = facts(body, FactsOf::State);
        }
        return expect;
    }

    Block predict(const YAML::Node& body)
    {
        const auto fields = m_reader.fields(body, {"id", "question", "design", "scenario", "from", "run", "options"});
        Predict predict;
        predict.id = m_reader.required(fields, "id", body);
        predict.question = m_reader.required(fields, "question", body);
        predict.setting = setting(fields);
        predict.run = moves(fields, "run", nullptr);
        predict.line = m_line;
        if (const auto options = list(fields, "options", &body))
            for (const auto& node : *options)
                predict.options.push_back(option(node));
        if (fields.contains("options") && predict.options.size() < 2)
            m_reader.complain(fields.at("options"),
                              "a prediction needs two options at least; 'not sure' is always offered beside them");
        if (predict.options.size() >= 2
            && std::count_if(predict.options.begin(), predict.options.end(), [](const Option& one) { return one.right; })
                != 1)
            m_reader.complain(fields.at("options"), "exactly one option has 'right: true'");
        return predict;
    }

    Block drive(const YAML::Node& body)
    {
        const auto fields = m_reader.fields(body, {"id", "task", "hint", "design", "scenario", "from", "goal", "example"});
        Drive drive;
        drive.id = m_reader.required(fields, "id", body);
        drive.task = m_reader.required(fields, "task", body);
        drive.hint = m_reader.optional(fields, "hint");
        drive.setting = setting(fields);
        drive.goal = factField(fields, "goal", FactsOf::State, &body);
        drive.example = moves(fields, "example", &body);
        drive.line = m_line;
        return drive;
    }

    Block replay(const YAML::Node& body)
    {
        const auto fields = m_reader.fields(body, {"schedule", "task", "button", "design", "scenario", "facts"});
        Replay replay;
        replay.schedule = m_reader.required(fields, "schedule", body);
        replay.task = m_reader.required(fields, "task", body);
        replay.button = m_reader.optional(fields, "button");
        static_cast<void>(m_reader.required(fields, "design", body));
        replay.setting = setting(fields);
        replay.facts = factField(fields, "facts", FactsOf::State, &body);
        replay.line = m_line;
        return replay;
    }

    Block check(const YAML::Node& body)
    {
        const auto fields = m_reader.fields(body, {"task", "button", "design", "scenario", "properties", "facts"});
        Check check;
        check.task = m_reader.required(fields, "task", body);
        check.button = m_reader.optional(fields, "button");
        check.setting = setting(fields);
        if (const auto found = fields.find("properties"); found != fields.end())
            for (const auto& node : YamlReader::entries(found->second))
                check.properties.push_back(m_reader.text(node, "properties"));
        check.facts = factField(fields, "facts", FactsOf::Check, &body);
        check.line = m_line;
        return check;
    }

private:
    Setting setting(const YamlReader::Fields& fields)
    {
        Setting setting{m_reader.optional(fields, "design"), m_reader.optional(fields, "scenario"), false};
        if (const auto found = fields.find("from"); found != fields.end()) {
            m_reader.mustBe(m_reader.text(found->second, "from"), {"start"}, "from", found->second);
            setting.fromStart = true;
        }
        return setting;
    }

    /// The entries of a list that is not empty. With an `owner` the field has to be there.
    std::optional<std::vector<YAML::Node>> list(const YamlReader::Fields& fields, const std::string& key,
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

    Option option(const YAML::Node& node)
    {
        const auto fields = m_reader.fields(node, {"text", "feedback", "right", "when"});
        Option option;
        option.text = m_reader.required(fields, "text", node);
        option.feedback = m_reader.required(fields, "feedback", node);
        if (const auto found = fields.find("right"); found != fields.end())
            option.right = m_reader.truth(found->second, "right");
        option.facts = factField(fields, "when", FactsOf::Either, &node);
        option.line = m_reader.lineOf(node);
        return option;
    }

    std::vector<Fact> factField(const YamlReader::Fields& fields, const std::string& key, FactsOf of,
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

    std::vector<Fact> facts(const YAML::Node& node, FactsOf of)
    {
        std::vector<Fact> facts;
        for (const auto& entry : YamlReader::entries(node)) {
            auto read = fact(entry);
            if (!read)
                continue;
            if (of == FactsOf::State && isOfCheck(*read))
                m_reader.complain(entry, "this is a fact of a check; here stand facts of a state");
            else if (of == FactsOf::Check && !isOfCheck(*read))
                m_reader.complain(entry, "this is a fact of a state; here stand facts of a check");
            else
                facts.push_back(std::move(*read));
        }
        return facts;
    }

    std::optional<Fact> fact(const YAML::Node& node)
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

    FactAttribute attribute(FactSubject subject, const std::string& name, const YAML::Node& node)
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

    std::vector<Move> moves(const YamlReader::Fields& fields, const std::string& key, const YAML::Node* owner)
    {
        std::vector<Move> moves;
        if (const auto nodes = list(fields, key, owner))
            for (const auto& node : *nodes)
                moves.push_back(move(node));
        return moves;
    }

    Move move(const YAML::Node& node)
    {
        Move move;
        move.line = m_reader.lineOf(node);
        if (node.IsScalar()) {
            move.thread = fmt::format("T{}", m_reader.number(node, "run", 1, 9));
            return move;
        }
        const auto fields =
            m_reader.fields(node, {"thread", "before", "after", "in", "times", "until", "shortest", "but", "choose"});
        if (fields.contains("shortest")) {
            move.kind = Move::Kind::Shortest;
            move.text = m_reader.required(fields, "shortest", node);
            if (const auto found = fields.find("but"); found != fields.end())
                move.count = m_reader.number(found->second, "but", 0, LessonLimits::stepsOfAMove);
            for (const auto* other : {"thread", "before", "after", "in", "times", "until", "choose"})
                if (const auto found = fields.find(other); found != fields.end())
                    m_reader.complain(found->second, fmt::format("'{}' does not go with 'shortest'", other));
            return move;
        }
        if (!node.IsMap())
            return move;
        move.thread = m_reader.required(fields, "thread", node);
        move.flow = m_reader.optional(fields, "in");
        move.choose = m_reader.optional(fields, "choose");
        int ways = 0;
        if (fields.contains("before")) {
            move.kind = Move::Kind::Before;
            move.text = m_reader.required(fields, "before", node);
            ++ways;
        }
        if (fields.contains("after")) {
            move.kind = Move::Kind::After;
            move.text = m_reader.required(fields, "after", node);
            ++ways;
        }
        if (const auto found = fields.find("times"); found != fields.end()) {
            move.kind = Move::Kind::Times;
            move.count = m_reader.number(found->second, "times", 1, LessonLimits::stepsOfAMove);
            ++ways;
        }
        if (const auto found = fields.find("until"); found != fields.end()) {
            ++ways;
            if (found->second.IsScalar()) {
                const auto word = m_reader.text(found->second, "until");
                m_reader.mustBe(word, {"blocked", "done"}, "until", found->second);
                move.kind = word == "done" ? Move::Kind::Done : Move::Kind::Blocked;
            } else {
                move.kind = Move::Kind::Until;
                move.facts = factField(fields, "until", FactsOf::State, nullptr);
            }
        }
        if (const auto found = fields.find("but"); found != fields.end())
            m_reader.complain(found->second, "'but' goes with 'shortest' only");
        if (ways != 1)
            m_reader.complain(node, "expected exactly one of before, after, times or until");
        if (!move.flow.empty() && move.kind != Move::Kind::Before && move.kind != Move::Kind::After)
            m_reader.complain(fields.at("in"), "'in' goes with 'before' or 'after'");
        return move;
    }

    YamlReader& m_reader;
    int m_line;
};

} // namespace

const std::vector<std::string>& directiveNames()
{
    static const std::vector<std::string> names{"play", "watch", "expect", "predict", "drive", "replay", "check"};
    return names;
}

std::optional<Block> readDirective(const std::string& name, const std::string& body, int line, YamlReader& reader)
{
    const auto parsed = reader.parse(body);
    if (!parsed)
        return std::nullopt;
    DirectiveReader directives(reader, line);
    if (name == "play")
        return directives.play(*parsed);
    if (name == "watch")
        return directives.watch(*parsed);
    if (name == "expect")
        return directives.expect(*parsed);
    if (name == "predict")
        return directives.predict(*parsed);
    if (name == "drive")
        return directives.drive(*parsed);
    if (name == "replay")
        return directives.replay(*parsed);
    return directives.check(*parsed);
}

} // namespace bindlab
