#include "machines/dma_buf.h"

#include "machines/msm_machine.h"

#include <cerrno>

namespace bindlab {
namespace {

using namespace table;

// --- states

struct None : State<DmaBufState::None> {
    static constexpr MachineState text{"none", "Nothing is exported."};
};
struct Mapped : State<DmaBufState::Mapped> {
    static constexpr MachineState text{"mapped", "Exported; importers may map it."};
};
struct Revoked : State<DmaBufState::Revoked> {
    static constexpr MachineState text{"revoked", "Exported; importers had to unmap, and may come back later."};
};
struct CleanedUp : State<DmaBufState::CleanedUp> {
    static constexpr MachineState text{"cleaned up", "Revoked for good: the device no longer knows of it."};
};

// --- events

struct Export : Event<DmaBufEvent::Export, 2> {
    static constexpr std::string_view label = "export";
    static constexpr Refusal refusal(DmaBufState) { return {-EBUSY, "The BARs are exported already, and {}."}; }
};
struct Revoke : Event<DmaBufEvent::Revoke> {
    static constexpr std::string_view label = "revoke";
};
struct Restore : Event<DmaBufEvent::Restore> {
    static constexpr std::string_view label = "restore";
};
struct CleanUp : Event<DmaBufEvent::CleanUp> {
    static constexpr std::string_view label = "clean up";
};
struct Put : Event<DmaBufEvent::Put> {
    static constexpr std::string_view label = "last put";
};
struct Import : Event<DmaBufEvent::Import> {
    static constexpr std::string_view label = "import";
    static constexpr Refusal refusal(DmaBufState) {
        return {-ENODEV, "An importer finds nothing it may map; the export is: {}."};
    }
};

// --- guards: exactly one of the two holds, so that neither is ever the reason of a refusal

struct MemoryEnabled : SaidBySender<MemoryEnabled> {
    static constexpr Refusal refusal{-EINVAL, "Memory is disabled."};
};
struct MemoryDisabled : Guard<MemoryDisabled> {
    static constexpr Refusal refusal{-EINVAL, "Memory is enabled."};
    static bool holds(const auto& event, const auto&) { return event.payload == 0; }
};

// --- the table

using Exported = AnyOf<Mapped, Revoked>;
using OffTheList = AnyOf<None, CleanedUp>;
using Any = AnyOf<None, Mapped, Revoked, CleanedUp>;

struct DmaBuf : Definition<DmaBuf> {
    static constexpr std::string_view name = "DmaBuf";
    static constexpr std::string_view title = "dma-buf";
    static constexpr std::string_view component = "vfio";
    static constexpr std::string_view source =
        "Linux drivers/vfio/pci/vfio_pci_dmabuf.c; series \"Private MMIO support for private assigned dev\", January "
        "2025; domain notes 4.4, 4.7, 13.1";
    static constexpr std::array<std::string_view, 1> statuses{"OK"};

    using initial_state = None;

    // clang-format off
    struct transition_table : Table<
        //   from        event    to         action  guard
        Row< None,       Export,  Mapped,    none,   MemoryEnabled  >,
        Row< None,       Export,  Revoked,   none,   MemoryDisabled >,

        Row< Mapped,     Import,  Same                              >,

        Row< Exported,   Revoke,  Revoked                           >,
        Row< Exported,   Restore, Mapped                            >,
        Row< Exported,   CleanUp, CleanedUp                         >,

        Row< OffTheList, Revoke,  Same                              >,
        Row< OffTheList, Restore, Same                              >,
        Row< OffTheList, CleanUp, Same                              >,

        Row< Any,        Put,     None                              >
    > {};
    // clang-format on
};

} // namespace

const Machine& dmaBuf() {
    static const MsmMachine<DmaBuf> machine;
    return machine;
}

} // namespace bindlab
