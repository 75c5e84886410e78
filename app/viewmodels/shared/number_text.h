#pragma once

#include <QChar>
#include <QLocale>
#include <QString>

#include <cstdint>

namespace bindlab {

/// "31 044", with a thin space.
inline QString numberText(std::uint64_t value)
{
    QLocale locale(QLocale::C);
    locale.setNumberOptions(QLocale::DefaultNumberOptions);
    return locale.toString(qulonglong(value)).replace(QLatin1Char(','), QChar(0x2009));
}

/// `one` for 1, else `many` with the number in place of %1: counted(n, tr("1 step"), tr("%1 steps")).
inline QString counted(std::uint64_t value, const QString& one, const QString& many)
{
    return value == 1 ? one : many.arg(numberText(value));
}

} // namespace bindlab
