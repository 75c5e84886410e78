/// libFuzzer: any text is a lesson. What loads is verified within a small budget and worked through, act by act.
#include "reading.h"

#include "lesson/lesson.h"
#include "lesson/player.h"
#include "lesson/verify.h"

using namespace bindlab;

namespace {

constexpr std::uint64_t fewStates = 300;
constexpr int mostPages = 3;
constexpr int mostActs = 3;

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
    Results results(Library::shipped(), *lesson, fewStates);
    const auto report = verify(*lesson, results);
    require(!toText(report).empty(), "a verification can be told");
    if (auto session = LessonSession::open(*lesson, Library::shipped(), {}, fewStates))
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
