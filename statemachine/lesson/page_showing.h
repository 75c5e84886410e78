#pragma once

#include "lesson/player.h"

#include <string>

namespace bindlab {

/// What a reader sees of one block of the open page.
class LessonSession::Showing {
public:
    Showing(const LessonSession& session, int index) : m_session(session) { m_view.index = index; }

    BlockView view();

    void operator()(const Prose& prose);
    void operator()(const Watch& watch);
    void operator()(const Expect& expect);
    void operator()(const Predict& predict);
    void operator()(const Drive& drive);
    void operator()(const Replay& replay);
    void operator()(const Check& check);
    void operator()(const FlowText& flow);
    void operator()(const Order& order);
    void operator()(const Repair& repair);
    void operator()(const Compare& compare);
    void operator()(const Explain& explain);
    void operator()(const Play&) {}

private:
    [[nodiscard]] std::string filled(const std::string& markdown) const;

    const LessonSession& m_session;
    BlockView m_view;
};

} // namespace bindlab
