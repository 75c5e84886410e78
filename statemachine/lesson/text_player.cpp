#include "lesson/text_player.h"

#include "lesson/exercises.h"
#include "lesson/player.h"
#include "lesson/text_writer.h"
#include "report/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <istream>
#include <ostream>
#include <sstream>

namespace bindlab {

namespace {

/// One part of a session said as text. Nothing is decided here.
class TextPlayer {
public:
    TextPlayer(LessonSession& session, std::ostream& out, const TextPlayerOptions& options)
        : m_session(session), m_out(out), m_answers(options.answers), m_columns(options.columns), m_write(out, options.columns)
    {
    }

    bool play()
    {
        const auto& lesson = m_session.lesson();
        m_out << fmt::format("Lesson {}, {}\n{}\n\n", lesson.number, lesson.unitTitle, lesson.title);
        m_write.paragraph(lesson.summary, 0, "");
        m_out << fmt::format("\nAbout {} minutes. Design {}, scenario {}, platform {}.\n", lesson.minutes, lesson.design,
                             lesson.scenario, lesson.platform);
        for (int page = 0; page < m_session.pageCount(); ++page) {
            m_session.openPage(page);
            const auto heading =
                fmt::format("{} of {}  {}", page + 1, m_session.pageCount(), lesson.pages[std::size_t(page)].title);
            m_out << fmt::format("\n\n{}\n{}\n", heading, std::string(std::size_t(columnsOf(heading)), '-'));
            playPage();
            if (!m_session.trouble().empty()) {
                m_out << "\n" << m_session.trouble() << "\n";
                return false;
            }
        }
        sources();
        return true;
    }

private:
    void playPage()
    {
        int shown = -1;   // index of the last block that has been written
        for (;;) {
            for (const auto& block : m_session.blocks()) {
                if (block.index <= shown)
                    continue;
                shown = block.index;
                open(block);
            }
            const int act = m_session.openAct();
            if (act < 0)
                return;
            perform(act);
            for (const auto& block : m_session.blocks())
                if (block.index == act)
                    close(block);
            if (m_session.openAct() == act)   // cannot be: every act ends one way or another
                return;
        }
    }

    /// What stands there before anything is done.
    void open(const BlockView& block)
    {
        m_out << "\n";
        if (block.directive == "expect") {
            for (const auto& fact : block.facts)
                m_write.paragraph(fact, 2, "= ");
            return;
        }
        if (block.directive == "flow") {
            m_write.code(block.text, 4);
            return;
        }
        m_write.markdown(block.text, 0);
        if (block.directive == "predict" || block.directive == "order" || block.directive == "repair")
            for (std::size_t i = 0; i < block.options.size(); ++i)
                m_write.markdown(block.options[i].text, 2, fmt::format("{}) ", i + 1));
    }

    void perform(int act)
    {
        const auto directive = m_session.openDirective();
        if (directive == "predict")
            predict(act);
        else if (directive == "drive")
            drive();
        else if (directive == "watch")
            watch();
        else if (directive == "order" || directive == "repair")
            pick(act, directive == "order");
        else if (directive == "explain")
            explain();
        else
            m_session.perform();
    }

    /// What it has come to.
    void close(const BlockView& block)
    {
        if (block.directive == "predict") {
            m_out << "\n";
            for (std::size_t i = 0; i < block.options.size(); ++i) {
                const auto& option = block.options[i];
                if (option.right || option.chosen)
                    m_write.markdown(option.feedback, 2, fmt::format("{}) ", i + 1));
            }
        }
        if (!block.outcome.empty()) {
            m_out << "\n";
            m_write.markdown(block.outcome, 2);
        }
        if (block.directive == "explain")
            for (const auto& point : block.facts)
                m_write.markdown(point, 2, "- ");
    }

    void predict(int act)
    {
        if (!m_answers) {
            m_session.answer(notSureAnswer);
            return;
        }
        int options = 0;
        for (const auto& block : m_session.blocks())
            if (block.index == act)
                options = int(block.options.size());
        for (;;) {
            const auto line = ask(fmt::format("Your answer, 1 to {}, or Enter for not sure", options));
            if (!line || line->empty()) {
                m_session.answer(notSureAnswer);
                return;
            }
            if (line->size() == 1 && (*line)[0] >= '1' && (*line)[0] < '1' + options) {
                m_session.answer((*line)[0] - '1');
                return;
            }
        }
    }

    /// The reader's own words; without a reader, the points of a good answer follow at once.
    void explain()
    {
        const auto line = m_answers ? ask("In your own words, or Enter for not sure") : std::nullopt;
        m_session.explain(line.value_or(""));
        m_out << "\nA good answer has:\n";
    }

    /// An order of all items, or some of them to attach, as often as it takes.
    void pick(int act, bool all)
    {
        while (m_answers) {
            const auto line = ask(all ? "Your order, as numbers with spaces between them, or Enter to be shown one"
                                      : "What to attach, as numbers with spaces between them, or Enter to be shown");
            if (!line || line->empty())
                break;
            std::vector<int> picks;
            std::istringstream words(*line);
            for (int number = 0; words >> number;)
                picks.push_back(number - 1);
            if (!words.eof() || !m_session.submit(picks)) {
                m_out << (all ? "  name every item once\n" : "  name some of the items, each once\n");
                continue;
            }
            if (m_session.openAct() != act)
                return;
            for (const auto& block : m_session.blocks())
                if (block.index == act) {
                    m_out << "\n";
                    m_write.markdown(block.outcome, 2);
                }
        }
        m_session.skip();
        for (const auto& block : m_session.blocks())
            if (block.index == act) {
                m_out << "\n";
                m_write.paragraph((all ? "One order: " : "Attach ") + placesAsText(block.picks), 2, "");
            }
    }

    void watch()
    {
        const Run run = m_session.run();   // performing moves the session's own
        m_out << "\n";
        if (m_answers)
            static_cast<void>(ask("Enter to watch"));
        steps(run, run.position(), run.length());
        m_session.perform();
    }

    void drive()
    {
        Run run = m_session.run();
        while (m_answers) {
            threads(run);
            const auto line = ask("Which thread goes next (its number), b for a step back, s to be shown");
            if (!line || *line == "s")
                break;
            if (*line == "b") {
                run.back();
                continue;
            }
            if (!stepThread(run, *line))
                continue;
            steps(run, run.position() - 1, run.position());
            if (m_session.observe(run))
                return;
        }
        const int from = m_session.run().position();
        m_session.skip();   // the run is now the example's
        m_out << "\n";
        steps(m_session.run(), from, m_session.run().position());
    }

    bool stepThread(Run& run, const std::string& answer)
    {
        const auto snapshot = look(run.model(), run.state());
        for (const auto& thread : snapshot.threads) {
            if (thread.name != "T" + answer && thread.name != answer)
                continue;
            std::vector<const NextView*> ways;
            for (const auto& next : thread.next)
                if (next.enabled)
                    ways.push_back(&next);
                else
                    m_out << fmt::format("  {} {}\n", thread.name, next.blocked);
            if (thread.next.empty())
                m_out << fmt::format("  {} is done\n", thread.name);
            const auto* way = choose(ways);
            return way && run.step(way->choice) == StepStatus::Done;
        }
        m_out << "  there is no such thread\n";
        return false;
    }

    /// Of what a thread may do next, where there is more than one thing.
    const NextView* choose(const std::vector<const NextView*>& ways)
    {
        if (ways.size() < 2)
            return ways.empty() ? nullptr : ways.front();
        for (std::size_t i = 0; i < ways.size(); ++i)
            m_out << fmt::format("  {}) {}\n", i + 1, ways[i]->label);
        const auto line = ask(fmt::format("Which of these, 1 to {}", ways.size()));
        for (std::size_t i = 0; line && i < ways.size(); ++i)
            if (*line == std::to_string(i + 1))
                return ways[i];
        return nullptr;
    }

    void threads(const Run& run)
    {
        m_out << "\n";
        std::vector<std::vector<std::string>> rows;
        for (const auto& thread : look(run.model(), run.state()).threads) {
            if (thread.epilogue)
                continue;
            std::string next = thread.next.empty() ? "done" : thread.next.front().text;
            if (!thread.next.empty() && !thread.next.front().enabled)
                next += "   (" + thread.next.front().blocked + ")";
            rows.push_back({thread.name, thread.title, next});
        }
        m_out << table(rows, m_columns, 2);
    }

    void steps(const Run& run, int from, int to)
    {
        std::vector<std::vector<std::string>> rows;
        for (int step = from; step < to; ++step) {
            const auto& record = run.record(step);
            rows.push_back({fmt::format("{:>3}", step + 1), record.thread, record.sentence});
            for (const auto& finding : record.findings)
                rows.push_back({"", "!!",
                                fmt::format("breaks {}{}", finding.property,
                                            finding.failure.empty() ? "" : " (" + finding.failure + ")")});
        }
        m_out << table(rows, m_columns, 1);
    }

    std::optional<std::string> ask(const std::string& prompt)
    {
        m_out << "\n" << prompt << ": " << std::flush;
        std::string line;
        if (!std::getline(*m_answers, line)) {
            m_answers = nullptr;   // nobody is there any more: play on without questions
            m_out << "\n";
            return std::nullopt;
        }
        line.erase(0, line.find_first_not_of(" \t\r"));
        line.erase(line.find_last_not_of(" \t\r") + 1);
        return line;
    }

    void sources()
    {
        m_out << "\n\nSources\n-------\n\n";
        for (const auto& source : m_session.lesson().sources)
            m_write.paragraph(fmt::format("{}, {}: {}", source.author, source.date, source.subject), 2, "- ");
    }

    LessonSession& m_session;
    std::ostream& m_out;
    std::istream* m_answers;
    int m_columns;
    TextWriter m_write;
};

} // namespace

bool playAsText(const Lesson& lesson, const Library& library, std::ostream& out, const TextPlayerOptions& options)
{
    auto session = LessonSession::open(lesson, library);
    if (!session) {
        out << toText(session.error());
        return false;
    }
    return TextPlayer(*session, out, options).play();
}

} // namespace bindlab
