#include "catch.h"
#include "lesson/verify.h"

#include <algorithm>
#include <string>

using namespace bindlab;

namespace {

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

} // namespace

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
