#pragma once

#include <QString>

#include <string_view>

namespace bindlab {

/// A text of the model, as the window shows it.
inline QString text(std::string_view utf8) { return QString::fromUtf8(utf8.data(), qsizetype(utf8.size())); }

/// A sentence begins with it.
inline QString withCapital(QString sentence)
{
    if (!sentence.isEmpty())
        sentence[0] = sentence[0].toUpper();
    return sentence;
}

} // namespace bindlab
