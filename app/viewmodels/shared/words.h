#pragma once

#include <QString>
#include <QStringList>

#include <algorithm>

namespace bindlab {

/// What was typed into a search, word by word.
inline QStringList wordsOf(const QString& typed) { return typed.split(QLatin1Char(' '), Qt::SkipEmptyParts); }

/// Each of them occurs, in any order and any case.
inline bool hasAll(const QString& text, const QStringList& words)
{
    return std::ranges::all_of(words, [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace bindlab
