#include "report/svg.h"

#include "report/svg_document.h"
#include "report/svg_inks.h"
#include "report/text.h"
#include "world/look.h"
#include "world/snapshot.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace bindlab {

namespace {

constexpr double margin = 24;
constexpr double numberWidth = 36;
constexpr double rowHeight = 28;
constexpr double blockHeight = 22;
constexpr double textLine = 17;
constexpr double labelSize = 12;
constexpr double placeSize = 10;
constexpr double leastLane = 260;
constexpr double mostLane = 420;
constexpr double lockWidth = 24;
constexpr double titleHeight = 56;
constexpr double laneHead = 34;

const inks::Tones& tonesOf(int thread) { return inks::threads[std::size_t(thread) % inks::threads.size()]; }

std::string shortened(std::string_view text, double room, double size)
{
    const auto columns = std::size_t(std::max(2.0, room / (0.6 * size)));
    std::string kept(text);
    if (std::size_t(columnsOf(kept)) <= columns)
        return kept;
    while (std::size_t(columnsOf(kept)) > columns - 1) {
        while (!kept.empty() && (static_cast<unsigned char>(kept.back()) & 0xc0) == 0x80)
            kept.pop_back();
        kept.pop_back();
    }
    return kept + "…";
}

/// A thread's mark: shapes tell apart what is told apart by ink.
std::vector<SvgPoint> glyphOf(int thread, SvgPoint middle, double radius)
{
    struct Shape {
        int corners;
        double turned;   ///< degrees from pointing up
        double inner;    ///< radius of the corners between, as a part; 0: there are none
    };
    static constexpr Shape shapes[] = {{24, 0, 0}, {4, 45, 0}, {4, 0, 0}, {3, 0, 0}, {6, 30, 0}, {5, 0, 0.5}};
    const Shape& shape = shapes[std::size_t(thread) % std::size(shapes)];
    const int points = shape.inner > 0 ? 2 * shape.corners : shape.corners;
    std::vector<SvgPoint> corners;
    for (int i = 0; i < points; ++i) {
        const double angle = (shape.turned + 360.0 * i / points) * std::numbers::pi / 180;
        const double far = shape.inner > 0 && i % 2 == 1 ? radius * shape.inner : radius;
        corners.push_back({middle.x + far * std::sin(angle), middle.y - far * std::cos(angle)});
    }
    return corners;
}

/// A lock, while it is held or read by one thread.
struct Span {
    int lock = 0;
    int thread = 0;
    bool reading = false;
    double from = 0;
    double to = 0;
};

class LanesDrawing {
public:
    LanesDrawing(const Run& run, std::string title) : m_run(run), m_title(std::move(title)), m_now(look(run.model(), run.stateAt(0)))
    {
        chooseLanes();
        placeRows();
    }

    std::string draw()
    {
        const double locks = double(m_lockColumns.size()) * lockWidth;
        const double right = lockLeft() + locks + margin;
        const double width = std::max(right, textWidth(m_title, 18) + 2 * margin);
        SvgDocument svg(width, m_bottom + margin, fmt::format("Run of {} steps, {}: {}", m_run.length(), m_title, outcome()));
        svg.box({0, 0, width, m_bottom + margin}, 0, {.fill = inks::pane, .line = {}});
        svg.words({margin, 34}, m_title, {.ink = inks::text, .fonts = {}, .size = 18, .bold = true});
        drawLanes(svg);
        drawLocks(svg);
        for (int step = 0; step < m_run.length(); ++step)
            drawStep(svg, step);
        drawNotes(svg);
        return svg.finish();
    }

private:
    /// Words between steps: a call, what it returned, what broke.
    struct Note {
        double y = 0;
        int lane = 0;
        std::string text;
        bool failure = false;
        bool call = false;
        int thread = 0;
    };

    std::string outcome() const
    {
        std::vector<std::string> broken;
        for (const Finding& finding : findingsOf(m_run))
            if (std::ranges::find(broken, finding.property) == broken.end())
                broken.push_back(finding.property);
        return broken.empty() ? "nothing is broken" : fmt::format("breaks {}", fmt::join(broken, ", "));
    }

    /// Threads that come at the very end have a lane only when they move.
    void chooseLanes()
    {
        m_laneOf.assign(m_now.threads.size(), -1);
        std::vector<bool> moves(m_now.threads.size(), false);
        double widest = 0;
        for (int step = 0; step < m_run.length(); ++step) {
            const StepRecord& record = m_run.record(step);
            moves[record.choice.thread] = true;
            widest = std::max(widest, codeWidth(wordsOf(record), labelSize) + codeWidth(placeOf(record), placeSize) + 36);
        }
        for (std::size_t thread = 0; thread < m_now.threads.size(); ++thread)
            if (moves[thread] || !m_now.threads[thread].epilogue)
                m_laneOf[thread] = m_lanes++;
        m_laneWidth = std::clamp(std::ceil(widest), leastLane, mostLane);
    }

    static std::string wordsOf(const StepRecord& record) { return record.label.empty() ? record.text : record.label; }
    static std::string placeOf(const StepRecord& record) { return fmt::format("{}:{}", record.flow, record.line); }

    double laneLeft(int lane) const { return margin + numberWidth + lane * m_laneWidth; }
    double lockLeft() const { return laneLeft(m_lanes) + (m_lockColumns.empty() ? 0 : 12); }

    /// Goes through the run once: where each step stands, what is said between, who holds what.
    void placeRows()
    {
        std::vector<std::optional<Span>> held(m_now.locks.size());
        findLocks();
        double head = laneHead;
        for (const int lock : m_lockColumns)
            head = std::max(head, codeWidth(m_now.locks[std::size_t(lock)].name, 11) + 16);
        m_top = titleHeight + head;
        double y = m_top + 6;
        Snapshot before = m_now;
        for (const Finding& finding : findingsOf(m_run.model(), m_run.stateAt(0)))
            y = addFinding(y, 0, finding);
        for (int step = 0; step < m_run.length(); ++step) {
            const StepRecord& record = m_run.record(step);
            const int thread = record.choice.thread;
            const ThreadView& view = before.threads[std::size_t(thread)];
            if (!view.inCall && !view.call.empty())
                y = addNote(y, {.lane = m_laneOf[std::size_t(thread)], .text = view.call, .call = true, .thread = thread});
            m_rows.push_back(y);
            Snapshot after = look(m_run.model(), m_run.stateAt(step + 1));
            follow(held, before, after, y);
            y += rowHeight;
            for (const Effect& effect : record.effects)
                if (effect.kind == EffectKind::Returned)
                    y = addNote(y, {.lane = m_laneOf[std::size_t(thread)], .text = fmt::format("{} returns {}", effect.name, effect.after), .thread = thread});
            for (const Finding& finding : record.findings)
                y = addFinding(y, m_laneOf[std::size_t(thread)], finding);
            before = std::move(after);
        }
        y = addEnd(y, before);
        for (std::size_t lock = 0; lock < held.size(); ++lock)
            if (held[lock])
                endSpan(held[lock], y);
        m_bottom = y + 4;
    }

    void findLocks()
    {
        std::vector<bool> used(m_now.locks.size(), false);
        const auto add = [&](int lock) {
            if (lock >= 0 && !used[std::size_t(lock)])
                m_lockColumns.push_back(lock);
            if (lock >= 0)
                used[std::size_t(lock)] = true;
        };
        for (std::size_t lock = 0; lock < m_now.locks.size(); ++lock)
            if (holderOf(m_now.locks[lock]) >= 0)
                add(int(lock));
        for (int step = 0; step < m_run.length(); ++step)
            for (const Effect& effect : m_run.record(step).effects)
                if (effect.kind == EffectKind::Locked || effect.kind == EffectKind::ReadLocked)
                    add(effect.lock);
    }

    static int holderOf(const LockView& lock) { return lock.holder >= 0 ? lock.holder : lock.readers.empty() ? -1 : lock.readers.front(); }

    /// A span begins at the step that takes the lock and ends with the one that drops it.
    void follow(std::vector<std::optional<Span>>& held, const Snapshot& before, const Snapshot& after, double y)
    {
        for (std::size_t lock = 0; lock < held.size(); ++lock) {
            const int holder = holderOf(after.locks[lock]);
            if (held[lock] && held[lock]->thread != holder)
                endSpan(held[lock], y + blockHeight);
            if (!held[lock] && holder >= 0)
                held[lock] = Span{int(lock), holder, after.locks[lock].holder < 0, holderOf(before.locks[lock]) == holder ? m_top : y, 0};
        }
    }

    void endSpan(std::optional<Span>& span, double y)
    {
        span->to = y;
        m_spans.push_back(*span);
        span.reset();
    }

    double addNote(double y, Note note)
    {
        note.y = y;
        m_notes.push_back(std::move(note));
        return y + 20;
    }

    double addFinding(double y, int lane, const Finding& finding)
    {
        const std::string text = fmt::format("{}{}{}: {}", finding.property, finding.failure.empty() ? "" : ", ", finding.failure, finding.message);
        for (const std::string& line : wrapped(text, int((m_laneWidth - 44) / (0.58 * labelSize)))) {
            m_notes.push_back({.y = y, .lane = lane, .text = line, .failure = true});
            y += textLine;
        }
        return y + 6;
    }

    /// Who cannot go on, and whether it goes round.
    double addEnd(double y, const Snapshot& end)
    {
        for (std::size_t thread = 0; thread < end.threads.size(); ++thread)
            for (const NextView& next : end.threads[thread].next)
                if (m_laneOf[thread] >= 0 && end.threads[thread].status == ThreadStatus::Blocked && !next.blocked.empty())
                    for (const std::string& line : wrapped(next.blocked, int((m_laneWidth - 20) / (0.6 * 11))))
                        y = addNote(y, {.lane = m_laneOf[thread], .text = line, .thread = int(thread)});
        if (const int again = m_run.loopsTo(); again >= 0)
            y = addNote(y, {.text = fmt::format("Everything is as after step {} again: it can go round for ever.", again)});
        return y;
    }

    void drawLanes(SvgDocument& svg) const
    {
        for (std::size_t thread = 0; thread < m_laneOf.size(); ++thread) {
            const int lane = m_laneOf[thread];
            if (lane < 0)
                continue;
            const ThreadView& view = m_now.threads[thread];
            svg.box({laneLeft(lane), titleHeight, m_laneWidth, m_bottom - titleHeight}, 0,
                    {.fill = lane % 2 == 0 ? inks::lane : inks::laneAlt, .line = {}});
            const double base = m_top - 13;
            const inks::Tones& tones = tonesOf(int(thread));
            svg.polygon(glyphOf(int(thread), {laneLeft(lane) + 18, base - 4}, 9), {.fill = tones.fill, .line = tones.ink});
            svg.words({laneLeft(lane) + 18, base - 0.5}, std::to_string(thread + 1),
                      {.ink = tones.ink, .fonts = {}, .size = 10, .bold = true, .anchor = SvgDocument::Anchor::Middle});
            const std::string title = view.title.empty() || view.title == view.name ? view.name : view.name + "  " + view.title;
            svg.words({laneLeft(lane) + 34, base}, shortened(title, m_laneWidth - 44, labelSize), {.ink = inks::text, .fonts = {}, .size = labelSize, .bold = true});
        }
        svg.line({{margin, m_top}, {lockLeft() + double(m_lockColumns.size()) * lockWidth, m_top}}, {.fill = {}, .line = inks::lineStrong});
    }

    void drawLocks(SvgDocument& svg) const
    {
        for (std::size_t column = 0; column < m_lockColumns.size(); ++column) {
            const double middle = lockLeft() + (double(column) + 0.5) * lockWidth;
            const std::string& name = m_now.locks[std::size_t(m_lockColumns[column])].name;
            svg.words({middle + 4, m_top - 8}, name, {.ink = inks::text2, .fonts = SvgDocument::codeFonts, .size = 11, .turned = -90});
            svg.line({{middle, m_top}, {middle, m_bottom}}, {.fill = {}, .line = inks::line});
        }
        for (const Span& span : m_spans)
            drawSpan(svg, span);
    }

    void drawSpan(SvgDocument& svg, const Span& span) const
    {
        const auto column = std::ranges::find(m_lockColumns, span.lock);
        if (column == m_lockColumns.end())
            return;
        const double left = lockLeft() + double(column - m_lockColumns.begin()) * lockWidth + 4;
        const std::string& who = m_now.threads[std::size_t(span.thread)].name;
        svg.beginGroup({}, 1, fmt::format("{} {} {}", m_now.locks[std::size_t(span.lock)].name, span.reading ? "is read by" : "is held by", who));
        const inks::Tones& tones = tonesOf(span.thread);
        svg.box({left, span.from, lockWidth - 8, span.to - span.from}, 4, {.fill = tones.fill, .line = tones.line, .dashed = span.reading});
        svg.words({left + (lockWidth - 8) / 2, span.from + 15}, std::to_string(span.thread + 1),
                  {.ink = tones.ink, .fonts = {}, .size = 10, .bold = true, .anchor = SvgDocument::Anchor::Middle});
        svg.endGroup();
    }

    void drawStep(SvgDocument& svg, int step) const
    {
        const StepRecord& record = m_run.record(step);
        const double y = m_rows[std::size_t(step)];
        const double left = laneLeft(m_laneOf[record.choice.thread]) + 8;
        const bool fails = !record.findings.empty();
        const inks::Tones& tones = fails ? inks::fails : tonesOf(record.choice.thread);
        svg.beginGroup({}, 1, fmt::format("Step {}: {}", step + 1, record.sentence));
        svg.words({margin + numberWidth - 10, y + 15}, std::to_string(step + 1),
                  {.ink = inks::text3, .fonts = SvgDocument::codeFonts, .size = 11, .anchor = SvgDocument::Anchor::End});
        svg.box({left, y, m_laneWidth - 16, blockHeight}, 4, {.fill = tones.fill, .line = tones.line, .lineWidth = fails ? 1.5 : 1});
        const double room = m_laneWidth - 36;
        const std::string words = shortened(wordsOf(record), room, labelSize);
        svg.words({left + 8, y + 15}, words, {.ink = tones.ink, .fonts = SvgDocument::codeFonts, .size = labelSize});
        const double rest = room - codeWidth(words, labelSize) - 10;
        if (codeWidth(placeOf(record), placeSize) <= rest)
            svg.words({left + m_laneWidth - 24, y + 15}, placeOf(record),
                      {.ink = inks::text3, .fonts = SvgDocument::codeFonts, .size = placeSize, .anchor = SvgDocument::Anchor::End});
        svg.endGroup();
    }

    void drawNotes(SvgDocument& svg) const
    {
        double lastFailure = -1;
        for (const Note& note : m_notes) {
            const double left = laneLeft(note.lane) + 8;
            if (note.failure) {
                if (note.y - lastFailure > textLine + 0.5)   // its first line has the mark
                    drawFailureMark(svg, {left + 10, note.y + 7});
                lastFailure = note.y;
                svg.words({left + 24, note.y + 11}, note.text, {.ink = inks::fails.ink, .fonts = {}, .size = labelSize});
                continue;
            }
            svg.words({left + (note.call ? 0 : 8), note.y + 13}, shortened(note.text, m_laneWidth - 20, note.call ? labelSize : 11),
                      {.ink = note.call ? tonesOf(note.thread).ink : inks::text2, .fonts = SvgDocument::codeFonts,
                       .size = note.call ? labelSize : 11, .bold = note.call});
        }
    }

    static void drawFailureMark(SvgDocument& svg, SvgPoint middle)
    {
        std::vector<SvgPoint> corners;
        for (int i = 0; i < 8; ++i) {
            const double angle = (22.5 + 45 * i) * std::numbers::pi / 180;
            corners.push_back({middle.x + 7 * std::sin(angle), middle.y - 7 * std::cos(angle)});
        }
        svg.polygon(corners, {.fill = inks::fails.ink, .line = {}});
        svg.words({middle.x, middle.y + 4}, "!", {.ink = inks::pane, .fonts = {}, .size = 10, .bold = true, .anchor = SvgDocument::Anchor::Middle});
    }

    const Run& m_run;
    std::string m_title;
    Snapshot m_now;                 ///< of the start
    std::vector<int> m_laneOf;      ///< by thread; -1: none
    std::vector<int> m_lockColumns; ///< locks, in the order in which they are first taken
    std::vector<double> m_rows;     ///< by step, where it begins
    std::vector<Note> m_notes;
    std::vector<Span> m_spans;
    int m_lanes = 0;
    double m_laneWidth = leastLane;
    double m_top = 0;
    double m_bottom = 0;
};

} // namespace

std::string lanesAsSvg(const Run& run, const Library& library)
{
    Selection selection = run.trace().selection;
    if (library.platforms().empty())
        selection.platform.clear();
    const std::string scope = toText(selection);
    return LanesDrawing(run, scope.empty() ? "a run" : scope).draw();
}

} // namespace bindlab
