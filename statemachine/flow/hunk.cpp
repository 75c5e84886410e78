#include "flow/hunk.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace bindlab {

using namespace ast;

namespace {

struct HunkLine {
    char mark;   ///< '+' is added, '-' is taken away, ' ' stays
    BlockLine line;
};

std::string wordsOf(const BlockLine& line)
{
    std::string text;
    for (const Token& token : line.tokens) {
        const bool tight = text.empty() || token.is(";") || token.is(",") || token.is(")") || token.is(".") || text.back() == '(' || text.back() == '.';
        text += (tight ? "" : " ") + token.text;
    }
    return text;
}

std::vector<HunkLine> linesOf(const Patch& patch, const Hunk& hunk)
{
    std::vector<HunkLine> lines;
    for (BlockLine line : hunk.lines) {
        char mark = ' ';
        if (line.tokens.front().is("+") || line.tokens.front().is("-")) {
            mark = line.tokens.front().text[0];
            line.tokens.erase(line.tokens.begin());
        }
        line.patch = mark == '+' ? patch.id : std::string();
        if (!line.tokens.empty())
            lines.push_back({mark, std::move(line)});
    }
    return lines;
}

/// Lines as they stand in the block before the hunk.
using Context = std::vector<const BlockLine*>;

Context contextOf(const std::vector<HunkLine>& lines)
{
    Context context;
    for (const HunkLine& entry : lines)
        if (entry.mark != '+')
            context.push_back(&entry.line);
    return context;
}

std::vector<std::size_t> placesOf(const Context& context, const Block& block)
{
    std::vector<std::size_t> places;
    for (std::size_t at = 0; at + context.size() <= block.lines.size(); ++at) {
        std::size_t same = 0;
        while (same < context.size() && block.lines[at + same].sameWords(*context[same]))
            ++same;
        if (same == context.size())
            places.push_back(at);
    }
    return places;
}

/// Names the first context line that is nowhere in the block: that is the one to mend.
Diagnostic complaintOfNoPlace(const Patch& patch, const Context& context, const Block& block)
{
    const std::string failed = "patch " + patch.id + " does not apply: ";
    const auto isNowhere = [&](const BlockLine* line) {
        return std::none_of(block.lines.begin(), block.lines.end(), [&](const BlockLine& other) { return other.sameWords(*line); });
    };
    const auto missing = std::find_if(context.begin(), context.end(), isNowhere);
    if (missing != context.end())
        return complain((*missing)->tokens.front(), failed + block.name.text + " has no line '" + wordsOf(**missing) + "'");
    return complain(context.front()->tokens.front(), failed + "these lines do not stand one behind the other in " + block.name.text);
}

/// Where the hunk applies; complains when that is nowhere, or anywhere.
std::optional<std::size_t> placeOf(const Patch& patch, const Hunk& hunk, const Context& context, const Block& block, Diagnostics& problems)
{
    if (context.empty()) {
        problems.push_back(complain(hunk.target, "patch " + patch.id + ": this hunk has no line to hold on to; expected at least one line of "
                                                     + block.name.text + " as context"));
        return std::nullopt;
    }
    const std::vector<std::size_t> places = placesOf(context, block);
    if (places.size() == 1)
        return places.front();
    if (places.empty())
        problems.push_back(complaintOfNoPlace(patch, context, block));
    else
        problems.push_back(complain(context.front()->tokens.front(), "patch " + patch.id + " does not apply: these lines stand in "
                                                                         + std::to_string(places.size()) + " places of " + block.name.text
                                                                         + "; give more context"));
    return std::nullopt;
}

/// A hunk is indented as it stands in its patch; in the block it lines up with its first context line that is no label.
int shiftOf(const Context& context, const Block& block, std::size_t place)
{
    const auto isNoLabel = [](const BlockLine* line) { return line->tokens.size() != 2 || !line->tokens.back().is(":"); };
    const auto firstStatement = std::find_if(context.begin(), context.end(), isNoLabel);
    const std::size_t anchorAt = firstStatement == context.end() ? 0 : std::size_t(firstStatement - context.begin());
    const BlockLine& anchor = block.lines[place + anchorAt];
    return anchor.tokens.front().column + anchor.shift - context[anchorAt]->tokens.front().column;
}

void replaceLines(Block& block, std::size_t place, std::vector<HunkLine> lines, int shift)
{
    std::vector<BlockLine> result(std::make_move_iterator(block.lines.begin()), std::make_move_iterator(block.lines.begin() + std::ptrdiff_t(place)));
    std::size_t at = place;
    for (HunkLine& entry : lines) {
        if (entry.mark == ' ')
            result.push_back(std::move(block.lines[at]));
        if (entry.mark == '+') {
            entry.line.shift = shift;
            result.push_back(std::move(entry.line));
        } else {
            ++at;
        }
    }
    result.insert(result.end(), std::make_move_iterator(block.lines.begin() + std::ptrdiff_t(at)), std::make_move_iterator(block.lines.end()));
    block.lines = std::move(result);
}

} // namespace

void applyHunk(const Patch& patch, const Hunk& hunk, Block& block, Diagnostics& problems)
{
    std::vector<HunkLine> lines = linesOf(patch, hunk);
    const Context context = contextOf(lines);
    const auto place = placeOf(patch, hunk, context, block, problems);
    if (!place)
        return;
    const int shift = shiftOf(context, block, *place);
    replaceLines(block, *place, std::move(lines), shift);
}

} // namespace bindlab
