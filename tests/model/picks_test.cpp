#include "shipped_model.h"

#include "catch.h"

#include <algorithm>

using namespace bindlab;
using namespace bindlab::testing;

namespace {

using Patches = std::vector<std::string>;

/// A row of the table in 9.0 of the notes, in the words of the patches; the first columns are those of the table of
/// names above it.
struct Picks {
    std::string design;
    std::string base;
    std::string uapi;          ///< bind and unbind through
    Patches itsForm;           ///< what else BIND and UNBIND do: "leaky", "under igroup->lock", "destroy is UNBIND", "serialised"
    Patches flags;             ///< state flag
    Patches references;        ///< while bound
    Patches alsoUnbinds;       ///< unbinds also when
    Patches zapSites;
    std::string regions;
    std::string vmHolder;
    bool callbacks;            ///< P18, P26 to P30
};

const Patches everyZapSiteButClose{"unbind-before-zap-z1", "unbind-before-zap-z2", "unbind-before-zap-z3", "unbind-before-zap-z4",
                                   "unbind-before-zap-z5", "unbind-before-zap-z7", "unbind-before-zap-z8"};

Patches operator+(Patches patches, const Patches& more)
{
    patches.insert(patches.end(), more.begin(), more.end());
    return patches;
}

const std::vector<Picks> notes{
    {"D0", "older", "vdevice-ioctl", {}, {"vdevice-flag"}, {},
     {"unbind-in-vdevice-destroy"}, {}, "shared-regions", "bind-holds-vm", true},
    {"D1", "older", "vfio-ioctl", {"leaky-unbind"}, {"bound-flag"}, {"pin-vdevice", "pin-idev"},
     {"unbind-before-zap-z6"}, {}, "exclusive-at-bind", "viommu-holds-vm", false},
    {"D2", "older", "vfio-ioctl", {"fixed-unbind"}, {"bound-flag"}, {"pin-vdevice", "pin-idev"},
     {"unbind-before-zap-z6"}, everyZapSiteButClose, "exclusive-at-bind", "viommu-holds-vm", true},
    {"D3a", "older", "vfio-ioctl", {}, {"back-pointers", "keep-dangling"}, {},
     {"unbind-in-vdevice-destroy", "unbind-before-zap-z6"}, {}, "shared-regions", "viommu-holds-vm", true},
    {"D3b", "older", "vfio-ioctl", {}, {"back-pointers", "clear-without"}, {},
     {"unbind-in-vdevice-destroy", "unbind-before-zap-z6"}, {}, "shared-regions", "viommu-holds-vm", true},
    {"D4V2", "transitional", "vdevice-ioctl", {}, {}, {"mutual-pins"},
     {"unbind-in-vdevice-destroy"}, {}, "shared-regions", "viommu-holds-vm", true},
    {"D4V3", "transitional", "vdevice-ioctl", {}, {}, {},
     {"unbind-in-vdevice-destroy", "tombstone-before-disable"}, {}, "shared-regions", "viommu-holds-vm", true},
    {"D5", "v6_17", "vdevice-ioctl", {"bind-under-igroup-lock", "destroy-is-unbind"}, {}, {},
     {"unbind-in-vdevice-destroy"}, {}, "exclusive-at-open", "viommu-holds-vm", true},
    {"D6", "v6_17", "vdevice-ioctl", {}, {}, {},
     {"unbind-in-vdevice-destroy"}, {}, "shared-regions", "viommu-holds-vm", true},
    {"D7", "v6_17", "vdevice-ioctl", {}, {}, {},
     {"unbind-in-vdevice-destroy", "unbind-before-zap-z6"}, {"refuse-while-bound"}, "shared-regions", "viommu-holds-vm", true},
    {"D8", "v6_17", "vdevice-ioctl", {"serialise-bind"}, {}, {},
     {"unbind-in-vdevice-destroy", "tombstone-before-disable"},
     everyZapSiteButClose + Patches{"hold-dev-set-over-zap", "bme-is-a-zap", "disconnect-refuses"}, "shared-regions", "viommu-holds-vm", true},
    {"D9", "v6_17", "guest-request", {"context-at-vdevice-alloc"}, {}, {},
     {"unbind-in-vdevice-destroy"}, {"refuse-while-bound"}, "exclusive-at-open", "viommu-holds-vm", true},
};

Patches patchesOf(const Picks& row)
{
    Patches patches = Patches{row.uapi, row.regions, row.vmHolder} + row.itsForm + row.flags + row.references + row.alsoUnbinds + row.zapSites;
    if (row.callbacks)
        patches.push_back("firmware-callbacks");
    std::ranges::sort(patches);
    return patches;
}

} // namespace

TEST_CASE("every design is the picks that the notes pin, no patch more and none less", "[model][picks]")
{
    const std::vector<DesignInfo> designs = Library::shipped().designs();
    for (const Picks& row : notes) {
        CAPTURE(row.design);
        const auto design = std::ranges::find(designs, row.design, &DesignInfo::id);
        REQUIRE(design != designs.end());
        CHECK(design->base == row.base);
        Patches patches = design->patches;
        std::ranges::sort(patches);
        CHECK(patches == patchesOf(row));
    }
}

TEST_CASE("the designs are those of the notes, in their order", "[model][picks]")
{
    Patches ids;
    for (const Picks& row : notes)
        ids.push_back(row.design);
    CHECK(designIds() == ids);
}

TEST_CASE("every design answers who asks for bind, when regions are requested and who holds the VM", "[model][picks]")
{
    const std::vector<PatchInfo> patches = Library::shipped().patches();
    for (const DesignInfo& design : Library::shipped().designs())
        for (const std::string choice : {"uapi", "regions", "vm-holder"}) {
            CAPTURE(design.id, choice);
            CHECK(std::ranges::count_if(design.patches, [&](const std::string& id) {
                      const auto patch = std::ranges::find(patches, id, &PatchInfo::id);
                      return patch != patches.end() && patch->choice == choice;
                  }) == 1);
        }
}

TEST_CASE("no design holds a known mistake", "[model][picks]")
{
    const std::vector<PatchInfo> patches = Library::shipped().patches();
    for (const DesignInfo& design : Library::shipped().designs())
        for (const std::string& id : design.patches) {
            CAPTURE(design.id, id);
            CHECK_FALSE(std::ranges::find(patches, id, &PatchInfo::id)->mutation);
        }
}
