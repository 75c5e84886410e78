#pragma once

#include "tdisp/transcript.h"

#include <QString>

#include <optional>
#include <vector>

namespace bindlab {

/// What an action of the host would do to the device, said before it is done.
class DevicePreview {
public:
    /// `action` as the device's lines name it; with an empty one there is nothing to say.
    DevicePreview(const tdisp::Transcript& transcript, std::size_t interface, const QString& action, const QString& platform);

    /// Of each interface afterwards; none where the action is refused.
    [[nodiscard]] std::optional<std::vector<TdiState>> states() const;
    [[nodiscard]] QString label() const;
    /// The state of the interface afterwards.
    [[nodiscard]] QString state() const;
    /// "RUN to ERROR", "Refused"
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString source() const;
    /// Whether a TDI that is locked would be so no more.
    [[nodiscard]] bool isMishap() const;

private:
    [[nodiscard]] TdiState before() const { return m_transcript.states()[m_interface]; }

    const tdisp::Transcript& m_transcript;
    std::size_t m_interface;
    const tdisp::ActionInfo* m_action;
    QString m_platform;
};

/// Null where the device has no such action.
[[nodiscard]] const tdisp::ActionInfo* findAction(const QString& name);

} // namespace bindlab
