#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace bindlab {

/// What a machine answers to one event. A refusal is data, not an error: the saved bytes are then as before.
struct Outcome {
    bool accepted = false;
    /// 0 when accepted; otherwise what comes back to the sender: a negative errno, or a positive index into
    /// Machine::statuses() for a firmware or TDISP code.
    std::int8_t status = 0;
    /// Why it was refused, one sentence a learner can read. Empty when accepted.
    std::string_view reason;
};

struct MachineState {
    std::string_view name;   ///< the specification's or the kernel's word, e.g. "CONFIG_LOCKED"
    std::string_view meaning; ///< one line
};

struct MachineEvent {
    std::string_view name;       ///< e.g. "LockInterfaceRequest"
    std::string_view label;      ///< short, for an arrow on the chart, e.g. "LOCK"
    std::uint8_t payloads = 1;   ///< payload values are 0 .. payloads-1; 1 means the event carries none
};

/// One row of the transition table, as MSM has it.
struct ChartRow {
    std::string_view from;
    std::string_view event;
    std::string_view to;
    std::string_view action;   ///< empty when none
    std::string_view guard;    ///< empty when none
};

/// One kind of machine. It holds nothing: an instance is bytes() bytes, owned by whoever stores the state of the world.
/// Byte 0 is always the index of the current state in states(). Closed: fire() sees only these bytes and the payload.
class Machine {
public:
    virtual ~Machine() = default;

    [[nodiscard]] virtual std::string_view name() const = 0;        ///< type name in flow files, e.g. "Tdi"
    [[nodiscard]] virtual std::string_view title() const = 0;       ///< short, for the map, e.g. "TDISP interface"
    [[nodiscard]] virtual std::string_view component() const = 0;   ///< "device", "tsm", "pci_tsm", "iommufd", ...
    [[nodiscard]] virtual std::string_view source() const = 0;      ///< where its table comes from, with section
    [[nodiscard]] virtual std::span<const MachineState> states() const = 0;
    [[nodiscard]] virtual std::span<const MachineEvent> events() const = 0;
    /// Names of the positive statuses; index 0 is unused ("OK").
    [[nodiscard]] virtual std::span<const std::string_view> statuses() const = 0;
    [[nodiscard]] virtual std::span<const ChartRow> chart() const = 0;
    [[nodiscard]] virtual std::size_t bytes() const = 0;

    /// Writes a new instance, in its initial state. `saved` has bytes() bytes.
    virtual void initial(std::span<std::uint8_t> saved) const = 0;
    /// Restores, processes `event` (index in events()) with `payload` (below its payloads), saves.
    virtual Outcome fire(std::span<std::uint8_t> saved, int event, int payload) const = 0;
};

/// Every machine, in the order of the lanes from guest to device. Lives as long as the program.
[[nodiscard]] std::span<const Machine* const> machines();
/// By name; nullptr when there is none.
[[nodiscard]] const Machine* findMachine(std::string_view name);

} // namespace bindlab
