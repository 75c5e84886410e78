#pragma once

#include "checker/checker.h"
#include "lesson/lesson.h"
#include "lesson/progress.h"
#include "lesson/results.h"
#include "world/run.h"
#include "world/snapshot.h"

#include <tl/expected.hpp>

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace bindlab {

class Stage;

/// The most bytes of an explanation that are kept.
constexpr std::size_t mostWords = 4000;

struct OptionView {
    std::string text;        ///< Markdown
    std::string feedback;    ///< Markdown; empty until the prediction is answered
    bool chosen = false;
    bool right = false;      ///< false until the prediction is answered
};

/// One block of the open page, as a view shows it.
struct BlockView {
    int index = 0;                    ///< in Page::blocks
    std::string directive;            ///< "prose", "watch", "expect", "predict", "drive", "replay", "check", "flow", "order", "repair", "compare", "explain"; what shows nothing is left out
    bool act = false;
    ActState state = ActState::Open;  ///< of an act
    std::string text;                 ///< Markdown: prose, question, or what there is to do
    std::string hint;                 ///< of a drive
    std::string button;               ///< words on the act's main button; empty where there is none
    std::vector<OptionView> options;  ///< of a prediction
    std::vector<std::string> facts;   ///< of an expect that is shown: sentences. Of an explanation that was given: the points of a good one, Markdown
    std::vector<int> picks;           ///< of an order or repair: what was tried last, items from 0; empty before
    std::string words;                ///< of an explanation: the reader's own
    bool breaks = false;              ///< of a drive: something is to be broken
    std::string outcome;              ///< Markdown: what a done drive, replay or check has shown
};

/// How many pages of the lesson have no open act any more.
[[nodiscard]] int pagesDone(const Lesson& lesson, const LessonProgress& progress);

/// A lesson being worked through, by the text player or the window. It decides what is shown, where the run stands and whether
/// a goal is reached; who draws it steps a copy of run() and reports with observe(). Deterministic; keeps no clock.
class LessonSession {
public:
    /// Compiles what the lesson starts with. The library must outlive the session. `work` is what all of its checks may cost.
    [[nodiscard]] static tl::expected<LessonSession, Diagnostics> open(const Lesson& lesson, const Library& library,
                                                                       LessonProgress progress = {},
                                                                       std::uint64_t work = LessonLimits::work);

    [[nodiscard]] const Lesson& lesson() const { return m_lesson; }
    [[nodiscard]] const LessonProgress& progress() const { return m_progress; }
    /// With what the lesson and its acts declare themselves.
    [[nodiscard]] const std::shared_ptr<const Library>& flows() const { return m_results->flows(); }

    /// The flow texts of these, for who has the shipped ones only; empty when there are none.
    [[nodiscard]] const std::string& ownFlowText() const { return m_results->ownText(); }

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
    /// Tells what a check of `checked` has found that was begun elsewhere. Ends an open check that asks for no more than that.
    bool observe(const Selection& checked, const CheckResult& result);
    /// Answers the open prediction: an option, or notSureAnswer.
    bool answer(int option);
    /// Tries an order of all items, or the attaching of some, over every interleaving. What holds ends the act; what does not is
    /// told as its outcome, and the run that fails is run().
    bool submit(const std::vector<int>& picks);
    /// Answers the open explanation in the reader's own words; empty is "not sure".
    bool explain(const std::string& words);
    /// What a comparison of the page compares; nothing for another block.
    [[nodiscard]] std::optional<std::array<Selection, 2>> compared(int block) const;
    /// Presses the main button of the open act where it has one: replays, checks, compares; a watch goes to its last step.
    bool perform();
    /// Passes the open act: a prediction without an answer, a drive, an order or a repair by its example.
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
    class Playing;
    class Showing;

    LessonSession(const Lesson& lesson, const Library& library, LessonProgress progress, std::uint64_t work);
    void rebuild();
    void finish(int block, ActState state);
    /// What the reader has put together last, items from 0; of an act that was skipped, the example.
    template <typename Exercise>
    [[nodiscard]] std::vector<int> picksOf(const Exercise& exercise, ActState state) const
    {
        if (state == ActState::Skipped)
            return exercise.example;
        const auto found = m_progress.picks.find(exercise.id);
        if (found == m_progress.picks.end())
            return {};
        auto picks = found->second;   // they may be of an older form of the lesson
        std::erase_if(picks, [&](int pick) { return pick < 0 || std::size_t(pick) >= exercise.items.size(); });
        return picks;
    }
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
    bool m_good = false;                     ///< what was tried last on this page holds
};

} // namespace bindlab
