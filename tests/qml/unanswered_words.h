#pragma once

#include <QString>
#include <QStringList>
#include <QTranslator>

/// Notes what no translator that was installed after it has an answer for: what is left in English.
class UnansweredWords : public QTranslator {
public:
    using QTranslator::QTranslator;

    [[nodiscard]] static QStringList& noted()
    {
        static QStringList words;
        return words;
    }

    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* source, const char*, int) const override
    {
        const QString word = QStringLiteral("%1: %2").arg(QString::fromUtf8(context), QString::fromUtf8(source));
        // Qt's own, as "QShortcut: Ctrl", are what stands on the keys.
        const bool isOfQt = word.startsWith(QLatin1Char('Q')) && !word.startsWith(QLatin1String("QObject"));
        if (!isOfQt && !noted().contains(word))
            noted().append(word);
        return {};
    }
};
