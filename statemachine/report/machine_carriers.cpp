#include "report/machine_carriers.h"

#include "flow/ast.h"

#include <algorithm>

namespace bindlab {

namespace {

class Carriers {
public:
    explicit Carriers(std::string_view machine) : m_machine(machine) {}

    void look(const std::string& type, const std::vector<BlockLine>& lines)
    {
        for (const BlockLine& line : lines)
            for (std::size_t at = 0; at + 2 < line.tokens.size(); ++at)
                if (line.tokens[at].is("machine") && line.tokens[at + 1].is(m_machine))
                    add(type, line.tokens[at + 2].text);
    }

    void look(const std::vector<ast::Struct>& structs)
    {
        for (const ast::Struct& each : structs)
            look(each.name.text, each.lines);
    }

    void addObjects(const std::vector<ast::Instance>& instances)
    {
        for (MachineCarrier& carrier : m_found)
            for (const ast::Instance& instance : instances)
                if (instance.type.is(carrier.type) && std::ranges::find(carrier.objects, instance.name.text) == carrier.objects.end())
                    carrier.objects.push_back(instance.name.text);
    }

    std::vector<MachineCarrier> finish() { return std::move(m_found); }

private:
    void add(const std::string& type, const std::string& field)
    {
        if (std::ranges::none_of(m_found, [&](const MachineCarrier& each) { return each.type == type && each.field == field; }))
            m_found.push_back({type, field, {}});
    }

    std::string_view m_machine;
    std::vector<MachineCarrier> m_found;
};

} // namespace

std::vector<MachineCarrier> carriersOf(const Library& library, std::string_view machine)
{
    const Library::Parts& parts = library.parts();
    Carriers carriers(machine);
    carriers.look(parts.structs);
    for (const ast::Patch& patch : parts.patches) {
        carriers.look(patch.structs);
        for (const ast::Hunk& hunk : patch.hunks)
            if (hunk.isStruct)
                carriers.look(hunk.target.text, hunk.lines);
    }
    carriers.addObjects(parts.instances);
    for (const ast::Part& part : parts.objectGroups)
        carriers.addObjects(part.instances);
    for (const ast::Patch& patch : parts.patches)
        carriers.addObjects(patch.instances);
    return carriers.finish();
}

} // namespace bindlab
