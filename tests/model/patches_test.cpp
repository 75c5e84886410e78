#include "shipped_model.h"

#include "checker/matrix.h"

#include "catch.h"
#include "golden.h"

#include <algorithm>
#include <sstream>

using namespace bindlab;
using namespace bindlab::testing;

namespace {

/// What a patch does where it alone is switched: the findings that go away and that appear, over all shipped scenarios.
/// Findings are "S2 I22 F21", separated by ", "; they are those that a mail or the notes speak of. All of them, with the
/// errnos that change, are in tests/golden/patches.txt. "nothing": no property changes in any scenario.
struct Claim {
    std::string design;
    std::string switched;      ///< "-a b": without a, with b
    std::string gone;
    std::string come;
    std::string why;
    std::string platform = "tdx";
};

/// A switch that is refused, and the sentence that says why.
struct Refused {
    std::string design;
    std::string switched;
    std::string reason;
};

const std::string nothing = "nothing";

// clang-format off
const std::vector<Claim> claims{
    // --- SEED0: is the second reference needed at all?
    {"D2", "-pin-vdevice", "S2 I22 F21, S3 I22 F21, S31 I22 F21", "S2 I3 F1, S3 I3 F1",
     "The pin keeps user space from destroying a vdevice that is bound; without it idev->vdev outlives the vdevice."},
    {"D3a", "pin-vdevice", "S2 I3 F1, S3 I3 F1, S2 I14 F1", "S2 I22 F21, S3 I22 F21",
     "The same the other way: it heals D3 and costs what D1 costs."},
    {"D2", "-pin-idev", nothing, nothing,
     "SEED0 asks: VFIO's own reference on the idev lasts until close, which unbinds first. It is not needed."},
    {"D1", "-pin-idev", nothing, nothing, "Neither where UNBIND leaks the lock."},
    {"D4V2", "-mutual-pins", "S2 I22 F21, S18 I10 F4", "S18 I3 F2",
     "6.4 V2: DESTROY is always refused and the lock leaks when the wait times out; without the pins, and without an unbind "
     "that waits for whom it cannot see, the idev is freed under a request that hangs."},

    // --- SEED0, SEED1, SEED3: who unbinds when the vdevice dies, and what points where
    {"D6", "-unbind-in-vdevice-destroy", "", "S2 I9 F12, S2 I1 F11a, S3 I9 F12, S30 I9 F24",
     "Nobody else unbinds at close or destroy: the TDI stays locked, and names a VM that goes."},
    {"D2", "unbind-in-vdevice-destroy", nothing, nothing,
     "A vdevice that is pinned while bound cannot die bound."},
    {"D2", "-pin-vdevice unbind-in-vdevice-destroy", "S2 I22 F21", "S2 I3 F1",
     "SEED1 without its back-pointers: the TDI is unbound, the pointer dangles all the same."},
    {"D0", "vdevice-dies-with-idev", "S3 I9 F12, S14 I9 F12, S14 I24 F8, S17 I14 F16", "",
     "SEED3, 6.17: close takes the vdevice along. It comes behind the disable, so that F8 stays."},
    {"D2", "vdevice-dies-with-idev", nothing, nothing,
     "Close has unbound already; only the old id answers -ENOENT (F20)."},
    {"D3a", "-back-pointers -keep-dangling", "S2 I2 F1", "",
     "Without vdev->idev there is nothing for I2 to compare; the dangling idev->vdev stays (F1)."},
    {"D3a", "-keep-dangling", nothing, nothing, "To leave the pointer as it is is no line of code."},
    {"D3a", "-keep-dangling clear-without", "S2 I3 F1, S2 I2 F1", "S2 I21",
     "SEED1's other reading: no dangling pointer, a write that igroup->lock should guard, and in S3 VFIO still uses what it has just read."},
    {"D0", "-vdevice-flag -bind-holds-vm viommu-holds-vm", "S16 I14 F16", "",
     "13.6: without a flag of its own D0 has nothing that could disagree with tsm->tdi; the core makes asking twice harmless."},

    // --- SEED2: the flag, the lock, the early return
    {"D2", "-bound-flag -fixed-unbind", "", "S35 I8 F9",
     "Without the test UNBIND gives back regions that mmap had requested, whoever was bound."},
    {"D2", "-bound-flag -fixed-unbind -exclusive-at-bind idempotent-core exclusive-in-core", "", "S16 I8 F9, S17t I8 F9",
     "SEED2's question: neither flag nor dev_set->lock is needed around bind and unbind. But a core that owns the regions gives "
     "them back as well when the host admin disconnects, and VFIO, which still has the device open, is not asked."},
    {"D3a", "idempotent-core", nothing, nothing, "The same where nothing is pinned."},
    {"D3a", "bound-flag", "", "S2 I14 F15",
     "The destroy that unbinds does not know of VFIO's flag: one notion of bound more, one more to be wrong."},
    {"D2", "-fixed-unbind leaky-unbind", "", "S1 I10 F4, S15 I10 F4, S32b I10 F4",
     "SEED2: the early return keeps dev_set->lock."},
    {"D1", "-leaky-unbind fixed-unbind", "S1 I10 F4, S15 I10 F4, S32b I10 F4", "", "And the repair."},
    {"D2", "-fixed-unbind", "", "S35 I8 F9",
     "iommufd tests idev->vdev itself."},
    {"D2", "rebind-after-reset", nothing, nothing,
     "Asked for in SEED2: it binds, but the guest must attest and start again all the same, which no property forbids."},

    // --- SEED4: the regions
    {"D2", "-exclusive-at-bind shared-regions", "S12 I22 F10, S13 I8 F9, HP I8 F9", "",
     "Requesting at BIND fails once a BAR is mapped; releasing at UNBIND gives the BARs to nobody."},
    {"D2", "-exclusive-at-bind exclusive-at-open", "S12 I22 F10, S13 I8 F9, HP I8 F9", "",
     "SEED4's answer: once, at open."},
    {"D3a", "-shared-regions exclusive-at-bind", "", "S12 I22 F10, S13 I8 F9, HP I8 F9", "And the other way."},
    {"D6", "-shared-regions exclusive-at-open", nothing, nothing,
     "No property, but S13's other driver and S33's mmap of resource0 are refused."},
    {"D5", "-exclusive-at-open shared-regions", nothing, nothing, "The same the other way."},

    // --- SEED3: who keeps the VM
    {"D2", "-viommu-holds-vm vfio-holds-vm", nothing, nothing,
     "VFIO holds the VM until the end of its close, and close unbinds before."},
    {"D6", "-viommu-holds-vm vfio-holds-vm", "", "S18 I1 F11a",
     "Unbind comes with the vdevice: where its destroy is given up after 60 s, VFIO's reference is gone before it."},
    {"D0", "-bind-holds-vm viommu-holds-vm", nothing, nothing, "A viommu outlives its vdevices: both hold as long as it is bound."},
    {"D0", "-bind-holds-vm vfio-holds-vm", "", "S8 I1 F11a, S9 I1 F11a",
     "D0's vdevice outlives the cdev bound, and with VFIO's reference the VM goes."},
    {"D2", "-viommu-holds-vm nobody-holds-vm", "", "S8 I1 F11a, S9 I1 F11a",
     "Closing the VM's files first destroys the VM under a TDI that is bound."},
    {"D6", "-viommu-holds-vm nobody-holds-vm", "", "S8 I1 F11a, S9 I1 F11a", "In every design."},

    // --- SEED2: unbind before zap, each site by itself
    {"D2", "-unbind-before-zap-z1", "", "S6 I5 F7, S6v I5 F7, S6v I25 F7", ""},
    {"D2", "-unbind-before-zap-z2", "", "S6 I5 F7, S6 I25 F7, S6 I24 F7", ""},
    {"D2", "-unbind-before-zap-z3", "", "S6 I5 F7, S6 I25 F7, S6 I24 F7", ""},
    {"D2", "-unbind-before-zap-z4", "", "S6 I5 F7, S6 I25 F7, S6 I24 F7", ""},
    {"D2", "-unbind-before-zap-z5", "", "S6 I5 F7, S6 I25 F7, S6 I24 F7", ""},
    {"D2", "-unbind-before-zap-z7", "", "S5 I5 F7, S32a I5 F7, S11 I24 F7", ""},
    {"D2", "-unbind-before-zap-z8", "S10a I23 F18", "S10a I5 F7, S10b I5 F7",
     "With it a hot reset that fails has unbound some already; without it one that works kills the VM."},
    {"D6", "unbind-before-zap-z1", "S6v I5 F7, S6v I25 F7", "", ""},
    {"D6", "unbind-before-zap-z2", nothing, nothing, "S6 tries five sites: four others are still without."},
    {"D6", "unbind-before-zap-z6", "S3 I5 F8, S4 I5 F8, S17 I25 F8, S18 I18 F25", "",
     "Close unbinds first: this alone repairs D6's close."},
    {"D6", "unbind-before-zap-z7", "S5 I5 F7, S32a I5 F7, S11 I24 F24", "S11 I24 F19",
     "9.3: the window. The BIND that slips in behind the hook is F19 instead of F24."},
    {"D6", "unbind-before-zap-z7", "S5 I25 F7, S5 I24 F7", "", "On the other platforms it saves the guest a fence, or its granule.", "sev"},
    {"D6", "unbind-before-zap-z7", "S5 I25 F7, S5 I24 F7", "", "", "cca"},
    {"D7", "-unbind-before-zap-z6", "", "S3 I5 F8, S4 I5 F8, S5 I25 F8",
     "9.8: close cannot be refused, it must unbind."},
    {"D6", "refuse-while-bound", "S5 I5 F7, S6 I5 F7, S10a I5 F7, S11 I24 F24", "S11 I24 F19, S5 I25 F8",
     "-EBUSY to the caller, and the device is still bound when it is closed. The test has the same window as the hooks."},

    // --- close order
    {"D6", "tombstone-before-disable", "S3 I5 F8, S4 I5 F8, S17 I25 F8", "", "SEED3, 6.4 V3: the vdevice goes before the disable."},
    {"D4V3", "-tombstone-before-disable", "", "S3 I5 F8, S4 I5 F8, S17 I25 F8", ""},
    {"D7", "tombstone-before-disable", nothing, nothing, "Its close unbinds already."},

    // --- 6.2.7: what the firmware calls back
    {"D6", "-firmware-callbacks", "", "HP I6 F11b, HP I7 F11b, HP I20 F11b, S2 I6 F11b",
     "TDX takes back neither metadata nor DEVIF while private MMIO is mapped: every unbind leaks."},
    {"D1", "firmware-callbacks", "HP I6 F11b, HP I7 F11b, HP I20 F11b, S4 I22 F11b", "", ""},
    {"D6", "-firmware-callbacks", nothing, nothing, "13.23: SEV-TIO reclaims the pages itself.", "sev"},

    // --- D5, D8, D9
    {"D5", "-bind-under-igroup-lock", nothing, nothing,
     "BIND's reference on the vdevice already keeps destroy waiting: the lock adds nothing."},
    {"D5", "-destroy-is-unbind", "S34 I5 F8", "",
     "A second UNBIND answers 0 instead of -ENOENT (13.8)."},
    {"D8", "-serialise-bind", "", "S11 I24 F19", "9.9 step 2: BIND slips into the reset."},
    {"D6", "serialise-bind", nothing, nothing, "Close holds the lock, but waits for BIND anyway; a reset does not take it."},
    {"D8", "-hold-dev-set-over-zap -bme-is-a-zap", "", "S11 I24 F19, S7 I24 F17", "9.9 step 3: the lock serialises nothing that only BIND takes."},
    {"D6", "hold-dev-set-over-zap", nothing, nothing, "Nothing to serialise: D6's BIND does not take it."},
    {"D8", "-bme-is-a-zap", "", "S7 I24 F17", "9.9 step 4."},
    {"D8", "-disconnect-refuses", "S18 I13 F3, S18 I11 F12", "",
     "9.9 step 5. No flag is there to disagree; but where close has given up after 60 s nobody can disconnect any more."},
    {"D2", "disconnect-refuses", "S16 I14 F16", "", "F16: VFIO and iommufd say bound, the core does not."},
    {"D6", "disconnect-refuses", "", "S16 I5 F8", "The disconnect had done what D6's close does too late."},
    {"D6", "-vdevice-ioctl guest-request context-at-vdevice-alloc", "S5 I24 F7, S11 I24 F24", "S27 I25 F8, S11 I5 F8",
     "9.10: I24 has no meaning where binding keeps no state, and nothing is better at close."},
};

const std::vector<Refused> refusals{
    {"D6", "-vdevice-ioctl vfio-ioctl", "patch vfio-ioctl is for the base older, not for v6_17"},
    {"D2", "-vfio-ioctl vdevice-ioctl", "patch pin-vdevice needs patch vfio-ioctl, which is not picked"},
    {"D6", "-vdevice-ioctl guest-request", "patch guest-request needs patch context-at-vdevice-alloc, which is not picked"},
    {"D9", "-context-at-vdevice-alloc", "patch guest-request needs patch context-at-vdevice-alloc, which is not picked"},
    {"D2", "-bound-flag", "patch fixed-unbind needs patch bound-flag, which is not picked"},
    {"D3a", "-unbind-in-vdevice-destroy", "patch back-pointers needs patch unbind-in-vdevice-destroy, which is not picked"},
    {"D3a", "-back-pointers", "patch keep-dangling needs patch back-pointers, which is not picked"},
    {"D0", "-vdevice-flag", "patch bind-holds-vm needs patch vdevice-flag, which is not picked"},
    {"D1", "-unbind-before-zap-z6", "patch leaky-unbind needs patch unbind-before-zap-z6, which is not picked"},
    {"D8", "-hold-dev-set-over-zap", "patch bme-is-a-zap needs patch hold-dev-set-over-zap, which is not picked"},
    {"D6", "bind-holds-vm -viommu-holds-vm", "patch bind-holds-vm is for the base older, not for v6_17"},
    {"D7", "unbind-before-zap-z7", "patches unbind-before-zap-z7 and refuse-while-bound contradict each other: a reset that is refused needs no unbind"},
};
// clang-format on

std::vector<std::string> wordsOf(const std::string& text)
{
    std::istringstream stream(text);
    std::vector<std::string> words;
    for (std::string word; stream >> word;)
        words.push_back(word);
    return words;
}

std::set<std::string> listed(const std::string& text)
{
    std::set<std::string> entries;
    if (text == nothing)
        return entries;
    std::istringstream stream(text);
    for (std::string entry; std::getline(stream >> std::ws, entry, ',');)
        entries.insert(entry);
    return entries;
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

/// Of a design with some patches switched: scenario to what it breaks and what its calls answer.
struct Seen {
    std::map<std::string, Broken> broken;
    std::map<std::string, std::map<std::string, std::string>> answers; ///< "T1 BIND" to "-EBUSY, 0"; a second of the name is "T1 BIND (2)"
};

Seen seen(const std::string& design, const std::string& switched, const std::string& platform)
{
    MatrixOptions options;
    options.designs = {design};
    options.platforms = {platform};
    options.patches = wordsOf(switched);
    Seen result;
    for (const MatrixCell& cell : checkMatrix(Library::shipped(), options).cells) {
        if (cell.result.verdict == Verdict::NotApplicable)
            continue;
        const std::string& scenario = cell.selection.scenario;
        const bool itsOwnPatches = scenario == "S23" || scenario == "S24" || scenario == "S25";
        if (itsOwnPatches)    // what is switched may be what it needs
            continue;
        INFO(design << " " << switched << " " << scenario << ": " << cell.error);
        REQUIRE(cell.hasVerdict());
        result.broken[scenario] = brokenIn(cell.result);
        result.answers[scenario] = {};
        std::map<std::string, int> times;
        for (const CallResults& call : cell.result.calls) {
            if (call.thread.starts_with("E"))
                continue;
            std::string name = call.thread + " " + call.call;
            if (const int time = ++times[name]; time > 1)
                name += " (" + std::to_string(time) + ")";
            result.answers[scenario][name] = joined(call.results);
        }
    }
    return result;
}

const Seen& before(const std::string& design, const std::string& platform)
{
    static std::map<std::string, Seen> all;
    const std::string key = design + " " + platform;
    if (!all.contains(key))
        all[key] = seen(design, "", platform);
    return all[key];
}

struct Effects {
    std::set<std::string> gone;    ///< "S2 I22 F21"
    std::set<std::string> come;
    std::vector<std::string> answers;
};

Effects effectsOf(const Claim& claim)
{
    const Seen& without = before(claim.design, claim.platform);
    const Seen with = seen(claim.design, claim.switched, claim.platform);
    Effects effects;
    for (const ScenarioInfo& scenario : Library::shipped().scenarios()) {
        if (!without.broken.contains(scenario.id))
            continue;
        const Broken& old = without.broken.at(scenario.id);
        const Broken& now = with.broken.at(scenario.id);
        for (const std::string& finding : old)
            if (!now.contains(finding))
                effects.gone.insert(scenario.id + " " + finding);
        for (const std::string& finding : now)
            if (!old.contains(finding))
                effects.come.insert(scenario.id + " " + finding);
        for (const auto& [call, answers] : without.answers.at(scenario.id)) {
            const auto& others = with.answers.at(scenario.id);
            const auto other = others.find(call);
            if (other == others.end() || other->second != answers)
                effects.answers.push_back(scenario.id + " " + call + ": " + answers + " -> " + (other == others.end() ? "never returns" : other->second));
        }
    }
    return effects;
}

/// "  gone I22 F21: S2 S3", by finding, scenarios in the library's order.
std::string byFinding(const std::string& word, const std::set<std::string>& entries)
{
    std::map<std::string, std::string> scenarios;
    for (const ScenarioInfo& scenario : Library::shipped().scenarios())
        for (const std::string& entry : entries)
            if (entry.substr(0, entry.find(' ')) == scenario.id)
                scenarios[entry.substr(entry.find(' ') + 1)] += " " + scenario.id;
    std::string text;
    for (const auto& [finding, where] : scenarios)
        text += "  " + word + " " + finding + ":" + where + "\n";
    return text;
}

} // namespace

TEST_CASE("switching one patch changes what the mails and the notes say, and where they say nothing, nothing", "[model][patches][golden][slow]")
{
    std::string all;
    for (const Claim& claim : claims) {
        CAPTURE(claim.design, claim.switched, claim.platform);
        const Effects effects = effectsOf(claim);
        if (claim.gone == nothing && claim.come == nothing) {
            CHECK(effects.gone == std::set<std::string>{});
            CHECK(effects.come == std::set<std::string>{});
        }
        for (const std::string& finding : listed(claim.gone)) {
            CAPTURE(finding);
            CHECK(effects.gone.contains(finding));
        }
        for (const std::string& finding : listed(claim.come)) {
            CAPTURE(finding);
            CHECK(effects.come.contains(finding));
        }
        all += claim.design + " " + claim.switched + (claim.platform == "tdx" ? "" : ", " + claim.platform) + "\n";
        if (effects.gone.empty() && effects.come.empty())
            all += "  nothing\n";
        all += byFinding("gone", effects.gone) + byFinding("come", effects.come);
        for (const std::string& answer : effects.answers)
            all += "  " + answer + "\n";
    }
    checkGolden("patches.txt", all);
}

TEST_CASE("a hook before one zap site is worth nothing at the others", "[model][patches]")
{
    static const Library library = shippedAnd(R"(
scenario Z1 z1 "COMMAND.MEM=0" with physical from P then E @NOTES "4.5" { thread T1 "Z1" { ret = COMMAND_MEM_0(dev); } }
scenario Z2 z2 "D3hot" with physical from P then E @NOTES "4.5" { thread T1 "Z2" { ret = PMCSR_D3hot(dev); } }
scenario Z3 z3 "FLR" with physical from P then E @NOTES "4.5" { thread T1 "Z3" { ret = DEVCTL_FLR(dev); } }
scenario Z4 z4 "AF FLR" with physical from P then E @NOTES "4.5" { thread T1 "Z4" { ret = AF_FLR(dev); } }
scenario Z5 z5 "low power" with physical from P then E @NOTES "4.5" { thread T1 "Z5" { ret = LOW_POWER_ENTRY(dev); } }
scenario Z7 z7 "RESET" with physical from P then E @NOTES "4.5" { thread T1 "Z7" { ret = VFIO_DEVICE_RESET(dev); } }
)");
    const std::vector<std::string> sites{"1", "2", "3", "4", "5", "7"};
    for (const std::string& hook : sites)
        for (const std::string& site : sites) {
            CAPTURE(hook, site);
            const Broken broken = brokenIn(checkedFrom(library, {"D6", {"unbind-before-zap-z" + hook}, "Z" + site, "tdx"}));
            CHECK(broken.contains("I5 F7") == (hook != site));
        }
}

// 9.11 asks for idempotent-core "with region request and release moved inside": where UNBIND releases them whether or not it
// had requested them, it gives away what mmap had requested.
TEST_CASE("without its flag UNBIND of what is not bound gives back regions that are not its own", "[model][patches]")
{
    const auto broken = [](const std::vector<std::string>& patches) { return brokenIn(checkedFrom(Library::shipped(), {"D2", patches, "S35", "tdx"})); };
    CHECK(broken({}).empty());
    CHECK(broken({"-bound-flag", "-fixed-unbind"}) == Broken{"I8 F9"});
    CHECK(broken({"-bound-flag", "-fixed-unbind", "-exclusive-at-bind", "idempotent-core", "exclusive-in-core"}).empty());
    CHECK(broken({"-bound-flag", "-fixed-unbind", "-exclusive-at-bind", "idempotent-core", "exclusive-at-open"}).empty());
}

TEST_CASE("a switch that leaves a patch without what it needs is refused with the reason", "[model][patches]")
{
    for (const Refused& row : refusals) {
        CAPTURE(row.design, row.switched);
        CHECK_THAT(refusal(Library::shipped(), {row.design, wordsOf(row.switched), "S5", "tdx"}), Catch::Matchers::Contains(row.reason));
    }
}

TEST_CASE("every patch that is no mutation is switched in some row", "[model][patches]")
{
    std::set<std::string> switched;
    const auto note = [&](const std::string& text) {
        for (const std::string& word : wordsOf(text))
            switched.insert(word.starts_with("-") ? word.substr(1) : word);
    };
    for (const Claim& claim : claims)
        note(claim.switched);
    for (const Refused& row : refusals)
        note(row.switched);
    for (const PatchInfo& patch : Library::shipped().patches()) {
        CAPTURE(patch.id);
        CHECK(switched.contains(patch.id) != patch.mutation);
    }
}
