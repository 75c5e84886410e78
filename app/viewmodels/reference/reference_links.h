#pragma once

#include "reference_rows.h"

#include "lesson/cited_sources.h"
#include "lesson/glossary.h"
#include "lesson/lesson.h"

#include <map>
#include <vector>

namespace bindlab {

/// Which pages of which lessons use a term, read off their texts.
class TermUses {
public:
    explicit TermUses(const std::vector<const Lesson*>& lessons);

    /// A line for each lesson, behind it one for each of its pages that uses the term.
    [[nodiscard]] std::vector<ReferenceLinkRow> of(const Term& term) const;

private:
    std::map<const Term*, std::vector<ReferenceLinkRow>> m_rows;
};

/// Who cites a source: lessons and designs, which can be gone to, then the rest by kind.
[[nodiscard]] std::vector<ReferenceLinkRow> citationRows(const CitedSource& source, const std::vector<const Lesson*>& lessons);

} // namespace bindlab
