#pragma once

#include "lesson/lesson.h"

#include <cstdint>
#include <string>
#include <vector>

namespace bindlab {

/// What a model says to one claim of a fact.
struct FactAnswer {
    bool holds = false;
    bool understood = true;   ///< false when the model has nothing of that name: then `model` says so
    std::string claim;        ///< "T1 is blocked"
    std::string model;        ///< "T1 is ready"
};

/// There is no such `what`; `names` are those there are.
[[nodiscard]] FactAnswer unknownName(std::string claim, const std::string& what, const std::string& name, const std::vector<std::string>& names);
/// Whether a count is the one that is claimed.
[[nodiscard]] FactAnswer counted(std::string claim, const FactAttribute& attribute, std::uint64_t count, const std::string& model);

} // namespace bindlab
