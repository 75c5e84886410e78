#include "report/mermaid.h"

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

/// Mermaid ends a message at ';' and starts an entity at '#'; '<' would be markup.
std::string escaped(std::string_view text)
{
    std::string safe;
    for (const char letter : text) {
        switch (letter) {
        case '#': safe += "#35;"; break;
        case ';': safe += "#59;"; break;
        case '<': safe += "#lt;"; break;
        case '\n': safe += ' '; break;
        default: safe += letter;
        }
    }
    return safe;
}

/// An identifier Mermaid takes anywhere; words it keeps for itself ("end") do not occur with the prefix.
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
    explicit SequenceWriter(const Run& run) : m_run(run)
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
        std::string text = "sequenceDiagram\n";
        for (const std::string& component : inLaneOrder())
            text += fmt::format("    participant {} as {}\n", idOf(component), escaped(component));
        return text + m_body;
    }

private:
    void writeStep(int step)
    {
        const StepRecord& record = m_run.record(step);
        std::vector<std::string>& stack = m_stacks[record.thread];
        const auto known = m_componentOf.find(record.flow);
        const std::string here = known != m_componentOf.end() ? known->second : stack.front();
        moveTo(stack, here, record);
        line(here, "->>", here, fmt::format("{}. {}", step + 1, record.sentence));
        for (const Effect& effect : record.effects)
            if (effect.kind == EffectKind::Fired || effect.kind == EffectKind::Refused)
                writeEvent(here, step, effect);
        for (const Effect& effect : record.effects)
            if (effect.kind == EffectKind::Returned && stack.size() > 1) {
                line(here, "-->>", stack.front(), fmt::format("{}: {} returns {}", record.thread, effect.name, effect.after));
                stack.resize(1);
            }
        for (const Finding& finding : record.findings)
            writeFinding(here, finding);
    }

    void writeFinding(const std::string& over, const Finding& finding)
    {
        m_body += fmt::format("    Note over {}: {}: {}\n", idOf(use(over)), escaped(finding.property), escaped(finding.message));
    }

    /// A call goes to a component not yet on the thread's way; anything else is a return.
    void moveTo(std::vector<std::string>& stack, const std::string& here, const StepRecord& record)
    {
        if (stack.back() == here)
            return;
        const auto before = std::ranges::find(stack, here);
        if (before == stack.end()) {
            line(stack.back(), "->>", here, fmt::format("{}: {}", record.thread, record.flow));
            stack.push_back(here);
        } else {
            line(stack.back(), "-->>", here, fmt::format("{}: back", record.thread));
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
            line(from, "-x", to, fmt::format("{} refused: {}", effect.name, effect.reason));
        else
            line(from, "->>", to, fmt::format("{}: {} to {}", effect.name, effect.before, effect.after));
    }

    void line(const std::string& from, std::string_view arrow, const std::string& to, const std::string& text)
    {
        m_body += fmt::format("    {}{}{}: {}\n", idOf(use(from)), arrow, idOf(use(to)), escaped(text));
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
    std::map<std::string, std::string> m_componentOf;
    std::map<std::string, std::vector<std::string>> m_stacks;   ///< components a thread has called through
    std::vector<std::string> m_met;
    std::string m_body;
};

} // namespace

std::string sequenceDiagram(const Run& run)
{
    return SequenceWriter(run).write();
}

std::string stateDiagram(const Machine& machine)
{
    std::string text = "stateDiagram-v2\n";
    for (const MachineState& state : machine.states())
        text += fmt::format("    state \"{}\" as {}\n", escaped(state.name), idOf(state.name));
    std::vector<std::uint8_t> saved(machine.bytes());
    machine.initial(saved);
    text += fmt::format("    [*] --> {}\n", idOf(machine.states()[saved.at(0)].name));
    for (const ChartRow& row : machine.chart()) {
        std::string label(row.event);
        if (!row.guard.empty())
            label += fmt::format(" [{}]", row.guard);
        if (!row.action.empty())
            label += fmt::format(" / {}", row.action);
        text += fmt::format("    {} --> {}: {}\n", idOf(row.from), idOf(row.to), escaped(label));
    }
    return text;
}

} // namespace bindlab
