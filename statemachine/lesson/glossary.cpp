#include "lesson/glossary.h"

#include "lesson/embedded_lessons.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cctype>

namespace bindlab {

namespace {

bool isSame(std::string_view one, std::string_view other)
{
    return std::ranges::equal(one, other, [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b)); });
}

std::vector<Term> read()
{
    std::vector<Term> terms;
    for (const EmbeddedFile& file : embeddedGlossary())
        for (const YAML::Node& node : YAML::Load(std::string(file.text))) {
            if (!node["term"] || !node["where"] || !node["text"])
                continue;
            Term& term = terms.emplace_back();
            term.term = node["term"].as<std::string>();
            term.where = node["where"].as<std::string>();
            term.text = node["text"].as<std::string>();
            for (const YAML::Node& name : node["names"])
                term.names.push_back(name.as<std::string>());
        }
    return terms;
}

} // namespace

const std::vector<Term>& glossary()
{
    static const std::vector<Term> terms = read();
    return terms;
}

const Term* findTerm(std::string_view name)
{
    for (const Term& term : glossary())
        if (isSame(term.term, name) || std::ranges::any_of(term.names, [&](const std::string& each) { return isSame(each, name); }))
            return &term;
    return nullptr;
}

} // namespace bindlab
