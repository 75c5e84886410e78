#pragma once

#include "checker/compare.h"
#include "checker/matrix.h"
#include "report/json.h"
#include "report/text.h"

#include <string>
#include <vector>

namespace bindlab {

/// One property broken in one way by one design on one platform, over all its scenarios.
struct BrokenProperty {
    std::string property;
    std::string title;
    std::string failure;    ///< may be empty
    std::string message;    ///< of the shortest run
    int switches = 0;       ///< of the shortest run
    struct Place {
        std::string scenario;
        int length = 0;
    };
    std::vector<Place> found;   ///< every scenario that shows it, the shortest run first
};

struct ScenarioRemark {
    std::string scenario;
    std::string why;        ///< it does not apply, the bound it met, or the error; may be empty
};

struct PlatformReport {
    std::string platform;
    std::string title;
    std::vector<std::string> survived;            ///< scenarios in which everything holds
    std::vector<BrokenProperty> broken;           ///< shortest run first
    std::vector<BrokenProperty> onlyInEpilogue;   ///< found only while everything is being closed
    std::vector<ScenarioRemark> notApplicable;
    std::vector<ScenarioRemark> withoutVerdict;   ///< stopped at a bound
    std::vector<ScenarioRemark> errors;
    int scenarios = 0;                            ///< that apply
};

/// What one design survives, what breaks it and in how many steps.
struct DesignReport {
    DesignInfo design;
    std::vector<PatchInfo> patches;
    std::vector<PlatformReport> platforms;
};

/// Gathers the cells of the matrix that belong to `design`.
[[nodiscard]] DesignReport reportOn(const Matrix& matrix, const Library& library, const std::string& design);

/// Fit for a mail; the last line sums it up.
[[nodiscard]] std::string reportAsText(const DesignReport& report, const Library& library, int columns = mailColumns);

/// Keys design, title, base, source, patches and platforms: each with platform, title, scenarios, survived, broken,
/// only_in_epilogue, not_applicable, without_verdict, errors; then summary.
[[nodiscard]] Json reportAsJson(const DesignReport& report);

} // namespace bindlab
