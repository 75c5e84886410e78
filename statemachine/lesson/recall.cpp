#include "lesson/recall.h"

#include <algorithm>

namespace bindlab {

Day dueOn(const Recall& recall, Day today)
{
    const bool isToCome = recall.answered > today + std::chrono::days(1);
    return isToCome ? today : recall.answered + std::chrono::days(restDays[std::size_t(recall.place)]);
}

Recall answeredOn(Day today, const Recall& recall, bool right)
{
    if (!right)
        return {0, today};
    return dueOn(recall, today) > today ? recall : Recall{std::min(recall.place + 1, int(restDays.size()) - 1), today};
}

} // namespace bindlab
