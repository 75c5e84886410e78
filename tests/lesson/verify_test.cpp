#include "catch.h"
#include "lesson/verify.h"

#include <fstream>
#include <functional>
#include <iterator>

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

/// Every way to make one of these facts false.
using FactsOf = std::function<std::vector<Fact>&(Block&)>;
void mutateFacts(std::vector<Mutation>& mutations, std::size_t page, std::size_t block, const std::vector<Fact>& facts,
                 const FactsOf& factsOf)
{
    for (std::size_t f = 0; f < facts.size(); ++f) {
        const auto& fact = facts[f];
        if (fact.subject == FactSubject::Finding)
            mutations.push_back({fact.name + " is not found", page, block,
                                 [=](Block& one) { factsOf(one)[f].name = factsOf(one)[f].name == "none" ? "I3" : "I1"; }});
        for (std::size_t a = 0; a < fact.attributes.size(); ++a) {
            const auto& attribute = fact.attributes[a];
            mutations.push_back({fact.name + " " + attribute.name, page, block, [=](Block& one) {
                                     auto& changed = factsOf(one)[f];
                                     if (changed.attributes[a].name == "can_return")
                                         changed.attributes[a].values.push_back("-EPERM");
                                     else
                                         changed.attributes[a].values = {otherValue(changed, changed.attributes[a])};
                                 }});
        }
    }
}

/// By facts that judge others, a false one may still be true of some; one that speaks of nothing is true of none.
void mutateUnknown(std::vector<Mutation>& mutations, std::size_t page, std::size_t block, const std::vector<Fact>& facts,
                   const FactsOf& factsOf)
{
    for (std::size_t f = 0; f < facts.size(); ++f)
        if (facts[f].subject == FactSubject::Verdict)
            mutations.push_back({"verdict", page, block, [=](Block& one) {
                                     factsOf(one)[f].attributes[0].values = {"n/a"};
                                 }});
        else
            mutations.push_back({"unknown " + facts[f].name, page, block, [=](Block& one) { factsOf(one)[f].name += "x"; }});
}

void mutateSetting(std::vector<Mutation>& mutations, std::size_t page, std::size_t block,
                   const std::function<Setting&(Block&)>& settingOf)
{
    mutations.push_back({"unknown design", page, block, [=](Block& one) { settingOf(one).design = "D99"; }});
    mutations.push_back({"unknown scenario", page, block, [=](Block& one) { settingOf(one).scenario = "S99"; }});
}

void mutateMoves(std::vector<Mutation>& mutations, std::size_t page, std::size_t block, const std::vector<Move>& moves,
                 const std::function<std::vector<Move>&(Block&)>& movesOf)
{
    for (std::size_t m = 0; m < moves.size(); ++m) {
        if (moves[m].kind != Move::Kind::Shortest && moves[m].kind != Move::Kind::Nearest)
            mutations.push_back({"unknown thread", page, block, [=](Block& one) { movesOf(one)[m].thread = "T7"; }});
        if (!moves[m].text.empty())
            mutations.push_back({"not " + moves[m].text, page, block, [=](Block& one) { movesOf(one)[m].text += "x"; }});
        if (!moves[m].flow.empty())
            mutations.push_back({"not in " + moves[m].flow, page, block, [=](Block& one) { movesOf(one)[m].flow += "x"; }});
        if (!moves[m].choose.empty())
            mutations.push_back({"not " + moves[m].choose, page, block, [=](Block& one) { movesOf(one)[m].choose += "x"; }});
    }
}

template <typename Directive>
Directive& as(Block& block)
{
    return std::get<Directive>(block);
}

std::vector<Mutation> mutationsOf(const Lesson& lesson)
{
    std::vector<Mutation> all;
    for (std::size_t p = 0; p < lesson.pages.size(); ++p)
        for (std::size_t b = 0; b < lesson.pages[p].blocks.size(); ++b) {
            const auto& block = lesson.pages[p].blocks[b];
            if (const auto* prose = std::get_if<Prose>(&block)) {
                if (prose->markdown.find("{check.") != std::string::npos)
                    all.push_back({"unknown design in prose", p, b, [](Block& one) {
                                       auto& text = as<Prose>(one).markdown;
                                       text.replace(text.find("{check.") + 7, 2, "X9");
                                   }});
            } else if (const auto* play = std::get_if<Play>(&block)) {
                mutateSetting(all, p, b, [](Block& one) -> Setting& { return as<Play>(one).setting; });
                mutateMoves(all, p, b, play->run, [](Block& one) -> std::vector<Move>& { return as<Play>(one).run; });
            } else if (const auto* watch = std::get_if<Watch>(&block)) {
                mutateSetting(all, p, b, [](Block& one) -> Setting& { return as<Watch>(one).setting; });
                mutateMoves(all, p, b, watch->run, [](Block& one) -> std::vector<Move>& { return as<Watch>(one).run; });
                all.push_back({"nothing to watch", p, b, [](Block& one) { as<Watch>(one).run.clear(); }});
            } else if (const auto* expect = std::get_if<Expect>(&block)) {
                mutateFacts(all, p, b, expect->facts,
                            [](Block& one) -> std::vector<Fact>& { return as<Expect>(one).facts; });
            } else if (const auto* predict = std::get_if<Predict>(&block)) {
                mutateSetting(all, p, b, [](Block& one) -> Setting& { return as<Predict>(one).setting; });
                mutateMoves(all, p, b, predict->run, [](Block& one) -> std::vector<Move>& { return as<Predict>(one).run; });
                for (std::size_t o = 0; o < predict->options.size(); ++o) {
                    if (predict->options[o].right)
                        mutateFacts(all, p, b, predict->options[o].facts,
                                    [o](Block& one) -> std::vector<Fact>& { return as<Predict>(one).options[o].facts; });
                    else
                        all.push_back({"another option is right", p, b, [o](Block& one) {
                                           for (auto& option : as<Predict>(one).options)
                                               option.right = false;
                                           as<Predict>(one).options[o].right = true;
                                       }});
                }
            } else if (const auto* drive = std::get_if<Drive>(&block)) {
                mutateSetting(all, p, b, [](Block& one) -> Setting& { return as<Drive>(one).setting; });
                mutateMoves(all, p, b, drive->example,
                            [](Block& one) -> std::vector<Move>& { return as<Drive>(one).example; });
                // Where one goal of several will do, the others stand in for one that is false.
                if (drive->goals.size() == 1)
                    mutateFacts(all, p, b, drive->goals[0], [](Block& one) -> std::vector<Fact>& { return as<Drive>(one).goals[0]; });
                for (std::size_t g = 0; drive->goals.size() > 1 && g < drive->goals.size(); ++g)
                    all.push_back({"a goal that cannot be reached", p, b, [g](Block& one) {
                                       as<Drive>(one).goals[g].push_back({FactSubject::Object, "nothing", {{"is", {"live"}, 0}}, lineOf(one)});
                                   }});
                if (drive->par > 0)
                    all.push_back({"another par", p, b, [](Block& one) { as<Drive>(one).par -= 1; }});
                all.push_back({"an example that does nothing", p, b, [](Block& one) { as<Drive>(one).example.clear(); }});
                all.push_back(
                    {"a goal that is reached at the start", p, b, [](Block& one) { as<Drive>(one).goals = {{}}; }});
            } else if (const auto* replay = std::get_if<Replay>(&block)) {
                all.push_back({"unknown design", p, b, [](Block& one) { as<Replay>(one).setting.design = "D99"; }});
                all.push_back({"unknown schedule", p, b, [](Block& one) { as<Replay>(one).schedule += "x"; }});
                mutateFacts(all, p, b, replay->facts,
                            [](Block& one) -> std::vector<Fact>& { return as<Replay>(one).facts; });
            } else if (const auto* check = std::get_if<Check>(&block)) {
                mutateSetting(all, p, b, [](Block& one) -> Setting& { return as<Check>(one).setting; });
                mutateFacts(all, p, b, check->facts, [](Block& one) -> std::vector<Fact>& { return as<Check>(one).facts; });
            } else if (const auto* order = std::get_if<Order>(&block)) {
                all.push_back({"unknown design", p, b, [](Block& one) { as<Order>(one).setting.design = "D99"; }});
                all.push_back({"unknown start", p, b, [](Block& one) { as<Order>(one).start += "x"; }});
                all.push_back({"another number of legal orders", p, b, [](Block& one) { ++as<Order>(one).legal; }});
                all.push_back({"an example that is not legal", p, b, [](Block& one) {
                                   std::ranges::sort(as<Order>(one).example);   // the order they are listed in
                               }});
                all.push_back({"no statement", p, b, [](Block& one) { as<Order>(one).items[0].statements = "nothing_of_this(kind);"; }});
                mutateUnknown(all, p, b, order->facts, [](Block& one) -> std::vector<Fact>& { return as<Order>(one).facts; });
            } else if (const auto* repair = std::get_if<Repair>(&block)) {
                mutateSetting(all, p, b, [](Block& one) -> Setting& { return as<Repair>(one).setting; });
                for (std::size_t i = 0; i < repair->items.size(); ++i) {
                    mutateFacts(all, p, b, repair->items[i].facts,
                                [i](Block& one) -> std::vector<Fact>& { return as<Repair>(one).items[i].facts; });
                    all.push_back({"unknown patch", p, b, [i](Block& one) { as<Repair>(one).items[i].patches.front() += "x"; }});
                }
                all.push_back({"an example that does not repair", p, b, [](Block& one) { as<Repair>(one).example.clear(); }});
                if (repair->example.size() < repair->items.size())
                    all.push_back({"an example with more than it takes", p, b, [](Block& one) {
                                       auto& example = as<Repair>(one).example;
                                       for (int item = 0; std::ranges::find(example, item - 1) != example.end() || item == 0; ++item)
                                           if (std::ranges::find(example, item) == example.end()) {
                                               example.push_back(item);
                                               std::ranges::sort(example);
                                               return;
                                           }
                                   }});
                mutateUnknown(all, p, b, repair->facts, [](Block& one) -> std::vector<Fact>& { return as<Repair>(one).facts; });
            } else if (const auto* compare = std::get_if<Compare>(&block)) {
                for (std::size_t side = 0; side < 2; ++side) {
                    all.push_back({"unknown design", p, b, [side](Block& one) { as<Compare>(one).designs[side] = "D99"; }});
                    mutateFacts(all, p, b, compare->facts[side],
                                [side](Block& one) -> std::vector<Fact>& { return as<Compare>(one).facts[side]; });
                }
                all.push_back({"another parting", p, b, [](Block& one) { ++as<Compare>(one).partsAt; }});
            } else if (const auto* explain = std::get_if<Explain>(&block)) {
                mutateSetting(all, p, b, [](Block& one) -> Setting& { return as<Explain>(one).setting; });
                for (std::size_t i = 0; i < explain->points.size(); ++i)
                    mutateFacts(all, p, b, explain->points[i].facts,
                                [i](Block& one) -> std::vector<Fact>& { return as<Explain>(one).points[i].facts; });
            } else if (std::holds_alternative<FlowText>(block)) {
                all.push_back({"no flow language", p, b, [](Block& one) { as<FlowText>(one).text += "\n}\n"; }});
            }
        }
    return all;
}

std::vector<Lesson> everything()
{
    auto all = lessons();
    all.insert(all.end(), challenges().begin(), challenges().end());
    return all;
}

/// A lesson of one page with this directive, on the shipped models.
LessonReport verified(const std::string& directives)
{
    const auto lesson = loadLesson("one.md", R"(---
{id: one, number: 1, title: One, summary: s, unit: u, design: D3a, scenario: S3, minutes: 1, sources: []}
---
## Page

```watch
task: t
run: [{thread: T1, times: 1, choose: UNBIND}]
```

)" + directives);
    if (!lesson)
        FAIL(toText(lesson.error()));
    return verify(*lesson, Library::shipped());
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

TEST_CASE("every shipped lesson says what the model does", "[lesson][verify]")
{
    REQUIRE_FALSE(lessons().empty());
    for (const auto& lesson : everything()) {
        const auto report = verify(lesson, Library::shipped());
        INFO(toText(report));
        CHECK(report.good());
        CHECK(report.directives >= int(lesson.pages.size()));
        CHECK(report.claims > report.directives);
    }
}

TEST_CASE("the lesson to copy in lessons/README.md loads and says what the model does", "[lesson][verify]")
{
    std::ifstream file(std::string(BINDLAB_SOURCE_DIR) + "/lessons/README.md");
    const std::string readme(std::istreambuf_iterator<char>(file), {});
    const std::string opening = "````markdown\n";
    const auto begin = readme.find(opening);
    REQUIRE(begin != std::string::npos);
    const auto text = readme.substr(begin + opening.size(), readme.find("````\n", begin + opening.size()) - begin - opening.size());
    const auto lesson = loadLesson("copied.md", text);
    if (!lesson)
        FAIL(toText(lesson.error()));
    const auto report = verify(*lesson, Library::shipped());
    INFO(toText(report));
    CHECK(report.good());
    CHECK(report.directives > 1);
}

TEST_CASE("a lesson takes 6 to 12 minutes and asks two to four times before it shows", "[lesson]")
{
    for (const auto& lesson : lessons()) {
        int predictions = 0;
        for (const auto& page : lesson.pages)
            predictions += int(std::ranges::count_if(page.blocks, [](const Block& one) { return std::holds_alternative<Predict>(one); }));
        INFO(lesson.file);
        CHECK(lesson.minutes >= 6);
        CHECK(lesson.minutes <= 12);
        CHECK(predictions >= 2);
        CHECK(predictions <= 4);
    }
}

TEST_CASE("each of the five mails it began with is answered in a lesson, on a page where the model is asked", "[lesson][sources]")
{
    struct Mail {
        const char* author;
        const char* date;
        const char* patch;
    };
    for (const auto& mail : {Mail{"Aneesh Kumar K.V", "2025-06-02", "17/30"}, Mail{"Aneesh Kumar K.V", "2025-06-04", "17/30"},
                             Mail{"Aneesh Kumar K.V", "2025-06-02", "20/30"}, Mail{"Xu Yilun", "2025-05-16", "00/12"},
                             Mail{"Jason Gunthorpe", "2025-06-05", "19/30"}}) {
        int pages = 0;
        for (const auto& lesson : lessons())
            for (const auto& source : lesson.sources)
                if (source.author.starts_with(mail.author) && source.date == mail.date && source.subject.find(mail.patch) != std::string::npos)
                    pages += int(std::ranges::count_if(lesson.pages, [&](const Page& page) {
                        return std::ranges::find(page.sources, source.id) != page.sources.end() && std::ranges::any_of(page.blocks, isAct);
                    }));
        INFO(mail.author << ", " << mail.date << ", " << mail.patch);
        CHECK(pages > 0);
    }
}

// In three, so that they run side by side.
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

TEST_CASE("there are two dozen challenges at least, in rising order", "[lesson][challenges]")
{
    std::size_t count = 0;
    int number = 0;
    for (const auto& set : challenges()) {
        CHECK(set.number == ++number);
        count += set.pages.size();
    }
    CHECK(count >= 24);
}

TEST_CASE("a false claim is told with what the model says instead", "[lesson][verify]")
{
    struct Case {
        const char* fact;
        const char* model;
    };
    const auto one = GENERATE(values<Case>({
        {"{thread: T1, is: done}", "T1 is ready"},
        {"{thread: T1, in: iommufd_vdevice_destroy}", "T1 is in "},
        {"{thread: T1, next: \"lock(m)\"}", "the next statement of T1 is idev = vfio.iommufd_device"},
        {"{thread: T4, is: done}", "no thread is called 'T4'"},
        {"{thread: T1, locals: {w: vdevice}}", "no local of T1 is called 'w'"},
        {"{object: vdevic, is: live}", "did you mean 'vdevice'?"},
        {"{field: vdevice.user, is: 1}", "did you mean 'users'?"},
        {"{field: idev.vdev, is: dangling}", "idev.vdev is vdevice"},
        {"{machine: device.tdi, is: RUNNING}", "no state of Tdi is called 'RUNNING'"},
        {"{machine: device.td, is: RUN}", "did you mean 'device.tdi'?"},
        {"{lock: dev_set->lock, held_by: nobody}", "dev_set->lock is held by T1"},
        {"{lock: igroup.lock, held_by: nobody}", "did you mean 'igroup->lock'?"},
        {"{call: UNBIND, returned: 0}", "UNBIND has not returned"},
        {"{finding: I3}", "no step has broken anything"},
        {"{finding: none, of: [I33]}", "no property is called 'I33'"},
        {"{steps: 2}", "1 steps have been taken"},
    }));
    const auto report = verified(std::string("```expect\n- ") + one.fact + "\n```\n");
    INFO(one.fact << "\n" << toText(report));
    REQUIRE(report.failures.size() == 1);
    CHECK(report.failures[0].directive == "expect");
    CHECK(report.failures[0].line == 12);
    CHECK(report.failures[0].model.find(one.model) != std::string::npos);
    CHECK(toText(report).find("one.md:12: expect on page 'Page': claimed: ") == 0);
}

TEST_CASE("nothing broken can be claimed of some properties alone", "[lesson][verify]")
{
    const auto claims = [](const std::string& fact) {
        return verified("```play\nscenario: S2\nrun: [{thread: T1, until: done}]\n```\n\n```expect\n- " + fact + "\n```\n");
    };
    CHECK(claims("{finding: none, of: [I3, I10]}").good());
    CHECK(claims("{finding: none, of: I3}").good());
    CHECK(claims("{finding: I2, failure: F1}").good());
    const auto report = claims("{finding: none, of: [I3, I2]}");
    REQUIRE(report.failures.size() == 1);
    CHECK(report.failures[0].claim == "no step has broken I2 or I3");
    CHECK(report.failures[0].model.find("breaks I2") != std::string::npos);
    CHECK_FALSE(claims("{finding: none}").good());
}

TEST_CASE("a move that cannot be made says how far it came", "[lesson][verify]")
{
    struct Case {
        const char* move;
        const char* model;
    };
    const auto one = GENERATE(values<Case>({
        {"{thread: T1, before: \"lock(v.mutex)\"}", "is done; its last statements: "},
        {"{thread: T1, until: blocked}", "is done"},
        {"{thread: T1, until: [{object: vdevice, is: freed}]}", "is done"},
        {"{thread: T1, times: 500}", "is done"},
        {"{thread: T3, times: 1}", "no thread is called 'T3': there are T1, T2"},
        {"{shortest: I3}", "put 'from: start' beside it"},
    }));
    const auto report = verified(std::string("```play\nrun: [") + one.move + "]\n```\n");
    INFO(one.move << "\n" << toText(report));
    REQUIRE(report.failures.size() == 1);
    CHECK(report.failures[0].directive == "play");
    CHECK(report.failures[0].line == 12);
    CHECK(report.failures[0].model.find(one.model) != std::string::npos);
}

TEST_CASE("an option that the model cannot judge is a failure, not a wrong answer", "[lesson][verify]")
{
    const auto report = verified(R"(```predict
id: p
question: q
options:
  - {text: a, feedback: f, right: true, when: {object: vdevice, is: live}}
  - {text: b, feedback: f, when: {object: vdevise, is: freed}}
```
)");
    REQUIRE(report.failures.size() == 1);
    CHECK(report.failures[0].line == 16);
    CHECK(report.failures[0].model.find("did you mean 'vdevice'?") != std::string::npos);
}

TEST_CASE("an option that is called wrong and is so, is a failure", "[lesson][verify]")
{
    const auto report = verified(R"(```predict
id: p
question: q
options:
  - {text: a, feedback: f, right: true, when: {object: vdevice, is: live}}
  - {text: b, feedback: f, when: {lock: dev_set->lock, held_by: T1}}
```
)");
    REQUIRE(report.failures.size() == 1);
    CHECK(report.failures[0].line == 16);
    CHECK(report.failures[0].claim == "'b' is wrong");
}

TEST_CASE("a library that does not know the lesson's design fails each page and goes on", "[lesson][verify]")
{
    const auto report = verify(lessons().front(), Library());
    CHECK(report.failures.size() == lessons().front().pages.size());
    CHECK(report.failures[0].directive == "front matter");
}

TEST_CASE("a lesson whose checks would never end is verified no further than its work allows", "[lesson][verify][limits]")
{
    const auto& lesson = lessons().front();
    Results results(Library::shipped(), lesson, 1);
    const auto report = verify(lesson, results);
    REQUIRE_FALSE(report.good());
    CHECK(std::any_of(report.failures.begin(), report.failures.end(), [](const LessonFailure& failure) {
        return failure.model.find("together take more than the most they may") != std::string::npos;
    }));
    Results enough(Library::shipped(), lesson);
    CHECK(enough.spend(LessonLimits::work - 1));
    CHECK(enough.model({"D1", {}, "S3"}));
    CHECK_FALSE(enough.model({"D1", {}, "S2"}));
}

TEST_CASE("flow texts that lie far down in a lesson do not fill the memory with the lines before them", "[lesson][verify][limits]")
{
    auto lesson = lessons().front();
    for (int i = 0; i < 50; ++i)
        lesson.pages.front().blocks.push_back(FlowText{"// nothing\n", 100'000 + i});
    Results results(Library::shipped(), lesson);
    const auto model = results.model({"D1", {}, "S3"});
    REQUIRE_FALSE(model);
    CHECK(model.error().find("the flow texts and orders of the lesson") != std::string::npos);
}
