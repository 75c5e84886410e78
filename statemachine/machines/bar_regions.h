#pragma once

#include "machines/machine.h"

namespace bindlab {

/// Who has requested the BAR regions of a device. Exclusive: "vfio-pci" too, but at open and not to be shared.
enum class BarRegionsState : std::uint8_t { Free, VfioPci, Exclusive, VfioPciTsm, OtherDriver };

enum class BarRegionsEvent : std::uint8_t {
    RequestLazy,      ///< vfio_pci_core_setup_barmap(), at the first mmap or access
    RequestForTsm,    ///< pci_request_regions_exclusive("vfio-pci-tsm"), at a TSM bind
    RequestAtOpen,    ///< exclusively, once for the whole life of the file
    Release,          ///< pci_release_regions() by VFIO
    RequestByOther,   ///< pci_request_regions() by another driver
    ReleaseByOther,
};

/// Saved: state. Refusals are negative errnos. States bear the names the regions are requested by, "-" written "_".
/// Simplified: all BARs together. Once VFIO holds the regions by any name, a lazy request has its barmap and asks for
/// nothing: the case in which a TSM unbind has released them under a stale barmap is not told apart from a fresh one.
[[nodiscard]] const Machine& barRegions();

} // namespace bindlab
