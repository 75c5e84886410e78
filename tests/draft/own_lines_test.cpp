#include "checker/checker.h"
#include "draft/design_text.h"
#include "draft/own_lines.h"
#include "draft/templates.h"
#include "flow/content.h"
#include "flow/program.h"

#include "catch.h"

using namespace bindlab;

namespace {

const Selection s11{"mine", {}, "S11", "tdx"};

Library with(const std::string& text)
{
    Library library = Library::shipped();
    library.add("mine.flow", text);
    return library;
}

FlowLines linesIn(const std::string& text, const std::string& flow)
{
    auto lines = flowLines(with(text), s11, {"mine"}, flow);
    if (!lines)
        FAIL(toText(lines.error()));
    return *std::move(lines);
}

std::vector<std::string> inserted(std::vector<std::string> lines, std::size_t at, const std::vector<std::string>& more)
{
    lines.insert(lines.begin() + std::ptrdiff_t(at), more.begin(), more.end());
    return lines;
}

/// D6 with every patch of D8 but serialise-bind, whose four lines are to be typed.
std::string almostD8()
{
    std::string text = draftFrom(Library::shipped(), "D6", "mine");
    const auto designs = Library::shipped().designs();
    for (const std::string& patch : std::ranges::find(designs, "D8", &DesignInfo::id)->patches)
        if (patch != "serialise-bind")
            text = withPatch(text, "mine", patch, true);
    return text;
}

std::vector<std::string> typed(const std::vector<std::string>& before)
{
    const auto row = [&](const std::string& line) {
        for (std::size_t i = 0; i < before.size(); ++i)
            if (before[i].find(line) != std::string::npos)
                return i;
        FAIL("no line " << line);
        return std::size_t(0);
    };
    auto lines = inserted(before, row("fire(vdev.life, TsmBind)") + 1, {"unlock(set.lock);"});
    return inserted(lines, row("kvm = vdev.viommu.kvm"), {"set = vdev.dev.vfio.dev_set;", "if (!trylock(set.lock))", "    return -EBUSY;"});
}

} // namespace

TEST_CASE("D8 is D6 with patches switched on and the lines of one typed: the check says the same, state for state")
{
    const std::string text = almostD8();
    const FlowLines flow = linesIn(text, "iommufd_vdevice_tsm_bind");
    CHECK(flow.before == flow.after);
    const auto written = withFlow(text, {"mine"}, "iommufd_vdevice_tsm_bind", flow, typed(flow.before));
    REQUIRE(written);
    CHECK(written->find("patch mine-lines") != std::string::npos);
    CHECK(pickedIn(*written, "mine").back() == "mine-lines");
    const Library library = with(*written);
    for (const char* scenario : {"S11", "S4", "S8"}) {
        INFO(scenario);
        const auto mine = library.compile({"mine", {}, scenario, "tdx"});
        if (!mine)
            FAIL(toText(mine.error()));
        const auto shipped = Library::shipped().compile({"D8", {}, scenario, "tdx"});
        const CheckResult one = check(*mine);
        const CheckResult other = check(*shipped);
        CHECK(one.verdict == other.verdict);
        CHECK(one.states == other.states);
        CHECK(one.transitions == other.transitions);
        const auto without = Library::shipped().compile({"D8", {"-serialise-bind"}, scenario, "tdx"});
        CHECK(check(*without).states != one.states);
    }
}

TEST_CASE("lines of one's own come back as they were typed, and can be typed over")
{
    const std::string text = almostD8();
    const FlowLines flow = linesIn(text, "iommufd_vdevice_tsm_bind");
    const auto lines = typed(flow.before);
    const std::string written = *withFlow(text, {"mine"}, "iommufd_vdevice_tsm_bind", flow, lines);
    const FlowLines again = linesIn(written, "iommufd_vdevice_tsm_bind");
    CHECK(again.before == flow.before);
    CHECK(again.after == lines);

    auto fewer = lines;
    std::erase(fewer, "unlock(set.lock);");
    const std::string rewritten = *withFlow(written, {"mine"}, "iommufd_vdevice_tsm_bind", again, fewer);
    CHECK(linesIn(rewritten, "iommufd_vdevice_tsm_bind").after == fewer);
    CHECK(rewritten.find("in flow iommufd_vdevice_tsm_bind") == rewritten.rfind("in flow iommufd_vdevice_tsm_bind"));
}

TEST_CASE("the patch of own lines goes with its last hunk")
{
    const std::string text = almostD8();
    const FlowLines flow = linesIn(text, "iommufd_vdevice_tsm_bind");
    const std::string written = *withFlow(text, {"mine"}, "iommufd_vdevice_tsm_bind", flow, typed(flow.before));
    const std::string back = *withFlow(written, {"mine"}, "iommufd_vdevice_tsm_bind", flow, flow.before);
    CHECK(back.find("mine-lines") == std::string::npos);
    CHECK(pickedIn(back, "mine") == pickedIn(text, "mine"));
    CHECK(with(back).problems().empty());
}

TEST_CASE("a line that is there twice is found by what stands around it, in every flow and place of a design", "[slow]")
{
    const std::string text = draftFrom(Library::shipped(), "D6", "mine");
    const auto model = *with(text).compile(s11);
    int changes = 0;
    for (const FlowView& view : model->flows) {
        const FlowLines flow = linesIn(text, view.name);
        for (std::size_t at = 0; at <= flow.before.size(); ++at) {
            const bool isAmongTwins = at < flow.before.size() && std::ranges::count(flow.before, flow.before[at]) > 1;
            if (!isAmongTwins && at % 3 != 0)
                continue;   // of the places that cannot be mistaken, some
            const auto lines = inserted(flow.before, at, {"harmless_mark();"});
            const auto written = withFlow(text, {"mine"}, view.name, flow, lines);
            REQUIRE(written);
            const std::string whole = *written + "flow harmless_mark() : vfio { return 0; }\n";
            const auto again = flowLines(with(whole), s11, {"mine"}, view.name);
            if (!again)
                continue;   // the mark is not allowed there: in front of an else, in a struct's initialiser
            CHECK(again->after == lines);
            ++changes;
        }
    }
    CHECK(changes > 300);
}

TEST_CASE("lines that would break the text around them are refused, with where")
{
    const std::string text = almostD8();
    const FlowLines flow = linesIn(text, "iommufd_vdevice_tsm_bind");
    const auto open = withFlow(text, {"mine"}, "iommufd_vdevice_tsm_bind", flow, inserted(flow.before, 1, {"if (ret) {"}));
    REQUIRE_FALSE(open);
    CHECK(open.error() == "a '{' is not closed");
    const auto closed = withFlow(text, {"mine"}, "iommufd_vdevice_tsm_bind", flow, inserted(flow.before, 1, {"}", "{"}));
    REQUIRE_FALSE(closed);
    CHECK(closed.error() == "line 2: this '}' closes nothing");
}

TEST_CASE("a flow that a patch renames words of is changed under the old words")
{
    const std::string text = draftFrom(Library::shipped(), "D4V2", "mine");
    const Selection selection{"mine", {}, "S4", "tdx"};
    const auto model = with(text).compile(selection);
    REQUIRE(model);
    for (const FlowView& view : (*model)->flows) {
        const auto flow = flowLines(with(text), selection, {"mine"}, view.name);
        REQUIRE(flow);
        const auto written = withFlow(text, {"mine"}, view.name, *flow, inserted(flow->before, 0, {"harmless_mark();"}));
        REQUIRE(written);
        const auto changed = with(*written + "flow harmless_mark() : vfio { return 0; }\n").compile(selection);
        if (!changed)
            FAIL(view.name << "\n" << toText(changed.error()));
    }
}
