/// Types of values while a flow is compiled.
#pragma once

#include "flow/addresses.h"

#include <string>

namespace bindlab::compiling {

struct Type {
    CellKind kind = CellKind::Int;
    int pointsTo = -1;              ///< struct of a pointer; -1 for NULL
    int enumeration = -1;
    const Machine* machine = nullptr;
    bool unclear = false;           ///< already complained about: whatever is done with it is not the mistake
};

/// Stands for what could not be understood.
inline constexpr Type unclearType{CellKind::Int, -1, -1, nullptr, true};

/// What an expression gives: where it is to be found, and its type.
struct Value {
    Address address = noValue;
    Type type;
};

/// As a diagnostic calls it: "a pointer to group".
[[nodiscard]] std::string kindName(const Type& type, const Model& model);
/// Whether one may be assigned to or compared with the other.
[[nodiscard]] bool sameType(const Type& a, const Type& b);

} // namespace bindlab::compiling
