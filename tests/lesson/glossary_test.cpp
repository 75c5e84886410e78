#include "lesson/glossary.h"

#include "flow/library.h"
#include "lesson/embedded_lessons.h"
#include "machines/machine.h"
#include "world/snapshot.h"

#include "catch.h"

#include <algorithm>
#include <set>

using namespace bindlab;

TEST_CASE("every term of the file is whole, in two or three sentences, and stands once", "[lesson][glossary]")
{
    REQUIRE(embeddedGlossary().size() == 1);
    const std::string text(embeddedGlossary().front().text);
    std::size_t entries = 0;
    for (std::size_t at = text.find("\n- term:"); at != std::string::npos; at = text.find("\n- term:", at + 1))
        ++entries;
    CHECK(glossary().size() == entries);
    std::set<std::string> names;
    for (const Term& term : glossary()) {
        CAPTURE(term.term);
        CHECK(names.insert(term.term).second);
        for (const std::string& name : term.names)
            CHECK(names.insert(name).second);
        CHECK_FALSE(term.where.empty());
        CHECK(term.text.ends_with('.'));
        const auto sentences = std::ranges::count_if(term.text, [&](const char& each) { return each == '.' && (&each == &term.text.back() || *(&each + 1) == ' '); });
        CHECK(sentences >= 2);
        CHECK(sentences <= 3);
    }
}

TEST_CASE("every object, machine and lock that the map can show has its term", "[lesson][glossary]")
{
    std::set<std::string> missing;
    for (const Machine* machine : machines())
        if (findTerm(machine->name()) == nullptr)
            missing.insert(std::string(machine->name()));
    for (const DesignInfo& design : Library::shipped().designs())
        for (const PlatformInfo& platform : Library::shipped().platforms()) {
            const auto model = Library::shipped().compile({design.id, {}, "S3", platform.id});
            REQUIRE(model);
            const Snapshot snapshot = look(**model, initialState(**model));
            for (const ObjectView& object : snapshot.objects)
                if (!object.component.empty() && (!object.machines.empty() || !object.locks.empty()) && findTerm(object.type) == nullptr)
                    missing.insert(object.type);
            for (const LockView& lock : snapshot.locks)
                if (findTerm(lock.name) == nullptr)
                    missing.insert(lock.name);
        }
    CAPTURE(missing);
    CHECK(missing.empty());
}

TEST_CASE("a term is found by any of its names, in any case", "[lesson][glossary]")
{
    REQUIRE(findTerm("Vdevice") != nullptr);
    CHECK(findTerm("Vdevice")->term == "vdevice");
    CHECK(findTerm("TVM") == findTerm("confidential vm"));
    CHECK(findTerm("no such word") == nullptr);
    CHECK(findTerm("") == nullptr);
}
