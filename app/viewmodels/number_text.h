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

} // namespace bindlab
