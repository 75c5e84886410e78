#pragma once

#include <boost/container_hash/hash.hpp>

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace bindlab {

/// Formulas over the cells of a state, as written out for other checkers. Each distinct one is there once, already
/// simplified, and is named by its number. Numbers are those of a cell, -128 to 127, and wrap as a cell does.
class Terms {
public:
    enum class Kind : std::uint8_t {
        Number,     ///< a
        Cell,       ///< cell a
        IsAt,       ///< thread a stands before one of the instructions b to c
        Add,        ///< a + b
        Subtract,   ///< a - b
        Equal,      ///< a == b
        Less,       ///< a < b
        Not,        ///< of a truth
        And, Or,    ///< of truths
        Either      ///< b when a holds, else c
    };
    struct Term {
        Kind kind = Kind::Number;
        int a = 0;
        int b = 0;
        int c = 0;
        bool operator==(const Term&) const = default;
    };

    [[nodiscard]] const Term& operator[](int term) const { return m_terms[std::size_t(term)]; }
    [[nodiscard]] int size() const { return int(m_terms.size()); }
    [[nodiscard]] bool isTruth(int term) const;
    [[nodiscard]] bool isNumber(int term, int value) const;

    int number(int value);
    int cell(int address);
    int isAt(int thread, int first, int last);
    int add(int a, int b);
    int subtract(int a, int b);
    int equal(int a, int b);
    int less(int a, int b);
    int lessOrEqual(int a, int b) { return inverse(less(b, a)); }
    int truth(int a);                        ///< that `a` is not 0
    int inverse(int a);                      ///< that it is
    int both(int a, int b);
    int any(int a, int b);
    int either(int condition, int a, int b);

private:
    int add(Term term);
    friend std::size_t hash_value(const Term& term)
    {
        std::size_t seed = std::size_t(term.kind);
        boost::hash_combine(seed, term.a);
        boost::hash_combine(seed, term.b);
        boost::hash_combine(seed, term.c);
        return seed;
    }

    std::vector<Term> m_terms;
    std::unordered_map<Term, int, boost::hash<Term>> m_numbers;
};

} // namespace bindlab
