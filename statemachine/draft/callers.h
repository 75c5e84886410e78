#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bindlab {

struct Model;

/// Who calls a flow.
struct Callers {
    std::vector<std::string> flows;     ///< by name, in the order of the code
    std::vector<std::string> threads;   ///< that call it themselves
    bool atStart = false;               ///< what leads to the initial state calls it, itself or through others
};

/// Those that some thread of the model can reach; nothing of a flow that none reaches.
[[nodiscard]] Callers callersOf(const Model& model, std::string_view flow);

} // namespace bindlab
