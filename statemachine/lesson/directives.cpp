#include "lesson/directives.h"

#include "lesson/fact_reader.h"

#include <fmt/format.h>

#include <algorithm>

namespace bindlab {

namespace {

class DirectiveReader {
public:
    DirectiveReader(YamlReader& reader, int line) : m_reader(reader), m_parts(reader), m_line(line) {}

    Block play(const YAML::Node& body)
    {
        const auto fields = m_reader.fields(body, {"design", "scenario", "from", "run"});
        auto where = m_parts.setting(fields);   // a play that only names a design shows it as it is at the start
        const bool scene = !where.design.empty() || !where.scenario.empty() || where.fromStart;
        return Play{std::move(where), m_parts.moves(fields, "run", scene ? nullptr : &body), m_line};
    }

    Block watch(const YAML::Node& body)
    {
        const auto fields = m_reader.fields(body, {"task", "button", "design", "scenario", "from", "run"});
        return Watch{m_parts.setting(fields), m_parts.moves(fields, "run", &body), m_reader.required(fields, "task", body),
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
            expect.facts = m_parts.factField(fields, "facts", FactsOf::Moment, &body);
        } else {
            expect.facts = m_parts.facts(body, FactsOf::Moment);
        }
        return expect;
    }

    Block predict(const YAML::Node& body)
    {
        const auto fields = m_reader.fields(body, {"id", "question", "design", "scenario", "from", "run", "options"});
        Predict predict;
        predict.id = m_reader.required(fields, "id", body);
        predict.question = m_reader.required(fields, "question", body);
        predict.setting = m_parts.setting(fields);
        predict.run = m_parts.moves(fields, "run", nullptr);
        predict.line = m_line;
        if (const auto options = m_parts.list(fields, "options", &body))
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
        const auto fields = m_reader.fields(body, {"id", "task", "hint", "design", "scenario", "from", "goal", "any", "example", "better", "par"});
        Drive drive;
        drive.id = m_reader.required(fields, "id", body);
        drive.task = m_reader.required(fields, "task", body);
        drive.hint = m_reader.optional(fields, "hint");
        drive.setting = m_parts.setting(fields);
        drive.goals = m_parts.goals(fields, body);
        drive.example = m_parts.moves(fields, "example", &body);
        for (auto& move : drive.example)
            if (move.kind == Move::Kind::Nearest && move.goals.empty())
                move.goals = drive.goals;
        drive.better = m_reader.optional(fields, "better");
        drive.par = number(fields, "par", 1, LessonLimits::stepsOfAMove);
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
        replay.setting = m_parts.setting(fields);
        replay.facts = m_parts.factField(fields, "facts", FactsOf::Moment, &body);
        replay.line = m_line;
        return replay;
    }

    Block check(const YAML::Node& body)
    {
        const auto fields = m_reader.fields(body, {"task", "button", "design", "scenario", "properties", "facts"});
        Check check;
        check.task = m_reader.required(fields, "task", body);
        check.button = m_reader.optional(fields, "button");
        check.setting = m_parts.setting(fields);
        check.properties = words(fields, "properties");
        check.facts = m_parts.factField(fields, "facts", FactsOf::Check, &body);
        check.line = m_line;
        return check;
    }

    Block order(const YAML::Node& body)
    {
        const auto fields = m_reader.fields(body, {"id", "task", "hint", "design", "start", "end", "with", "title", "beside", "items",
                                                   "properties", "facts", "example", "legal", "better"});
        Order order;
        order.id = m_reader.required(fields, "id", body);
        order.task = m_reader.required(fields, "task", body);
        order.hint = m_reader.optional(fields, "hint");
        order.setting.design = m_reader.optional(fields, "design");
        order.start = m_reader.required(fields, "start", body);
        order.end = m_reader.optional(fields, "end");
        order.with = m_reader.optional(fields, "with");
        order.title = m_reader.required(fields, "title", body);
        order.beside = m_reader.optional(fields, "beside");
        order.items = items(fields, body, {"text", "statements"}, LessonLimits::orderItems);
        order.properties = words(fields, "properties");
        order.facts = m_parts.factField(fields, "facts", FactsOf::Check, &body);
        order.example = places(fields, body, order.items.size());
        if (order.example.size() != order.items.size() && fields.contains("example"))
            m_reader.complain(fields.at("example"), "an order names every item once");
        order.legal = number(fields, "legal", 1, 1000);
        order.better = m_reader.optional(fields, "better");
        order.line = m_line;
        return order;
    }

    Block repair(const YAML::Node& body)
    {
        const auto fields = m_reader.fields(
            body, {"id", "task", "hint", "design", "scenario", "items", "properties", "facts", "example", "better"});
        Repair repair;
        repair.id = m_reader.required(fields, "id", body);
        repair.task = m_reader.required(fields, "task", body);
        repair.hint = m_reader.optional(fields, "hint");
        repair.setting = m_parts.setting(fields);
        repair.items = items(fields, body, {"text", "patches", "feedback", "facts"}, LessonLimits::repairItems);
        repair.properties = words(fields, "properties");
        repair.facts = m_parts.factField(fields, "facts", FactsOf::Check, &body);
        repair.example = places(fields, body, repair.items.size());
        repair.better = m_reader.optional(fields, "better");
        repair.line = m_line;
        return repair;
    }

    Block compare(const YAML::Node& body)
    {
        const auto fields = m_reader.fields(body, {"task", "button", "designs", "scenario", "first", "second", "parts_at"});
        Compare compare;
        compare.task = m_reader.required(fields, "task", body);
        compare.button = m_reader.optional(fields, "button");
        compare.scenario = m_reader.optional(fields, "scenario");
        if (const auto designs = m_parts.list(fields, "designs", &body)) {
            if (designs->size() != 2)
                m_reader.complain(fields.at("designs"), fmt::format("two designs are compared, found {}", designs->size()));
            for (std::size_t side = 0; side < 2 && side < designs->size(); ++side)
                compare.designs[side] = m_reader.text((*designs)[side], "designs");
        }
        compare.facts = {m_parts.factField(fields, "first", FactsOf::Check, &body),
                         m_parts.factField(fields, "second", FactsOf::Check, &body)};
        if (fields.contains("parts_at"))
            compare.partsAt = number(fields, "parts_at", 0, LessonLimits::stepsOfAMove);
        else if (body.IsMap())
            m_reader.complain(body, "'parts_at' is missing: the step at which they part, 0 where they never do");
        compare.line = m_line;
        return compare;
    }

    Block explain(const YAML::Node& body)
    {
        const auto fields = m_reader.fields(body, {"id", "question", "design", "scenario", "from", "points"});
        Explain explain;
        explain.id = m_reader.required(fields, "id", body);
        explain.question = m_reader.required(fields, "question", body);
        explain.setting = m_parts.setting(fields);
        if (const auto points = m_parts.list(fields, "points", &body))
            for (const auto& node : *points) {
                const auto one = m_reader.fields(node, {"text", "facts"});
                explain.points.push_back({m_reader.required(one, "text", node),
                                          m_parts.factField(one, "facts", FactsOf::Either, &node), m_reader.lineOf(node)});
            }
        explain.line = m_line;
        return explain;
    }

private:
    int number(const YamlReader::Fields& fields, const std::string& key, int least, int most)
    {
        const auto found = fields.find(key);
        return found == fields.end() ? 0 : m_reader.number(found->second, key, least, most);
    }

    std::vector<std::string> words(const YamlReader::Fields& fields, const std::string& key)
    {
        std::vector<std::string> words;
        if (const auto found = fields.find(key); found != fields.end())
            for (const auto& node : YamlReader::entries(found->second))
                words.push_back(m_reader.text(node, key));
        return words;
    }

    std::vector<Item> items(const YamlReader::Fields& fields, const YAML::Node& owner, const std::vector<std::string>& keys,
                            std::size_t most)
    {
        std::vector<Item> items;
        const auto nodes = m_parts.list(fields, "items", &owner);
        if (!nodes)
            return items;
        if (nodes->size() < 2 || nodes->size() > most)
            m_reader.complain(fields.at("items"), fmt::format("expected 2 to {} items, found {}", most, nodes->size()));
        for (const auto& node : *nodes) {
            const auto one = m_reader.fields(node, keys);
            Item item;
            item.text = m_reader.required(one, "text", node);
            item.line = m_reader.lineOf(node);
            if (keys[1] == "statements") {
                item.statements = m_reader.required(one, "statements", node);
                if (item.statements.size() > LessonLimits::statementsBytes)
                    m_reader.complain(one.at("statements"), fmt::format("the statements of an item have at most {} bytes; these have {}",
                                                                        LessonLimits::statementsBytes, item.statements.size()));
            } else {
                item.patches = words(one, "patches");
                item.feedback = m_reader.required(one, "feedback", node);
                item.facts = m_parts.factField(one, "facts", FactsOf::Check, &node);
                if (item.patches.empty() && node.IsMap())
                    m_reader.complain(node, "'patches' is missing: what attaching it adds to the design");
            }
            items.push_back(std::move(item));
        }
        return items;
    }

    /// `example`: numbers of items, from 1, each once.
    std::vector<int> places(const YamlReader::Fields& fields, const YAML::Node& owner, std::size_t count)
    {
        std::vector<int> places;
        if (const auto nodes = m_parts.list(fields, "example", &owner))
            for (const auto& node : *nodes) {
                const int place = m_reader.number(node, "example", 1, int(std::max<std::size_t>(1, count))) - 1;
                if (std::find(places.begin(), places.end(), place) != places.end())
                    m_reader.complain(node, "this item is here twice");
                else
                    places.push_back(place);
            }
        return places;
    }

    Option option(const YAML::Node& node)
    {
        const auto fields = m_reader.fields(node, {"text", "feedback", "right", "when"});
        Option option;
        option.text = m_reader.required(fields, "text", node);
        option.feedback = m_reader.required(fields, "feedback", node);
        if (const auto found = fields.find("right"); found != fields.end())
            option.right = m_reader.truth(found->second, "right");
        option.facts = m_parts.factField(fields, "when", FactsOf::Either, &node);
        option.line = m_reader.lineOf(node);
        return option;
    }

    YamlReader& m_reader;
    FactReader m_parts;
    int m_line;
};

} // namespace

const std::vector<std::string>& directiveNames()
{
    static const std::vector<std::string> names{"play",   "watch", "expect", "predict", "drive",  "replay",
                                                "check",  "order", "repair", "compare", "explain"};
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
    if (name == "order")
        return directives.order(*parsed);
    if (name == "repair")
        return directives.repair(*parsed);
    if (name == "compare")
        return directives.compare(*parsed);
    if (name == "explain")
        return directives.explain(*parsed);
    return directives.check(*parsed);
}

} // namespace bindlab
