#pragma once

#include "flow/library.h"
#include "lesson/lesson.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bindlab {

enum class CitedBy : std::uint8_t { Lesson, Challenges, Design, Patch, Question, Scenario, Prologue, Property, Platform, Kernel, Object, Flow };
constexpr int citedByKinds = int(CitedBy::Flow) + 1;
/// "lesson", "design", ...
[[nodiscard]] std::string_view nameOf(CitedBy kind);

/// Somebody who cites a source.
struct Citation {
    CitedBy by = CitedBy::Lesson;
    std::string id;
    std::string title;                  ///< may be empty
    std::vector<std::string> places;    ///< in the source, each once: "patch 19", "9.9"
    int page = 0;                       ///< of a lesson, from 0: the first one that cites it
};

/// A mail, specification or tree, whoever names it: the same one is the same, however a lesson or a flow spells its subject.
struct CitedSource {
    std::string id;                     ///< "SEED1"; empty where only lessons cite it
    std::string title;
    std::string author;                 ///< may be empty
    std::string date;                   ///< ISO of a mail; may be empty
    std::vector<Citation> citations;    ///< by kind, and for one kind in the order of the files

    /// It was sent on a day; everything else is a tree or a document.
    [[nodiscard]] bool isMail() const;
};

/// Every source that the lessons or anything of the library cite, mails by date, then the rest in the order of the files.
[[nodiscard]] std::vector<CitedSource> citedSources(const Library& library, const std::vector<const Lesson*>& lessons);

} // namespace bindlab
