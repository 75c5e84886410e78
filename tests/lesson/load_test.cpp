#include "catch.h"
#include "lesson/embedded_lessons.h"
#include "lesson/lesson.h"

#include <string>

using namespace bindlab;

namespace {

const std::string header = R"(---
id: tiny
number: 7
title: A tiny lesson
summary: It shows the format.
unit: Trying
design: D1
scenario: S3
minutes: 3
sources:
  - {id: mail, author: A. Writer, date: 2025-06-04, subject: "Re: a patch"}
---

# A tiny lesson

)";

const std::string page = R"(## The first page

Prose with `code` and a [claim](source:mail).

```watch
task: Look at **T1**.
run: [1, 2]
```
)";

/// The complaints about a text; empty when it loads.
Diagnostics complaints(const std::string& text)
{
    const auto lesson = loadLesson("tiny.md", text);
    return lesson ? Diagnostics() : lesson.error();
}

Diagnostics complaintsAboutDirective(const std::string& name, const std::string& body)
{
    return complaints(header + page + "\n```" + name + "\n" + body + "```\n");
}

bool says(const Diagnostic& diagnostic, const std::string& words)
{
    return diagnostic.message.find(words) != std::string::npos || diagnostic.hint.find(words) != std::string::npos;
}

int lineOfLast(const std::string& text) { return int(std::count(text.begin(), text.end(), '\n')); }

} // namespace

TEST_CASE("a lesson is read with its front matter, pages, prose, directives and sources", "[lesson][load]")
{
    const auto lesson = loadLesson("tiny.md", header + page);
    REQUIRE(lesson);
    CHECK(lesson->id == "tiny");
    CHECK(lesson->number == 7);
    CHECK(lesson->minutes == 3);
    CHECK(lesson->platform == "tdx");
    CHECK(lesson->sources.front().author == "A. Writer");
    REQUIRE(lesson->pages.size() == 1);
    const auto& first = lesson->pages.front();
    CHECK(first.title == "The first page");
    CHECK(first.sources == std::vector<std::string>{"mail"});
    REQUIRE(first.blocks.size() == 2);
    CHECK(std::get<Prose>(first.blocks[0]).markdown == "Prose with `code` and a [claim](source:mail).");
    const auto& watch = std::get<Watch>(first.blocks[1]);
    CHECK(watch.task == "Look at **T1**.");
    REQUIRE(watch.run.size() == 2);
    CHECK(watch.run[1].thread == "T2");
    CHECK(watch.line == 20);
}

TEST_CASE("a lesson with DOS line ends reads the same", "[lesson][load]")
{
    auto dos = header + page;
    for (std::size_t at = 0; (at = dos.find('\n', at)) != std::string::npos; at += 2)
        dos.replace(at, 1, "\r\n");
    CHECK(loadLesson("tiny.md", dos) == loadLesson("tiny.md", header + page));
}

TEST_CASE("a page without an act is an error that names the page", "[lesson][load]")
{
    const auto found = complaints(header + page + "\n## Only words\n\nNothing to do here.\n");
    REQUIRE(found.size() == 1);
    CHECK(found[0].line == 25);
    CHECK(says(found[0], "'Only words' has nothing to do"));
}

TEST_CASE("a page with a play or facts alone has no act", "[lesson][load]")
{
    const auto found = complaints(
        header + page + "\n## Shown\n\n```play\nrun: [1]\n```\n\n```expect\n- {object: vdevice, is: live}\n```\n");
    REQUIRE(found.size() == 1);
    CHECK(says(found[0], "nothing to do"));
}

TEST_CASE("many mistakes are reported in one go, each at its line", "[lesson][load]")
{
    const auto text = header + page + R"(
```watch
tsk: Look.
run: [1]
```

```drve
id: x
```

```expect
- {object: vdevice, is: life}
- {lok: m, held_by: T1}
```
)";
    const auto found = complaints(text);
    REQUIRE(found.size() == 5);
    CHECK(found[0].line == 26);
    CHECK(says(found[0], "watch: unknown key 'tsk'"));
    CHECK(found[0].hint == "did you mean 'task'?");
    CHECK(says(found[1], "'task' is missing"));
    CHECK(found[2].line == 30);
    CHECK(found[2].message == "unknown directive 'drve'");
    CHECK(found[2].hint == "did you mean 'drive'?");
    CHECK(found[3].line == 35);
    CHECK(says(found[3], "did you mean 'live'?"));
    CHECK(found[4].line == 36);
    CHECK(says(found[4], "did you mean 'lock'?"));
}

TEST_CASE("a mistake is shown with its line and a caret", "[lesson][load]")
{
    const auto found = complaintsAboutDirective("watch", "task: Look.\nrun: [1]\nspeed: 2\n");
    REQUIRE(found.size() == 1);
    CHECK(toText(found[0]).find("tiny.md:28:1: error: watch: unknown key 'speed'\n    speed: 2\n    ^~~~~\n") == 0);
}

TEST_CASE("what a directive may not say is refused", "[lesson][load]")
{
    struct Case {
        const char* directive;
        const char* body;
        const char* words;
    };
    const auto one = GENERATE(values<Case>({
        {"play", "", "expected keys"},
        {"play", "run: []\n", "not empty"},
        {"play", "run: [0]\n", "a number from 1 to 9"},
        {"play", "run: [x]\n", "a number from 1 to 9"},
        {"play", "run: [99999999999999999999]\n", "a number from 1 to 9"},
        {"play", "run: [{thread: T1}]\n", "exactly one of before, after, times or until"},
        {"play", "run: [{thread: T1, times: 2, before: x}]\n", "exactly one of"},
        {"play", "run: [{times: 2}]\n", "'thread' is missing"},
        {"play", "run: [{thread: T1, times: 0}]\n", "a number from 1"},
        {"play", "run: [{thread: T1, until: blockd}]\n", "did you mean 'blocked'?"},
        {"play", "run: [{shortest: I3, thread: T1}]\n", "does not go with 'shortest'"},
        {"play", "run: [{thread: T1, times: 1, but: 2}]\n", "'but' goes with 'shortest'"},
        {"play", "run: [{thread: T1, times: 1, in: f}]\n", "'in' goes with"},
        {"play", "run: [1]\nfrom: end\n", "expected start"},
        {"play", "run: [1\n", "this is not YAML"},
        {"play", "run: [1]\nrun: [2]\n", "here twice"},
        {"play", "--- {run: [1]}\n--- {run: [2]}\n", "one YAML document"},
        {"watch", "run: [1]\n", "'task' is missing"},
        {"watch", "task:\nrun: [1]\n", "'task' is empty"},
        {"expect", "", "found nothing"},
        {"expect", "- just words\n", "expected a fact"},
        {"expect", "show: true\n", "'facts' is missing"},
        {"expect", "show: perhaps\nfacts: [{steps: 1}]\n", "true or false"},
        {"expect", "- {object: vdevice}\n", "claims nothing"},
        {"expect", "- {call: C, thread: T1}\n", "'returned' or 'can_return'"},
        {"expect", "- {finding: I3, of: [I10]}\n", "'of' goes with 'finding: none'"},
        {"expect", "- {verdict: holds}\n", "a fact of a check"},
        {"expect", "- {steps: many}\n", "a number from 0"},
        {"expect", "- {thread: T1, locals: v}\n", "the locals as keys"},
        {"check", "task: t\nfacts: [{object: v, is: live}]\n", "a fact of a state"},
        {"check", "task: t\n", "'facts' is missing"},
        {"check", "task: t\nfacts: []\n", "has no facts"},
        {"check", "task: t\nfacts: [{property: I3, length: -1}]\n", "a number from 0"},
        {"check", "task: t\nfacts: [{verdict: hold}]\n", "did you mean 'holds'?"},
        {"drive", "id: d\ntask: t\ngoal: {finding: I3}\n", "'example' is missing"},
        {"drive", "task: t\ngoal: {finding: I3}\nexample: [1]\n", "'id' is missing"},
        {"replay", "task: t\nschedule: nobody\ndesign: D1\nfacts: [{finding: none}]\n",
         "no drive before this one has the id 'nobody'"},
        {"predict", "id: p\nquestion: q\noptions: [{text: a, feedback: f, right: true, when: {steps: 1}}]\n",
         "two options at least"},
        {"predict",
         "id: p\nquestion: q\noptions: [{text: a, feedback: f, when: {steps: 1}}, {text: b, feedback: f, when: {steps: 2}}]\n",
         "exactly one option"},
        {"predict",
         "id: p\nquestion: q\noptions: [{text: a, feedback: f, right: yes, when: {steps: 1}}, {text: b, feedback: f, right: true, when: {steps: 2}}]\n",
         "true or false"},
        {"predict",
         "id: p\nquestion: q\noptions: [{text: a, right: true, when: {steps: 1}}, {text: b, feedback: f, when: {steps: 2}}]\n",
         "'feedback' is missing"},
        {"predict",
         "id: p\nquestion: q\noptions: [{text: a, feedback: f, right: true}, {text: b, feedback: f, when: {steps: 2}}]\n",
         "'when' is missing"},
        {"chart", "x: 1\n", "unknown directive 'chart'"},
    }));
    INFO("```" << one.directive << "\n" << one.body);
    const auto found = complaintsAboutDirective(one.directive, one.body);
    CHECK(
        std::any_of(found.begin(), found.end(), [&](const Diagnostic& diagnostic) { return says(diagnostic, one.words); }));
    CHECK(std::all_of(found.begin(), found.end(),
                      [](const Diagnostic& diagnostic) { return diagnostic.line >= 24 && !diagnostic.sourceLine.empty(); }));
}

TEST_CASE("prose may hold only what every viewer shows and the model can answer for", "[lesson][load]")
{
    struct Case {
        const char* prose;
        const char* words;
    };
    const auto one = GENERATE(values<Case>({
        {"A <b>bold</b> word.", "HTML has no place"},
        {"![a picture](x.png)", "there are none in the prose"},
        {"A [claim](source:mal).", "did you mean 'mail'?"},
        {"A [file](other.md).", "expected a link to a source"},
        {"After {check.D1.S3.status} states.", "unknown figure 'status'"},
        {"After {check.D1.S3.I3.states} states.", "unknown figure 'states'"},
        {"After {check.D1.states} states.", "expected {check.DESIGN.SCENARIO.figure}"},
        {"After {check.D1.S3.states", "has no '}'"},
        {"- a list\n\n  ```play\n  run: [1]\n  ```", "it has to stand by itself"},
        {"# Another lesson", "stands before its pages"},
        {"## The first page", "stands in line 16 already"},
    }));
    INFO(one.prose);
    const auto text = header + page + "\n" + one.prose + "\n";
    const auto found = complaints(text);
    REQUIRE_FALSE(found.empty());
    CHECK(says(found[0], one.words));
    CHECK(found[0].line >= 24);
    CHECK(found[0].line <= lineOfLast(text));
}

TEST_CASE("a brace that is no placeholder is prose", "[lesson][load]")
{
    CHECK(complaints(header + page + "\nIn { }, {checked} and {v, w} it stays.\n").empty());
}

TEST_CASE("front matter that is missing, unfinished or wrong is said", "[lesson][load]")
{
    CHECK(says(complaints(page)[0], "expected the front matter"));
    CHECK(says(complaints("---\nid: x\n" + page)[0], "ends the front matter"));
    CHECK(says(complaints("---\nid: [\n---\n" + page)[0], "this is not YAML"));
    CHECK(says(complaints("")[0], "expected the front matter"));

    auto wrong = header;
    wrong.replace(wrong.find("number: 7"), 9, "nubmer: 7");
    const auto found = complaints(wrong + page);
    REQUIRE(found.size() == 2);
    CHECK(says(found[0], "'number' is missing"));
    CHECK(found[1].line == 3);
    CHECK(found[1].hint == "did you mean 'number'?");
}

TEST_CASE("the heading of a lesson is its title", "[lesson][load]")
{
    auto other = header;
    other.replace(other.find("# A tiny lesson"), 15, "# Another title");
    CHECK(says(complaints(other + page)[0], "differs from the title"));
}

TEST_CASE("two acts may not share an id, nor two sources", "[lesson][load]")
{
    const std::string drive = "```drive\nid: same\ntask: t\ngoal: {finding: I3}\nexample: [1]\n```\n\n";
    CHECK(says(complaints(header + page + drive + drive)[0], "a second act has the id 'same'"));
    auto twice = header;
    const std::string source = "  - {id: mail, author: B, date: 2025-06-02, subject: s}\n";
    twice.insert(twice.find("---\n\n#"), source);
    CHECK(says(complaints(twice + page)[0], "a second source is called 'mail'"));
}

TEST_CASE("what is no text, or too much of it, is refused with one line", "[lesson][load]")
{
    CHECK(says(complaints(std::string("\x7f"
                                      "ELF\x02\x00\x01",
                                      7))[0],
               "not UTF-8"));
    CHECK(says(complaints(header + page + "caf\xe9\n")[0], "not UTF-8"));
    const auto big = complaints(header + page + std::string(LessonLimits::bytes, 'x'));
    REQUIRE(big.size() == 1);
    CHECK(says(big[0], "at most 256 KiB"));
    std::string many = header;
    for (std::size_t i = 0; i <= LessonLimits::pages; ++i)
        many += "## Page " + std::to_string(i) + "\n\n```watch\ntask: t\nrun: [1]\n```\n\n";
    CHECK(says(complaints(many)[0], "at most 100 pages"));
}

TEST_CASE("deep nesting and recursive YAML end in an answer", "[lesson][load]")
{
    CHECK_FALSE(complaintsAboutDirective("expect", std::string(100'000, '[') + "\n").empty());
    CHECK_FALSE(complaintsAboutDirective("expect", "&a\n- *a\n").empty());
    CHECK_FALSE(complaintsAboutDirective("play", "run: &a [{thread: T1, until: *a}]\n").empty());
    CHECK(complaints(header + page + std::string(20'000, '>') + " x\n").empty());
}

TEST_CASE("a shipped lesson that is cut off or damaged anywhere loads or is complained about", "[lesson][load]") {
    REQUIRE_FALSE(embeddedLessons().empty());
    const std::string whole(embeddedLessons().front().text);
    REQUIRE(loadLesson("whole.md", whole));
    std::size_t refused = 0;
    const auto load = [&](const std::string& text) {
        const auto lesson = loadLesson("damaged.md", text);
        if (lesson)
            return;
        ++refused;
        REQUIRE_FALSE(lesson.error().empty());
        for (const auto& diagnostic : lesson.error())
            CHECK_FALSE(diagnostic.message.empty());
    };
    constexpr std::size_t stride = 97;
    for (std::size_t at = 0; at < whole.size(); at += stride) {
        load(whole.substr(0, at));
        for (const char byte : {'{', '`', '-', '\n', ':', '*', '&', '\t', '\0', '\xff'}) {
            auto damaged = whole;
            damaged[at] = byte;
            load(damaged);
        }
    }
    CHECK(refused > whole.size() / stride);   // a good part of that is no lesson any more
}

TEST_CASE("what a few bytes of YAML could become is refused", "[lesson][load][limits]")
{
    CHECK(says(complaintsAboutDirective("expect", "- &a {finding: none}\n- *a\n")[0], "aliases (*name) have no place in a lesson"));
    CHECK(says(complaintsAboutDirective("expect", std::string(40, '[') + std::string(40, ']') + "\n")[0], "nested deeper than 20 levels"));
    CHECK(says(complaintsAboutDirective("expect", std::string(3000, '[') + "\n")[0], "nested deeper than 20 levels"));
    std::string many;
    for (std::size_t i = 0; i < LessonLimits::yamlNodes; ++i)
        many += "[],";
    CHECK(says(complaintsAboutDirective("expect", "[" + many + "[]]\n")[0], "more than 20000 words and lists"));
}

TEST_CASE("of a lesson in which everything is wrong a hundred mistakes are told", "[lesson][load][limits]")
{
    std::string wrong;
    for (int i = 0; i < 10'000; ++i)
        wrong += "[a](b" + std::to_string(i) + ")\n";
    CHECK(complaints(header + page + wrong).size() == LessonLimits::problems);
    std::string facts;
    for (int i = 0; i < 10'000; ++i)
        facts += "7,";
    CHECK(complaintsAboutDirective("expect", "[" + facts + "7]\n").size() == LessonLimits::problems);
}

TEST_CASE("a complaint stays in the line and column of what it is about", "[lesson][load][limits]")
{
    const auto wide = complaintsAboutDirective("expect", "- {thr\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4: T1, is: \"\n");
    REQUIRE_FALSE(wide.empty());
    for (const auto& one : wide)
        CHECK(std::size_t(one.column) <= one.sourceLine.size() + 1);
    CHECK(says(complaints(header + page + "a\rb\n")[0], "a carriage return that ends no line"));
    const auto named = complaintsAboutDirective("expect", "- \"a\n\n  b\": 7\n");
    REQUIRE_FALSE(named.empty());
    CHECK(named[0].message.find('\n') == std::string::npos);
}

TEST_CASE("the statements of an item, which are checked in every order, are few", "[lesson][load][limits]")
{
    const std::string order = "id: o\ntask: t\nstart: P0\ntitle: T\nitems:\n  - {text: a, statements: \"" + std::string(5000, ' ')
        + "x();" + std::string(LessonLimits::statementsBytes, 'y') + "\"}\n  - {text: b, statements: y();}\nfacts: [{verdict: holds}]\nexample: [2, 1]\nlegal: 1\n";
    const auto found = complaintsAboutDirective("order", order);
    REQUIRE_FALSE(found.empty());
    CHECK(says(found[0], "at most 4000 bytes; these have 4004"));
}
