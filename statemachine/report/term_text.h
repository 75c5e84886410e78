#pragma once

#include "lowering/guarded_steps.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace bindlab {

/// How a checker's language writes a term.
struct TermWords {
    std::string_view equal;
    std::string_view unequal;
    std::string_view both;
    std::string_view any;
    std::string_view then;                      ///< between a condition and what holds with it
    bool truthsAreNumbers = true;               ///< else a truth has to be made a number where one is wanted
    /// That this thread stands before one of the instructions from the second to the third.
    std::function<std::string(int, int, int)> isAt;
};

/// Terms of guarded steps in the words of one language.
class TermText {
public:
    TermText(const GuardedSteps& steps, TermWords words) : m_steps(steps), m_words(std::move(words)) {}

    /// Where a number is wanted.
    [[nodiscard]] std::string number(int term) const
    {
        if (m_words.truthsAreNumbers || m_steps.terms[term].kind == Terms::Kind::Number || !m_steps.terms.isTruth(term))
            return text(term);
        return fmt::format("({} {} 1 : 0)", text(term), m_words.then);
    }
    /// Where a truth is wanted.
    [[nodiscard]] std::string truth(int term) const
    {
        return m_steps.terms[term].kind == Terms::Kind::Number ? m_steps.terms.isNumber(term, 0) ? "false" : "true" : text(term);
    }

private:
    [[nodiscard]] std::string text(int term) const
    {
        const Terms::Term t = m_steps.terms[term];
        switch (t.kind) {
        case Terms::Kind::Number: return std::to_string(t.a);
        case Terms::Kind::Cell: return m_steps.names[std::size_t(t.a)];
        case Terms::Kind::IsAt: return m_words.isAt(t.a, t.b, t.c);
        case Terms::Kind::Add: return fmt::format("({} + {})", number(t.a), number(t.b));
        case Terms::Kind::Subtract: return fmt::format("({} - {})", number(t.a), number(t.b));
        case Terms::Kind::Equal: return fmt::format("({} {} {})", number(t.a), m_words.equal, number(t.b));
        case Terms::Kind::Less: return fmt::format("({} < {})", number(t.a), number(t.b));
        case Terms::Kind::Not:
            if (const Terms::Term inner = m_steps.terms[t.a]; inner.kind == Terms::Kind::Equal)
                return fmt::format("({} {} {})", number(inner.a), m_words.unequal, number(inner.b));
            return fmt::format("!{}", truth(t.a));
        case Terms::Kind::And: return chain(term, Terms::Kind::And, m_words.both);
        case Terms::Kind::Or: return chain(term, Terms::Kind::Or, m_words.any);
        case Terms::Kind::Either: return fmt::format("({} {} {} : {})", truth(t.a), m_words.then, number(t.b), number(t.c));
        }
        return {};
    }
    [[nodiscard]] std::string chain(int term, Terms::Kind kind, std::string_view word) const
    {
        std::string parts;
        const auto add = [&](int part, const auto& self) -> void {
            if (const Terms::Term t = m_steps.terms[part]; t.kind == kind) {
                self(t.a, self);
                self(t.b, self);
            } else {
                parts += (parts.empty() ? "" : fmt::format(" {} ", word)) + truth(part);
            }
        };
        add(term, add);
        return "(" + parts + ")";
    }

    const GuardedSteps& m_steps;
    TermWords m_words;
};

/// The effects of a move one after the other, such that each still finds what it reads as it was; none when two wait for
/// each other.
[[nodiscard]] inline std::optional<std::vector<std::pair<int, int>>> inOrder(const GuardedSteps& steps, const Move& move)
{
    const auto reads = [&](int term, int cell, const auto& self) -> bool {
        const Terms::Term t = steps.terms[term];
        switch (t.kind) {
        case Terms::Kind::Number:
        case Terms::Kind::IsAt: return false;
        case Terms::Kind::Cell: return t.a == cell;
        case Terms::Kind::Not: return self(t.a, cell, self);
        case Terms::Kind::Either:
            if (self(t.c, cell, self))
                return true;
            [[fallthrough]];
        default: return self(t.a, cell, self) || self(t.b, cell, self);
        }
    };
    std::vector<std::pair<int, int>> left(move.effects.begin(), move.effects.end());
    std::vector<std::pair<int, int>> ordered;
    while (!left.empty()) {
        const auto next = std::ranges::find_if(left, [&](const auto& effect) {
            return std::ranges::none_of(left, [&](const auto& other) { return other.first != effect.first && reads(other.second, effect.first, reads); });
        });
        if (next == left.end())
            return std::nullopt;
        ordered.push_back(*next);
        left.erase(next);
    }
    return ordered;
}

} // namespace bindlab
