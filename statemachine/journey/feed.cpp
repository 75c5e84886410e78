#include "journey/feed.h"

#include <algorithm>
#include <array>

namespace bindlab {
namespace {

using enum JourneyEvent;

constexpr bool standing = true;

// clang-format off
constexpr std::array feeds{
    //           machine           event                       fired        refused
    // The guest tells what it has done and what it has noticed.
    JourneyFeed{"GuestDriver",    "Bound"},                                 // the answer; the lock came first
    JourneyFeed{"GuestDriver",    "ReportRead",               Attest},
    JourneyFeed{"GuestDriver",    "Accepted",                 Accept},
    JourneyFeed{"GuestDriver",    "Started",                  Start},
    JourneyFeed{"GuestDriver",    "Stopped",                  StopGuest},
    JourneyFeed{"GuestDriver",    "Lost",                     LoseTdi},

    JourneyFeed{"Vm",             "CloseFds"},                              // it lives on while somebody pins it
    JourneyFeed{"Vm",             "LastPut",                  DestroyVm},
    JourneyFeed{"Vm",             "Reclaim",                  ReclaimVm},
    JourneyFeed{"Vm",             "ReclaimRefused",           LeakVm},
    JourneyFeed{"Vm",             "Bug",                      KillVm},

    // Mappings: the guest says when it has accepted them, and when it misses one.
    JourneyFeed{"SeptEntry",      "Map"},
    JourneyFeed{"SeptEntry",      "Accept"},
    JourneyFeed{"SeptEntry",      "Block"},
    JourneyFeed{"SeptEntry",      "Track"},
    JourneyFeed{"SeptEntry",      "Unmap"},
    JourneyFeed{"RmpPages",       "Validate"},
    JourneyFeed{"RmpPages",       "Share"},
    JourneyFeed{"DevGranule",     "Assign"},
    JourneyFeed{"DevGranule",     "Validate"},
    JourneyFeed{"DevGranule",     "Destroy"},
    JourneyFeed{"DevGranule",     "Undelegate"},

    JourneyFeed{"VfioDevice",     "Open"},                                  // no access yet
    JourneyFeed{"VfioDevice",     "BindIommufd",              Assign},
    JourneyFeed{"VfioDevice",     "TsmBind"},                               // VFIO's own flag
    JourneyFeed{"VfioDevice",     "TsmUnbind"},
    JourneyFeed{"VfioDevice",     "BeginClose",               BeginClose},
    JourneyFeed{"VfioDevice",     "Close",                    Close},
    JourneyFeed{"BarRegions",     "RequestLazy"},
    JourneyFeed{"BarRegions",     "RequestForTsm"},
    JourneyFeed{"BarRegions",     "RequestAtOpen"},
    JourneyFeed{"BarRegions",     "Release"},
    JourneyFeed{"BarRegions",     "RequestByOther"},
    JourneyFeed{"BarRegions",     "ReleaseByOther"},
    JourneyFeed{"DmaBuf",         "Export"},
    JourneyFeed{"DmaBuf",         "Revoke"},
    JourneyFeed{"DmaBuf",         "Restore"},
    JourneyFeed{"DmaBuf",         "CleanUp"},
    JourneyFeed{"DmaBuf",         "Put"},
    JourneyFeed{"DmaBuf",         "Import"},

    // iommufd's objects come and go with the file; what they do to the TDI is seen at PCI/TSM and below.
    JourneyFeed{"Idev",           "Bind"},
    JourneyFeed{"Idev",           "LinkVdevice"},
    JourneyFeed{"Idev",           "UnlinkVdevice"},
    JourneyFeed{"Idev",           "BeginUnbind"},
    JourneyFeed{"Idev",           "Remove"},
    JourneyFeed{"Idev",           "Free"},
    JourneyFeed{"Idev",           "Leak"},
    JourneyFeed{"Viommu",         "Alloc"},
    JourneyFeed{"Viommu",         "Remove"},
    JourneyFeed{"Viommu",         "Free"},
    JourneyFeed{"Vdevice",        "Alloc"},
    JourneyFeed{"Vdevice",        "TsmBind"},
    JourneyFeed{"Vdevice",        "TsmUnbind"},
    JourneyFeed{"Vdevice",        "Unlink"},
    JourneyFeed{"Vdevice",        "Tombstone"},
    JourneyFeed{"Vdevice",        "Free"},

    JourneyFeed{"TsmFunction",    "Connect",                  Connect},
    JourneyFeed{"TsmFunction",    "Disconnect",               Disconnect},
    JourneyFeed{"TsmFunction",    "Bind",                     Bind},
    JourneyFeed{"TsmFunction",    "Unbind",                   Unbind},
    JourneyFeed{"TsmFunction",    "GuestRequest"},
    JourneyFeed{"TsmFunction",    "Remove",                   Disconnect},

    // The firmware's record: what it has been told, so it may be late.
    JourneyFeed{"FirmwareRecord", "DevifCreate",              BeginBind,   RefuseBind},
    JourneyFeed{"FirmwareRecord", "RequestLock",              None,        RefuseBind},
    JourneyFeed{"FirmwareRecord", "RequestStop",              BeginUnbind, None, standing},
    JourneyFeed{"FirmwareRecord", "RequestStart"},
    JourneyFeed{"FirmwareRecord", "RequestReport"},
    JourneyFeed{"FirmwareRecord", "RequestState"},
    JourneyFeed{"FirmwareRecord", "ResponseLock",             Lock,        RefuseBind},
    JourneyFeed{"FirmwareRecord", "ResponseStop"},
    JourneyFeed{"FirmwareRecord", "ResponseStart"},                         // the device was first
    JourneyFeed{"FirmwareRecord", "ResponseReport"},
    JourneyFeed{"FirmwareRecord", "ResponseState"},
    JourneyFeed{"FirmwareRecord", "ResponseError"},
    JourneyFeed{"FirmwareRecord", "DevifRemove",              Release},
    JourneyFeed{"DmarEntry",      "Add"},
    JourneyFeed{"DmarEntry",      "Accept"},
    JourneyFeed{"DmarEntry",      "Block"},
    JourneyFeed{"DmarEntry",      "Invalidate"},
    JourneyFeed{"DmarEntry",      "Remove"},
    JourneyFeed{"SevTdi",         "TdiCreate",                BeginBind,   RefuseBind},
    JourneyFeed{"SevTdi",         "BindLock",                 Lock,        RefuseBind},
    JourneyFeed{"SevTdi",         "BindRun"},
    JourneyFeed{"SevTdi",         "Unbind",                   BeginUnbind},
    JourneyFeed{"SevTdi",         "Reclaim",                  Release},
    JourneyFeed{"AsidFence",      "Raise"},
    JourneyFeed{"AsidFence",      "Clear"},
    JourneyFeed{"Sdte",           "Enable"},
    JourneyFeed{"Sdte",           "Disable"},
    JourneyFeed{"RmmVdev",        "Create",                   BeginBind,   RefuseBind},
    JourneyFeed{"RmmVdev",        "Communicate",              None,        RefuseBind},
    JourneyFeed{"RmmVdev",        "Lock",                     Lock,        RefuseBind},
    JourneyFeed{"RmmVdev",        "Start"},
    JourneyFeed{"RmmVdev",        "Fault"},                                 // the device was first
    JourneyFeed{"RmmVdev",        "Unlock",                   BeginUnbind},
    JourneyFeed{"RmmVdev",        "Destroy",                  Release},

    // Session and stream: the TDI hears of it when they go.
    JourneyFeed{"SpdmSession",    "GetVersion"},
    JourneyFeed{"SpdmSession",    "GetCapabilities"},
    JourneyFeed{"SpdmSession",    "NegotiateAlgorithms"},
    JourneyFeed{"SpdmSession",    "GetCertificate"},
    JourneyFeed{"SpdmSession",    "KeyExchange"},
    JourneyFeed{"SpdmSession",    "Finish"},
    JourneyFeed{"SpdmSession",    "EndSession"},
    JourneyFeed{"SpdmSession",    "Lost"},
    JourneyFeed{"IdeStream",      "Setup"},
    JourneyFeed{"IdeStream",      "Enable"},
    JourneyFeed{"IdeStream",      "Break"},
    JourneyFeed{"IdeStream",      "Disable"},
    JourneyFeed{"IdeStream",      "Teardown"},

    JourneyFeed{"Tdi",            "LockInterfaceRequest",     None,        RefuseBind},   // until the answer is read
    JourneyFeed{"Tdi",            "StartInterfaceRequest",    Start},
    JourneyFeed{"Tdi",            "StopInterfaceRequest",     BeginUnbind},
    JourneyFeed{"Tdi",            "GetDeviceInterfaceReport"},
    JourneyFeed{"Tdi",            "GetDeviceInterfaceState"},
    JourneyFeed{"Tdi",            "TrackedConfigChange",      LoseTdi},
    JourneyFeed{"Tdi",            "FunctionLevelReset",       LoseTdi},
    JourneyFeed{"Tdi",            "ConventionalReset",        LoseTdi},
    JourneyFeed{"Tdi",            "StreamInsecure",           LoseTdi},
    JourneyFeed{"Tdi",            "SessionEnd",               LoseTdi},
    JourneyFeed{"Tdi",            "UnrecoverableError",       LoseTdi},
    JourneyFeed{"Tdi",            "TrustedRequest"},                        // the workload
};
// clang-format on

} // namespace

std::span<const JourneyFeed> journeyFeeds() { return feeds; }

JourneyEvent journeyEvent(std::string_view machine, const Effect& effect) {
    if (effect.kind != EffectKind::Fired && effect.kind != EffectKind::Refused)
        return None;
    const auto feed = std::ranges::find_if(
        feeds, [&](const JourneyFeed& row) { return row.machine == machine && row.event == effect.name; });
    if (feed == feeds.end())
        return None;
    if (effect.kind == EffectKind::Refused)
        return feed->refused;
    return feed->standing || effect.before != effect.after ? feed->fired : None;
}

} // namespace bindlab
