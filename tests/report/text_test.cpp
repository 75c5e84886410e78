#include "report/text.h"

#include "catch.h"

using namespace bindlab;
using Lines = std::vector<std::string>;

TEST_CASE("text is broken at spaces and never wider than asked for", "[report]") {
    CHECK(wrapped("T1 waits for the mutex", 10) == Lines{"T1 waits", "for the", "mutex"});
    CHECK(wrapped("exactly ten", 11) == Lines{"exactly ten"});
    CHECK(wrapped("", 10) == Lines{""});
}

TEST_CASE("a word wider than the line is cut, not lost", "[report]") {
    CHECK(wrapped("a iommufd_device_tsm_unbind b", 10) == Lines{"a", "iommufd_de", "vice_tsm_u", "nbind b"});
}

TEST_CASE("columns are counted in code points", "[report]") {
    CHECK(columnsOf("vdev→mutex") == 10);
    CHECK(wrapped("äöü äöü", 3) == Lines{"äöü", "äöü"});
    CHECK(wrapped("äöüäöü", 4) == Lines{"äöüä", "öü"});
}

TEST_CASE("a table pads its columns, wraps the last one under itself and leaves no space at line ends", "[report]") {
    CHECK(table({{"1", "T1", "takes igroup->lock and then finds it gone"}, {"12", "T2", ""}}, 36) ==
          "1   T1  takes igroup->lock and then\n"
          "        finds it gone\n"
          "12  T2\n");
}

TEST_CASE("every line of a table keeps to its width", "[report][invariant]") {
    const int columns = GENERATE(60, 78, 100);
    const std::string text = table({{"1", "T1", std::string(300, 'x')}, {"2", "T2", "a b c d e f"}}, columns, 4);
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = text.find('\n', begin);
        REQUIRE(end != std::string::npos);
        CHECK(columnsOf(text.substr(begin, end - begin)) <= columns);
        begin = end + 1;
    }
}

TEST_CASE("a selection says only what was chosen", "[report]") {
    CHECK(toText(Selection{"D3a", {}, "S3", "tdx"}) == "design D3a, scenario S3, platform tdx");
    CHECK(toText(Selection{"D3a", {"pin-vdevice", "-lock"}, "S3", "tdx"}) ==
          "design D3a, patches pin-vdevice -lock, scenario S3, platform tdx");
    CHECK(toText(Selection{"", {}, "abba", ""}) == "scenario abba");
}

TEST_CASE("a flow is numbered and the lines of a patch are marked with its name", "[report]") {
    const FlowView flow{"unbind", "unbind(idev)", "iommufd", "SEED0 6.2.3",
                        {{9, "lock(idev.igroup.lock);", "", "", "f", 1}, {10, "  vdev.users--;", "pin-vdevice", "", "f", 2}}};
    CHECK(flowAsText(flow) ==
          "unbind(idev) : iommufd   // SEED0 6.2.3\n"
          "   9  lock(idev.igroup.lock);\n"
          "+ 10    vdev.users--;           // patch pin-vdevice\n");
}

TEST_CASE("what a call can return is one line a call", "[report]") {
    const std::vector<CallResults> calls{{"T1", "UNBIND", {"0"}}, {"T2", "IOMMU_DESTROY", {"-EBUSY", "0"}}};
    CHECK(callsAsText(calls) == "T1  UNBIND         0\nT2  IOMMU_DESTROY  -EBUSY, 0\n");
    CHECK(callsAsText({}).empty());
}
