#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace bindlab {

struct Model;

/// Who calls a flow.
struct Callers {
    std::vector<std::string> flows;     ///< by name, in the order of the code
    std::vector<std::string> threads;   ///< that call it themselves
    bool atStart = false;               ///< what leads to the initial state calls it, itself or through others
};

/// By flow, of those that some thread of the model can reach or what leads to its initial state.
[[nodiscard]] std::map<std::string, Callers, std::less<>> callersIn(const Model& model);

} // namespace bindlab
