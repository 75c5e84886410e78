#pragma once

#include "flow/diagnostic.h"

#include <tl/expected.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace bindlab {

struct Model;

/// A mail, specification or tree that a flow, patch or property comes from. Declared once as `source NAME ...`.
struct SourceInfo {
    std::string id;       ///< "SEED1"
    std::string title;    ///< subject or document
    std::string author;
    std::string date;     ///< ISO, may be empty
    std::string section;  ///< of domain notes or of the document, where the reference names one
    bool operator==(const SourceInfo&) const = default;
};

struct DesignInfo {
    std::string id;      ///< "D3a"
    std::string title;
    std::string base;    ///< "older"
    std::vector<std::string> patches;
    SourceInfo source;
};

struct PatchInfo {
    std::string id;       ///< "pin-vdevice"
    std::string title;
    std::string choice;   ///< the question it answers, e.g. "lifetime"
    std::vector<std::string> needs;
    SourceInfo source;
    bool mutation = false; ///< a known mistake, for teaching
};

struct ScenarioInfo {
    std::string id;      ///< "S3"
    std::string group;   ///< what it tests: a heading over several scenarios; may be empty
    std::string name;    ///< short, fits a column head: "unbind-vs-destroy"
    std::string title;   ///< one sentence
    std::string start;   ///< the given state or prologue it runs from, "P0"
    SourceInfo source;
};

struct PlatformInfo {
    std::string id;      ///< "tdx"
    std::string title;
    SourceInfo source;
};

struct PropertyInfo {
    std::string id;       ///< "I3"
    std::string title;    ///< what must hold
    std::string when;     ///< "always", "at rest", "at the end", "while igroup.lock is free"
    SourceInfo source;
    bool builtIn = false; ///< found by the step itself, or by looking at every run: I3, I10, I21, L-0
    bool operator==(const PropertyInfo&) const = default;
};

/// What to run.
struct Selection {
    std::string design;                ///< may be empty for a stand-alone file
    std::vector<std::string> patches;  ///< added to the design's own; "-name" takes one away
    std::string scenario;              ///< may be empty when the files hold exactly one
    std::string platform = "tdx";
    bool operator==(const Selection&) const = default;
};

/// Flow files, split into named blocks; patches are not applied yet. A value; compiling never changes it.
class Library {
public:
    Library();
    ~Library();
    Library(const Library&);
    Library(Library&&) noexcept;
    Library& operator=(const Library&);
    Library& operator=(Library&&) noexcept;

    /// The flows embedded in the program.
    [[nodiscard]] static const Library& shipped();

    /// Adds one file. What is wrong with it is kept in problems(); what is right of it is there.
    void add(const std::string& file, std::string_view text);
    [[nodiscard]] const Diagnostics& problems() const;
    /// What has been added so far has been judged: mistakes in flows that nobody calls are not looked for again at every compile.
    void trust() { m_judgesEveryFlow = false; }
    /// The same for the same files in the same order, in every run of the program; other files most likely have another.
    [[nodiscard]] std::uint64_t fingerprint() const;

    [[nodiscard]] std::vector<DesignInfo> designs() const;
    [[nodiscard]] std::vector<PatchInfo> patches() const;
    [[nodiscard]] std::vector<ScenarioInfo> scenarios() const;
    [[nodiscard]] std::vector<PlatformInfo> platforms() const;
    [[nodiscard]] std::vector<PropertyInfo> properties() const;

    /// Applies the design's patches, checks names and types, and compiles. On success never null.
    /// An unknown design, scenario, patch or platform is one diagnostic without a line.
    [[nodiscard]] tl::expected<std::shared_ptr<const Model>, Diagnostics> compile(const Selection& selection) const;

    /// Why this design and scenario do not go together ("S23 is about D3a only"); empty when they do.
    [[nodiscard]] std::string whyNotApplicable(const Selection& selection) const;

    struct Parts;
    [[nodiscard]] const Parts& parts() const { return *m_parts; }

private:
    std::unique_ptr<Parts> m_parts;
    /// Flows that nobody calls are judged as well, so that a mistake in one is told. Those that are shipped have been.
    bool m_judgesEveryFlow = true;
};

/// A file of one's own: alone when neither it nor `design` needs a design, so that its names clash with nothing; else with
/// `shipped`. What is wrong with the file, its names and types too when it stands alone, is the error.
[[nodiscard]] tl::expected<Library, Diagnostics> libraryWith(const std::string& file, std::string_view text, const std::string& design = {},
                                                             const Library& shipped = Library::shipped());

/// The design and the scenario of a file that holds exactly one of them; nobody need name those.
[[nodiscard]] Selection onlyNamesIn(const std::string& file, std::string_view text);

} // namespace bindlab
