#include "tdisp/actions.h"

#include <array>

namespace bindlab::tdisp {

std::span<const ActionInfo> actions()
{
    using enum Action;
    static constexpr std::array<ActionInfo, 29> all{{
        {ClearMse, "clear-mse", "Clear memory enable", "Config write", "The command register no longer enables memory space: BARs do not decode."},
        {SetMse, "set-mse", "Set memory enable", "Config write", "The command register enables memory space; setting it is allowed."},
        {ClearBme, "clear-bme", "Clear bus master", "Config write", "The command register no longer enables bus mastering: no DMA."},
        {SetBme, "set-bme", "Set bus master", "Config write", "The command register enables bus mastering; setting it is allowed."},
        {WriteCommand, "write-command", "Other command bits", "Config write", "The other bits of the command register may change at any time."},
        {WriteBar, "write-bar", "Move BAR 0", "Config write", "BAR 0 gets another address."},
        {WriteRom, "write-rom", "Move expansion ROM", "Config write", "The expansion ROM BAR gets another address."},
        {WriteBist, "write-bist", "Start BIST", "Config write", "The built-in self test is started."},
        {WriteDeviceControl, "write-device-control", "Device control", "Config write", "Extended tags, phantom functions, no-snoop or the tag size change."},
        {WriteCapability, "write-capability", "Resizable BAR, ARI, PASID, ...", "Config write", "EA, Resizable BAR, ARI, PASID, PRI, SR-IOV or multicast change."},
        {WriteMsi, "write-msi", "MSI", "Config write", "MSI may change at any time."},
        {WriteMsix, "write-msix", "MSI-X", "Config write", "MSI-X is tracked only when its table was locked (LOCK_MSIX) and reported."},
        {WriteAts, "write-ats", "ATS, ACS, LTR, AER, ...", "Config write", "ATS, ACS, LTR, AER, DOE and VPD may change at any time."},
        {WriteIde, "write-ide", "IDE capability", "Config write", "Control or association registers of the bound stream change."},
        {WriteLinkControl, "write-link-control", "Link control", "Config write", "Link control may change as long as the link stays up."},
        {WriteRootPort, "write-root-port", "Root port", "Config write", "The root port loses MSE or BME, or its BAR, bus numbers or memory window change: its streams become Insecure."},
        {Flr, "flr", "FLR", "Reset, power", "Function level reset; of the physical function it reaches the virtual ones too."},
        {HotReset, "hot-reset", "Hot reset", "Reset, power", "A conventional reset: every TDI, the session and the keys are gone."},
        {D3hot, "d3hot", "D3hot", "Reset, power", "A power state that loses the function's state."},
        {IdeInsecure, "ide-insecure", "IDE fail", "Link", "An integrity check fails: the stream becomes Insecure."},
        {LinkDown, "link-down", "Link down", "Link", "The link drops: the stream becomes Insecure."},
        {IdeKeysOff, "ide-keys-off", "Remove IDE keys", "Link", "The stream is disabled and its keys are gone."},
        {IdeKeysOn, "ide-keys-on", "Program IDE keys", "Link", "KEY_PROG and K_SET_GO for every sub-stream and direction, then the stream is enabled."},
        {SessionEnd, "session-end", "End SPDM session", "Link", "END_SESSION: streams become Insecure, and no TDISP message is heard any more."},
        {SessionStart, "session-start", "Start SPDM session", "Link", "GET_VERSION to FINISH."},
        {FatalError, "fatal-error", "Fatal error", "Link", "Poisoned data, an integrity failure or a completion time-out that the device cannot mend."},
        {TrustedRequest, "trusted-request", "Access with T=1", "Lab", "A memory request with T=1 to the interface; taken only in RUN."},
        {NoEntropy, "no-entropy", "No entropy", "Lab", "The device's random number generator has nothing: LOCK cannot make a nonce."},
        {BadConfig, "bad-config", "Bad configuration", "Lab", "BARs overlap, or phantom functions are on: LOCK's checks of the configuration fail."},
    }};
    return all;
}

} // namespace bindlab::tdisp
