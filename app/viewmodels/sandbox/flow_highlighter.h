#pragma once

#include <QSyntaxHighlighter>
#include <QVariantMap>

namespace bindlab {

/// Colours the words of the flow language, line by line as they are typed.
class FlowHighlighter : public QSyntaxHighlighter {
public:
    explicit FlowHighlighter(QTextDocument* document) : QSyntaxHighlighter(document) {}

    /// The theme's colours by name (Theme.inks).
    void setInks(const QVariantMap& inks);

protected:
    void highlightBlock(const QString& text) override;

private:
    enum BlockState { Code = 0, Comment = 1 };
    [[nodiscard]] QTextCharFormat in(const char* ink) const;
    /// Colours a comment from `begin`; answers where it ends.
    qsizetype comment(const QString& text, qsizetype begin);
    void word(const QString& text, qsizetype begin, qsizetype end, bool firstOfLine);

    QVariantMap m_inks;
};

} // namespace bindlab
