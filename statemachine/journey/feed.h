#pragma once

#include "journey/table.h"
#include "world/step.h"

#include <span>
#include <string_view>

namespace bindlab {

/// What one event of one machine means to the journey.
struct JourneyFeed {
    std::string_view machine;   ///< Machine::name()
    std::string_view event;     ///< MachineEvent::name
    JourneyEvent fired = JourneyEvent::None;     ///< when it is accepted and moves its machine
    JourneyEvent refused = JourneyEvent::None;   ///< when it is refused
    bool standing = false;      ///< `fired` also when the machine stays where it is
};

/// Every event of every machine of machines(), each once. Those with neither meaning are declared not to concern it.
[[nodiscard]] std::span<const JourneyFeed> journeyFeeds();

/// What an effect means to the journey; None for one that is no event of a machine.
[[nodiscard]] JourneyEvent journeyEvent(std::string_view machine, const Effect& effect);

} // namespace bindlab
