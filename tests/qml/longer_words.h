#pragma once

#include <QRegularExpression>
#include <QString>
#include <QTranslator>

#include <algorithm>

/// A language that nobody speaks: the source text with accents, and about two fifths longer, as German or Finnish is.
/// It begins with U+00AB and ends with U+00BB, so that what was translated is known, and what of it is cut off.
class LongerWords : public QTranslator {
public:
    using QTranslator::QTranslator;

    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char*, const char* source, const char*, int) const override
    {
        QString text = QString::fromUtf8(source);
        if (!text.contains(QRegularExpression(QStringLiteral("[A-Za-z]{2}"))))   // it only puts others together
            return text;
        const qsizetype more = std::max<qsizetype>(1, text.size() * 2 / 5 - 1);
        for (const auto& [plain, accented] : {std::pair(u'a', u'á'), std::pair(u'e', u'é'), std::pair(u'i', u'í'), std::pair(u'o', u'ó'), std::pair(u'u', u'ú')})
            text.replace(QChar(plain), QChar(accented));
        QString tail = QStringLiteral("ela kinen sa ");
        while (tail.size() < more)
            tail += tail;
        return QChar(0x00AB) + text + QLatin1Char(more > 3 ? ' ' : '~') + tail.left(more - 1).trimmed() + QChar(0x00BB);
    }
};
