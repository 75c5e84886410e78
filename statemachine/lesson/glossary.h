#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bindlab {

/// A word of the field: what it means and where it lives. From lessons/glossary.yaml.
struct Term {
    std::string term;                 ///< "vdevice"
    std::vector<std::string> names;   ///< what else it is called: by the model (structs, machines, locks) or in short
    std::string where;                ///< "iommufd"
    std::string text;                 ///< two or three sentences
};

/// All of them, in the order of the file. A term of the file that is not whole is left out; a test sees to it that there is none.
[[nodiscard]] const std::vector<Term>& glossary();

/// The term of this name or with this name among its others, whatever its case; null when there is none.
[[nodiscard]] const Term* findTerm(std::string_view name);

} // namespace bindlab
