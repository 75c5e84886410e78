/// Where every field of every object lies in the state.
#pragma once

#include "flow/assembly.h"
#include "flow/complaints.h"
#include "flow/program.h"

namespace bindlab::compiling {

/// Fills the types, fields, objects, pools and locks of a model, and finds them by name.
class Layout {
public:
    using Names = std::vector<std::pair<std::string, int>>;

    Layout(const Assembly& assembly, Complaints& complaints, Model& model);

    void layOut();

    /// Indices into the model, or -1.
    [[nodiscard]] int typeIndex(const std::string& name) const;
    [[nodiscard]] int objectIndex(const std::string& name) const;   ///< of a global
    [[nodiscard]] int fieldIndex(int type, const std::string& name) const;
    [[nodiscard]] int enumIndex(const std::string& name) const;

    [[nodiscard]] std::vector<std::string> structNames() const;
    [[nodiscard]] std::vector<std::string> fieldNames(int type) const;
    [[nodiscard]] const Names& globals() const { return m_globals; }
    [[nodiscard]] const Names& pools() const { return m_pools; }
    /// The flow that the last put of such a file runs, or empty.
    [[nodiscard]] const std::string& releaseOf(int type) const { return m_assembly.structs[std::size_t(type)].release; }
    [[nodiscard]] int objectCells() const { return m_objectCells; }

private:
    void layOutTypes();
    void addField(int type, const ast::Field& f);
    void layOutObjects();
    /// A global, or the slots of a pool, behind the objects that lie there already.
    void addObjects(int type, const ast::Instance& instance);
    /// The state in which nothing has happened, and which of its cells are locks, pointers and machines.
    void fillObjects();
    void noteField(const Model::FieldRef& ref);
    /// What the fields of an object are from the start.
    void setFields(const ast::Instance& instance);
    /// `lock`, `igroup.lock` (through pointers that never change) or `dev_set.lock` (a global).
    void resolveGuards();

    const Assembly& m_assembly;
    Complaints& m_complaints;
    Model& m;
    std::vector<std::vector<ast::Field>> m_fieldAsts;
    Names m_globals;            ///< name, object
    Names m_pools;              ///< name, pool
    int m_objectCells = 0;      ///< with the two of the model itself
};

} // namespace bindlab::compiling
