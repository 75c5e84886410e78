/// Every claim of the shipped lessons is made false once.
#include "catch.h"
#include "lesson/verify.h"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

using namespace bindlab;

namespace {

/// One small change to a lesson, after which one of its claims is false.
struct Mutation {
    std::string what;
    std::size_t page = 0;
    std::size_t block = 0;
    std::function<void(Block&)> apply;
};

std::string otherThread(const std::string& thread) { return thread == "T1" ? "T2" : "T1"; }

/// A value that this attribute cannot have where `value` is right.
std::string otherValue(const Fact& fact, const FactAttribute& attribute)
{
    const auto& value = attribute.values.front();
    if (attribute.name == "held_by" || attribute.name == "thread")
        return otherThread(value);
    if (attribute.name == "failure")
        return "F2";
    if (attribute.name == "returned")
        return value == "0" ? "-EBUSY" : "0";
    if (fact.subject == FactSubject::Object)
        return value == "live" ? "freed" : "live";
    if (fact.subject == FactSubject::Thread && attribute.name == "is")
        return value == "failed" ? "ready" : "failed";
    if (fact.subject == FactSubject::Machine)
        return value == "ERROR" ? "RUN" : "ERROR";
    if (fact.subject == FactSubject::Verdict || (fact.subject == FactSubject::Property && attribute.name == "is"))
        return value == "holds" ? "violated" : "holds";
    if (!value.empty() && value.find_first_not_of("0123456789") == std::string::npos)
        return std::to_string(std::stoi(value) + 1);
    return value == "NULL" ? "vdevice" : "NULL";
}

template <typename Directive>
Directive& as(Block& block)
{
    return std::get<Directive>(block);
}

/// Every way to make a claim of one block false.
class FalseClaims {
public:
    FalseClaims(std::vector<Mutation>& all, std::size_t page, std::size_t block) : m_all(all), m_page(page), m_block(block) {}

    void operator()(const Prose& prose)
    {
        if (prose.markdown.find("{check.") != std::string::npos)
            add("unknown design in prose", [](Block& one) {
                auto& text = as<Prose>(one).markdown;
                text.replace(text.find("{check.") + 7, 2, "X9");
            });
    }

    void operator()(const Play& play)
    {
        setting<Play>();
        moves(play.run, [](Block& one) -> std::vector<Move>& { return as<Play>(one).run; });
    }

    void operator()(const Watch& watch)
    {
        setting<Watch>();
        moves(watch.run, [](Block& one) -> std::vector<Move>& { return as<Watch>(one).run; });
        add("nothing to watch", [](Block& one) { as<Watch>(one).run.clear(); });
    }

    void operator()(const Expect& expect) { ownFacts(expect); }

    void operator()(const Predict& predict)
    {
        setting<Predict>();
        moves(predict.run, [](Block& one) -> std::vector<Move>& { return as<Predict>(one).run; });
        for (std::size_t o = 0; o < predict.options.size(); ++o) {
            if (predict.options[o].right)
                facts(predict.options[o].facts, [o](Block& one) -> std::vector<Fact>& { return as<Predict>(one).options[o].facts; });
            else
                add("another option is right", [o](Block& one) {
                    for (auto& option : as<Predict>(one).options)
                        option.right = false;
                    as<Predict>(one).options[o].right = true;
                });
        }
    }

    void operator()(const Drive& drive)
    {
        setting<Drive>();
        moves(drive.example, [](Block& one) -> std::vector<Move>& { return as<Drive>(one).example; });
        // Where one goal of several will do, the others stand in for one that is false.
        if (drive.goals.size() == 1)
            facts(drive.goals[0], [](Block& one) -> std::vector<Fact>& { return as<Drive>(one).goals[0]; });
        for (std::size_t g = 0; drive.goals.size() > 1 && g < drive.goals.size(); ++g)
            add("a goal that cannot be reached", [g](Block& one) {
                as<Drive>(one).goals[g].push_back({FactSubject::Object, "nothing", {{"is", {"live"}, 0}}, lineOf(one)});
            });
        if (drive.par > 0)
            add("another par", [](Block& one) { as<Drive>(one).par -= 1; });
        add("an example that does nothing", [](Block& one) { as<Drive>(one).example.clear(); });
        add("a goal that is reached at the start", [](Block& one) { as<Drive>(one).goals = {{}}; });
    }

    void operator()(const Replay& replay)
    {
        add("unknown design", [](Block& one) { as<Replay>(one).setting.design = "D99"; });
        add("unknown schedule", [](Block& one) { as<Replay>(one).schedule += "x"; });
        ownFacts(replay);
    }

    void operator()(const Check& check)
    {
        setting<Check>();
        ownFacts(check);
    }

    void operator()(const Order& order)
    {
        add("unknown design", [](Block& one) { as<Order>(one).setting.design = "D99"; });
        add("unknown start", [](Block& one) { as<Order>(one).start += "x"; });
        add("another number of legal orders", [](Block& one) { ++as<Order>(one).legal; });
        add("an example that is not legal", [](Block& one) { std::ranges::sort(as<Order>(one).example); });   // the order they are listed in
        add("no statement", [](Block& one) { as<Order>(one).items[0].statements = "nothing_of_this(kind);"; });
        unknownFacts(order);
    }

    void operator()(const Repair& repair)
    {
        setting<Repair>();
        for (std::size_t i = 0; i < repair.items.size(); ++i) {
            facts(repair.items[i].facts, [i](Block& one) -> std::vector<Fact>& { return as<Repair>(one).items[i].facts; });
            add("unknown patch", [i](Block& one) { as<Repair>(one).items[i].patches.front() += "x"; });
        }
        add("an example that does not repair", [](Block& one) { as<Repair>(one).example.clear(); });
        if (repair.example.size() < repair.items.size())
            add("an example with more than it takes", [](Block& one) {
                auto& example = as<Repair>(one).example;
                int item = 0;
                while (std::ranges::find(example, item) != example.end())
                    ++item;
                example.push_back(item);
                std::ranges::sort(example);
            });
        unknownFacts(repair);
    }

    void operator()(const Compare& compare)
    {
        for (std::size_t side = 0; side < 2; ++side) {
            add("unknown design", [side](Block& one) { as<Compare>(one).designs[side] = "D99"; });
            facts(compare.facts[side], [side](Block& one) -> std::vector<Fact>& { return as<Compare>(one).facts[side]; });
        }
        add("another parting", [](Block& one) { ++as<Compare>(one).partsAt; });
    }

    void operator()(const Explain& explain)
    {
        setting<Explain>();
        for (std::size_t i = 0; i < explain.points.size(); ++i)
            facts(explain.points[i].facts, [i](Block& one) -> std::vector<Fact>& { return as<Explain>(one).points[i].facts; });
    }

    void operator()(const FlowText&)
    {
        add("no flow language", [](Block& one) { as<FlowText>(one).text += "\n}\n"; });
    }

private:
    using FactsOf = std::function<std::vector<Fact>&(Block&)>;

    void add(const std::string& what, std::function<void(Block&)> apply) { m_all.push_back({what, m_page, m_block, std::move(apply)}); }

    template <typename Directive>
    void setting()
    {
        add("unknown design", [](Block& one) { as<Directive>(one).setting.design = "D99"; });
        add("unknown scenario", [](Block& one) { as<Directive>(one).setting.scenario = "S99"; });
    }

    template <typename Directive>
    void ownFacts(const Directive& directive)
    {
        facts(directive.facts, [](Block& one) -> std::vector<Fact>& { return as<Directive>(one).facts; });
    }

    void facts(const std::vector<Fact>& all, const FactsOf& factsOf)
    {
        for (std::size_t f = 0; f < all.size(); ++f) {
            const auto& fact = all[f];
            if (fact.subject == FactSubject::Finding)
                add(fact.name + " is not found", [=](Block& one) { factsOf(one)[f].name = factsOf(one)[f].name == "none" ? "I3" : "I1"; });
            for (std::size_t a = 0; a < fact.attributes.size(); ++a)
                add(fact.name + " " + fact.attributes[a].name, [=](Block& one) {
                    auto& changed = factsOf(one)[f];
                    if (changed.attributes[a].name == "can_return")
                        changed.attributes[a].values.push_back("-EPERM");
                    else
                        changed.attributes[a].values = {otherValue(changed, changed.attributes[a])};
                });
        }
    }

    /// By facts that judge others, a false one may still be true of some; one that speaks of nothing is true of none.
    template <typename Directive>
    void unknownFacts(const Directive& directive)
    {
        for (std::size_t f = 0; f < directive.facts.size(); ++f)
            if (directive.facts[f].subject == FactSubject::Verdict)
                add("verdict", [f](Block& one) { as<Directive>(one).facts[f].attributes[0].values = {"n/a"}; });
            else
                add("unknown " + directive.facts[f].name, [f](Block& one) { as<Directive>(one).facts[f].name += "x"; });
    }

    void moves(const std::vector<Move>& all, const std::function<std::vector<Move>&(Block&)>& movesOf)
    {
        for (std::size_t m = 0; m < all.size(); ++m) {
            if (all[m].kind != Move::Kind::Shortest && all[m].kind != Move::Kind::Nearest)
                add("unknown thread", [=](Block& one) { movesOf(one)[m].thread = "T7"; });
            if (!all[m].text.empty())
                add("not " + all[m].text, [=](Block& one) { movesOf(one)[m].text += "x"; });
            if (!all[m].flow.empty())
                add("not in " + all[m].flow, [=](Block& one) { movesOf(one)[m].flow += "x"; });
            if (!all[m].choose.empty())
                add("not " + all[m].choose, [=](Block& one) { movesOf(one)[m].choose += "x"; });
        }
    }

    std::vector<Mutation>& m_all;
    std::size_t m_page;
    std::size_t m_block;
};

std::vector<Mutation> mutationsOf(const Lesson& lesson)
{
    std::vector<Mutation> all;
    for (std::size_t page = 0; page < lesson.pages.size(); ++page)
        for (std::size_t block = 0; block < lesson.pages[page].blocks.size(); ++block)
            std::visit(FalseClaims(all, page, block), lesson.pages[page].blocks[block]);
    return all;
}

/// Makes one claim after the other false, and sees that it is told.
void everyFalseClaimIsTold(const Lesson& lesson)
{
    const auto mutations = mutationsOf(lesson);
    CHECK(mutations.size() > 40);
    Results known(Library::shipped(), lesson);   // a false claim changes nothing in what the model does
    for (const auto& mutation : mutations) {
        auto changed = lesson;
        auto& page = changed.pages[mutation.page];
        auto& block = page.blocks[mutation.block];
        mutation.apply(block);
        const std::string directive(directiveName(block));
        const int first = lineOf(block);
        const int last =
            mutation.block + 1 < page.blocks.size() ? lineOf(page.blocks[mutation.block + 1]) : first + 1000;
        // The other pages say nothing about this claim, but for the schedules that are replayed.
        const std::string title = page.title;
        const bool replays = std::ranges::any_of(page.blocks, [](const Block& other) { return std::holds_alternative<Replay>(other); });
        const bool declares = std::holds_alternative<FlowText>(block);
        std::erase_if(changed.pages, [&](const Page& each) {
            return each.title != title
                && !(replays && std::ranges::any_of(each.blocks, [](const Block& other) { return std::holds_alternative<Drive>(other); }));
        });
        const auto report = declares ? verify(changed, Library::shipped()) : verify(changed, known);
        INFO(lesson.file << ":" << first << ": " << directive << ": " << mutation.what << "\n"
                         << toText(report));
        CHECK_FALSE(report.good());
        if (report.good())
            continue;
        const auto& failure = report.failures.front();
        CHECK(failure.directive == directive);
        CHECK(failure.page == title);
        CHECK(failure.line >= first);
        CHECK(failure.line < last);
        CHECK_FALSE(failure.claim.empty());
        CHECK_FALSE(failure.model.empty());
    }
}

} // namespace

TEST_CASE("a shipped lesson of an odd number with any one claim made false fails where it is made", "[lesson][verify][mutation]")
{
    for (const auto& lesson : lessons())
        if (lesson.number % 2 == 1)
            everyFalseClaimIsTold(lesson);
}

TEST_CASE("a shipped lesson of an even number with any one claim made false fails where it is made", "[lesson][verify][mutation]")
{
    for (const auto& lesson : lessons())
        if (lesson.number % 2 == 0)
            everyFalseClaimIsTold(lesson);
}

TEST_CASE("a challenge with any one claim made false fails where it is made", "[lesson][verify][mutation]")
{
    for (const auto& set : challenges())
        everyFalseClaimIsTold(set);
}
