#include "report/murphi.h"

#include "report/term_text.h"
#include "report/text.h"

#include <fmt/format.h>

#include <iterator>
#include <map>
#include <tuple>

namespace bindlab {

namespace {

class Murphi {
public:
    Murphi(const Model& model, GuardedSteps steps)
        : m_model(model), m_steps(std::move(steps)),
          m_terms(m_steps, {"=", "!=", "&", "|", "?", false, [this](int thread, int first, int last) {
                          return fmt::format("({0} <= {1} & {1} <= {2})", indexOf(thread, first), placeVariable(thread), indexOf(thread, last));
                      }})
    {
    }

    tl::expected<std::string, std::string> write()
    {
        line("-- {}, written by Bindlab.", toText(m_model.selection));
        line("-- The states are those of bindlab check; a rule is a step. For their number:");
        line("--   rumur --output FILE.c FILE; cc -O1 -mcx16 -pthread -o check FILE.c; ./check");
        variables();
        if (std::ranges::any_of(m_steps.steps, &GuardedStep::timeOut))
            anyStep();
        if (!rules())
            return tl::unexpected(std::string("a step exchanges two values, which has no counterpart in one assignment after the other"));
        start();
        line("\n-- Where everything has ended it stays so; any other dead end is a deadlock.");
        line("rule \"over\" {} ==> begin end;", m_terms.truth(m_steps.over));
        invariants();
        return std::move(m_text);
    }

private:
    template <typename... Args>
    void line(fmt::format_string<Args...> format, Args&&... args)
    {
        fmt::format_to(std::back_inserter(m_text), format, std::forward<Args>(args)...);
        m_text += '\n';
    }

    [[nodiscard]] int indexOf(int thread, int at) const
    {
        const auto& places = m_steps.places[std::size_t(thread)];
        return int(std::distance(places.begin(), places.find(at)));
    }
    [[nodiscard]] std::string placeVariable(int thread) const { return m_model.threads[std::size_t(thread)].name + "_at"; }
    [[nodiscard]] std::string variable(int cell) const { return m_steps.names[std::size_t(cell)]; }
    [[nodiscard]] std::string isAt(int thread, int at) const { return fmt::format("({} = {})", placeVariable(thread), indexOf(thread, at)); }

    void variables()
    {
        line("\nvar");
        for (int cell = 0; cell < int(m_steps.initial.size()); ++cell)
            if (m_steps.varies(cell)) {
                const ValueSet& values = m_steps.values[std::size_t(cell)];
                int least = 127;
                int most = -128;
                for (int v = -128; v < 128; ++v)
                    if (values[std::size_t(v + 128)]) {
                        least = std::min(least, v);
                        most = v;
                    }
                line("  {} : {}..{};", m_steps.names[std::size_t(cell)], least, most);
            }
        for (int t = 0; t < int(m_model.threads.size()); ++t)
            line("  {}_at : 0..{};", m_model.threads[std::size_t(t)].name, m_steps.places[std::size_t(t)].size() - 1);
        line("");
    }

    void start()
    {
        line("\nstartstate begin");
        for (int cell = 0; cell < int(m_steps.initial.size()); ++cell)
            if (m_steps.varies(cell))
                line("  {} := {};", variable(cell), m_steps.initial[std::size_t(cell)]);
        for (int t = 0; t < int(m_model.threads.size()); ++t)
            line("  {} := {};", placeVariable(t), indexOf(t, m_steps.start[std::size_t(t)]));
        line("end;");
    }

    std::string guardOf(const GuardedStep& step)
    {
        return isAt(step.thread, step.from) + (m_steps.varies(m_steps.lost) ? " & (lost = 0)" : "");
    }
    std::string fullGuardOf(const GuardedStep& step)
    {
        const int moves = m_steps.canMove(step.first);
        return "(" + guardOf(step) + (m_steps.terms.isNumber(moves, 1) ? "" : " & " + m_terms.truth(moves)) + (step.timeOut ? " & !anyStep())" : ")");
    }

    /// Whether anybody can do anything but give up waiting.
    void anyStep()
    {
        line("\nfunction anyStep() : boolean; begin");
        for (const GuardedStep& step : m_steps.steps)
            if (!step.timeOut)
                line("  if {} then return true; end;", fullGuardOf(step));
        line("  return false;\nend;\n");
    }

    /// Rules have a price in Rumur, so that one stands for many places.
    bool rules()
    {
        std::map<std::tuple<int, int, bool, int>, std::vector<const GuardedStep*>> rules;   // by thread, choice, time-out, number
        for (const GuardedStep& step : m_steps.steps)
            rules[{step.thread, step.choice, step.timeOut, indexOf(step.thread, step.from) / placesOfARule}].push_back(&step);
        for (const auto& [key, steps] : rules) {
            line("\nrule \"{}{}\"", m_model.threads[std::size_t(steps.front()->thread)].name, steps.front()->timeOut ? " gives up waiting" : "");
            for (std::size_t i = 0; i < steps.size(); ++i)
                line("  {}{}", i == 0 ? "" : "| ", fullGuardOf(*steps[i]));
            line("==>\nbegin\n  switch {}", placeVariable(steps.front()->thread));
            for (const GuardedStep* step : steps) {
                std::string does;
                if (!write(*step, step->first, does))
                    return false;
                line("  case {}:{}", indexOf(step->thread, step->from), does);
            }
            line("  end;\nend;");
        }
        return true;
    }

    /// What is done behind a guard that has seen to it that something is.
    bool write(const GuardedStep& step, int decision, std::string& does)
    {
        const Decision here = m_steps.decisions[std::size_t(decision)];
        if (here.question < 0)
            return here.move < 0 || write(step, m_steps.moves[std::size_t(here.move)], does);
        const bool onlyYes = m_steps.terms.isNumber(m_steps.canMove(here.no), 0);
        if (onlyYes || m_steps.terms.isNumber(m_steps.canMove(here.yes), 0))
            return write(step, onlyYes ? here.yes : here.no, does);
        std::string yes;
        std::string no;
        if (!write(step, here.yes, yes) || !write(step, here.no, no))
            return false;
        does += fmt::format(" if {} then{}{}{} end;", m_terms.truth(here.question), yes, no.empty() ? "" : " else", no);
        return true;
    }

    bool write(const GuardedStep& step, const Move& move, std::string& does)
    {
        const auto effects = inOrder(m_steps, move);
        if (!effects)
            return false;
        for (const auto& [cell, value] : *effects)
            does += fmt::format(" {} := {};", variable(cell), m_terms.number(value));
        if (move.to != step.from)
            does += fmt::format(" {} := {};", placeVariable(step.thread), indexOf(step.thread, move.to));
        for (const int killed : move.killed)
            if (killed != step.thread)
                does += fmt::format(" {} := {};", placeVariable(killed), indexOf(killed, m_model.threads[std::size_t(killed)].end));
        return true;
    }

    void invariants()
    {
        for (std::size_t p = 0; p < m_steps.broken.size(); ++p) {
            const std::string& id = m_model.properties[p].id;
            if (!m_steps.terms.isNumber(m_steps.broken[p], 0))
                invariant(fmt::format("broken_{}", p), id, {m_terms.truth(m_steps.broken[p])});
            std::vector<std::string> when;
            for (const GuardedStep& step : m_steps.steps)
                if (const auto breaks = step.breaks.find(int(p)); breaks != step.breaks.end())
                    when.push_back(guardOf(step) + " & " + m_terms.truth(breaks->second) + (step.timeOut ? " & !anyStep()" : ""));
            if (!when.empty())
                invariant(fmt::format("broken_{}_by_step", p), id + " by the next step", when);
        }
    }

    void invariant(const std::string& function, const std::string& name, const std::vector<std::string>& when)
    {
        line("\nfunction {}() : boolean; begin", function);
        for (const std::string& truth : when)
            line("  if {} then return true; end;", truth);
        line("  return false;\nend;");
        line("invariant \"{}\" !{}();", name, function);
    }

    static constexpr int placesOfARule = 64;

    const Model& m_model;
    GuardedSteps m_steps;
    TermText m_terms;
    std::string m_text;
};

} // namespace

tl::expected<std::string, std::string> murphiOf(const Model& model)
{
    auto steps = guardedSteps(model);
    if (!steps)
        return tl::unexpected(steps.error());
    return Murphi(model, std::move(*steps)).write();
}

} // namespace bindlab
