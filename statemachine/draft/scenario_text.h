#pragma once

#include "flow/library.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bindlab {

/// A scenario as somebody builds it: threads and what each calls, a statement of one or more lines each.
struct ScenarioDraft {
    struct Thread {
        std::string name;                  ///< "T1"
        std::string title;                 ///< may be empty
        std::string actor;                 ///< who runs it: "guest"; empty: the VMM
        std::vector<std::string> calls;    ///< "ret = UNBIND(dev);", a choice as the lines it takes
        bool operator==(const Thread&) const = default;
    };
    std::string id;
    std::string name;
    std::string title;
    std::string start;      ///< prologue or given state it runs from; empty: none
    std::string epilogue;   ///< what is done at the end; empty: nothing
    std::vector<std::string> parts;        ///< groups of objects that are there besides
    std::vector<std::string> plus;         ///< patches it adds to the design
    std::vector<std::string> given;        ///< statements behind the prologue: what the environment is like
    std::vector<Thread> threads;
    bool operator==(const ScenarioDraft&) const = default;
};

[[nodiscard]] std::optional<ScenarioDraft> scenarioDraft(const Library& library, const std::string& id);
[[nodiscard]] std::string toText(const ScenarioDraft& scenario);
/// The text with this scenario in place of its own of that id; behind everything else when it has none.
[[nodiscard]] std::string withScenario(std::string_view text, const ScenarioDraft& scenario);

/// A call that a thread may make, as a scenario writes it.
struct CallChoice {
    std::string text;       ///< "ret = UNBIND(dev);"
    std::string name;       ///< "UNBIND"
    std::string actor;      ///< who makes it in the shipped scenarios; empty: the VMM
    bool operator==(const CallChoice&) const = default;
};
/// The calls that scenarios of this library make, most used first, then flows that scenarios of a model without designs can call.
[[nodiscard]] std::vector<CallChoice> callChoices(const Library& library);

} // namespace bindlab
