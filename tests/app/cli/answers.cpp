#include "answers.h"

#include "catch.h"

#include <algorithm>

Json jsonOf(const std::string& command, std::vector<std::string> arguments, int status)
{
    arguments.insert(arguments.begin(), command);
    arguments.emplace_back("--json");
    const Answer answer = bindlab(arguments);
    INFO(answer.err);
    REQUIRE(answer.status == status);
    CHECK(answer.err.empty());
    return Json::parse(answer.out);
}

std::vector<std::string> idsOf(const std::string& kind)
{
    std::vector<std::string> ids;
    for (const Json& item : jsonOf("list", {kind}))
        ids.push_back(item.at("id"));
    return ids;
}

std::vector<std::string> firstAndLast()
{
    const auto designs = idsOf("designs");
    return {designs.front(), designs.back()};
}

std::string misfit()
{
    const Json design = jsonOf("list", {"designs"}).front();
    std::string patches;
    for (const Json& patch : design.at("patches"))
        patches += patch.get<std::string>() + ", ";
    return "patch own-flow \"adds what nobody calls\" {\n    flow nobody_calls() : vfio {\n        return 0;\n    }\n}\n"
           "patch no-such-line \"takes away what is not there\" {\n    in flow nobody_calls {\n-       nothing = 7;\n    }\n}\n"
           "design misfit \"does not compile\" : " + design.at("base").get<std::string>() + " { " + patches + "own-flow, no-such-line }\n";
}

void checkWidth(const std::string& text, std::size_t columns)
{
    std::size_t begin = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos; begin = end + 1, end = text.find('\n', begin)) {
        const std::string line = text.substr(begin, end - begin);
        CAPTURE(line);
        CHECK(std::size_t(std::ranges::count_if(line, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; })) <= columns);
        CHECK_FALSE(line.ends_with(' '));
    }
}
