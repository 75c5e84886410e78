#include "program.h"

#include "catch.h"

#include <string>

namespace {

bool keepsTo(const std::string& text, std::size_t columns)
{
    std::size_t begin = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos; begin = end + 1, end = text.find('\n', begin))
        if (end - begin > columns)
            return false;
    return true;
}

} // namespace

TEST_CASE("the shortest failing run of a design is exported, as text that survives a mailing list", "[cli]") {
    const Answer text = bindlab({"export", "text", "--design", "D3a", "--scenario", "S3", "--property", "I3"});
    CHECK(text.status == 0);
    CHECK(keepsTo(text.out, 78));
    CHECK_THAT(text.out, Catch::Contains("F1   T1 uses the vdevice after it was"));
    const Answer diagram = bindlab({"export", "mermaid", "--design", "D3a", "--scenario", "S3", "--property", "I3"});
    CHECK(diagram.status == 0);
    CHECK_THAT(diagram.out, Catch::StartsWith("sequenceDiagram\n") && Catch::Contains("participant c_iommufd as iommufd"));
}

TEST_CASE("a saved run exports as the run it was saved from", "[cli]") {
    const std::string format = GENERATE("text", "mermaid");
    const Folder folder;
    REQUIRE(bindlab({"check", "--design", "D3a", "--scenario", "S3", "--property", "I3", "--trace", folder.path("run.json")}).status == 1);
    const std::string direct = bindlab({"export", format, "--design", "D3a", "--scenario", "S3", "--property", "I3"}).out;
    CHECK(bindlab({"export", format, folder.path("run.json")}).out == direct);

    CHECK(bindlab({"export", format, folder.path("run.json"), "--out", folder.path("out")}).out.empty());
    CHECK(folder.read("out") == direct);
}

TEST_CASE("a machine exports in both formats", "[cli]") {
    CHECK_THAT(bindlab({"export", "text", "--machine", "Tdi"}).out, Catch::Contains("CONFIG_LOCKED"));
    CHECK_THAT(bindlab({"export", "mermaid", "--machine", "Tdi"}).out, Catch::StartsWith("stateDiagram-v2\n"));
}

TEST_CASE("a flow exports with the lines of the design's patches marked", "[cli]") {
    const Answer pinned = bindlab({"export", "text", "--flow", "iommufd_device_tsm_bind", "--design", "D1", "--scenario", "S3"});
    CHECK(pinned.status == 0);
    CHECK_THAT(pinned.out, Catch::StartsWith("iommufd_device_tsm_bind("));
    CHECK_THAT(pinned.out, Catch::Contains("// patch "));
}

TEST_CASE("a model exports for SPIN and for Rumur, and says what it is", "[cli]") {
    const Answer promela = bindlab({"export", "promela", "--design", "D2", "--scenario", "S24"});
    CHECK(promela.status == 0);
    CHECK_THAT(promela.out, Catch::StartsWith("/* design D2, scenario S24, platform tdx") && Catch::Contains("active proctype T1()"));
    const Answer murphi = bindlab({"export", "murphi", "--design", "D2", "--scenario", "S24"});
    CHECK(murphi.status == 0);
    CHECK_THAT(murphi.out, Catch::StartsWith("-- design D2, scenario S24, platform tdx") && Catch::Contains("rule \"T1\""));
}

TEST_CASE("runs and machines export as drawings, a saved run as the run it was saved from", "[cli][export]") {
    const Folder folder;
    CHECK_THAT(bindlab({"export", "svg", "--machine", "Tdi"}).out, Catch::Contains(">CONFIG_LOCKED</text>"));
    REQUIRE(bindlab({"check", "--design", "D3a", "--scenario", "S3", "--property", "I3", "--trace", folder.path("run.json")}).status == 1);
    const Answer run = bindlab({"export", "svg", "--design", "D3a", "--scenario", "S3", "--property", "I3"});
    CHECK(run.status == 0);
    CHECK_THAT(run.out, Catch::Contains("design D3a, scenario S3, platform tdx: breaks I2, ") && Catch::Contains("I3, F1: "));
    CHECK(bindlab({"export", "svg", folder.path("run.json")}).out == run.out);
}

TEST_CASE("a design exports as its patches, one of one's own too", "[cli][export]") {
    const Answer shipped = bindlab({"export", "patches", "--design", "D1"});
    CHECK(shipped.status == 0);
    CHECK_THAT(shipped.out, Catch::StartsWith("[PATCH 0/8] D1: ") && Catch::Contains("\n[PATCH 8/8] leaky-unbind: "));

    const Folder folder;
    const std::string own = folder.write("own.flow", "patch late-put \"drops the reference last\" {\n"
                                                     "    flow put_late(Vdevice* vdev) : iommufd {\n        vdev.users--;\n    }\n}\n"
                                                     "design Mine \"RFC 30, and one more\" : older { vfio-ioctl, late-put, bound-flag, fixed-unbind, viommu-holds-vm, shared-regions }\n");
    const Answer mine = bindlab({"export", "patches", "--model", own});
    INFO(mine.err);
    CHECK(mine.status == 0);
    CHECK_THAT(mine.out, Catch::Contains("Mine: RFC 30, and one more") && Catch::Contains("late-put: drops the reference last") && Catch::Contains("+vdev.users--;\n"));

    for (const std::vector<std::string>& wrong : {std::vector<std::string>{"--design", "D11"}, {"--design", "D1", "--scenario", "S3"},
                                                  {"--design", "D1", "--patch", "serialise-bind"}, {}}) {
        std::vector<std::string> arguments{"export", "patches"};
        arguments.insert(arguments.end(), wrong.begin(), wrong.end());
        const Answer refused = bindlab(arguments);
        CHECK(refused.status == 2);
        CHECK(linesOf(refused.err) == 1);
    }
}

TEST_CASE("what cannot be exported is one line", "[cli]") {
    const auto refused = [](const std::vector<std::string>& arguments) {
        const Answer answer = bindlab(arguments);
        return answer.status == 2 && answer.out.empty() && linesOf(answer.err) == 1;
    };
    CHECK(refused({"export", "text", "--design", "D1", "--scenario", "S3", "--property", "I3"}));
    CHECK(refused({"export", "mermaid", "--flow", "iommufd_device_tsm_bind", "--design", "D1", "--scenario", "S3"}));
    CHECK(refused({"export", "svg", "--flow", "iommufd_device_tsm_bind", "--design", "D1", "--scenario", "S3"}));
    CHECK(refused({"export", "text", "run.json", "--machine", "Tdi"}));
    CHECK(refused({"export", "text", "--machine", "Tdi", "--out", "/dev/full"}));
    CHECK(refused({"export", "promela", "--machine", "Tdi"}));
    CHECK(refused({"export", "murphi", "--design", "D3a"}));
    CHECK(refused({"export", "text", "--flow", "no_such_flow", "--design", "D1", "--scenario", "S3"}));
}

TEST_CASE("runs and machines are drawn by PlantUML as by Mermaid: the same participants, arrows and states", "[cli][export]") {
    const auto lines = [](const std::string& text) { return std::count(text.begin(), text.end(), '\n'); };
    for (const std::vector<std::string>& what : {std::vector<std::string>{"--design", "D3a", "--scenario", "S3", "--property", "I3"}, {"--machine", "Tdi"}}) {
        const auto drawn = [&](const std::string& format) {
            std::vector<std::string> arguments{"export", format};
            arguments.insert(arguments.end(), what.begin(), what.end());
            return bindlab(arguments);
        };
        const Answer plant = drawn("plantuml");
        CHECK(plant.status == 0);
        CHECK_THAT(plant.out, Catch::StartsWith("@startuml\n"));
        CHECK_THAT(plant.out, Catch::EndsWith("@enduml\n"));
        CHECK(lines(plant.out) == lines(drawn("mermaid").out) + (what.size() == 2 ? 2 : 1));
    }
    CHECK_THAT(bindlab({"export", "plantuml", "--design", "D3a", "--scenario", "S3", "--property", "I3"}).out,
               Catch::Contains("participant \"iommufd\" as c_iommufd") && Catch::Contains("note over ") && Catch::Contains(" --> "));
}
