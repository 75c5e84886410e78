#include "report/run_transcript.h"

#include "catch.h"
#include "checker/matrix.h"

#include <map>

using namespace bindlab;

namespace {

struct Told {
    int runs = 0;
    std::map<std::string, int> names;   ///< of entries
};

/// Tells a device what each failing run of these designs tells its TDIs.
Told tellAll(const std::vector<std::string>& designs)
{
    const Library library = Library::shipped();
    Told told;
    for (const std::string& design : designs)
        for (const auto& scenario : library.scenarios())
            for (const auto& platform : library.platforms()) {
                Selection selection;
                selection.design = design;
                selection.scenario = scenario.id;
                selection.platform = platform.id;
                std::shared_ptr<const Model> model;
                const MatrixCell cell = checkCell(library, selection, {}, &model);
                REQUIRE(cell.error.empty());
                for (const Violation& violation : cell.result.violations) {
                    const auto run = replay(model, violation.steps);
                    REQUIRE(run.has_value());
                    for (const int tdi : tdisOf(*run)) {
                        CAPTURE(design, scenario.id, platform.id, violation.property);
                        const auto wire = transcriptOf(*run, tdi);
                        INFO((wire ? std::string() : wire.error()));
                        REQUIRE(wire.has_value());
                        REQUIRE(wire->entriesAfter.size() == std::size_t(run->length()) + 1);
                        ++told.runs;
                        for (const tdisp::Entry& entry : wire->transcript.entries())
                            ++told.names[entry.name];
                    }
                }
            }
    return told;
}

} // namespace

TEST_CASE("the device on the wire comes to the states of the model's TDI in every failing run", "[report][tdisp]")
{
    const Told told = tellAll({"D0", "D1", "D8"});
    CHECK(told.runs > 300);
    for (const char* name : {"LOCK_INTERFACE_REQUEST", "LOCK_INTERFACE_RESPONSE", "START_INTERFACE_RESPONSE", "STOP_INTERFACE_RESPONSE",
                             "DEVICE_INTERFACE_REPORT", "Clear memory enable", "Clear bus master", "FLR", "Hot reset"}) {
        CAPTURE(name);
        CHECK(told.names.contains(name));
    }
}
