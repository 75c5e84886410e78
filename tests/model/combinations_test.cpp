#include "shipped_model.h"

#include "catch.h"

#include <algorithm>

using namespace bindlab;
using namespace bindlab::testing;
using Catch::Matchers::Contains;

namespace {

std::string refused(const std::string& design, const std::vector<std::string>& patches)
{
    return refusal(Library::shipped(), {design, patches, "S5", "tdx"});
}

} // namespace

TEST_CASE("patches that contradict each other are refused with the reason", "[model][combinations]")
{
    const auto [design, patches, reason] = GENERATE(table<std::string, std::vector<std::string>, std::string>({
        {"D2", {"vdevice-ioctl"}, "patches vfio-ioctl and vdevice-ioctl answer the same question (uapi): pick one"},
        {"D2", {"refuse-while-bound"}, "patches unbind-before-zap-z7 and refuse-while-bound contradict each other: a reset that is refused needs no unbind"},
        {"D8", {"refuse-while-bound"}, "patches unbind-before-zap-z1 and refuse-while-bound contradict each other: a write that is refused needs no unbind"},
        {"D6", {"-vdevice-ioctl", "vfio-ioctl"}, "patch vfio-ioctl is for the base older, not for v6_17"},
        {"D6", {"-vdevice-ioctl", "guest-request"}, "patch guest-request needs patch context-at-vdevice-alloc, which is not picked"},
        {"D9", {"-context-at-vdevice-alloc"}, "patch guest-request needs patch context-at-vdevice-alloc, which is not picked"},
        {"D6", {"context-at-vdevice-alloc"}, "patch context-at-vdevice-alloc needs patch guest-request, which is not picked"},
        {"D6", {"pin-vdevice"}, "patch pin-vdevice needs patch vfio-ioctl, which is not picked"},
        {"D3a", {"-unbind-in-vdevice-destroy"}, "patch back-pointers needs patch unbind-in-vdevice-destroy, which is not picked"},
        {"D1", {"-unbind-before-zap-z6"}, "patch leaky-unbind needs patch unbind-before-zap-z6, which is not picked"},
        {"D6", {"mutual-pins"}, "patch mutual-pins is for the base transitional, not for v6_17"},
        {"D6", {"bind-holds-vm"}, "patches viommu-holds-vm and bind-holds-vm answer the same question (vm-holder): pick one"},
        {"D5", {"serialise-bind"}, "patches bind-under-igroup-lock and serialise-bind answer the same question (bind-lock): pick one"},
        {"D6", {"pin-vdevise"}, "there is no patch 'pin-vdevise'; did you mean 'pin-vdevice'?"},
        {"D6", {"-pin-vdevice"}, "there is no patch to take away 'pin-vdevice'"},
    }));
    CAPTURE(design, patches);
    CHECK_THAT(refused(design, patches), Contains(reason));
}

TEST_CASE("two answers to one question are refused whatever the question", "[model][combinations]")
{
    const std::vector<PatchInfo> patches = Library::shipped().patches();
    for (const PatchInfo& one : patches)
        for (const PatchInfo& other : patches) {
            if (one.choice.empty() || one.choice != other.choice || one.id == other.id)
                continue;
            CAPTURE(one.id, other.id);
            CHECK_THAT(refused("D6", {one.id, other.id}), Contains("answer the same question (" + one.choice + "): pick one"));
        }
}

TEST_CASE("a patch without one that it needs is refused, and named with it", "[model][combinations]")
{
    for (const PatchInfo& patch : Library::shipped().patches())
        for (const std::string& need : patch.needs) {
            for (const DesignInfo& design : Library::shipped().designs()) {
                if (std::ranges::find(design.patches, need) != design.patches.end())
                    continue;
                CAPTURE(design.id);
                CHECK_THAT(refused(design.id, {patch.id}), Contains("patch " + patch.id + " needs patch " + need + ", which is not picked"));
            }
        }
}

TEST_CASE("closing may unbind first where resets are refused: close cannot be refused", "[model][combinations]")
{
    CHECK(refused("D7", {}).empty());
    CHECK(refused("D9", {"unbind-before-zap-z6"}).empty());
}
