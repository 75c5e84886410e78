#include "catch.h"
#include "golden.h"
#include "tiny_models.h"

#include "lowering/guarded_steps.h"
#include "report/murphi.h"
#include "report/promela.h"
#include "lowering/terms.h"

#include <algorithm>
#include <fstream>
#include <iterator>

using namespace bindlab;
using namespace bindlab::testing;

namespace {

std::shared_ptr<const Model> twoLocks()
{
    std::ifstream file(BINDLAB_SOURCE_DIR "/statemachine/models/two_locks.flow");
    return compiled(std::string(std::istreambuf_iterator<char>(file), {}));
}

GuardedSteps stepsOf(const Model& model)
{
    auto steps = guardedSteps(model);
    if (!steps)
        FAIL(steps.error());
    return *std::move(steps);
}

} // namespace

// That SPIN and Rumur find the same states in them is what tests/peers is for.

TEST_CASE("two locks in both orders, as SPIN reads them", "[exported]") { checkGolden("two_locks.pml", promelaOf(*twoLocks()).value()); }

TEST_CASE("two locks in both orders, as Rumur reads them", "[exported]") { checkGolden("two_locks.m", murphiOf(*twoLocks()).value()); }

TEST_CASE("a pointer is followed to each object it can name, and to none it cannot", "[exported]") {
    const auto model = compiled("struct Box { int n; }\nstruct Holder { Box* box; }\nglobal Box one;\nglobal Box two;\nglobal Box three;\n"
                                "global Holder holder { box = one; }\n"
                                "flow turn() : k { choose { holder.box = one; } or { holder.box = two; } }\n"
                                "flow mark() : k { b = holder.box; b.n = 1; }\n"
                                "scenario S x \"\" { thread T1 { turn(); } thread T2 { mark(); } }\n");
    const GuardedSteps steps = stepsOf(*model);
    const auto varies = [&](const std::string& name) {
        const auto cell = std::ranges::find(steps.names, name);
        REQUIRE(cell != steps.names.end());
        return steps.varies(int(cell - steps.names.begin()));
    };
    CHECK(varies("one_n"));
    CHECK(varies("two_n"));
    CHECK_FALSE(varies("three_n"));
}

TEST_CASE("a step that may spoil memory is lost in the very states in which it does", "[exported]") {
    const auto model = compiled("struct Box { int n; }\nstruct Holder { Box* box; }\npool 1 Box box in k;\nglobal Holder holder;\n"
                                "flow put() : k { b = alloc(box); holder.box = b; free(b); }\n"
                                "flow use() : k { b = holder.box; if (b != NULL) { b.n = 1; } }\n"
                                "scenario S x \"\" { thread T1 { put(); } thread T2 { use(); } }\n");
    const GuardedSteps steps = stepsOf(*model);
    CHECK(std::ranges::any_of(steps.moves, &Move::lost));
    CHECK(steps.varies(steps.lost));
    CHECK(checked(model).violations.size() == 1);
}

TEST_CASE("terms are simplified so that equal ones are one", "[exported]") {
    Terms terms;
    const int x = terms.cell(1);
    const int y = terms.cell(2);
    const int one = terms.number(1);
    CHECK(terms.subtract(terms.add(x, one), one) == x);
    CHECK(terms.add(terms.number(127), one) == terms.number(-128));
    CHECK(terms.either(terms.equal(x, one), y, y) == y);
    CHECK(terms.both(terms.equal(x, one), terms.inverse(terms.equal(x, one))) == terms.number(0));
    CHECK(terms.any(terms.equal(x, one), terms.inverse(terms.equal(x, one))) == terms.number(1));
    const int chosen = terms.either(terms.equal(x, one), terms.number(3), terms.number(4));
    CHECK(terms.equal(chosen, terms.number(3)) == terms.equal(x, one));
    CHECK(terms.equal(chosen, terms.number(5)) == terms.number(0));
}
