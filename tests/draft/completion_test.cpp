#include "draft/completion.h"
#include "draft/draft.h"
#include "draft/templates.h"

#include "catch.h"

using namespace bindlab;

namespace {

/// What is offered where `|` stands in the text.
std::vector<std::string> offered(std::string text)
{
    const auto at = text.find('|');
    REQUIRE(at != std::string::npos);
    text.erase(at, 1);
    const int line = int(std::count(text.begin(), text.begin() + std::ptrdiff_t(at), '\n')) + 1;
    const auto start = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
    const ReadDraft read = readDraft({"m.flow", text, {}}, Library::shipped());
    std::vector<std::string> names;
    for (const Completion& one : completionsAt(*read.flows, text, line, int(at - start) + 1).names)
        names.push_back(one.name);
    return names;
}

bool offers(const std::string& text, const std::string& name)
{
    const auto names = offered(text);
    return std::ranges::find(names, name) != names.end();
}

} // namespace

TEST_CASE("behind a dot stand the fields of what is before it")
{
    const std::string head = "struct Group { mutex lock; int count; }\nstruct Idev { Group* igroup; int vdev; }\n";
    CHECK(offered(head + "flow f(Idev* idev) : k {\n    idev.|\n}\n") == std::vector<std::string>{"igroup", "vdev"});
    CHECK(offered(head + "flow f(Idev* idev) : k {\n    idev.igroup.l|\n}\n") == std::vector<std::string>{"lock"});
    CHECK(offered(head + "flow f(Idev* idev) : k {\n    x = what.v|\n}\n") == std::vector<std::string>{"vdev"});
}

TEST_CASE("locals, parameters, labels, flows and words are offered where they begin as what is typed")
{
    const std::string text = "flow unlink_it() : k { return 0; }\nflow f(Idev* idev) : k {\nunlock_all:\n    unused = 1;\n    un|\n}\n";
    CHECK(offered(text) == std::vector<std::string>{"unlock_all", "unused", "unlink_it", "unlock", "unlink"});
    CHECK(offers("flow f(Idev* idev) : k {\n    id|\n}\n", "idev"));
    CHECK(offers("fl|", "flow"));
    CHECK_FALSE(offers("flow f() : k {\n    // un|\n}\n", "unlock"));
    CHECK(offers("flow f() : k {\n    return -EB|;\n}\n", "EBUSY"));
}

TEST_CASE("in a design stand patches, mutations among them, and in a parameter list structs")
{
    const std::string text = draftFrom(Library::shipped(), "D6", "mine");
    const auto end = text.rfind('}');
    CHECK(offers(text.substr(0, end) + "    serial|\n}\n", "serialise-bind"));
    CHECK(offers(text.substr(0, end) + "    serialise-|\n}\n", "serialise-bind"));
    CHECK(offers("struct Thing { int x; }\nflow f(Th|) : k { }\n", "Thing"));
}
