#include "report/flow_diff.h"

#include "world/snapshot.h"

#include <dtl/dtl.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace bindlab {

namespace {

constexpr std::ptrdiff_t context = 3;

std::vector<std::string> textOf(const FlowView* flow)
{
    std::vector<std::string> lines;
    if (flow != nullptr)
        for (const CodeLineView& line : flow->lines)
            lines.push_back(line.text);
    return lines;
}

/// Every line of both, in order.
std::vector<DiffLine> allLines(const FlowView* first, const FlowView* second)
{
    dtl::Diff<std::string> diff(textOf(first), textOf(second));
    diff.compose();
    std::vector<DiffLine> lines;
    for (const auto& [text, step] : diff.getSes().getSequence()) {
        DiffLine& line = lines.emplace_back();
        line.text = text;
        line.kind = step.type == dtl::SES_ADD ? DiffLine::Kind::Added : step.type == dtl::SES_DELETE ? DiffLine::Kind::Removed : DiffLine::Kind::Same;
        // dtl numbers lines from 1; those of a flow have their own numbers.
        if (line.kind != DiffLine::Kind::Added) {
            const CodeLineView& code = first->lines[std::size_t(step.beforeIdx - 1)];
            line.first = code.number;
            line.patch = code.patch;
        }
        if (line.kind != DiffLine::Kind::Removed) {
            const CodeLineView& code = second->lines[std::size_t(step.afterIdx - 1)];
            line.second = code.number;
            line.patch = code.patch;
        }
        if (line.kind == DiffLine::Kind::Same)
            line.patch.clear();
    }
    return lines;
}

/// Leaves out what is the same and far from any difference.
std::vector<DiffLine> shortened(const std::vector<DiffLine>& lines)
{
    std::vector<DiffLine> kept;
    for (std::ptrdiff_t at = 0; at < std::ptrdiff_t(lines.size()); ++at) {
        const auto from = lines.begin() + std::max<std::ptrdiff_t>(0, at - context);
        const auto to = lines.begin() + std::min(std::ptrdiff_t(lines.size()), at + context + 1);
        if (std::any_of(from, to, [](const DiffLine& line) { return line.kind != DiffLine::Kind::Same; }))
            kept.push_back(lines[std::size_t(at)]);
        else if (!kept.empty() && kept.back().kind != DiffLine::Kind::Gap)
            kept.push_back({DiffLine::Kind::Gap, 0, 0, {}, {}});
    }
    if (!kept.empty() && kept.back().kind == DiffLine::Kind::Gap)
        kept.pop_back();
    return kept;
}

const FlowView* find(const std::vector<FlowView>& flows, const std::string& name)
{
    const auto found = std::ranges::find(flows, name, &FlowView::name);
    return found == flows.end() ? nullptr : &*found;
}

} // namespace

int FlowDiff::added() const { return int(std::ranges::count(lines, DiffLine::Kind::Added, &DiffLine::kind)); }
int FlowDiff::removed() const { return int(std::ranges::count(lines, DiffLine::Kind::Removed, &DiffLine::kind)); }

std::vector<FlowDiff> flowDiffs(const std::vector<FlowView>& first, const std::vector<FlowView>& second)
{
    std::vector<FlowDiff> diffs;
    const auto add = [&](const FlowView* one, const FlowView* other) {
        const FlowView& named = one != nullptr ? *one : *other;
        FlowDiff diff{named.name, named.signature, shortened(allLines(one, other))};
        if (!diff.lines.empty())
            diffs.push_back(std::move(diff));
    };
    for (const FlowView& flow : first)
        add(&flow, find(second, flow.name));
    for (const FlowView& flow : second)
        if (find(first, flow.name) == nullptr)
            add(nullptr, &flow);
    return diffs;
}

std::vector<FlowDiff> flowDiffs(const Comparison& comparison)
{
    const auto& [first, second] = comparison.sides;
    return first.model && second.model ? flowDiffs(flows(*first.model), flows(*second.model)) : std::vector<FlowDiff>();
}

std::string unifiedDiff(const FlowDiff& diff)
{
    const auto has = [](const DiffLine& line, int DiffLine::*side) { return line.kind != DiffLine::Kind::Gap && line.*side > 0; };
    const auto fresh = [&](int DiffLine::*side) { return std::ranges::none_of(diff.lines, [&](const DiffLine& line) { return has(line, side); }); };
    std::string text = fmt::format("--- {}\n+++ {}\n", fresh(&DiffLine::first) ? "/dev/null" : "a/" + diff.name,
                                   fresh(&DiffLine::second) ? "/dev/null" : "b/" + diff.name);
    for (auto begin = diff.lines.begin(); begin != diff.lines.end();) {
        const auto end = std::find_if(begin, diff.lines.end(), [](const DiffLine& line) { return line.kind == DiffLine::Kind::Gap; });
        const auto range = [&](int DiffLine::*side) {
            const auto first = std::find_if(begin, end, [&](const DiffLine& line) { return has(line, side); });
            return fmt::format("{},{}", first == end ? 0 : (*first).*side, std::count_if(begin, end, [&](const DiffLine& line) { return has(line, side); }));
        };
        text += fmt::format("@@ -{} +{} @@ {}\n", range(&DiffLine::first), range(&DiffLine::second), diff.signature);
        std::string added;   // of one change, what is taken away comes first
        for (auto line = begin; line != end; ++line) {
            if (line->kind == DiffLine::Kind::Added) {
                added += '+' + line->text + '\n';
                continue;
            }
            if (line->kind == DiffLine::Kind::Same)
                text += std::exchange(added, {});
            text += (line->kind == DiffLine::Kind::Removed ? '-' : ' ') + line->text + '\n';
        }
        text += added;
        begin = end == diff.lines.end() ? end : end + 1;
    }
    return text;
}

std::string diffsAsText(const std::vector<FlowDiff>& diffs)
{
    std::string text;
    for (const FlowDiff& diff : diffs) {
        text += fmt::format("{}@@ {} @@\n", text.empty() ? "" : "\n", diff.signature);
        for (const DiffLine& line : diff.lines) {
            if (line.kind == DiffLine::Kind::Gap) {
                text += "...\n";
                continue;
            }
            text += line.kind == DiffLine::Kind::Added ? '+' : line.kind == DiffLine::Kind::Removed ? '-' : ' ';
            text += line.text + '\n';
        }
    }
    return text;
}

} // namespace bindlab
