#pragma once

#include "flow/ast.h"

#include <map>

namespace bindlab {

/// The kernel of one selection: its base with all patches applied, still as lines.
struct Assembly {
    std::vector<ast::Enum> enums;
    std::vector<ast::Struct> structs;
    std::vector<ast::Instance> instances;
    std::vector<ast::Flow> flows;
    std::vector<ast::Ops> ops;
    std::vector<ast::Start> starts;
    std::vector<ast::Epilogue> epilogues;
    const ast::Design* design = nullptr;
    const ast::Scenario* scenario = nullptr;
    const ast::Named* platform = nullptr;
    std::vector<std::string> patches;            ///< in the order applied
    std::map<std::string, std::string> renames;  ///< old to new name
};

/// Why this design and scenario do not go together, in one sentence; empty when they do.
[[nodiscard]] std::string whyNotApplicable(const Library::Parts& parts, const Selection& selection);
/// How much of a selection is put together.
struct AssemblyExtent {
    static constexpr std::size_t everyPatch = std::size_t(-1);
    std::size_t patches = everyPatch;   ///< so many, of those that were picked the first ones in the order applied
    bool scenario = true;               ///< there has to be one
};
/// Picks base, patches, scenario and platform, and applies the patches. Complaints go to `problems`.
[[nodiscard]] Assembly assemble(const Library::Parts& parts, const Selection& selection, Diagnostics& problems, AssemblyExtent extent = {});

} // namespace bindlab
