#pragma once

#include "harness.h"

#include "checker/checker.h"
#include "flow/library.h"
#include "world/step.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

/// What must hold of every complaint about `text`, a file called `file`: it is said, and where it points to is there.
inline void requireGood(const bindlab::Diagnostics& problems, const std::string& file, std::string_view text)
{
    std::vector<std::string_view> lines;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    for (const auto& problem : problems) {
        require(!problem.message.empty() && problem.message.find('\n') == std::string::npos, "a complaint is one sentence");
        require(!bindlab::toText(problem).empty(), "a complaint can be written");
        require(problem.line == 0 || !problem.file.empty(), "a line is one of a file");
        require(problem.line >= 0 && problem.length >= 0, "a place is counted from 1");
        if (problem.line == 0 || problem.file != file)
            continue;
        require(std::size_t(problem.line) <= lines.size(), "a complaint is about a line of the text");
        require(problem.column >= 1 && std::size_t(problem.column) <= lines[std::size_t(problem.line) - 1].size() + 1,
                "a complaint is about a column of its line");
    }
}

/// Steps through every thread by turns, then looks at a few hundred states.
inline void play(const std::shared_ptr<const bindlab::Model>& model)
{
    using namespace bindlab;
    if (!startProblem(*model).empty())
        return;
    constexpr int mostSteps = 24;
    State state = initialState(*model);
    for (int step = 0; step < mostSteps; ++step) {
        const auto enabled = enabledSteps(*model, state);
        if (enabled.empty())
            break;
        const State before = state;
        StepRecord record;
        const auto status = takeStep(*model, state, enabled[std::size_t(step) % enabled.size()], &record);
        require(status == StepStatus::Done, "an enabled step can be taken");
        require(state.size() == before.size() && !record.sentence.empty(), "a step is told");
    }
    CheckOptions options;
    options.maxStates = 200;
    const auto result = check(model, options);
    require(result.verdict != Verdict::Bounded || !result.bound.empty(), "a bound that was met is named");
}
