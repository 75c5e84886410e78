#include "catch.h"
#include "lesson/exercises.h"
#include "lesson/goal_search.h"
#include "lesson/player.h"
#include "lesson/text_player.h"
#include "lesson/verify.h"

#include <algorithm>
#include <set>
#include <sstream>

using namespace bindlab;

namespace {

const std::string teardown = R"(```order
id: teardown
task: Close everything.
design: D6
start: P
title: your order
items:
  - {text: "the VM's files", statements: "close_kvm_vfio_fd(); close_vm_fd(vm_fd);"}
  - {text: "the iommufd", statements: "close_iommufd();"}
  - {text: "the vdevice", statements: "ret = IOMMU_DESTROY(dev);"}
  - {text: "the VFIO file", statements: "KVM_DEV_VFIO_FILE_DEL(dev); close_vfio_fd(dev);"}
facts: [{verdict: holds}]
example: [3, 4, 2, 1]
legal: 8
better: Leave the VM for last.
```
)";

const std::string attach = R"(```flow
patch nothing-new "a patch of the lesson's own" @NOTES "10.4" {
    in flow IOMMU_DESTROY {
        id = dev.id;
+       id = dev.id;
    }
}
```

```repair
id: attach
task: Attach what it takes.
design: D3a
scenario: S3
items:
  - {text: a note, patches: [nothing-new], feedback: It does nothing., facts: [{property: I3, is: violated, failure: F1}]}
  - {text: a pin, patches: [pin-vdevice], feedback: It holds it., facts: [{property: I3, is: holds}]}
properties: [I3, I10]
facts: [{verdict: holds}]
example: [2]
```
)";

const std::string sideBySide = R"(```compare
task: Which of them keeps the regions?
designs: [D2, D6]
scenario: S8
first: [{property: I8, is: violated, failure: F9}]
second: [{property: I8, is: holds}]
parts_at: 1
```
)";

const std::string why = R"(```explain
id: why
question: Why is the device still bound?
points:
  - {text: "Nobody has unbound it.", facts: [{machine: device.tdi, is: RUN}]}
  - {text: "And it can be used after it is freed.", facts: [{property: I3, is: violated}]}
```
)";

tl::expected<Lesson, Diagnostics> read(const std::string& blocks, const std::string& kind = "lesson")
{
    return loadLesson("acts.md", "---\n{id: acts, kind: " + kind + ", number: 1, title: Acts, summary: s, unit: u, design: D3a, scenario: S3, "
                                 "platform: sev, minutes: 1, sources: []}\n---\n## Page\n\n" + blocks);
}

Lesson lessonWith(const std::string& blocks)
{
    auto lesson = read(blocks);
    if (!lesson)
        FAIL(toText(lesson.error()));
    return std::move(*lesson);
}

std::string whatIsWrong(std::string blocks, const std::string& right, const std::string& wrong)
{
    const auto at = blocks.find(right);
    REQUIRE(at != std::string::npos);
    blocks.replace(at, right.size(), wrong);
    const auto lesson = read(blocks);
    return lesson ? toText(verify(*lesson, Library::shipped())) : toText(lesson.error());
}

bool says(const std::string& text, const std::string& words)
{
    INFO(text);
    return text.find(words) != std::string::npos;
}

LessonSession opened(const std::string& blocks)
{
    auto session = LessonSession::open(lessonWith(blocks), Library::shipped());
    if (!session)
        FAIL(toText(session.error()));
    return std::move(*session);
}

BlockView act(const LessonSession& session)
{
    for (const auto& block : session.blocks())
        if (block.act)
            return block;
    FAIL("the page shows no act");
    return {};
}

} // namespace

TEST_CASE("acts that claim what the model does are verified", "[lesson][acts]")
{
    for (const auto& blocks : {teardown, attach, sideBySide, why}) {
        const auto report = verify(lessonWith(blocks), Library::shipped());
        INFO(toText(report));
        CHECK(report.good());
        CHECK(report.claims >= 3);
    }
}

TEST_CASE("what an act claims and the model contradicts is told", "[lesson][acts]")
{
    CHECK(says(whatIsWrong(teardown, "legal: 8", "legal: 9"), "claimed: 9 orders are legal; the model: 8 are"));
    CHECK(says(whatIsWrong(teardown, "[3, 4, 2, 1]", "[2, 1, 3, 4]"), "the example is right: the verdict is holds"));
    CHECK(says(whatIsWrong(teardown, "close_iommufd()", "close_iommufs()"), "is a scenario; the model: "));
    CHECK(says(whatIsWrong(teardown, "start: P", "start: Q"), "is a scenario; the model: "));
    CHECK(says(whatIsWrong(attach, "example: [2]", "example: [1]"), "the example is right"));
    CHECK(says(whatIsWrong(attach, "example: [2]", "example: [1, 2]"), "it takes 2 items; the model: 2 will do"));
    CHECK(says(whatIsWrong(attach, "patches: [pin-vdevice]", "patches: [pin-vdevise]"), "can be built with this attached"));
    CHECK(says(whatIsWrong(attach, "[{property: I3, is: holds}]", "[{property: I3, is: violated}]"), "claimed: I3 is violated"));
    CHECK(says(whatIsWrong(attach, "+       id = dev.id;", "+       id = dev.id;}"), "acts.md:1"));
    CHECK(says(whatIsWrong(sideBySide, "parts_at: 1", "parts_at: 0"), "they never part; the model: they part at step 1"));
    CHECK(says(whatIsWrong(sideBySide, "[D2, D6]", "[D2, D66]"), "D66"));
    CHECK(says(whatIsWrong(why, "is: RUN", "is: ERROR"), "device.tdi is RUN"));
}

TEST_CASE("acts that are not written right are complained of with their line", "[lesson][acts]")
{
    CHECK(says(whatIsWrong(teardown, "example: [3, 4, 2, 1]", "example: [3, 4]"), "acts.md:18"));
    CHECK(says(whatIsWrong(teardown, "example: [3, 4, 2, 1]", "example: [3, 4, 2, 2]"), "this item is here twice"));
    CHECK(says(whatIsWrong(teardown, "example: [3, 4, 2, 1]", "example: [3, 4, 2, 5]"), "expected a number from 1 to 4"));
    CHECK(says(whatIsWrong(attach, "patches: [pin-vdevice], ", ""), "'patches' is missing"));
    CHECK(says(whatIsWrong(sideBySide, "[D2, D6]", "[D2]"), "two designs are compared, found 1"));
    CHECK(says(whatIsWrong(sideBySide, "parts_at: 1", "button: b"), "'parts_at' is missing"));
    CHECK(says(whatIsWrong(why, "question:", "task:"), "unknown key 'task'"));
}

TEST_CASE("every legal order is accepted, any other is answered with the run that fails", "[lesson][acts]")
{
    int legal = 0;
    for (const auto& picks : ordersOf(4)) {
        auto session = opened(teardown);
        CHECK(act(session).picks.empty());
        REQUIRE(session.submit(picks));
        const auto tried = act(session);
        CHECK(tried.picks == picks);
        if (tried.state == ActState::Done) {
            ++legal;
            CHECK(says(tried.outcome, "**Legal.**"));
            CHECK(says(tried.outcome, "Of all orders of these 4, 8 are legal."));
            CHECK(says(tried.outcome, "Leave the VM for last."));
        } else {
            CHECK(tried.state == ActState::Open);
            CHECK(says(tried.outcome, "**Not legal.**"));
            REQUIRE(session.run().length() > 0);
            CHECK_FALSE(session.run().record(session.run().length() - 1).findings.empty());
        }
    }
    CHECK(legal == 8);
}

TEST_CASE("an order that is passed shows a legal one, and may be tried again", "[lesson][acts]")
{
    auto session = opened(teardown);
    REQUIRE(session.skip());
    CHECK(act(session).picks == std::vector<int>{2, 3, 1, 0});
    CHECK(says(act(session).outcome, "**Legal.**"));
    REQUIRE(session.tryAgain(act(session).index));
    CHECK(act(session).picks.empty());
    CHECK_FALSE(session.submit({0, 1}));
    CHECK_FALSE(session.submit({0, 1, 2, 2}));
    CHECK_FALSE(session.submit({0, 1, 2, 4}));
}

TEST_CASE("a repair tells what an attached item does, and ends when the check holds", "[lesson][acts]")
{
    auto session = opened(attach);
    CHECK(session.blocks().front().directive == "flow");
    REQUIRE(session.submit({0}));
    CHECK(act(session).state == ActState::Open);
    CHECK(says(act(session).outcome, "**Not repaired.**"));
    CHECK(act(session).options[0].feedback == "It does nothing.");
    CHECK(act(session).options[1].feedback.empty());
    REQUIRE(session.submit({0, 1}));
    CHECK(act(session).state == ActState::Done);
    CHECK(says(act(session).outcome, "It can be done with one of them."));
}

TEST_CASE("a comparison tells both verdicts, what differs and where they part", "[lesson][acts]")
{
    auto session = opened(sideBySide);
    const auto compared = session.compared(act(session).index);
    REQUIRE(compared);
    CHECK(compared->front().design == "D2");
    CHECK(compared->back().platform == "sev");
    REQUIRE(session.perform());
    CHECK(says(act(session).outcome, "D2: **fails**"));
    CHECK(says(act(session).outcome, "I8 violated / holds"));
    CHECK(says(act(session).outcome, "step 1"));
    CHECK_FALSE(session.compared(99));
}

TEST_CASE("own words are kept and stand beside the points of a good answer", "[lesson][acts]")
{
    auto session = opened(why);
    CHECK(act(session).facts.empty());
    REQUIRE(session.explain("It was never told to unbind."));
    CHECK(act(session).words == "It was never told to unbind.");
    CHECK(act(session).facts.size() == 2);
    const auto kept = progressFromJson(toJson(session.progress()));
    REQUIRE(kept);
    CHECK(*kept == session.progress());
    auto unsure = opened(why);
    REQUIRE(unsure.explain(""));
    CHECK(act(unsure).state == ActState::NotSure);
}

TEST_CASE("a check begun elsewhere counts when it tried everything the act asks for", "[lesson][acts]")
{
    auto session = opened("```check\ntask: t\nproperties: [I3, I10]\nfacts: [{property: I3, is: violated}]\n```\n");
    const auto counts = [&](const Selection& selection, std::vector<std::string> properties, const std::string& bound) {
        CheckResult result;
        result.properties = std::move(properties);
        result.bound = bound;
        return session.observe(selection, result);
    };
    const auto own = session.selection();
    auto other = own;
    other.patches.push_back("pin-vdevice");
    CHECK_FALSE(counts(other, {"I3", "I4", "I10"}, ""));
    CHECK_FALSE(counts(own, {"I3", "I4"}, ""));
    CHECK_FALSE(counts(own, {"I3", "I4", "I10"}, "stopped"));
    REQUIRE(counts(own, {"I3", "I4", "I10"}, ""));
    CHECK(session.openAct() < 0);
    CHECK_FALSE(counts(own, {"I3", "I4", "I10"}, ""));
}

TEST_CASE("what follows an order, a repair or a check goes on from where the page stood", "[lesson][acts]")
{
    const std::string before = "```play\nrun: [{thread: T2, times: 1}]\n```\n\n```check\ntask: t\nfacts: [{property: I3, is: violated}]\n```\n\n";
    const std::string after = "\n```watch\ntask: t\nrun: [{thread: T2, times: 2}]\n```\n\n```expect\n- {steps: 3}\n```\n";
    const auto order = teardown.substr(0, teardown.find("design: D6")) + teardown.substr(teardown.find("start: P"));
    const auto blocks = before + after;
    auto session = opened(blocks);
    REQUIRE(session.perform());
    REQUIRE(session.openDirective() == "watch");
    CHECK(session.run().position() == 1);
    REQUIRE(session.perform());
    CHECK(session.run().position() == 3);
    CHECK(verify(lessonWith(blocks), Library::shipped()).good());

    auto ordering = opened(before.substr(0, before.find("```check")) + order + after);
    REQUIRE(ordering.skip());
    REQUIRE(ordering.openDirective() == "watch");
    CHECK(ordering.run().position() == 1);
}

TEST_CASE("a challenge is one act and says what it takes", "[lesson][acts]")
{
    const auto wrong = [](const std::string& blocks) {
        const auto lesson = read(blocks, "challenges");
        return lesson ? std::string() : toText(lesson.error());
    };
    const std::string drive = "```drive\nid: d\ntask: t\ngoal: {finding: I3}\nexample: [{nearest: goal}]\npar: 9\nbetter: b\n```\n\n";
    CHECK(wrong(drive).empty());
    CHECK(says(wrong("```drive\nid: d\ntask: t\ngoal: {finding: I3}\nexample: [1]\nbetter: b\n```\n"), "'par' is missing"));
    CHECK(says(wrong("```drive\nid: d\ntask: t\ngoal: {finding: I3}\nexample: [1]\npar: 3\n```\n"), "'better' is missing"));
    CHECK(says(wrong(why), "the act of a challenge is a drive, an order or a repair"));
    CHECK(says(wrong(drive + teardown), "a challenge is one act"));
}

TEST_CASE("a drive with a par tells how the reader's schedule compares", "[lesson][acts]")
{
    const std::string drive = "```drive\nid: d\ntask: t\nany:\n  - [{object: vdevice, is: freed}]\n  - [{finding: I3}]\nexample: [{nearest: goal}]\npar: ";
    auto session = opened(drive + "1\nbetter: b\n```\n");
    const auto way = nearest(session.run(), std::get<Drive>(session.lesson().pages[0].blocks[0]).goals);
    REQUIRE(way);
    session = opened(drive + std::to_string(way->size()) + "\nbetter: b\n```\n");
    CHECK(verify(session.lesson(), Library::shipped()).good());
    Run run = session.run();
    for (const auto& step : *way)
        REQUIRE(run.step(step) == StepStatus::Done);
    REQUIRE(session.observe(run));
    CHECK(says(act(session).outcome, "There is no shorter way."));
    REQUIRE(session.tryAgain(0));
    REQUIRE(session.skip());
    CHECK(says(act(session).outcome, "The shortest way has " + std::to_string(way->size()) + " steps."));
}

TEST_CASE("what was done stays done when prose and pages are put before it", "[lesson][acts]")
{
    auto session = opened(why + "\n" + sideBySide);
    REQUIRE(session.explain("so"));
    REQUIRE(session.perform());
    const auto kept = session.progress();
    auto longer = lessonWith("New words.\n\n" + why + "\nMore words.\n\n" + sideBySide);
    CHECK(pagesDone(longer, kept) == 1);
    longer.pages.insert(longer.pages.begin(), Page{"A page before", {longer.pages[0].blocks[1]}, {}, 1});
    CHECK(pagesDone(longer, kept) == 1);
    longer = lessonWith(why + "\n" + sideBySide + "\n" + teardown);
    CHECK(pagesDone(longer, kept) == 0);   // one act more
}

TEST_CASE("a design may be named with patches, in directives and in prose", "[lesson][acts]")
{
    const auto lesson = lessonWith("```check\ntask: t\ndesign: D3a+pin-vdevice\nfacts: [{property: I3, is: holds}]\n```\n\nIn {check.D3a+pin-vdevice.S3.states} states.\n");
    const auto report = verify(lesson, Library::shipped());
    INFO(toText(report));
    CHECK(report.good());
    auto session = opened("```check\ntask: t\ndesign: D3a+pin-vdevice\nfacts: [{property: I3, is: holds}]\n```\n");
    REQUIRE(session.perform());
    CHECK(says(act(session).outcome, "D3a +pin-vdevice in S3"));
    CHECK(session.selection().patches == std::vector<std::string>{"pin-vdevice"});
}

TEST_CASE("as text, orders and repairs are answered with numbers, explanations in words", "[lesson][acts]")
{
    const auto played = [](const std::string& blocks, const std::string& answers) {
        std::istringstream in(answers);
        std::ostringstream out;
        TextPlayerOptions options;
        options.answers = &in;
        CHECK(playAsText(lessonWith(blocks), Library::shipped(), out, options));
        return out.str();
    };
    const auto ordered = played(teardown, "1 2\n1 2 3 4\n3 4 2 1\n");
    CHECK(says(ordered, "1) the VM's files"));
    CHECK(says(ordered, "name every item once"));
    CHECK(says(ordered, "Not legal."));
    CHECK(says(ordered, "Of all orders of these 4"));
    CHECK(says(played(teardown, ""), "One order: 3, 4, 2 and 1"));
    CHECK(says(played(attach, "1\n2\n"), "Repaired."));
    CHECK(says(played(attach, ""), "patch nothing-new"));
    CHECK(says(played(why, "so\n"), "A good answer has:"));
    CHECK(says(played(sideBySide, ""), "D6: "));
}
