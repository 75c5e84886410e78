#include "report/diagrams.h"
#include "report/text.h"

#include "catch.h"
#include "door.h"
#include "golden.h"

using namespace bindlab;
using bindlab::testing::Door;

TEST_CASE("a machine as text has its states and every row of its chart", "[report][golden]") {
    checkGolden("door.txt", machineAsText(Door()));
}

TEST_CASE("a machine as Mermaid starts where the machine starts and escapes what Mermaid minds", "[report][golden]") {
    checkGolden("door.mmd", stateDiagram(Door()));
}

TEST_CASE("every shipped machine's diagram has one arrow a row, and one to its initial state", "[report]") {
    for (const Machine* machine : machines()) {
        CAPTURE(machine->name());
        const std::string diagram = stateDiagram(*machine);
        std::size_t arrows = 0;
        for (std::size_t at = diagram.find(" --> "); at != std::string::npos; at = diagram.find(" --> ", at + 1))
            ++arrows;
        CHECK(arrows == machine->chart().size() + 1);
    }
}
