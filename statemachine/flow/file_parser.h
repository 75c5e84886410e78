/// Declarations: everything that stands at the top level of a file. Defined in file_parser.cpp and design_parser.cpp.
#pragma once

#include "flow/ast.h"
#include "flow/cursor.h"

namespace bindlab::parsing {

/// Adds the declarations of one file to the parts of a library. Bodies stay lines, since patches may still change them.
class FileParser {
public:
    FileParser(std::vector<Token> tokens, Library::Parts& parts) : m_in(std::move(tokens), parts.problems), m_parts(parts) {}

    void parse();

private:
    /// Whether one more declaration may be added; says when not.
    bool hasRoom();
    /// Throws when `what` are more than so many; see FlowLimits.
    void atMost(std::size_t most, std::size_t count, const Token& of, const std::string& what) const;
    std::vector<ast::SourceRef> sourceRefs();
    std::vector<BlockLine> bodyLines(const std::string& of);
    void topLevel();
    void source();
    void base();
    ast::Named named(const std::string& what);
    void enumeration();
    ast::Struct structure();
    ast::Instance instance(bool pool);
    ast::Ops ops();
    std::vector<std::string> errnos();
    ast::Flow flow();
    template <typename NamedBlock> NamedBlock namedBlock();
    void part();
    void platform();

    // design_parser.cpp
    ast::Thread thread();
    void scenario();
    void design();
    void patch();
    /// Which choice a patch belongs to, what it needs and what it excludes.
    void patchRelations(ast::Patch& p);
    void patchEntry(ast::Patch& p);
    ast::Hunk hunk();
    ast::Rename rename();
    void property();
    ast::Clause clause();

    Cursor m_in;
    Library::Parts& m_parts;
    std::string m_base;         ///< the base that declarations belong to from here on
    std::string m_platform;     ///< and the platform
};

} // namespace bindlab::parsing
