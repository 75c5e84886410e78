#pragma once

#include <cstddef>

namespace bindlab {

/// What a flow file, and what it compiles to, may be, so that no text keeps the program busy for long or fills its memory.
struct FlowLimits {
    static constexpr std::size_t bytes = std::size_t(1) << 20;   ///< of a file
    static constexpr std::size_t lineBytes = 2000;
    static constexpr std::size_t problems = 100;       ///< mistakes that are told of one file, and of one selection
    static constexpr std::size_t declarations = 4000;  ///< of a library: structs, objects, flows, patches, scenarios, ...
    static constexpr std::size_t listed = 300;         ///< names, parameters or changes of one declaration
    static constexpr std::size_t bodyTokens = 20'000;  ///< words of one flow, thread, start or struct
    static constexpr int nesting = 60;                 ///< of blocks
    static constexpr int operators = 200;              ///< and arguments, of an expression
    static constexpr std::size_t enumValues = 100;     ///< of an enum; a cell holds numbers up to 127
    static constexpr std::size_t enums = 200;
    static constexpr std::size_t fields = 200;         ///< of a struct
    static constexpr std::size_t allFields = 10'000;   ///< of all structs
    static constexpr int objects = 100;                ///< of a struct
    static constexpr int objectCells = 6000;           ///< of all objects together
    static constexpr int cells = 30'000;               ///< of a state, scratch and constants together
    static constexpr std::size_t alternatives = 100;   ///< of a choose or an any order
    static constexpr std::size_t bound = 8;                    ///< names of one forall or some
    static constexpr int callDepth = 40;
    static constexpr std::size_t calls = 10'000;       ///< expanded in a model: every call is written out where it stands
    static constexpr std::size_t judgedCalls = 100'000;///< expanded while flows that nobody calls are judged
    static constexpr std::size_t statements = 60'000;  ///< of a model, each counted where it is expanded
    static constexpr std::size_t locals = 200'000;     ///< of all expanded calls together
    static constexpr int scratch = 4'000;              ///< values that one statement holds in between
    static constexpr std::size_t messages = 30'000;
    static constexpr std::size_t instructions = 60'000;///< of a model; a thread's place is a number of two bytes
};

} // namespace bindlab
