#pragma once

#include "lesson/lesson.h"
#include "lesson/results.h"
#include "world/run.h"
#include "world/snapshot.h"

#include <tl/expected.hpp>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace bindlab {

/// How far the reader has come with one act.
enum class ActState : std::uint8_t { Open, Done, NotSure, Skipped };

/// An answer to a prediction that is no option: "not sure", and passing on without an answer.
constexpr int notSureAnswer = -1;
constexpr int skippedAnswer = -2;

/// What a reader leaves behind; everything else follows from the lesson. Acts are named "page.block", from 0.
struct LessonProgress {
    int page = 0;
    std::map<std::string, ActState> acts;                      ///< those that are no longer open
    std::map<std::string, int> answers;                        ///< by id of the prediction: option, or one of the two above
    std::map<std::string, std::vector<StepChoice>> schedules;  ///< by id of the drive
    bool operator==(const LessonProgress&) const = default;
};

[[nodiscard]] std::string toJson(const LessonProgress& progress);
/// Damaged text is an error of one line.
[[nodiscard]] tl::expected<LessonProgress, std::string> progressFromJson(const std::string& text);

/// A schedule made on one design, fed to another. Where a design cannot follow a pick, its next ready thread moves instead;
/// where the picks end, the thread that moved last goes on while it can, then the next one, until every call has returned; but
/// not once a thread has spoilt memory: what comes after that tells nothing.
struct Replayed {
    Run run;
    std::vector<int> departures;   ///< steps (as in Run::record) that are not the pick they should have been
    int picked = 0;                ///< how many steps stand for a pick; those after them are the going on
};
[[nodiscard]] Replayed replayElsewhere(const std::shared_ptr<const Model>& model, const std::vector<StepChoice>& schedule);

/// What the example of each drive comes to, by its id. A drive whose example does not play is left out.
[[nodiscard]] std::map<std::string, std::vector<StepChoice>> exampleSchedules(const Lesson& lesson, Results& results);

struct OptionView {
    std::string text;        ///< Markdown
    std::string feedback;    ///< Markdown; empty until the prediction is answered
    bool chosen = false;
    bool right = false;      ///< false until the prediction is answered
};

/// One block of the open page, as a view shows it.
struct BlockView {
    int index = 0;                    ///< in Page::blocks
    std::string directive;            ///< "prose", "watch", "expect", "predict", "drive", "replay", "check"; what shows nothing is left out
    bool act = false;
    ActState state = ActState::Open;  ///< of an act
    std::string text;                 ///< Markdown: prose, question, or what there is to do
    std::string hint;                 ///< of a drive
    std::string button;               ///< words on the act's main button; empty where there is none
    std::vector<OptionView> options;  ///< of a prediction
    std::vector<std::string> facts;   ///< of an expect that is shown: sentences
    std::string outcome;              ///< Markdown: what a done drive, replay or check has shown
};

/// A lesson being worked through, by the text player or the window. It decides what is shown, where the run stands and whether
/// a goal is reached; who draws it steps a copy of run() and reports with observe(). Deterministic; keeps no clock.
class LessonSession {
public:
    /// Compiles what the lesson starts with. The library must outlive the session.
    [[nodiscard]] static tl::expected<LessonSession, Diagnostics> open(const Lesson& lesson, const Library& library,
                                                                       LessonProgress progress = {});

    [[nodiscard]] const Lesson& lesson() const { return m_lesson; }
    [[nodiscard]] const LessonProgress& progress() const { return m_progress; }

    [[nodiscard]] int page() const { return m_progress.page; }
    [[nodiscard]] int pageCount() const { return int(m_lesson.pages.size()); }
    /// Whether no act of it is open any more.
    [[nodiscard]] bool pageDone(int page) const;
    /// Nothing is locked: any page can be opened at any time. Out of range is ignored.
    void openPage(int page);
    /// Puts run() back to where the page has it; answers and schedules stay.
    void restart();

    /// The blocks of the page down to its first open act, that one included.
    [[nodiscard]] std::vector<BlockView> blocks() const;
    /// Index, in Page::blocks, of the first open act of the page; -1 when there is none.
    [[nodiscard]] int openAct() const { return m_openAct; }
    /// Directive of that act, or empty.
    [[nodiscard]] std::string openDirective() const;

    /// What the page runs, and where: its position is where the reader stands, recorded steps ahead are to be watched.
    [[nodiscard]] const Run& run() const { return *m_run; }
    [[nodiscard]] Selection selection() const { return m_selection; }
    /// Grows whenever run() is another one; a view then takes a new copy.
    [[nodiscard]] int revision() const { return m_revision; }
    /// The run as it was at the last revision but one has this many first steps in common with run(), so a view may
    /// play from there instead of jumping. 0 where the model or the start is another.
    [[nodiscard]] int sharedSteps() const { return m_sharedSteps; }
    /// While a prediction is open, verdicts and steps ahead stay hidden.
    [[nodiscard]] bool futureHidden() const;
    /// Steps of run() that are not the reader's picks but the design's way out, after a replay.
    [[nodiscard]] const std::vector<int>& departures() const { return m_departures; }

    /// Tells where the reader's copy of run() now stands. Ends an open watch at its last step and an open drive when its goal is
    /// reached, and keeps the schedule. Answers whether something changed, so that blocks() are another.
    bool observe(const Run& run);
    /// Answers the open prediction: an option, or notSureAnswer.
    bool answer(int option);
    /// Presses the main button of the open act where it has one: replays, checks; a watch goes to its last step.
    bool perform();
    /// Passes the open act: a prediction without an answer, a drive by its example.
    bool skip();
    /// Opens an act again, and what comes after it on the page.
    bool tryAgain(int block);

    /// The schedule kept for a drive, or its example when the reader has none yet. Empty for an unknown id.
    [[nodiscard]] std::vector<StepChoice> schedule(const std::string& drive) const;
    /// Whether that schedule is the reader's own.
    [[nodiscard]] bool hasOwnSchedule(const std::string& drive) const;

    /// What the last replay or check of the page could not do, in one sentence; empty when all is well.
    [[nodiscard]] const std::string& trouble() const { return m_trouble; }

private:
    LessonSession(const Lesson& lesson, const Library& library, LessonProgress progress);
    void rebuild();
    void finish(int block, ActState state);
    [[nodiscard]] std::string key(int block) const;
    [[nodiscard]] ActState stateOf(int page, int block) const;

    Lesson m_lesson;
    std::shared_ptr<Results> m_results;
    LessonProgress m_progress;
    mutable std::optional<std::map<std::string, std::vector<StepChoice>>> m_examples;   ///< made when first asked for
    std::optional<Run> m_run;
    Selection m_selection;
    int m_openAct = -1;
    int m_revision = 0;
    int m_sharedSteps = 0;
    std::vector<int> m_departures;
    std::map<int, std::string> m_outcomes;   ///< of the acts of the open page that are done
    std::string m_trouble;
};

} // namespace bindlab
