#include "workbench_choices.h"

#include "viewmodels/shared/plain_text.h"

#include <algorithm>

namespace bindlab {

std::vector<ChoiceRow> choicesIn(const Snapshot& snapshot)
{
    std::vector<ChoiceRow> choices;
    for (std::size_t t = 0; t < snapshot.threads.size(); ++t) {
        const ThreadView& thread = snapshot.threads[t];
        for (const NextView& view : thread.next) {
            // What comes at the very end is no choice before it can begin.
            if (thread.epilogue && !view.enabled)
                continue;
            choices.push_back({int(t), view.choice.choice, text(thread.name), text(view.label.empty() ? view.text : view.label),
                               text(view.text), text(view.blocked), view.enabled, false});
        }
    }
    if (std::ranges::count(choices, true, &ChoiceRow::ready) == 1)
        std::ranges::find(choices, true, &ChoiceRow::ready)->only = true;
    return choices;
}

} // namespace bindlab
