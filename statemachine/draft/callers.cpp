#include "draft/callers.h"

#include "flow/program.h"

#include <algorithm>

namespace bindlab {

namespace {

void add(std::vector<std::string>& names, const std::string& name)
{
    if (std::find(names.begin(), names.end(), name) == names.end())
        names.push_back(name);
}

/// The thread that an instruction is of; nullptr: it leads to the start.
const ThreadInfo* threadOf(const Model& model, int at)
{
    const auto thread = std::find_if(model.threads.begin(), model.threads.end(), [&](const ThreadInfo& one) { return one.begin <= at && at <= one.end; });
    return thread == model.threads.end() ? nullptr : &*thread;
}

} // namespace

std::map<std::string, Callers, std::less<>> callersIn(const Model& model)
{
    std::map<std::string, Callers, std::less<>> all;
    std::vector<bool> seen(model.contexts.size());   // each is of one place of one thread
    for (std::size_t at = 0; at < model.code.size(); ++at) {
        const int place = model.code[at].place;
        for (int context = place < 0 ? -1 : model.places[std::size_t(place)].context; context >= 0 && !seen[std::size_t(context)];) {
            seen[std::size_t(context)] = true;
            const ContextInfo& info = model.contexts[std::size_t(context)];
            context = info.caller;
            if (info.flow < 0)
                continue;
            Callers& callers = all[model.flows[std::size_t(info.flow)].name];
            const int by = context < 0 ? -1 : model.contexts[std::size_t(context)].flow;
            const ThreadInfo* thread = threadOf(model, int(at));
            if (!thread)
                callers.atStart = true;
            else if (by >= 0)
                add(callers.flows, model.flows[std::size_t(by)].name);
            else
                add(callers.threads, thread->name);
        }
    }
    return all;
}

} // namespace bindlab
