/// The words for types, and which of them go together.
#include "flow/typing.h"

namespace bindlab::compiling {

std::string kindName(const Type& type, const Model& model)
{
    switch (type.kind) {
    case CellKind::Int: return "a number";
    case CellKind::Bool: return "a truth value";
    case CellKind::Counter: return "a counter";
    case CellKind::Enum: return "an enum";
    case CellKind::Pointer: return type.pointsTo < 0 ? "NULL" : "a pointer to " + model.types[std::size_t(type.pointsTo)].name;
    case CellKind::Mutex: return "a mutex";
    case CellKind::ReadWriteLock: return "an rwsem";
    case CellKind::Machine: return "a machine";
    }
    return {};
}

bool sameType(const Type& a, const Type& b)
{
    const auto numeric = [](const Type& t) { return t.kind == CellKind::Int || t.kind == CellKind::Bool || t.kind == CellKind::Counter; };
    if (a.unclear || b.unclear || (numeric(a) && numeric(b)))
        return true;
    if (a.kind == CellKind::Pointer && b.kind == CellKind::Pointer)
        return a.pointsTo < 0 || b.pointsTo < 0 || a.pointsTo == b.pointsTo;
    return a.kind == b.kind && a.enumeration == b.enumeration;
}

} // namespace bindlab::compiling
