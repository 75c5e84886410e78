#include "machines/firmware_record.h"
#include "machines/idev.h"
#include "machines/tdi.h"
#include "machines/tsm_function.h"
#include "machines/vdevice.h"
#include "machines/vm.h"

#include <algorithm>
#include <array>

namespace bindlab {

std::span<const Machine* const> machines() {
    static const std::array<const Machine*, 6> all{&vm(),          &idev(),           &vdevice(),
                                                   &tsmFunction(), &firmwareRecord(), &tdi()};
    return all;
}

const Machine* findMachine(std::string_view name) {
    const auto found = std::ranges::find(machines(), name, [](const Machine* machine) { return machine->name(); });
    return found == machines().end() ? nullptr : *found;
}

} // namespace bindlab
