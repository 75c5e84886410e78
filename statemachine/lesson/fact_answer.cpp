#include "lesson/fact_answer.h"

#include "lesson/yaml_reader.h"

#include <fmt/format.h>

namespace bindlab {

FactAnswer unknownName(std::string claim, const std::string& what, const std::string& name, const std::vector<std::string>& names)
{
    const auto hint = meant(name, names);
    return {false, false, std::move(claim),
            fmt::format("no {} is called '{}'{}", what, name, hint.empty() ? std::string() : "; " + hint)};
}

FactAnswer counted(std::string claim, const FactAttribute& attribute, std::uint64_t count, const std::string& model)
{
    return {attribute.values.front() == std::to_string(count), true, std::move(claim), model};
}

} // namespace bindlab
