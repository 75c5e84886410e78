#include "term_links.h"

#include <QRegularExpression>
#include <QStringList>
#include <QUrl>

#include <algorithm>

namespace bindlab {

namespace {

/// Names that only the model uses ("Vdevice", "Pf0") and everyday words ("report") are no terms where they stand in prose.
bool isSaidInProse(const QString& name) {
    static const QRegularExpression oneOrdinaryWord(QStringLiteral("^[A-Z]?[a-z0-9]+([A-Z][a-z0-9]+)*$"));
    return !oneOrdinaryWord.match(name).hasMatch();
}

/// Every spelling that is looked for, longer ones first, so that "TDI context" is not a TDI.
const QRegularExpression& spellings() {
    static const QRegularExpression expression = [] {
        QStringList names;
        for (const Term& term : glossary()) {
            names.append(QString::fromStdString(term.term));
            for (const std::string& name : term.names) {
                if (isSaidInProse(QString::fromStdString(name)))
                    names.append(QString::fromStdString(name));
            }
        }
        std::ranges::sort(names, [](const QString& a, const QString& b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
        for (QString& name : names)
            name = QRegularExpression::escape(name);
        // Neither the middle of a word nor a part of a longer identifier.
        return QRegularExpression(QStringLiteral("(?<![\\w>.-])(?:%1)(?:s|es)?(?![\\w(]|->|\\.\\w)").arg(names.join(QLatin1Char('|'))));
    }();
    return expression;
}

const Term* termOf(const QString& spelling) {
    for (const QString& name : {spelling, spelling.chopped(1), spelling.chopped(std::min<qsizetype>(2, spelling.size()))}) {
        if (const Term* term = findTerm(name.toStdString()))
            return term;
    }
    return nullptr;
}

QString encoded(const QString& text) {
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

} // namespace

QString meaningOf(const Term& term) {
    return QStringLiteral("%1, %2: %3").arg(QString::fromStdString(term.term), QString::fromStdString(term.where), QString::fromStdString(term.text));
}

std::vector<const Term*> termsIn(const QString& text) {
    std::vector<const Term*> found;
    for (auto matches = spellings().globalMatch(text); matches.hasNext();) {
        const Term* term = termOf(matches.next().captured());
        if (term != nullptr && std::ranges::find(found, term) == found.end())
            found.push_back(term);
    }
    return found;
}

QString withTermLinks(const QString& text, const std::function<QString(const QString&)>& dressed) {
    QString html;
    qsizetype from = 0;
    for (auto matches = spellings().globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const Term* term = termOf(match.captured());
        if (term == nullptr)
            continue;
        html += dressed(text.mid(from, match.capturedStart() - from));
        html += QStringLiteral("<a class=\"g\" href=\"term:%1#%2\">%3</a>").arg(encoded(QString::fromStdString(term->term)), encoded(meaningOf(*term)), dressed(match.captured()));
        from = match.capturedEnd();
    }
    return html + dressed(text.mid(from));
}

} // namespace bindlab
