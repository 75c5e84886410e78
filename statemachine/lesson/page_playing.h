#pragma once

#include "lesson/player.h"
#include "lesson/stage.h"

#include <optional>
#include <string>
#include <vector>

namespace bindlab {

/// Plays a page down to its first open act, block by block, and notes what the acts that are done come to.
class LessonSession::Playing {
public:
    explicit Playing(LessonSession& session) : m_session(session), m_stage(session.m_lesson, *session.m_results) {}

    void page();
    [[nodiscard]] Stage& stage() { return m_stage; }

    void operator()(const Play& play);
    void operator()(const Watch& watch);
    void operator()(const Drive& drive);
    void operator()(const Replay& replay);
    void operator()(const Check& check);
    void operator()(const Order& order);
    void operator()(const Repair& repair);
    void operator()(const Compare& compare);
    void operator()(const Explain& explain);
    /// What only says something.
    template <typename Other>
    void operator()(const Other&)
    {
    }

private:
    /// Keeps the first thing that went wrong.
    bool good(const tl::expected<void, StageError>& result);
    /// The run that fails lies ready to be played.
    void show(const CheckResult& result, const std::vector<Fact>& facts);
    /// Checks what the reader has put together, and tells the outcome. Answers whether it is good.
    bool tryOut(const std::vector<Fact>& facts, const std::vector<std::string>& properties, const Selection& selection,
                const std::string& good, const std::string& bad);

    LessonSession& m_session;
    Stage m_stage;
    std::optional<Stage> m_aside;   ///< where the page stands while a check, an order, ... shows a run of its own
    int m_index = 0;                ///< of the block
    ActState m_state = ActState::Done;
};

} // namespace bindlab
