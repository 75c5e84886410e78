#include "machines/asid_fence.h"
#include "machines/bar_regions.h"
#include "machines/dev_granule.h"
#include "machines/dma_buf.h"
#include "machines/dmar_entry.h"
#include "machines/firmware_record.h"
#include "machines/guest_driver.h"
#include "machines/ide_stream.h"
#include "machines/idev.h"
#include "machines/rmm_vdev.h"
#include "machines/rmp_pages.h"
#include "machines/sdte.h"
#include "machines/sept_entry.h"
#include "machines/sev_tdi.h"
#include "machines/spdm_session.h"
#include "machines/tdi.h"
#include "machines/tsm_function.h"
#include "machines/vdevice.h"
#include "machines/vfio_device.h"
#include "machines/viommu.h"
#include "machines/vm.h"

#include <algorithm>
#include <array>

namespace bindlab {

std::span<const Machine* const> machines() {
    static const std::array all{
        &guestDriver(),                                                                     // guest
        &vm(),          &septEntry(),      &rmpPages(),  &devGranule(),                     // kvm
        &vfioDevice(),  &barRegions(),     &dmaBuf(),                                       // vfio
        &idev(),        &viommu(),         &vdevice(),                                      // iommufd
        &tsmFunction(),                                                                     // pci_tsm
        &firmwareRecord(), &dmarEntry(),   &sevTdi(),    &asidFence(), &sdte(), &rmmVdev(), // tsm
        &spdmSession(), &ideStream(),      &tdi(),                                          // device
    };
    return all;
}

const Machine* findMachine(std::string_view name) {
    const auto found = std::ranges::find(machines(), name, [](const Machine* machine) { return machine->name(); });
    return found == machines().end() ? nullptr : *found;
}

} // namespace bindlab
