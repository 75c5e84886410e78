#pragma once

#include "flow/library.h"

#include <string>
#include <vector>

namespace bindlab {

/// One choice that a design may make otherwise: a patch, or several that are the same idea at several places.
struct DesignSwitch {
    std::string id;                    ///< of the patch, or what its patches are called without their places
    std::string title;
    std::string choice;                ///< the question it answers; of its answers a design has one. May be empty
    std::vector<std::string> patches;
    std::vector<std::string> needs;    ///< patches without which it means nothing
    SourceInfo source;
};

/// Every patch but the known mistakes, in the order of the files. The sites of one patch (unbind-before-zap-z1 to z8) are one switch.
[[nodiscard]] std::vector<DesignSwitch> switchesOf(const Library& library);

/// The patches of a selection for a reader: "+serialise-bind -unbind-before-zap", the sites of one patch told once.
[[nodiscard]] std::string patchesInShort(const Selection& selection);

/// The design with every choice of the switches flipped or not, the design itself left out, as designName() has them. A design that
/// has patches of a switch loses them; else it gets all of them, in place of its other answer to the same question. What
/// lacks a patch that it needs is left out, and so is what does not compile, as a patch to another kernel. Of n switches at most 2^n - 1.
[[nodiscard]] std::vector<std::string> combinationsOf(const Library& library, const std::string& design, const std::vector<std::string>& switches);

} // namespace bindlab
