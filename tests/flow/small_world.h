#pragma once

#include "tiny_models.h"

#include "world/snapshot.h"

namespace bindlab::testing {

/// Two objects, and two failures to blame something on.
inline const char* const world = R"(enum Failure { none, F1, F2 }
struct S { int a; int b; }
struct Item { int x; }
global S s;
pool 2 Item item;
)";

inline std::string one(const std::string& body) { return std::string(world) + "flow f() : k {\n" + body + "\n}\nscenario T t \"\" { thread T1 { f(); } }\n"; }

/// Lets thread by thread go as far as it can, the first alternative of each choice.
inline Run playedOut(const std::shared_ptr<const Model>& model)
{
    Run run(model);
    for (bool moved = true; moved && run.length() < 1000;) {
        moved = false;
        for (std::uint8_t thread = 0; thread < std::uint8_t(look(*model, run.state()).threads.size()); ++thread)
            while (run.step({thread, 0}) == StepStatus::Done && run.length() < 1000)
                moved = true;
    }
    return run;
}

inline std::string value(const Run& run, const std::string& object, const std::string& field)
{
    const Snapshot snapshot = look(run.model(), run.state());
    for (const ObjectView& view : snapshot.objects)
        for (const ValueView& each : view.values)
            if (view.name == object && each.name == field)
                return each.text;
    return "no such field";
}

inline std::vector<std::string> results(const CheckResult& result, const std::string& call)
{
    for (const CallResults& each : result.calls)
        if (each.call == call)
            return each.results;
    return {};
}

inline std::vector<std::string> codeOf(const std::shared_ptr<const Model>& model, const std::string& flow)
{
    std::vector<std::string> lines;
    for (const FlowView& each : flows(*model))
        if (each.name == flow)
            for (const auto& line : each.lines)
                lines.push_back(line.text.substr(line.text.find_first_not_of(' ')));
    return lines;
}

} // namespace bindlab::testing
