#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace bindlab::tdisp {

/// What the host, the fabric or the lab does to the device beside sending it messages. Source: domain notes 1.8, 1.9.
enum class Action : std::uint8_t {
    ClearMse,
    SetMse,
    ClearBme,
    SetBme,
    WriteCommand,
    WriteBar,
    WriteRom,
    WriteBist,
    WriteDeviceControl,
    WriteCapability,
    WriteMsi,
    WriteMsix,
    WriteAts,
    WriteIde,
    WriteLinkControl,
    WriteRootPort,
    Flr,
    HotReset,
    D3hot,
    IdeInsecure,
    LinkDown,
    IdeKeysOff,
    IdeKeysOn,
    SessionEnd,
    SessionStart,
    FatalError,
    TrustedRequest,
    NoEntropy,
    BadConfig,
};

struct ActionInfo {
    Action action;
    std::string_view name;    ///< on the command line: "clear-mse"
    std::string_view label;   ///< on a button: "Clear memory enable"
    std::string_view group;   ///< "Config write", "Reset, power", "Link", "Lab"
    std::string_view about;   ///< one sentence
};

/// Every action, in the order of the enum.
[[nodiscard]] std::span<const ActionInfo> actions();

} // namespace bindlab::tdisp
