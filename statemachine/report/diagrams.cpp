#include "report/diagrams.h"

#include "world/look.h"
#include "world/snapshot.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <vector>

namespace bindlab {

namespace {

/// Lanes from user space down to the device; other components follow in the order they are met.
constexpr std::array lanes{"guest", "host_admin", "vmm", "vfio", "iommufd", "kvm", "pci_tsm", "tsm", "device"};

/// How a dialect says the few things a diagram is made of. `{}` are filled in order.
struct Words {
    const char* sequenceBegin;
    const char* statesBegin;
    const char* end;
    const char* participant;   ///< id, title
    const char* note;          ///< id, text
    const char* state;         ///< title, id
    const char* call;
    const char* answer;
    const char* refused;
    const char* message;       ///< id, arrow, id, text
};

constexpr Words mermaid{"sequenceDiagram\n",     "stateDiagram-v2\n",          "",     "    participant {} as {}\n", "    Note over {}: {}\n",
                        "    state \"{}\" as {}\n", "->>", "-->>", "-x", "    {}{}{}: {}\n"};
// In PlantUML the title comes first and has quotes.
constexpr Words plantUml{"@startuml\n", "@startuml\nhide empty description\n", "@enduml\n", "participant \"{1}\" as {0}\n",
                         "note over {} : {}\n", "state \"{}\" as {}\n", "->", "-->", "->x", "{} {} {} : {}\n"};

const Words& wordsOf(Dialect dialect) { return dialect == Dialect::Mermaid ? mermaid : plantUml; }

/// Mermaid ends a message at ';' and starts an entity at '#'; '<' would be markup. PlantUML's markup is two of these in a row, or '<';
/// '~' takes its meaning from it. A backslash would begin an escape.
std::string escaped(std::string_view text, Dialect dialect)
{
    std::string safe;
    for (const char letter : text) {
        if (letter == '\n') {
            safe += ' ';
        } else if (dialect == Dialect::PlantUml) {
            if (letter == '<' || (std::string_view("*/_-\"~").find(letter) != std::string_view::npos && safe.ends_with(letter)))
                safe += '~';
            safe += letter == '\\' ? '/' : letter;
        } else {
            switch (letter) {
            case '#': safe += "#35;"; break;
            case ';': safe += "#59;"; break;
            case '<': safe += "#lt;"; break;
            default: safe += letter;
            }
        }
    }
    return safe;
}

/// An identifier both take anywhere; words they keep for themselves ("end") do not occur with the prefix.
std::string idOf(std::string_view name)
{
    std::string id = "c_";
    for (const char letter : name)
        id += std::isalnum(static_cast<unsigned char>(letter)) ? letter : '_';
    return id;
}

/// Writes the lines of one run and remembers in which component each thread is.
class SequenceWriter {
public:
    SequenceWriter(const Run& run, Dialect dialect) : m_run(run), m_dialect(dialect), m_words(wordsOf(dialect))
    {
        for (const FlowView& flow : flows(run.model()))
            if (!flow.component.empty())
                m_componentOf[flow.name] = flow.component;
        // A model without components has its threads as participants.
        for (const ThreadView& thread : look(run.model(), run.stateAt(0)).threads)
            m_stacks[thread.name] = {m_componentOf.empty() || thread.actor.empty() ? thread.name : thread.actor};
    }

    std::string write()
    {
        const std::string& firstActor = m_stacks.begin()->second.front();
        for (const Finding& finding : findingsOf(m_run.model(), m_run.stateAt(0)))
            writeFinding(firstActor, finding);
        const int again = m_run.loopsTo();
        for (int step = 0; step < m_run.length(); ++step) {
            if (step == again)
                m_body += "    loop for ever\n";
            writeStep(step);
        }
        if (again >= 0)
            m_body += "    end\n";
        std::string text = m_words.sequenceBegin;
        for (const std::string& component : inLaneOrder())
            text += fmt::format(fmt::runtime(m_words.participant), idOf(component), escaped(component, m_dialect));
        return text + m_body + m_words.end;
    }

private:
    void writeStep(int step)
    {
        const StepRecord& record = m_run.record(step);
        std::vector<std::string>& stack = m_stacks[record.thread];
        const auto known = m_componentOf.find(record.flow);
        const std::string here = known != m_componentOf.end() ? known->second : stack.front();
        moveTo(stack, here, record);
        line(here, m_words.call, here, fmt::format("{}. {}", step + 1, record.sentence));
        for (const Effect& effect : record.effects)
            if (effect.kind == EffectKind::Fired || effect.kind == EffectKind::Refused)
                writeEvent(here, step, effect);
        for (const Effect& effect : record.effects)
            if (effect.kind == EffectKind::Returned && stack.size() > 1) {
                line(here, m_words.answer, stack.front(), fmt::format("{}: {} returns {}", record.thread, effect.name, effect.after));
                stack.resize(1);
            }
        for (const Finding& finding : record.findings)
            writeFinding(here, finding);
    }

    void writeFinding(const std::string& over, const Finding& finding)
    {
        m_body += fmt::format(fmt::runtime(m_words.note), idOf(use(over)), escaped(finding.property + ": " + finding.message, m_dialect));
    }

    /// A call goes to a component not yet on the thread's way; anything else is a return.
    void moveTo(std::vector<std::string>& stack, const std::string& here, const StepRecord& record)
    {
        if (stack.back() == here)
            return;
        const auto before = std::ranges::find(stack, here);
        if (before == stack.end()) {
            line(stack.back(), m_words.call, here, fmt::format("{}: {}", record.thread, record.flow));
            stack.push_back(here);
        } else {
            line(stack.back(), m_words.answer, here, fmt::format("{}: back", record.thread));
            stack.erase(before + 1, stack.end());
        }
    }

    void writeEvent(const std::string& from, int step, const Effect& effect)
    {
        const Snapshot snapshot = look(m_run.model(), m_run.stateAt(step + 1));
        if (effect.machine < 0 || effect.machine >= int(snapshot.machines.size()))
            return;
        const std::string to(snapshot.machines[std::size_t(effect.machine)].machine->component());
        if (to == from)
            return;
        if (effect.kind == EffectKind::Refused)
            line(from, m_words.refused, to, fmt::format("{} refused: {}", effect.name, effect.reason));
        else
            line(from, m_words.call, to, fmt::format("{}: {} to {}", effect.name, effect.before, effect.after));
    }

    void line(const std::string& from, std::string_view arrow, const std::string& to, const std::string& text)
    {
        m_body += fmt::format(fmt::runtime(m_words.message), idOf(use(from)), arrow, idOf(use(to)), escaped(text, m_dialect));
    }

    const std::string& use(const std::string& component)
    {
        if (std::ranges::find(m_met, component) == m_met.end())
            m_met.push_back(component);
        return component;
    }

    std::vector<std::string> inLaneOrder() const
    {
        std::vector<std::string> ordered = m_met;
        std::ranges::stable_sort(ordered, {}, [](const std::string& component) {
            return std::ranges::find(lanes, component) - lanes.begin();
        });
        return ordered;
    }

    const Run& m_run;
    Dialect m_dialect;
    const Words& m_words;
    std::map<std::string, std::string> m_componentOf;
    std::map<std::string, std::vector<std::string>> m_stacks;   ///< components a thread has called through
    std::vector<std::string> m_met;
    std::string m_body;
};

} // namespace

std::string sequenceDiagram(const Run& run, Dialect dialect)
{
    return SequenceWriter(run, dialect).write();
}

std::string stateDiagram(const Machine& machine, Dialect dialect)
{
    const Words& words = wordsOf(dialect);
    std::string text = words.statesBegin;
    for (const MachineState& state : machine.states())
        text += fmt::format(fmt::runtime(words.state), escaped(state.name, dialect), idOf(state.name));
    std::vector<std::uint8_t> saved(machine.bytes());
    machine.initial(saved);
    text += fmt::format("    [*] --> {}\n", idOf(machine.states()[saved.at(0)].name));
    for (const ChartRow& row : machine.chart()) {
        std::string label(row.event);
        if (!row.guard.empty())
            label += fmt::format(" [{}]", row.guard);
        if (!row.action.empty())
            label += fmt::format(" / {}", row.action);
        text += fmt::format("    {} --> {}: {}\n", idOf(row.from), idOf(row.to), escaped(label, dialect));
    }
    return text + words.end;
}

} // namespace bindlab
