#pragma once

#include "tdisp/device.h"

#include <string>
#include <vector>

namespace bindlab::tdisp {

/// One thing that went between the TSM or the host and the device.
struct Entry {
    enum class Kind : std::uint8_t { Request, Response, Silence, Action, Link };
    Kind kind = Kind::Request;
    Bytes bytes;                ///< of a message; empty otherwise
    std::string name;           ///< "LOCK_INTERFACE_REQUEST"; of an action its label; of SPDM and IDE_KM the request
    std::string reason;         ///< of a refusal or of silence: one sentence
    TdiState before = TdiState::ConfigUnlocked;   ///< of the interface it is about
    TdiState after = TdiState::ConfigUnlocked;
    std::size_t interface = 0;
};

/// A device, and all that went on with it. Whatever is done here can be undone.
class Transcript {
public:
    explicit Transcript(Device device) : m_device(std::move(device)) {}

    [[nodiscard]] const Device& device() const { return m_device; }
    [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }

    /// A message and what comes back.
    void send(const Bytes& request);
    /// The same message again before the first is answered.
    void sendTwice(const Bytes& request);
    void act(Action action, std::size_t interface);
    /// One request of the SPDM connection, then of IDE_KM, then the enable bit: whatever is missing for a LOCK, step by step.
    void connect();

    [[nodiscard]] bool canUndo() const { return !m_marks.empty(); }
    void undo();

    /// What would come of an action: the states of all interfaces, or why it is refused.
    [[nodiscard]] tl::expected<std::vector<TdiState>, std::string> preview(Action action, std::size_t interface) const;
    [[nodiscard]] std::vector<TdiState> states() const;

private:
    /// Where to go back to.
    struct Mark {
        Device device;
        std::size_t entries;
    };

    void mark() { m_marks.push_back({m_device, m_entries.size()}); }
    [[nodiscard]] std::size_t interfaceOf(const Bytes& request) const;
    void noteAnswer(const Answer& answer, const Entry& request);
    void link(std::string name, const std::function<Outcome(SecureLink&)>& request);

    Device m_device;
    std::vector<Entry> m_entries;
    std::vector<Mark> m_marks;
};

} // namespace bindlab::tdisp
