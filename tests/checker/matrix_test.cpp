#include "checker/matrix.h"

#include "tiny_models.h"

using namespace bindlab;
using namespace bindlab::testing;
using Catch::Matchers::Contains;

namespace {

/// Three designs, two scenarios, two platforms; `broken` refuses to compile, `locked` never breaks P.
constexpr const char* family = R"(
base old "a kernel";
struct S { int n; mutex lock; }
global S s;
flow add() : kernel {
    n = s.n;
    s.n = n + 1;
}
patch with-lock "both hold the lock" {
    in flow add {
+       lock(s.lock);
        n = s.n;
        s.n = n + 1;
+       unlock(s.lock);
    }
}
patch no-such-line "takes away what is not there" {
    in flow add {
-       s.n = 7;
    }
}
patch with-flag "says when it is done" {
    in struct S {
        int n;
+       bool flag;
    }
}
design bare "no lock" : old { }
design locked "a lock" : old { with-lock }
design broken "does not compile" : old { no-such-line }
property P "nothing is lost" end { must s.n == 2 says "an update was lost" fails F99; }
property Q "the flag is never up" always { needs S.flag must !s.flag says "the flag is up"; }
epilogue close { n = s.n; }
scenario both two-adders "two threads add" then close { thread T1 { add(); } thread T2 { add(); } }
scenario twice one-adder "one thread adds twice" { thread T1 { add(); add(); } }
)";

Library libraryOf(const std::string& text)
{
    Library library;
    library.add("family.flow", text);
    REQUIRE(toText(library.problems()).empty());
    return library;
}

/// The family on two platforms; what a file says below a platform's name would be that platform's own.
Library familyWith(const std::string& more = {})
{
    Library library = libraryOf(family + more);
    library.add("one.flow", "platform one \"the first\";\n");
    library.add("two.flow", "platform two \"the second\";\n");
    REQUIRE(toText(library.problems()).empty());
    return library;
}

/// What a cell says, without the seconds it took.
std::string said(const MatrixCell& cell)
{
    std::string text = cell.selection.design + " " + cell.selection.scenario + " " + cell.selection.platform + ": " + toText(cell.result.verdict)
        + " " + std::to_string(cell.result.states) + " " + std::to_string(cell.result.transitions) + " " + cell.error;
    for (const Violation& violation : cell.result.violations) {
        text += " " + violation.property + violation.failure + violation.message + std::to_string(violation.switches);
        for (const StepChoice& step : violation.steps)
            text += "," + std::to_string(step.thread) + "." + std::to_string(step.choice);
    }
    return text;
}

std::vector<std::string> said(const Matrix& matrix)
{
    std::vector<std::string> all;
    for (const MatrixCell& cell : matrix.cells)
        all.push_back(said(cell));
    return all;
}

} // namespace

TEST_CASE("a matrix has every design in every scenario on every platform, in the library's order", "[matrix]")
{
    const Matrix matrix = checkMatrix(familyWith());
    CHECK(matrix.designs == std::vector<std::string>{"bare", "locked", "broken"});
    CHECK(matrix.scenarios == std::vector<std::string>{"both", "twice"});
    CHECK(matrix.platforms == std::vector<std::string>{"one", "two"});
    REQUIRE(matrix.cells.size() == 12);
    for (std::size_t design = 0; design < 3; ++design)
        for (std::size_t scenario = 0; scenario < 2; ++scenario)
            for (std::size_t platform = 0; platform < 2; ++platform)
                CHECK(matrix.at(design, scenario, platform).selection
                      == Selection{matrix.designs[design], {}, matrix.scenarios[scenario], matrix.platforms[platform]});
    CHECK(matrix.at(0, 0, 0).result.verdict == Verdict::Violated);
    CHECK(matrix.at(1, 0, 0).result.verdict == Verdict::Holds);
    CHECK(matrix.at(0, 1, 1).result.verdict == Verdict::Holds);
    CHECK_FALSE(matrix.stopped());
}

TEST_CASE("one thread and four find the same, in the same order", "[matrix][invariant]")
{
    const bool ofShipped = GENERATE(false, true);
    const Library library = ofShipped ? Library::shipped() : familyWith();
    MatrixOptions options;
    if (ofShipped) {
        options.designs = {library.designs().front().id, library.designs().back().id};
        options.platforms = {"tdx"};
    }
    options.threads = 1;
    const auto one = said(checkMatrix(library, options));
    options.threads = 4;
    CHECK(said(checkMatrix(library, options)) == one);
}

TEST_CASE("a cell of a matrix says what a check of its own says", "[matrix]")
{
    const Library library = familyWith();
    const MatrixCell cell = checkMatrix(library).at(0, 0, 1);
    const auto model = library.compile(cell.selection);
    REQUIRE(model);
    const CheckResult alone = check(*model);
    CHECK(cell.result.states == alone.states);
    REQUIRE(cell.result.violations.size() == alone.violations.size());
    CHECK(cell.result.violations.front().steps == alone.violations.front().steps);
}

TEST_CASE("a design that does not compile carries its error and stops no other", "[matrix]")
{
    const Matrix matrix = checkMatrix(familyWith());
    for (const MatrixCell& cell : matrix.cells) {
        CAPTURE(said(cell));
        CHECK(cell.error.empty() == (cell.selection.design != "broken"));
        CHECK(cell.hasVerdict() == (cell.selection.design != "broken"));
    }
    CHECK_THAT(matrix.at(2, 0, 0).error, Contains("family.flow:") && Contains("s.n = 7"));
}

TEST_CASE("a name nobody knows is an error of its cells, in one line", "[matrix]")
{
    MatrixOptions options;
    options.designs = {"bare", "bear"};
    const Matrix matrix = checkMatrix(familyWith(), options);
    REQUIRE(matrix.cells.size() == 8);
    CHECK(matrix.at(0, 0, 0).error.empty());
    CHECK_THAT(matrix.at(1, 0, 0).error, Contains("bear") && !Contains("\n"));
}

TEST_CASE("rows and columns come as they were asked for, each once", "[matrix]")
{
    MatrixOptions options;
    options.designs = {"locked", "bare", "locked"};
    options.scenarios = {"twice"};
    options.platforms = {"two"};
    const Matrix matrix = checkMatrix(familyWith(), options);
    CHECK(matrix.designs == std::vector<std::string>{"locked", "bare"});
    CHECK(matrix.cells.size() == 2);
}

TEST_CASE("patches come on top of every design", "[matrix]")
{
    MatrixOptions options;
    options.designs = {"bare"};
    options.patches = {"with-lock"};
    for (const MatrixCell& cell : checkMatrix(familyWith(), options).cells)
        CHECK(cell.result.verdict == Verdict::Holds);
}

TEST_CASE("what a design has no words for is n/a, and that is a verdict", "[matrix]")
{
    MatrixOptions options;
    options.designs = {"bare"};
    options.properties = {"Q"};
    for (const MatrixCell& cell : checkMatrix(familyWith(), options).cells) {
        CHECK(cell.result.verdict == Verdict::NotApplicable);
        CHECK(cell.hasVerdict());
    }
    options.patches = {"with-flag"};
    for (const MatrixCell& cell : checkMatrix(familyWith(), options).cells)
        CHECK(cell.result.verdict == Verdict::Holds);
}

TEST_CASE("a scenario that is about other designs is n/a with its reason, and that is a verdict", "[matrix]")
{
    const Matrix matrix = checkMatrix(familyWith("scenario own own-one \"about one design\" only locked { thread T1 { add(); add(); } }\n"));
    REQUIRE(matrix.scenarios.back() == "own");
    const MatrixCell& about = matrix.at(1, 2, 0);
    CHECK(about.result.verdict == Verdict::Holds);
    CHECK(about.whyNotApplicable.empty());
    const MatrixCell& other = matrix.at(0, 2, 0);
    CHECK(other.result.verdict == Verdict::NotApplicable);
    CHECK_THAT(other.whyNotApplicable, Contains("locked"));
    CHECK(other.error.empty());
    CHECK(other.hasVerdict());
}

TEST_CASE("a matrix that is stopped keeps what was done and has no verdict for the rest", "[matrix]")
{
    std::atomic<bool> stop = false;
    MatrixOptions options;
    options.threads = 1;
    options.cancel = &stop;
    options.progress = [&](const MatrixProgress& progress) { stop = stop || progress.done >= 3; };
    const Matrix matrix = checkMatrix(familyWith(), options);
    CHECK(matrix.stopped());
    for (std::size_t cell = 0; cell < matrix.cells.size(); ++cell) {
        CAPTURE(cell);
        CHECK(matrix.cells[cell].stopped == (cell >= 3));
        CHECK(matrix.cells[cell].hasVerdict() == (cell < 3));
    }
    CHECK(matrix.cells.back().result.states == 0);
    CHECK(matrix.cells.back().result.bound == "stopped on request");
}

TEST_CASE("stopping reaches into a cell that runs", "[matrix]")
{
    std::atomic<bool> stop = false;
    MatrixOptions options;
    options.designs = {"D3a"};
    options.scenarios = {"S3"};
    options.cancel = &stop;
    options.progress = [&](const MatrixProgress& progress) { stop = stop || progress.done == 0; };
    const Matrix matrix = checkMatrix(Library::shipped(), options);
    CHECK(matrix.stopped());
    CHECK(matrix.cells.front().result.verdict == Verdict::Bounded);
}

TEST_CASE("progress counts every cell and ends with all of them", "[matrix]")
{
    MatrixOptions options;
    options.threads = 3;
    std::size_t done = 0;
    options.progress = [&](const MatrixProgress& progress) {
        CHECK(progress.total == 12);
        CHECK(progress.done >= done);
        CHECK_FALSE(progress.cell.design.empty());
        done = progress.done;
    };
    CHECK(checkMatrix(familyWith(), options).cells.size() == 12);
    CHECK(done == 12);
}

TEST_CASE("a bound is the bound of one cell", "[matrix]")
{
    MatrixOptions options;
    options.maxStates = 4;
    const Matrix matrix = checkMatrix(familyWith(), options);
    CHECK(matrix.at(1, 0, 0).result.verdict == Verdict::Bounded);
    CHECK_FALSE(matrix.at(1, 0, 0).hasVerdict());
    CHECK_FALSE(matrix.stopped());
}

TEST_CASE("files without designs or platforms make a matrix of scenarios", "[matrix]")
{
    const Matrix matrix = checkMatrix(libraryOf(R"(
struct S { int x; }
global S s;
scenario A a "one" { thread T1 { s.x = 1; } }
scenario B b "two" { thread T1 { s.x = 1; } }
)"));
    CHECK(matrix.designs == std::vector<std::string>{""});
    CHECK(matrix.platforms == std::vector<std::string>{""});
    REQUIRE(matrix.cells.size() == 2);
    CHECK(matrix.at(0, 1, 0).result.verdict == Verdict::Holds);
}

TEST_CASE("a failure is named once, with its shortest run, and those of the epilogue come last", "[matrix]")
{
    const auto broken = [](const char* property, const char* failure, std::size_t length, bool inEpilogue) {
        Violation violation;
        violation.property = property;
        violation.failure = failure;
        violation.steps.resize(length);
        violation.inEpilogue = inEpilogue;
        return violation;
    };
    CheckResult result;
    result.violations = {broken("I1", "F2", 4, true), broken("I2", "F1", 21, false), broken("I3", "F1", 9, false), broken("I9", "", 12, false),
                         broken("I10", "F1", 3, true)};
    CHECK(shortFailures(result) == std::vector<ShortFailure>{{"F1", 9, false}, {"I9", 12, false}, {"F2", 4, true}});
    CHECK(shortFailures({}).empty());
}
