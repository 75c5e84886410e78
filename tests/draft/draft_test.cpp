#include "draft/draft.h"
#include "draft/design_text.h"
#include "draft/templates.h"
#include "flow/embedded.h"
#include "flow/program.h"

#include "catch.h"

using namespace bindlab;

namespace {

std::string peterson()
{
    for (const EmbeddedFile& file : embeddedModels())
        if (file.name == "peterson.flow")
            return std::string(file.text);
    return {};
}

std::vector<DraftProblem> checked(const Draft& draft)
{
    const ReadDraft read = readDraft(draft, Library::shipped());
    if (!read.model)
        FAIL(toText(read.problems));
    return problemsOf(draft, read, check(read.model));
}

std::string replaced(std::string text, const std::string& what, const std::string& by)
{
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), by);
}

} // namespace

TEST_CASE("Peterson's algorithm, written letter by letter from an empty text, is read at every letter, whole it holds, broken its failure has a run")
{
    const std::string text = peterson();
    int models = 0;
    for (std::size_t length = 0; length <= text.size(); ++length) {
        const ReadDraft read = readDraft({"mine.flow", text.substr(0, length), {}}, Library::shipped());
        CHECK(read.alone);
        CHECK((read.model != nullptr) == read.problems.empty());
        models += read.model != nullptr;
    }
    CHECK(models > 0);
    CHECK(checked({"mine.flow", text, {}}).empty());
    const auto problems = checked({"mine.flow", replaced(text, "wait (!shared.wants2 || shared.turn == 1);", "wait (!shared.wants2 || shared.turn == 2);"), {}});
    REQUIRE_FALSE(problems.empty());
    CHECK(problems.front().kind == DraftProblem::Kind::Finding);
    CHECK(problems.front().steps > 3);
    CHECK(problems.front().file == "mine.flow");
}

TEST_CASE("a text with a design or a patch stands beside the shipped flows, one without alone")
{
    const Library& shipped = Library::shipped();
    CHECK(readDraft({"m.flow", "", {}}, shipped).alone);
    CHECK(readDraft({"m.flow", peterson(), {}}, shipped).alone);
    CHECK_FALSE(readDraft({"m.flow", draftFrom(shipped, "D6", "mine"), {}}, shipped).alone);
    const ReadDraft read = readDraft({"m.flow", draftFrom(shipped, "D6", "mine"), {"", {}, "S3", "tdx"}}, shipped);
    CHECK(read.selection.design == "mine");
    CHECK(readDraft({"m.flow", peterson(), {"", {}, "S3", "tdx"}}, shipped).selection.scenario == "peterson");   // what was chosen for another text
    CHECK(read.model != nullptr);
}

TEST_CASE("a name that is nearly right, a missing semicolon and a missing patch have a fix that mends them")
{
    const Library& shipped = Library::shipped();
    const auto mended = [&](const Draft& draft) {
        const ReadDraft read = readDraft(draft, shipped);
        const auto problems = problemsOf(draft, read);
        REQUIRE_FALSE(problems.empty());
        REQUIRE_FALSE(problems.front().fixes.empty());
        const Fix& fix = problems.front().fixes.front();
        INFO(fix.title << "\n" << fix.text);
        const ReadDraft again = readDraft({draft.file, fix.text, draft.selection}, shipped);
        CHECK(again.model != nullptr);
        return fix.title;
    };
    CHECK(mended({"m.flow", replaced(peterson(), "shared.turn = 1;", "shared.tern = 1;"), {}}) == "change to turn");
    CHECK(mended({"m.flow", replaced(peterson(), "shared.turn = 1;", "shared.turn = 1"), {}}) == "put ';' at the end of line 24");
    CHECK(mended({"m.flow", replaced(peterson(), "shared.inside--;\n    shared.wants1", "shared.inside--   // out\n    shared.wants1"), {}}) == "put ';' at the end of line 17");
    const std::string d8 = withPatch(draftFrom(shipped, "D8", "mine"), "mine", "hold-dev-set-over-zap", false);
    CHECK(mended({"m.flow", d8, {"", {}, "S3", "tdx"}}) == "pick hold-dev-set-over-zap as well");
}

TEST_CASE("two answers to one question: taking either away mends it")
{
    const Library& shipped = Library::shipped();
    const Draft draft{"m.flow", withPatch(draftFrom(shipped, "D6", "mine"), "mine", "exclusive-at-open", true), {"", {}, "S3", "tdx"}};
    const auto problems = problemsOf(draft, readDraft(draft, shipped));
    REQUIRE_FALSE(problems.empty());
    REQUIRE(problems.front().fixes.size() == 2);
    for (const Fix& fix : problems.front().fixes) {
        INFO(fix.title);
        CHECK(readDraft({draft.file, fix.text, draft.selection}, shipped).model != nullptr);
    }
}

TEST_CASE("an access without its lock is offered the lock, under the name the flow has for it, and the finding is gone")
{
    const std::string text = "struct Group { mutex lock; }\nstruct Idev { const Group* igroup; int vdev guarded by igroup.lock; }\n"
                             "global Group group;\nglobal Idev one { igroup = group; }\n"
                             "flow set(Idev* idev) : k {\n    idev.vdev = 1;\n}\n"
                             "scenario S s \"s\" {\n    thread T1 { set(one); }\n    thread T2 { set(one); }\n}\n";
    const Draft draft{"m.flow", text, {}};
    const auto problems = checked(draft);
    REQUIRE_FALSE(problems.empty());
    CHECK(problems.front().line == 6);
    CHECK(problems.front().rule.id == "I21");
    REQUIRE(problems.front().fixes.size() == 1);
    CHECK(problems.front().fixes.front().title == "hold idev.igroup.lock over line 1 of set");
    CHECK(problems.front().fixes.front().text.find("{\n    lock(idev.igroup.lock);\n    idev.vdev = 1;\n    unlock(idev.igroup.lock);\n}") != std::string::npos);
    CHECK(checked({draft.file, problems.front().fixes.front().text, {}}).empty());
}

TEST_CASE("an access without its lock in a kernel flow is mended by lines of one's own")
{
    const Draft draft{"m.flow", draftFrom(Library::shipped(), "D3b", "mine"), {"", {}, "S3", "tdx"}};
    const auto problems = checked(draft);
    const auto unguarded = std::ranges::find_if(problems, [](const DraftProblem& p) { return p.message.find("without holding its lock") != std::string::npos; });
    REQUIRE(unguarded != problems.end());
    CHECK(unguarded->file != "m.flow");
    CHECK(unguarded->rule.id == "I21");
    CHECK(unguarded->rule.title == "a guarded field is touched only with its guard held");
    CHECK(unguarded->rule.source.title.find("domain notes") != std::string::npos);
    REQUIRE_FALSE(unguarded->fixes.empty());
    INFO(unguarded->fixes.front().title);
    CHECK(unguarded->fixes.front().text.find("patch mine-lines") != std::string::npos);
    for (const DraftProblem& after : checked({draft.file, unguarded->fixes.front().text, draft.selection}))
        CHECK(after.message != unguarded->message);
}

TEST_CASE("a lock that is carried back to user space is offered to be released")
{
    const std::string text = "struct S { mutex lock; int x; }\nglobal S s;\n"
                             "flow call() : k {\n    lock(s.lock);\n    if (s.x)\n        return -EBUSY;\n    s.x = 1;\n    return 0;\n}\n"
                             "scenario A a \"a\" {\n    thread T1 { ret = call(); }\n}\n";
    const auto problems = checked({"m.flow", text, {}});
    REQUIRE_FALSE(problems.empty());
    INFO(problems.front().message);
    REQUIRE_FALSE(problems.front().fixes.empty());
    CHECK(problems.front().fixes.front().title == "release s.lock before line 5 of call");
    CHECK(checked({"m.flow", problems.front().fixes.front().text, {}}).empty());
}
