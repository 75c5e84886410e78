/// The flows of a selection, as trees to compile and as lines to show.
#pragma once

#include "flow/assembly.h"
#include "flow/complaints.h"
#include "flow/program.h"

namespace bindlab::compiling {

struct ReadFlow {
    const ast::Flow* flow = nullptr;
    std::vector<ast::Stmt> body;
    int view = -1;              ///< index into Model::flows once it is reached
    bool damaged = false;       ///< statements are missing: a local that seems unknown may be theirs
};

class FlowBodies {
public:
    FlowBodies(const Assembly& assembly, Complaints& complaints, Model& model);

    void read();
    [[nodiscard]] ReadFlow* find(const std::string& name);
    [[nodiscard]] std::vector<ReadFlow>& all() { return m_flows; }
    /// Its index in Model::flows; it is added there when it is asked for first.
    int viewOf(ReadFlow& read);
    /// The lines as the code panel shows them: names of the patched kernel, common indentation taken away.
    [[nodiscard]] std::vector<CodeLineView> viewLines(const std::vector<BlockLine>& lines) const;
    /// The same text with the names that patches gave.
    [[nodiscard]] std::string renamed(const std::string& text) const;

private:
    const Assembly& m_assembly;
    Complaints& m_complaints;
    Model& m;
    std::vector<ReadFlow> m_flows;
};

} // namespace bindlab::compiling
