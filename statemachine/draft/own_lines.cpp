#include "draft/own_lines.h"

#include "draft/design_text.h"
#include "draft/lines.h"
#include "draft/outline.h"
#include "flow/assembly.h"
#include "flow/program.h"

#include <dtl/dtl.hpp>

#include <algorithm>
#include <optional>

namespace bindlab {

namespace {

constexpr std::ptrdiff_t contextLines = 2;

std::vector<std::string> wordsOfLines(const std::vector<std::string>& lines)
{
    std::vector<std::string> words;
    for (const std::string& line : lines)
        words.push_back(wordsOfLine(line));
    return words;
}

/// One line of a hunk, and which of the lines before it keeps or takes (-1: none).
struct HunkLine {
    char mark = ' ';
    std::string text;
    std::ptrdiff_t before = -1;
};

std::vector<HunkLine> differences(const std::vector<std::string>& before, const std::vector<std::string>& after)
{
    dtl::Diff<std::string> diff(wordsOfLines(before), wordsOfLines(after));
    diff.compose();
    std::vector<HunkLine> lines;
    const auto changes = diff.getSes().getSequence();
    for (const auto& [words, info] : changes) {
        if (info.type == dtl::SES_ADD)
            lines.push_back({'+', after[std::size_t(info.afterIdx) - 1], -1});
        else
            lines.push_back({info.type == dtl::SES_DELETE ? '-' : ' ', before[std::size_t(info.beforeIdx) - 1], std::ptrdiff_t(info.beforeIdx) - 1});
    }
    return lines;
}

/// Whether the lines it keeps and takes stand in one place only.
bool isUnique(const std::vector<std::string>& words, std::ptrdiff_t first, std::ptrdiff_t last)
{
    int places = 0;
    const auto wanted = std::vector(words.begin() + first, words.begin() + last + 1);
    for (auto at = words.begin(); (at = std::search(at, words.end(), wanted.begin(), wanted.end())) != words.end(); ++at)
        ++places;
    return places == 1;
}

/// Why lines cannot stand inside braces: one closes more than it opens, or the other way round.
std::optional<std::string> imbalance(const std::vector<std::string>& lines)
{
    int open = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        Diagnostics problems;
        for (const Token& token : tokenize(makeSourceFile({}, lines[i]), problems)) {
            open += token.is("{") ? 1 : token.is("}") ? -1 : 0;
            if (open < 0)
                return "line " + std::to_string(i + 1) + ": this '}' closes nothing";
        }
        if (!problems.empty())
            return "line " + std::to_string(i + 1) + ": " + problems.front().message;
    }
    return open > 0 ? std::optional<std::string>("a '{' is not closed") : std::nullopt;
}

bool isBalanced(const std::vector<HunkLine>& hunk)
{
    std::vector<std::string> lines;
    for (const HunkLine& line : hunk)
        lines.push_back(line.text);
    return !imbalance(lines);
}

/// The same, with everything taken and then put there again: where a brace is changed, what is kept between lines would tear it apart.
std::vector<HunkLine> inOnePiece(const std::vector<HunkLine>& hunk)
{
    std::vector<HunkLine> lines;
    for (const char mark : {'-', '+'})
        for (HunkLine line : hunk)
            if (line.mark == mark || line.mark == ' ') {
                line.mark = mark;
                line.before = mark == '-' ? line.before : -1;
                lines.push_back(std::move(line));
            }
    return lines;
}

/// From the first difference to the last, with enough of what is the same around them to say where it is, and whole blocks of it.
std::vector<HunkLine> hunkOf(const std::vector<std::string>& before, const std::vector<std::string>& after)
{
    const std::vector<HunkLine> all = differences(before, after);
    const auto differs = [](const HunkLine& line) { return line.mark != ' ' && !wordsOfLine(line.text).empty(); };
    const auto kept = [](const HunkLine& line) { return line.before >= 0; };
    const auto firstChange = std::ranges::find_if(all, differs);
    if (firstChange == all.end())
        return {};
    const auto lastChange = std::find_if(all.rbegin(), all.rend(), differs).base() - 1;
    const std::vector<std::string> words = wordsOfLines(before);
    const auto size = std::ptrdiff_t(all.size());
    for (std::ptrdiff_t context = contextLines; context < contextLines + size; ++context) {
        const auto from = std::max<std::ptrdiff_t>(0, firstChange - all.begin() - context);
        const auto to = std::min<std::ptrdiff_t>(size - 1, lastChange - all.begin() + context);
        const std::vector hunk(all.begin() + from, all.begin() + to + 1);
        const auto firstKept = std::ranges::find_if(hunk, kept);
        if (firstKept == hunk.end() || !isUnique(words, firstKept->before, std::find_if(hunk.rbegin(), hunk.rend(), kept)->before))
            continue;
        for (const auto& candidate : {hunk, inOnePiece(hunk)})
            if (isBalanced(candidate))
                return candidate;
    }
    return inOnePiece(all);
}

std::vector<std::string> hunkText(const std::string& flow, const std::vector<HunkLine>& hunk)
{
    std::vector<std::string> lines{"    in flow " + flow + " {"};
    for (const HunkLine& line : hunk)
        if (!line.text.empty())
            lines.push_back(std::string(1, line.mark) + "       " + line.text);
    lines.push_back("    }");
    return lines;
}

/// The hunk of a flow inside the patch of own lines; nullptr when there is none.
const Declaration* hunkIn(const std::vector<Declaration>& outline, const Declaration& patch, const std::string& flow)
{
    const auto found = std::ranges::find_if(outline, [&](const Declaration& one) {
        return one.depth == 1 && one.word == "in" && one.name == flow && one.firstLine >= patch.firstLine && one.lastLine <= patch.lastLine;
    });
    return found == outline.end() ? nullptr : &*found;
}

std::string withoutEmptyPatch(const std::string& text, const OwnLines& own)
{
    const auto outline = outlineOf(text);
    const Declaration* patch = findDeclaration(outline, "patch", own.patch());
    const bool empty = patch && std::ranges::none_of(outline, [&](const Declaration& one) {
        return one.depth == 1 && one.firstLine >= patch->firstLine && one.lastLine <= patch->lastLine;
    });
    return empty ? withPatch(withLines(text, patch->firstLine, patch->lastLine, {}), own.design, own.patch(), false) : text;
}

std::string namesBefore(const std::string& line, const std::map<std::string, std::string>& renames)
{
    std::string result = line;
    for (const auto& [from, to] : renames) {
        Diagnostics ignored;
        auto tokens = tokenize(makeSourceFile({}, result), ignored);
        std::ranges::reverse(tokens);
        for (const Token& token : tokens)
            if (token.isName() && token.text == to)
                result.replace(std::size_t(token.column) - 1, std::size_t(token.length), from);
    }
    return result;
}

} // namespace

tl::expected<FlowLines, Diagnostics> flowLines(const Library& library, const Selection& selection, const OwnLines& ownLines, const std::string& flow)
{
    Selection without = selection;
    const auto patches = library.patches();
    if (std::ranges::find(patches, ownLines.patch(), &PatchInfo::id) != patches.end())
        without.patches.push_back("-" + ownLines.patch());
    Diagnostics problems;
    const Assembly before = assemble(library.parts(), without, problems);
    FlowLines lines;
    lines.renames = before.renames;
    for (const bool own : {false, true}) {
        const auto model = library.compile(own ? selection : without);
        if (!model)
            return tl::unexpected(model.error());
        const auto found = std::ranges::find((*model)->flows, flow, &FlowView::name);
        if (found != (*model)->flows.end())
            for (const CodeLineView& line : found->lines)
                (own ? lines.after : lines.before).push_back(line.text);
    }
    if (lines.before.empty()) {
        Diagnostic nowhere;
        nowhere.message = "no thread of this scenario reaches the flow " + flow;
        return tl::unexpected(Diagnostics{nowhere});
    }
    return lines;
}

tl::expected<std::string, std::string> withFlow(std::string_view text, const OwnLines& own, const std::string& flow,
                                                const FlowLines& was, const std::vector<std::string>& lines)
{
    if (auto wrong = imbalance(lines))
        return tl::unexpected(*wrong);
    std::vector<HunkLine> hunk = hunkOf(was.before, lines);
    for (HunkLine& line : hunk)
        line.text = namesBefore(line.text, was.renames);
    const auto outline = outlineOf(text);
    const Declaration* patch = findDeclaration(outline, "patch", own.patch());
    const Declaration* old = patch ? hunkIn(outline, *patch, flow) : nullptr;
    if (hunk.empty())
        return old ? withoutEmptyPatch(withLines(text, old->firstLine, old->lastLine, {}), own) : std::string(text);
    const std::vector<std::string> written = hunkText(flow, hunk);
    if (old)
        return withLines(text, old->firstLine, old->lastLine, written);
    if (patch)
        return withLines(text, patch->lastLine, patch->lastLine - 1, written);
    std::vector<std::string> block{"patch " + own.patch() + " \"lines of my own\" {"};
    block.insert(block.end(), written.begin(), written.end());
    block.push_back("}");
    std::string result(text);
    while (result.ends_with('\n'))
        result.pop_back();
    return withPatch(result + "\n\n" + textOf(block) + "\n", own.design, own.patch(), true);
}

} // namespace bindlab
