#include "viewmodels/sandbox/text_history.h"

#include "catch.h"

using namespace bindlab;

TEST_CASE("letters that follow each other are taken back at once, a jump or a new line begins anew")
{
    TextHistory history(QStringLiteral("ab"));
    history.type(QStringLiteral("axb"), 2);
    history.type(QStringLiteral("axyb"), 3);
    history.type(QStringLiteral("axyzb"), 4);
    CHECK(history.stack().count() == 1);
    history.type(QStringLiteral("axyzb!"), 6);
    history.type(QStringLiteral("axyzb!\n"), 7);
    CHECK(history.stack().count() == 3);
    history.stack().undo();
    history.stack().undo();
    CHECK(history.text() == QStringLiteral("axyzb"));
    history.stack().undo();
    CHECK(history.text() == QStringLiteral("ab"));
    history.stack().redo();
    CHECK(history.text() == QStringLiteral("axyzb"));
    CHECK(history.cursor() == 4);
}

TEST_CASE("changes with one key that follow each other are one, whatever each did")
{
    TextHistory history(QStringLiteral("one two three"));
    history.replace(QStringLiteral("one 2 three"), QStringLiteral("Change flow"), QStringLiteral("flow"));
    history.replace(QStringLiteral("one 2 three four"), QStringLiteral("Change flow"), QStringLiteral("flow"));
    history.replace(QStringLiteral("2 three four"), QStringLiteral("Change flow"), QStringLiteral("flow"));
    CHECK(history.stack().count() == 1);
    history.replace(QStringLiteral("2 three"), QStringLiteral("Change other"), QStringLiteral("other"));
    CHECK(history.stack().count() == 2);
    history.stack().undo();
    history.stack().undo();
    CHECK(history.text() == QStringLiteral("one two three"));
}

TEST_CASE("any row of changes comes back step by step, and goes forth again")
{
    TextHistory history{QString()};
    std::vector<QString> texts{QString()};
    unsigned seed = 7;
    const auto random = [&](unsigned below) { return (seed = seed * 1664525u + 1013904223u) / 65536u % below; };
    for (int i = 0; i < 300; ++i) {
        QString text = history.text();
        const auto at = qsizetype(random(unsigned(text.size()) + 1));
        text.replace(at, qsizetype(random(4)), QString(qsizetype(random(5)), QLatin1Char(char('a' + random(26)))));
        history.replace(text, QStringLiteral("change"));
        if (text != texts.back())
            texts.push_back(text);
    }
    for (auto text = texts.rbegin() + 1; text != texts.rend(); ++text) {
        history.stack().undo();
        REQUIRE(history.text() == *text);
    }
    CHECK_FALSE(history.stack().canUndo());
    for (std::size_t i = 1; i < texts.size(); ++i) {
        history.stack().redo();
        REQUIRE(history.text() == texts[i]);
    }
}
