/// libFuzzer: any text is a lesson of a small model. What loads is verified within a small budget and worked through, act by act.
#include "reading.h"

#include "lesson/lesson.h"
#include "lesson/player.h"
#include "lesson/verify.h"

using namespace bindlab;

namespace {

constexpr std::uint64_t littleWork = 60'000;
constexpr int mostPages = 3;
constexpr int mostActs = 3;

/// So small that a thousand lessons are verified while one is against the shipped flows.
const Library& smallModel()
{
    static const Library library = [] {
        Library made;
        made.add("small.flow", R"(
base older;
enum Failure { F1, F2 }
struct Q { counter users; mutex mutex "q->mutex"; int n guarded by mutex; bool gone; }
global Q q as q in iommufd;
part two { global Q r; }
flow work(Q* v) : iommufd {
    lock(v.mutex);
    v.n = 1;
    choose "an error" { unlock(v.mutex); return -EINTR; } or "none" { v.users++; }
    unlock(v.mutex);
    return 0;
}
flow put(Q* v) : iommufd {
    v.users--;
    if (v.gone) return -ENOENT;
    v.gone = true;
    return 0;
}
prologue P0 { q.users = 1; }
epilogue E0 { put(q); }
scenario S1 both "two that meet" group "all" from P0 { thread T1 "WORK" { work(q); put(q); } thread T2 "PUT" { put(q); work(q); } }
scenario S2 one "one alone" { thread T1 { ret = work(q); } }
choice how "how it is done";
patch twice "works twice" : how {
    in flow work {
        v.n = 1;
      + v.n = 2;
    }
}
patch quiet "puts nothing" : how {
    in flow put {
      - v.users--;
        if (v.gone) return -ENOENT;
    }
}
design D1 "one" : older { }
design D2 "two" : older { twice }
platform tdx "TDX";
property I1 "users are never negative" always { must q.users >= 0 fails F1; }
property I2 "gone at the end" end { must q.gone; }
)");
        require(made.problems().empty(), "the small model is well formed");
        require(made.compile({"D1", {}, "S1"}).has_value() && made.compile({"D2", {"-twice", "quiet"}, "S2"}).has_value(), "the small model compiles");
        return made;
    }();
    return library;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto text = asText(data, size);
    const auto lesson = loadLesson("mine.md", text);
    if (!lesson) {
        require(!lesson.error().empty(), "what does not load has a reason");
        requireGood(lesson.error(), "mine.md", text);
        noteInput();
        return 0;
    }
    Results results(smallModel(), *lesson, littleWork);
    const auto report = verify(*lesson, results);
    require(!toText(report).empty(), "a verification can be told");
    if (auto session = LessonSession::open(*lesson, smallModel(), {}, littleWork))
        for (int page = 0; page < std::min(mostPages, session->pageCount()); ++page) {
            session->openPage(page);
            for (int act = 0; act < mostActs && session->openAct() >= 0; ++act) {
                require(!session->blocks().empty(), "a page with an act shows something");
                if (!session->perform() && !session->skip())
                    break;
            }
        }
    noteInput();
    return 0;
}
