#include "lowering/path.h"

namespace bindlab::lowering {

Broken brokenByEither(Terms& terms, int condition, const Broken& one, const Broken& other)
{
    std::set<int> properties;
    for (const auto* way : {&one, &other})
        for (const auto& [property, truth] : *way)
            properties.insert(property);
    Broken broken;
    for (const int property : properties) {
        const auto in = [&](const Broken& way) { return way.contains(property) ? way.at(property) : terms.number(0); };
        broken[property] = terms.either(condition, in(one), in(other));
    }
    return broken;
}

} // namespace bindlab::lowering
