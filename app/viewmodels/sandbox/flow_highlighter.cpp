#include "flow_highlighter.h"

#include "flow/words.h"

#include <QColor>

#include <algorithm>

namespace bindlab {

namespace {

bool isOfName(QChar c) { return c.isLetterOrNumber() || c == QLatin1Char('_'); }

bool isOneOf(const std::vector<std::string>& words, const QString& word) {
    return std::ranges::find(words, word.toStdString()) != words.end();
}

} // namespace

void FlowHighlighter::setInks(const QVariantMap& inks) {
    if (inks == m_inks)
        return;
    m_inks = inks;
    rehighlight();
}

QTextCharFormat FlowHighlighter::in(const char* ink) const {
    QTextCharFormat format;
    format.setForeground(m_inks.value(QLatin1String(ink)).value<QColor>());
    return format;
}

qsizetype FlowHighlighter::comment(const QString& text, qsizetype begin) {
    const qsizetype close = text.indexOf(QStringLiteral("*/"), begin);
    const qsizetype end = close < 0 ? text.size() : close + 2;
    setCurrentBlockState(close < 0 ? Comment : Code);
    setFormat(int(begin), int(end - begin), in("text3"));
    return end;
}

void FlowHighlighter::word(const QString& text, qsizetype begin, qsizetype end, bool firstOfLine) {
    const QString word = text.mid(begin, end - begin);
    const bool declares = firstOfLine && (isOneOf(declarationWords(), word) || word == QLatin1String("in") || word == QLatin1String("thread"));
    const bool behindIn = word == QLatin1String("flow") && text.left(begin).trimmed() == QLatin1String("in");
    const bool ofField = isOneOf(fieldWords(), word) && text.indexOf(QLatin1Char('(')) < 0;
    if (declares || behindIn || ofField || (isStatementWord(word.toStdString()) && (begin == 0 || text[begin - 1] != QLatin1Char('.'))))
        setFormat(int(begin), int(end - begin), in("accent"));
    else if (word.front().isDigit() || (begin > 0 && text[begin - 1] == QLatin1Char('-') && word.startsWith(QLatin1Char('E'))))
        setFormat(int(begin), int(end - begin), in("t2"));
}

void FlowHighlighter::highlightBlock(const QString& text) {
    setCurrentBlockState(Code);
    qsizetype at = previousBlockState() == Comment ? comment(text, 0) : 0;
    bool firstOfLine = true;
    while (at < text.size()) {
        const QChar c = text[at];
        if (c == QLatin1Char('/') && at + 1 < text.size() && text[at + 1] == QLatin1Char('/')) {
            setFormat(int(at), int(text.size() - at), in("text3"));
            return;
        }
        if (c == QLatin1Char('/') && at + 1 < text.size() && text[at + 1] == QLatin1Char('*')) {
            at = comment(text, at);
            continue;
        }
        if (c == QLatin1Char('"')) {
            const qsizetype close = text.indexOf(c, at + 1);
            const qsizetype end = close < 0 ? text.size() : close + 1;
            setFormat(int(at), int(end - at), in("safe"));
            at = end;
            continue;
        }
        if (!isOfName(c)) {
            firstOfLine = firstOfLine && (c.isSpace() || c == QLatin1Char('+') || c == QLatin1Char('-'));
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < text.size() && isOfName(text[end]))
            ++end;
        word(text, at, end, firstOfLine);
        firstOfLine = false;
        at = end;
    }
}

} // namespace bindlab
