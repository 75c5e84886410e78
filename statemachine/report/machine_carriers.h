#pragma once

#include "flow/library.h"

#include <string>
#include <string_view>
#include <vector>

namespace bindlab {

/// A field of a struct that holds an instance of a machine: `machine Vdevice life;`.
struct MachineCarrier {
    std::string type;                   ///< "Vdevice"
    std::string field;                  ///< "life"
    std::vector<std::string> objects;   ///< of that struct, in any scenario or design: "vdevice"
};

/// What holds machines of that name, patches' structs and fields too; each field once.
[[nodiscard]] std::vector<MachineCarrier> carriersOf(const Library& library, std::string_view machine);

} // namespace bindlab
