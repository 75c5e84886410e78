#include "report/series_text.h"

#include "report/flow_diff.h"

#include "catch.h"
#include "tiny_models.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <sstream>

using namespace bindlab;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

using Files = std::map<std::string, std::vector<std::string>>;

Files filesOf(const Series::Texts& texts)
{
    Files files;
    for (const FlowView& text : texts)
        for (const CodeLineView& line : text.lines)
            files[text.name].push_back(line.text);
    return files;
}

/// What `patch -p1` does with the diffs in a text; a line that does not stand where it should is a failure.
void applyDiffs(const std::string& text, Files& files)
{
    std::istringstream lines(text);
    std::vector<std::string>* file = nullptr;
    std::size_t at = 0;
    std::ptrdiff_t shift = 0;
    std::size_t left = 0;   // lines of the hunk, both sides
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("+++ ") && left == 0) {
            REQUIRE_THAT(line, StartsWith("+++ b/"));
            file = &files[line.substr(6)];
            shift = 0;
        } else if (line.starts_with("@@ -") && left == 0) {
            int from = 0, before = 0, to = 0, after = 0;
            REQUIRE(std::sscanf(line.c_str(), "@@ -%d,%d +%d,%d @@", &from, &before, &to, &after) == 4);
            at = std::size_t(from - (before > 0 ? 1 : 0) + shift);
            REQUIRE(int(at) == (after > 0 ? to - 1 : to));
            shift += after - before;
            left = std::size_t(before + after);
        } else if (left > 0) {
            REQUIRE(file != nullptr);
            const std::string words = line.substr(1);
            if (line.front() != '+') {
                REQUIRE(at < file->size());
                REQUIRE((*file)[at] == words);
            }
            if (line.front() == '-')
                file->erase(file->begin() + std::ptrdiff_t(at));
            else if (line.front() == '+')
                file->insert(file->begin() + std::ptrdiff_t(at), words);
            at += line.front() == '-' ? 0 : 1;
            left -= line.front() == ' ' ? 2 : 1;
        }
    }
    CHECK(left == 0);
}

Series seriesOfShipped(const Selection& selection)
{
    const auto series = seriesOf(Library::shipped(), selection);
    if (!series)
        FAIL(toText(series.error()));
    return *series;
}

} // namespace

TEST_CASE("the diffs of a series, applied one after the other to the base, give the flows that are run", "[report][series]")
{
    for (const DesignInfo& design : Library::shipped().designs())
        for (const PlatformInfo& platform : Library::shipped().platforms()) {
            INFO(design.id << " " << platform.id);
            const Series series = seriesOfShipped({design.id, {}, "", platform.id});
            REQUIRE(series.texts.size() == series.patches.size() + 1);
            Files files = filesOf(series.texts.front());
            applyDiffs(seriesAsText(series), files);
            CHECK(files == filesOf(series.texts.back()));
            const auto model = Library::shipped().compile({design.id, {}, "S1", platform.id});
            if (!model)
                continue;   // S1 is not about this design
            for (const FlowView& flow : flows(**model)) {
                std::vector<std::string> lines;
                for (const CodeLineView& line : flow.lines)
                    lines.push_back(line.text);
                CHECK(files[flow.name] == lines);
            }
        }
}

TEST_CASE("a section says which patch it is, where it comes from, what it answers, and what it changes", "[report][series]")
{
    const std::string text = seriesAsText(seriesOfShipped({"D1", {}, "", "tdx"}));
    CHECK_THAT(text, StartsWith("[PATCH 0/8] D1: RFC 30 up to patch 19\nFrom:"));
    CHECK_THAT(text, Contains("\n[PATCH 2/8] pin-vdevice: while bound, the idev holds a reference on the\n vdevice\nFrom:"));
    CHECK_THAT(text, Contains("\nAnswers:  bound-tracking: ") && Contains("\nNeeds:    vfio-ioctl\n"));
    CHECK_THAT(text, Contains(" 1 text changed, ") && Contains(" texts changed, "));
    CHECK_THAT(text, Contains("\n--- /dev/null\n+++ b/UNBIND\n@@ -0,0 +1,2 @@ UNBIND(dev)\n+"));
}

TEST_CASE("patches that are added or taken away change the series", "[report][series]")
{
    const auto ids = [](const Selection& selection) {
        std::vector<std::string> all;
        for (const PatchInfo& patch : seriesOfShipped(selection).patches)
            all.push_back(patch.id);
        return all;
    };
    const auto plain = ids({"D6", {}, "", "tdx"});
    const auto more = ids({"D6", {"serialise-bind"}, "", "tdx"});
    CHECK(std::ranges::count(more, "serialise-bind") == 1);
    CHECK(more.size() == plain.size() + (std::ranges::count(plain, "serialise-bind") == 0 ? 1 : 0));
    const auto refused = seriesOf(Library::shipped(), {"D1", {"serialise-bind"}, "", "tdx"});
    REQUIRE_FALSE(refused);
    CHECK_THAT(toText(refused.error()), Contains("serialise-bind needs patch vdevice-ioctl"));
}

TEST_CASE("a change of a long flow is two hunks, each where it belongs", "[report][series]")
{
    FlowView before;
    before.name = "f";
    before.signature = "f(x)";
    for (int line = 1; line <= 20; ++line)
        before.lines.push_back({line, "line " + std::to_string(line) + ";", {}, {}, {}, 0});
    FlowView after = before;
    after.lines.erase(after.lines.begin() + 1);
    after.lines.insert(after.lines.begin() + 17, CodeLineView{0, "new;", "p", {}, {}, 0});
    for (std::size_t i = 0; i < after.lines.size(); ++i)
        after.lines[i].number = int(i) + 1;
    const auto diffs = flowDiffs(std::vector{before}, std::vector{after});
    REQUIRE(diffs.size() == 1);
    const std::string text = unifiedDiff(diffs.front());
    CHECK_THAT(text, Contains("@@ -1,5 +1,4 @@ f(x)\n line 1;\n-line 2;\n") && Contains("@@ -16,5 +15,6 @@ f(x)\n"));
    Files files = filesOf({before});
    applyDiffs(text, files);
    CHECK(files == filesOf({after}));
}
