#pragma once

#include "lesson/glossary.h"

#include <QString>

#include <functional>
#include <vector>

namespace bindlab {

/// "vdevice, iommufd: A device as the VM sees it...": a term in one line, for a tip.
[[nodiscard]] QString meaningOf(const Term& term);

/// The terms that a text uses, each once, in the order they come.
[[nodiscard]] std::vector<const Term*> termsIn(const QString& text);

/// The text as rich text, in which each term of the glossary is a link of class `g` to "term:NAME#MEANING", both percent-encoded.
/// `dressed` makes rich text of what lies between and inside the links.
[[nodiscard]] QString withTermLinks(const QString& text, const std::function<QString(const QString&)>& dressed);

} // namespace bindlab
