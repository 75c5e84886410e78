#pragma once

#include "machines/machine.h"

namespace bindlab {

/// The dma-buf through which VFIO lends a BAR to KVM.
enum class DmaBufState : std::uint8_t { None, Mapped, Revoked, CleanedUp };

enum class DmaBufEvent : std::uint8_t {
    Export,    ///< VFIO_DEVICE_FEATURE_DMA_BUF; payload 1: memory is enabled; 0: it is not, so it starts revoked
    Revoke,    ///< vfio_pci_dma_buf_move(vdev, true)
    Restore,   ///< vfio_pci_dma_buf_move(vdev, false)
    CleanUp,   ///< vfio_pci_dma_buf_cleanup(): revoked for good, and off the device's list
    Put,       ///< the last reference of the dma-buf goes
    Import,    ///< an importer asks for the mapping
};

/// Saved: state. Refusals are negative errnos.
/// "mapped" means that importers may map; whether one has is for KVM's tables to say. After the clean-up a later move
/// finds no export, so it is accepted and does nothing.
/// Simplified: one export for all BARs of the device; a second one is busy.
[[nodiscard]] const Machine& dmaBuf();

} // namespace bindlab
