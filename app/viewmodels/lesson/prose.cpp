#include "prose.h"

#include "term_links.h"

#include "lesson/markdown.h"

#include <QRegularExpression>

namespace bindlab {

namespace {

QString literal(cmark_node* node) {
    const char* text = cmark_node_get_literal(node);
    return QString::fromUtf8(text == nullptr ? "" : text);
}

/// Both fonts have one glyph for "->"; a character of no width, at which no line is broken, keeps the two apart.
QString withoutArrows(QString html) {
    return html.replace(QStringLiteral("-&gt;"), QStringLiteral("-&#8288;&gt;"));
}

/// "T1" in running text gets the class of its thread.
QString withThreads(const QString& text) {
    static const QRegularExpression thread(QStringLiteral("\\bT([1-9])\\b"));
    return withoutArrows(text.toHtmlEscaped()).replace(thread, QStringLiteral("<span class=\"t\\1\">T\\1</span>"));
}

QString withCode(const QString& text) {
    // Nor does a line end inside "-ENOENT".
    return text.isEmpty() ? QString()
                          : QStringLiteral("<span class=\"c\">%1</span>").arg(text.toHtmlEscaped().replace(QLatin1Char('-'), QStringLiteral("-&#8288;")));
}

bool isInLink(cmark_node* node) {
    while (node != nullptr && cmark_node_get_type(node) != CMARK_NODE_LINK)
        node = cmark_node_parent(node);
    return node != nullptr;
}

/// Whether nothing of the lists around it comes behind it.
bool endsLists(cmark_node* node) {
    const auto isOfList = [](cmark_node* around) {
        return cmark_node_get_type(around) == CMARK_NODE_ITEM || cmark_node_get_type(around) == CMARK_NODE_LIST;
    };
    for (; isOfList(cmark_node_parent(node)); node = cmark_node_parent(node)) {
        if (cmark_node_next(node) != nullptr)
            return false;
    }
    return true;
}

void open(cmark_node* node, QString& html, Terms terms) {
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH: {
        cmark_node* list = cmark_node_parent(cmark_node_parent(node));
        const bool tight = list != nullptr && cmark_node_get_type(list) == CMARK_NODE_LIST && cmark_node_get_list_tight(list) != 0;
        // A list itself has no margin: its last line keeps the distance to what follows.
        html += tight && !endsLists(node) ? QStringLiteral("<p class=\"tight\">") : QStringLiteral("<p>");
        break;
    }
    case CMARK_NODE_HEADING: html += QStringLiteral("<p class=\"h\">"); break;
    case CMARK_NODE_LIST: html += cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? QStringLiteral("<ol>") : QStringLiteral("<ul>"); break;
    case CMARK_NODE_ITEM: html += QStringLiteral("<li>"); break;
    case CMARK_NODE_BLOCK_QUOTE: html += QStringLiteral("<blockquote>"); break;
    case CMARK_NODE_STRONG: html += QStringLiteral("<b>"); break;
    case CMARK_NODE_EMPH: html += QStringLiteral("<i>"); break;
    case CMARK_NODE_LINK:
        html += QStringLiteral("<a class=\"a\" href=\"%1\">").arg(QString::fromUtf8(cmark_node_get_url(node)).toHtmlEscaped());
        break;
    case CMARK_NODE_TEXT: html += terms == Terms::Plain || isInLink(node) ? withThreads(literal(node)) : withTermLinks(literal(node), withThreads); break;
    case CMARK_NODE_CODE: html += terms == Terms::Plain || isInLink(node) ? withCode(literal(node)) : withTermLinks(literal(node), withCode); break;
    case CMARK_NODE_CODE_BLOCK:
        html += QStringLiteral("<p>%1</p>").arg(withCode(literal(node).trimmed()).replace(QLatin1Char('\n'), QStringLiteral("<br/>")));
        break;
    case CMARK_NODE_SOFTBREAK: html += QLatin1Char(' '); break;
    case CMARK_NODE_LINEBREAK: html += QStringLiteral("<br/>"); break;
    case CMARK_NODE_THEMATIC_BREAK: html += QStringLiteral("<hr/>"); break;
    default: break;
    }
}

void close(cmark_node* node, QString& html) {
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING: html += QStringLiteral("</p>"); break;
    case CMARK_NODE_LIST: html += cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? QStringLiteral("</ol>") : QStringLiteral("</ul>"); break;
    case CMARK_NODE_ITEM: html += QStringLiteral("</li>"); break;
    case CMARK_NODE_BLOCK_QUOTE: html += QStringLiteral("</blockquote>"); break;
    case CMARK_NODE_STRONG: html += QStringLiteral("</b>"); break;
    case CMARK_NODE_EMPH: html += QStringLiteral("</i>"); break;
    case CMARK_NODE_LINK: html += QStringLiteral("</a>"); break;
    default: break;
    }
}

} // namespace

QString proseHtml(std::string_view markdown, Terms terms) {
    QString html;
    const MarkdownTree root = parseMarkdown(markdown);
    walkMarkdown(root.get(), [&](cmark_node* node) { open(node, html, terms); }, [&](cmark_node* node) { close(node, html); });
    return html;
}

QString proseText(std::string_view markdown) {
    QString text;
    const MarkdownTree root = parseMarkdown(markdown);
    walkMarkdown(
        root.get(),
        [&](cmark_node* node) {
            switch (cmark_node_get_type(node)) {
            case CMARK_NODE_TEXT:
            case CMARK_NODE_CODE:
            case CMARK_NODE_CODE_BLOCK: text += literal(node); break;
            case CMARK_NODE_SOFTBREAK:
            case CMARK_NODE_LINEBREAK: text += QLatin1Char(' '); break;
            default: break;
            }
        },
        [&](cmark_node* node) {
            if (cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH || cmark_node_get_type(node) == CMARK_NODE_HEADING)
                text += QLatin1Char('\n');
        });
    return text.trimmed();
}

} // namespace bindlab
