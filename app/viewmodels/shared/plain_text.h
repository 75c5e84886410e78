#pragma once

#include <QString>

#include <string_view>

namespace bindlab {

/// A text of the model, as the window shows it.
inline QString text(std::string_view utf8) { return QString::fromUtf8(utf8.data(), qsizetype(utf8.size())); }

} // namespace bindlab
