#include "report/promela.h"

#include "report/term_text.h"
#include "report/text.h"
#include "world/interpreter.h"

#include <fmt/format.h>

#include <iterator>
#include <map>
#include <set>
#include <tuple>

namespace bindlab {

namespace {

class Promela {
public:
    Promela(const Model& model, GuardedSteps steps)
        : m_model(model), m_steps(std::move(steps)),
          m_terms(m_steps, {"==", "!=", "&&", "||", "->", true, [this](int thread, int first, int last) {
                          return fmt::format("({0} <= {1} && {1} <= {2})", indexOf(thread, first), placeVariable(thread), indexOf(thread, last));
                      }})
    {
    }

    tl::expected<std::string, std::string> write()
    {
        for (int size = 1; size <= 4096; size *= 2) {
            m_text.clear();
            m_blocks.clear();
            for (int t = 0; t < int(m_model.threads.size()); ++t)
                m_blocks.push_back(blocksOf(t, size));
            m_ends = 0;
            m_longest = 0;
            heading();
            variables();
            for (std::size_t t = 0; t < m_model.threads.size(); ++t)
                if (!proctype(int(t)))
                    return tl::unexpected(m_problem);
            monitor();
            if (m_ends + m_longest <= labelsOfSpin)
                return std::move(m_text);
        }
        return tl::unexpected(std::string("it has more steps than SPIN has room for"));
    }

private:
    template <typename... Args>
    void line(fmt::format_string<Args...> format, Args&&... args)
    {
        fmt::format_to(std::back_inserter(m_text), format, std::forward<Args>(args)...);
        m_text += '\n';
    }

    /// Places of a thread that share a label. A variable tells them apart where there are several in one.
    struct Blocks {
        std::map<int, int> of;         ///< by place
        bool hasVariable = false;
    };

    /// SPIN has room for so many labels: one behind each d_step of the model, and those inside of one (2048, less some).
    static constexpr int labelsOfSpin = 2000;

    /// A thread that others kill is put to its end from anywhere in user space, so that is one block.
    [[nodiscard]] Blocks blocksOf(int thread, int size) const
    {
        Blocks blocks;
        blocks.hasVariable = size > 1 || m_steps.isKilled(thread) || m_steps.isAsked(thread);
        int inBlock = 0;
        int last = 0;
        for (const auto& [at, locals] : m_steps.places[std::size_t(thread)]) {
            if (m_steps.isKilled(thread) && inUserSpace(m_model, at)) {
                blocks.of[at] = 0;
                continue;
            }
            if (inBlock++ % size == 0)
                ++last;
            blocks.of[at] = last;
        }
        return blocks;
    }
    [[nodiscard]] int blockOf(int thread, int at) const { return m_blocks[std::size_t(thread)].of.at(at); }
    [[nodiscard]] int indexOf(int thread, int at) const
    {
        const auto& places = m_steps.places[std::size_t(thread)];
        return int(std::distance(places.begin(), places.find(at)));
    }
    [[nodiscard]] std::string placeVariable(int thread) const { return m_model.threads[std::size_t(thread)].name + "_at"; }
    [[nodiscard]] std::string isAt(int thread, int at) const
    {
        return m_blocks[std::size_t(thread)].hasVariable ? fmt::format("{} == {}", placeVariable(thread), indexOf(thread, at))
                                                         : fmt::format("{}@{}", m_model.threads[std::size_t(thread)].name, labelOf(thread, at));
    }
    [[nodiscard]] std::string labelOf(int thread, int at) const { return fmt::format("at_{}", blockOf(thread, at)); }

    void heading()
    {
        line("/* {}, written by Bindlab.", toText(m_model.selection));
        line("   The states are those of bindlab check; a transition is a step. For their number and the shortest way to what is broken:");
        line("     spin -DDEPTHS -o1 -o2 -o3 -a FILE; gcc -O2 -w -DSAFETY -DBFS -DNOREDUCE -o pan pan.c; ./pan -c0");
        line("   Without -DDEPTHS the first broken property is a violated assertion. While one is, no time-out is seen. */");
        line("#ifdef DEPTHS");
        line("#define WATCH(number, name, broken) :: (broken && c_expr {{ SEE_##number }})");
        line("#define WATCH_STEP(number, name, breaks) :: (breaks && c_expr {{ STEP_##number }})");
        line("c_decl {{");
        line("    extern long depth;");
        line("    int see(int property, int more);");
        for (const std::size_t property : watched())
            line("    \\#define SEE_{0} see({0}, 0)\n    \\#define STEP_{0} see({0}, 1)", property);
        line("}}");
        line("c_code {{");
        line("    static long seen[{}];", m_model.properties.size());
        line("    static int asked;");
        line("    void say(void) {{");
        for (const std::size_t property : watched())
            line("        if (seen[{}]) printf(\"broken after %ld steps: {}\\n\", seen[{}] - 1);", property, m_model.properties[property].id, property);
        line("    }}");
        line("    int see(int property, int more) {{");
        line("        if (!asked++) atexit(say);");
        line("        if (!seen[property] || depth + more < seen[property] - 1) seen[property] = depth + more + 1;");
        line("        return 0;");
        line("    }}");
        line("}}");
        line("#else");
        line("#define WATCH(number, name, broken) :: atomic {{ broken -> printf(name); assert(false) }}");
        line("#define WATCH_STEP(number, name, breaks) WATCH(number, name, breaks)");
        line("#endif");
        line("");
    }

    [[nodiscard]] std::vector<std::size_t> watched() const
    {
        std::set<std::size_t> all;
        for (std::size_t p = 0; p < m_steps.broken.size(); ++p)
            if (!m_steps.terms.isNumber(m_steps.broken[p], 0))
                all.insert(p);
        for (const GuardedStep& step : m_steps.steps)
            for (const auto& [property, truth] : step.breaks)
                all.insert(std::size_t(property));
        return {all.begin(), all.end()};
    }

    [[nodiscard]] std::string_view typeOf(int cell) const
    {
        const ValueSet& values = m_steps.values[std::size_t(cell)];
        for (int v = -128; v < 0; ++v)
            if (values[std::size_t(v + 128)])
                return "short";
        return values.count() == 2 && values[128] && values[129] ? "bit" : "byte";
    }

    void variables()
    {
        for (int cell = 0; cell < int(m_steps.initial.size()); ++cell)
            if (m_steps.varies(cell))
                line("{} {} = {};", typeOf(cell), m_steps.names[std::size_t(cell)], m_steps.initial[std::size_t(cell)]);
        for (int t = 0; t < int(m_model.threads.size()); ++t)
            if (m_blocks[std::size_t(t)].hasVariable)
                line("{} {} = {};", m_steps.places[std::size_t(t)].size() <= 256 ? "byte" : "short", placeVariable(t), indexOf(t, m_steps.start[std::size_t(t)]));
    }

    bool proctype(int thread)
    {
        line("\nactive proctype {}() {{", m_model.threads[std::size_t(thread)].name);
        std::map<int, std::vector<int>> places;   // by block
        for (const auto& [at, block] : m_blocks[std::size_t(thread)].of)
            places[block].push_back(at);
        const int first = blockOf(thread, m_steps.start[std::size_t(thread)]);   // a thread begins with what stands first
        if (!block(thread, places[first]))
            return false;
        for (const auto& [number, those] : places)
            if (number != first && !block(thread, those))
                return false;
        line("}}");
        return true;
    }

    /// Everything that can be done from there: one d_step for each block it leads to and each choice, since a d_step does
    /// not choose.
    bool block(int thread, const std::vector<int>& places)
    {
        Ways ways;
        std::string comment;
        for (const GuardedStep& step : m_steps.steps) {
            if (step.thread != thread || std::ranges::find(places, step.from) == places.end())
                continue;
            if (comment.empty() && step.place >= 0)
                comment = fmt::format("   /* {} */", commentOf(step.place));
            for (const std::string& label : labelsAfter(thread, step.first)) {
                const int decision = m_steps.only(step.first, [&](const Move& move) { return labelOf(thread, move.to) == label; });
                int pieces = 0;
                if (!addWays(step, decision, guardOf(step, m_blocks[std::size_t(thread)].hasVariable), {label, step.choice, 0}, pieces, ways))
                    return false;
            }
        }
        const std::string label = labelOf(thread, places.front());
        if (ways.empty()) {
            line("{}: false;", label);
            return true;
        }
        line("{}:{}\n    if", label, comment);
        for (const auto& [end, those] : ways) {
            const std::string& to = std::get<0>(end);
            ++m_ends;
            int labels = 0;
            for (const std::string& way : those)
                labels += labelsIn(way);
            m_longest = std::max(m_longest, labels);
            if (those.size() == 1) {
                line("    :: d_step {{ {} }}; goto {}", those.front(), to);
                continue;
            }
            line("    :: d_step {{ if");
            for (const std::string& way : those)
                line("        :: {}", way);
            line("        fi }}; goto {}", to);
        }
        line("    fi;");
        return true;
    }

    /// What is done in one d_step, alternative by alternative: by the label behind it, the choice, and which piece it is of
    /// a step that is too long for one.
    using Ways = std::map<std::tuple<std::string, int, int>, std::vector<std::string>>;

    static constexpr int labelsOfAPiece = 400;

    [[nodiscard]] static int labelsIn(const std::string& text)
    {
        int labels = 0;
        for (const std::string_view element : {";", "::", " if", " if"}) // the last has a label where it ends, too
            for (std::size_t at = text.find(element); at != std::string::npos; at = text.find(element, at + 1))
                ++labels;
        return labels;
    }

    bool addWays(const GuardedStep& step, int decision, const std::string& guard, const std::tuple<std::string, int, int>& end, int& pieces, Ways& ways)
    {
        const int moves = m_steps.canMove(decision);
        if (m_steps.terms.isNumber(moves, 0))
            return true;
        std::string does;
        if (!write(step.thread, step.from, decision, does))
            return false;
        const Decision here = m_steps.decisions[std::size_t(decision)];
        if (here.question >= 0 && labelsIn(does) > labelsOfAPiece)
            return addWays(step, here.yes, both(guard, m_terms.truth(here.question)), end, pieces, ways)
                && addWays(step, here.no, both(guard, m_terms.truth(m_steps.terms.inverse(here.question))), end, pieces, ways);
        std::tuple<std::string, int, int> key = end;
        std::get<2>(key) = pieces++;
        const std::string whole = m_steps.terms.isNumber(moves, 1) ? guard : both(guard, m_terms.truth(moves));
        ways[key].push_back(whole + (whole.empty() || does.empty() ? "" : " ->") + (whole.empty() && does.empty() ? "true" : does));
        return true;
    }

    [[nodiscard]] std::set<std::string> labelsAfter(int thread, int decision) const
    {
        const Decision& here = m_steps.decisions[std::size_t(decision)];
        if (here.question < 0)
            return here.move < 0 ? std::set<std::string>() : std::set{labelOf(thread, m_steps.moves[std::size_t(here.move)].to)};
        std::set<std::string> labels = labelsAfter(thread, here.yes);
        labels.merge(labelsAfter(thread, here.no));
        return labels;
    }

    /// What a step needs whatever it does; empty for nothing.
    std::string guardOf(const GuardedStep& step, bool withPlace)
    {
        std::string guard = step.timeOut ? "timeout" : "";
        if (withPlace)
            guard = both(guard, isAt(step.thread, step.from));
        return m_steps.varies(m_steps.lost) ? both(guard, "lost == 0") : guard;
    }
    static std::string both(const std::string& guard, const std::string& more) { return guard.empty() ? more : guard + " && " + more; }

    /// What is done behind a guard that has seen to it that something is.
    bool write(int thread, int from, int decision, std::string& does)
    {
        const Decision here = m_steps.decisions[std::size_t(decision)];
        if (here.question < 0)
            return here.move < 0 || write(thread, from, m_steps.moves[std::size_t(here.move)], does);
        const bool onlyYes = m_steps.terms.isNumber(m_steps.canMove(here.no), 0);
        if (onlyYes || m_steps.terms.isNumber(m_steps.canMove(here.yes), 0))
            return write(thread, from, onlyYes ? here.yes : here.no, does);
        std::string yes;
        std::string no;
        if (!write(thread, from, here.yes, yes) || !write(thread, from, here.no, no))
            return false;
        does += fmt::format(" if :: {} ->{} :: else ->{} fi;", m_terms.truth(here.question), yes.empty() ? " skip" : yes, no.empty() ? " skip" : no);
        return true;
    }

    bool write(int thread, int from, const Move& move, std::string& does)
    {
        const auto effects = inOrder(m_steps, move);
        if (!effects) {
            m_problem = "a step exchanges two values, which has no counterpart in one assignment after the other";
            return false;
        }
        for (const auto& [cell, value] : *effects)
            does += fmt::format(" {} = {};", m_steps.names[std::size_t(cell)], m_terms.number(value));
        if (m_blocks[std::size_t(thread)].hasVariable && move.to != from)
            does += fmt::format(" {} = {};", placeVariable(thread), indexOf(thread, move.to));
        for (const int killed : move.killed)
            if (killed != thread)
                does += fmt::format(" {} = {};", placeVariable(killed), indexOf(killed, m_model.threads[std::size_t(killed)].end));
        return true;
    }

    [[nodiscard]] std::string commentOf(int place) const
    {
        const PlaceInfo& info = m_model.places[std::size_t(place)];
        const int flow = m_model.contexts[std::size_t(info.context)].flow;
        std::string text = flow < 0 ? info.text : fmt::format("{}:{} {}", m_model.flows[std::size_t(flow)].name, info.line, info.text);
        for (std::size_t at = text.find("*/"); at != std::string::npos; at = text.find("*/"))
            text.erase(at, 1);
        std::ranges::replace(text, '\n', ' ');
        return text;
    }

    void monitor()
    {
        line("\n/* Never moves on: it only looks. Where nobody moves and not all have ended, SPIN says \"invalid end state\". */");
        line("active proctype monitor() {{");
        line("    do");
        for (const std::size_t property : watched())
            if (const int broken = m_steps.broken[property]; !m_steps.terms.isNumber(broken, 0)) {
                line("    /* {} */", m_model.properties[property].title);
                line("    WATCH({}, \"{}\\n\", {})", property, m_model.properties[property].id, m_terms.truth(broken));
            }
        for (const GuardedStep& step : m_steps.steps)
            for (const auto& [property, truth] : step.breaks)
                line("    WATCH_STEP({}, \"{}\\n\", {} && {})", property, m_model.properties[std::size_t(property)].id, guardOf(step, true),
                     m_terms.truth(truth));
        line("    :: {}", m_terms.truth(m_steps.over));
        line("    od");
        line("}}");
    }

    const Model& m_model;
    GuardedSteps m_steps;
    TermText m_terms;
    std::vector<Blocks> m_blocks;   ///< by thread
    int m_ends = 0;                 ///< labels behind d_steps so far
    int m_longest = 0;              ///< labels in the longest of them
    std::string m_text;
    std::string m_problem;
};

} // namespace

tl::expected<std::string, std::string> promelaOf(const Model& model)
{
    auto steps = guardedSteps(model);
    if (!steps)
        return tl::unexpected(steps.error());
    return Promela(model, std::move(*steps)).write();
}

} // namespace bindlab
