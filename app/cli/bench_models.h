#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bindlab {

/// A model that is as large as one wants, in which the shipped flows do the work: several threads of a VMM bind, unbind and
/// reset the functions of one device at once.
struct ScaledModel {
    int devices = 1;     ///< functions that are assigned, 1 to 4, each in an IOMMU group of its own
    int threads = 2;     ///< of the VMM, 2 to 4; each works on one function, the second resets its own
    int rounds = 1;      ///< how often each does what it does

    [[nodiscard]] std::string id() const;      ///< of its scenario, and of its file: "X2d3t1r"
    [[nodiscard]] std::string title() const;   ///< "2 devices, 3 threads, once"
    [[nodiscard]] std::string flow() const;    ///< the file, which needs the shipped ones; for design D6 on tdx
};

/// Those that are measured, by size; the largest have ten million states and more.
[[nodiscard]] std::vector<ScaledModel> scaledModels(bool andLargest);
/// The one that is called so; nothing when it is no such name.
[[nodiscard]] std::optional<ScaledModel> scaledModel(std::string_view id);

} // namespace bindlab
