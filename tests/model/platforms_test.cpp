#include "shipped_model.h"

#include "catch.h"

using namespace bindlab;
using namespace bindlab::testing;

namespace {

/// The states of all machines behind the shortest run that breaks a property of D6 when it is reset (S5).
std::map<std::string, std::string> afterReset(const std::string& platform, const std::string& property, Broken& broken)
{
    const auto model = compiledFrom(Library::shipped(), {"D6", {}, "S5", platform});
    const CheckResult result = check(model);
    broken = brokenIn(result);
    return machineStates(*model, runOf(model, result, property, "F7").state());
}

} // namespace

TEST_CASE("resetting a bound device kills the VM on TDX", "[model][platforms]")
{
    Broken broken;
    const auto states = afterReset("tdx", "I5", broken);
    CHECK(states.at("kvm.life") == "dead");
    CHECK(states.at("memslot.sept") == "TRACKED");         // UNMAP is refused: the entry stays as BLOCK and track left it
    CHECK(broken.contains("I25 F7"));
    CHECK(broken.contains("I20 F11b"));                    // and the TDR can never be reclaimed
}

TEST_CASE("resetting a bound device fences the guest on SEV-TIO, and no VM dies", "[model][platforms]")
{
    Broken broken;
    const auto states = afterReset("sev", "I25", broken);
    CHECK(states.at("context.fence") == "raised");
    CHECK(states.at("memslot.rmp") == "shared");
    CHECK(states.at("kvm.life") == "running");
    CHECK(broken == Broken{"I24 F7", "I25 F7"});
}

TEST_CASE("resetting a bound device destroys its granule on Arm CCA, and no VM dies", "[model][platforms]")
{
    Broken broken;
    const auto states = afterReset("cca", "I25", broken);
    CHECK(states.at("memslot.granule") == "destroyed");
    CHECK(states.at("kvm.life") == "running");
    CHECK(broken == Broken{"I24 F7", "I25 F7"});
}
