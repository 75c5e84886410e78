#pragma once

#include <span>
#include <string_view>

namespace bindlab {

/// A text file built into the program. `name` is its path below its folder, with `/`: "older.flow".
struct EmbeddedFile {
    std::string_view name;
    std::string_view text;
};

/// The files of statemachine/flows, by name.
[[nodiscard]] std::span<const EmbeddedFile> embeddedFlows();
/// The files of statemachine/models, by name: models that stand alone, with nothing of TSM.
[[nodiscard]] std::span<const EmbeddedFile> embeddedModels();

} // namespace bindlab
