#include "report/machine_carriers.h"

#include "world/snapshot.h"

#include "catch.h"

#include <algorithm>

using namespace bindlab;

TEST_CASE("a machine is carried by fields of structs, with the objects there are of them", "[report][machines]")
{
    const auto carriers = carriersOf(Library::shipped(), "Tdi");
    REQUIRE(carriers.size() == 1);
    CHECK(carriers[0].type == "Device");
    CHECK(carriers[0].field == "tdi");
    CHECK(std::ranges::count(carriers[0].objects, "device") == 1);
}

TEST_CASE("fields that a patch adds, and its objects, carry machines too", "[report][machines]")
{
    Library library;
    library.add("own.flow", R"(struct S { int x; }
global S s;
patch carry "s has a life" {
    in struct S {
        int x;
    +   machine Vdevice life;
    }
    struct P { machine Vdevice inside; }
    global P p;
}
)");
    const auto carriers = carriersOf(library, "Vdevice");
    REQUIRE(carriers.size() == 2);
    const auto added = std::ranges::find(carriers, "life", &MachineCarrier::field);
    REQUIRE(added != carriers.end());
    CHECK(added->objects == std::vector<std::string>{"s"});
    const auto brought = std::ranges::find(carriers, "inside", &MachineCarrier::field);
    REQUIRE(brought != carriers.end());
    CHECK(brought->objects == std::vector<std::string>{"p"});
}

TEST_CASE("every machine that a shipped model shows is among the carried ones", "[report][machines]")
{
    for (const PlatformInfo& platform : Library::shipped().platforms()) {
        const auto model = Library::shipped().compile({"D6", {}, "S3", platform.id});
        REQUIRE(model);
        const Snapshot snapshot = look(**model, initialState(**model));
        for (const MachineView& view : snapshot.machines) {
            const ObjectView& object = snapshot.objects[std::size_t(view.object)];
            CAPTURE(object.type, view.field);
            const auto carriers = carriersOf(Library::shipped(), view.machine->name());
            CHECK(std::ranges::any_of(carriers, [&](const MachineCarrier& each) { return each.type == object.type && each.field == view.field; }));
        }
    }
}
