#pragma once

#include "checker/checker.h"
#include "flow/library.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace bindlab {

struct MatrixProgress {
    std::size_t done = 0;       ///< cells that are finished
    std::size_t total = 0;
    Selection cell;             ///< the one this is told by
    std::uint64_t states = 0;   ///< it has stored so far
};

struct MatrixCell;

/// What an earlier check of this selection has found, when its model had this content (contentOf()).
using KnownCell = std::function<std::optional<MatrixCell>(const Selection&, std::uint64_t content)>;

struct MatrixOptions {
    std::vector<std::string> designs;      ///< as designName() has them, in the order of the rows; empty: all that are named. A second mention is ignored
    std::vector<std::string> scenarios;
    std::vector<std::string> platforms;
    std::vector<std::string> patches;      ///< on top of every design; "-name" takes one away
    std::vector<std::string> properties;   ///< empty: all
    std::uint64_t maxStates = 50'000'000;  ///< of one cell
    std::uint64_t maxMemoryMib = 1024;     ///< of one cell; as many cells as threads are in memory at once
    KnownCell known;                       ///< what need not be checked again; asked by several workers at once
    int threads = 0;                       ///< cells that run at once; 0: as many as the machine has processors
    const std::atomic<bool>* cancel = nullptr;
    std::function<void(const MatrixProgress&)> progress; ///< called by the workers, one at a time
    /// Called by the workers, one at a time, with every cell that is finished: its number, as in Matrix::cells.
    std::function<void(std::size_t, const MatrixCell&)> finished;
};

/// One design in one scenario on one platform.
struct MatrixCell {
    Selection selection;
    CheckResult result;            ///< NotApplicable and Bounded are verdicts as well
    std::string whyNotApplicable;  ///< one sentence; may be empty
    std::string error;             ///< why it could not be run: diagnostics, or a sentence. Then `result` says nothing
    std::uint64_t content = 0;     ///< contentOf() what was checked; 0: nothing could be compiled
    bool stopped = false;          ///< the request to stop came before it was finished

    /// Somebody can rely on what it says: it ran to its end, or there is nothing to run.
    [[nodiscard]] bool hasVerdict() const { return error.empty() && result.verdict != Verdict::Bounded; }
};

/// A design as a row is named: "D6", or with patches "D6 +serialise-bind -shared-regions". A model without designs has no name.
[[nodiscard]] std::string designName(const Selection& selection);
/// The other way round; the scenario is left empty. What lies between spaces, or before a "+", is one name.
[[nodiscard]] Selection designNamed(const std::string& name);

/// Designs times scenarios times platforms. An axis the library has no names for has one entry, the empty name.
struct Matrix {
    std::vector<std::string> designs;
    std::vector<std::string> scenarios;
    std::vector<std::string> platforms;
    std::vector<MatrixCell> cells;   ///< by design, then scenario, then platform, as in the lists above

    /// Indices into the three lists.
    [[nodiscard]] const MatrixCell& at(std::size_t design, std::size_t scenario, std::size_t platform) const
    {
        return cells[(design * scenarios.size() + scenario) * platforms.size() + platform];
    }
    [[nodiscard]] bool stopped() const;   ///< some cell was
};

/// Compiles and checks one cell. Never throws: what runs out of memory is Bounded. `model`, when given, gets what was compiled.
/// What is known of it is not checked again.
[[nodiscard]] MatrixCell checkCell(const Library& library, const Selection& selection, const CheckOptions& options,
                                   std::shared_ptr<const Model>* model = nullptr, const KnownCell& known = {});

/// Checks every cell, several at once. What it finds does not depend on the number of threads; only the seconds do.
/// A cell that cannot be compiled carries its error and keeps no other from being checked.
[[nodiscard]] Matrix checkMatrix(const Library& library, const MatrixOptions& options = {});

/// A broken property in short: the failure (the property's id where it is none) and the shortest run.
struct ShortFailure {
    std::string name;
    int length = 0;
    bool inEpilogue = false;
    bool operator==(const ShortFailure&) const = default;
};

/// Each failure once, shortest first; those that only the epilogue shows come last.
[[nodiscard]] std::vector<ShortFailure> shortFailures(const CheckResult& result);

} // namespace bindlab
