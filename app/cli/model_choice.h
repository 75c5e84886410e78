#pragma once

#include "cli/console.h"
#include "flow/library.h"

#include <memory>
#include <string>
#include <vector>

namespace bindlab {

/// What the command line says about the model to run.
struct ModelOptions {
    std::string file;                  ///< a flow file of the user's own, or empty
    std::string design;
    std::vector<std::string> patches;
    std::string scenario;
    std::string platform;              ///< empty: the default one, where there are any
    bool mayNotApply = false;          ///< whoever asks can say that design and scenario do not go together
};

/// A model that is ready to run, and where its names come from.
struct ModelChoice {
    Library flows;
    Selection selection;
    std::shared_ptr<const Model> model; ///< none when they do not go together
    std::string whyNotApplicable;
};

/// The shipped flows; or those with the user's file added; or that file alone, when it needs no design.
[[nodiscard]] tl::expected<Library, Complaint> chooseLibrary(const std::string& file);

/// Compiles what was asked for. What the user's file holds exactly one of need not be named; a name that is not known
/// is one line that says which are.
[[nodiscard]] tl::expected<ModelChoice, Complaint> chooseModel(const ModelOptions& options);

/// The same without a scenario and without compiling: names alone.
[[nodiscard]] tl::expected<ModelChoice, Complaint> chooseDesign(const ModelOptions& options);

/// One line for complaints about what was chosen, the whole text for those that point into a file.
[[nodiscard]] Complaint complaintAbout(const Diagnostics& diagnostics);

/// A flow file of the user's own, read once: it may be a pipe. None when it has no name.
struct UserFile {
    std::string path;
    std::string text;
};
[[nodiscard]] tl::expected<UserFile, Complaint> readUserFile(const std::string& path);

/// Compiles exactly this, as a trace asks for it. `file` as above.
[[nodiscard]] tl::expected<ModelChoice, Complaint> chooseModel(const Selection& selection, const std::string& file);
[[nodiscard]] tl::expected<ModelChoice, Complaint> chooseModel(const Selection& selection, const UserFile& file);

/// The library's properties and those every step looks at by itself, which a stand-alone file need not declare.
[[nodiscard]] std::vector<PropertyInfo> propertiesOf(const Library& library);

/// The ids of any list of infos.
template <typename Info>
[[nodiscard]] std::vector<std::string> idsOf(const std::vector<Info>& infos)
{
    std::vector<std::string> ids;
    for (const Info& info : infos)
        ids.push_back(info.id);
    return ids;
}

} // namespace bindlab
