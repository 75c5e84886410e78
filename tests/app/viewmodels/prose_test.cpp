#include "viewmodels/lesson/prose.h"

#include "catch.h"

using namespace bindlab;

TEST_CASE("prose marks threads, code and links by class, never by colour", "[prose]")
{
    CHECK(proseHtml("T1 waits.").toStdString() == "<p><span class=\"t1\">T1</span> waits.</p>");
    CHECK(proseHtml("`vdev`").toStdString() == "<p><span class=\"c\">vdev</span></p>");
    CHECK(proseHtml("[Xu](source:xu)").toStdString() == "<p><a class=\"a\" href=\"source:xu\">Xu</a></p>");
    CHECK_FALSE(proseHtml("**T2** and `x` and [y](z)").contains("color"));
}

TEST_CASE("a thread's name is only a name on its own", "[prose]")
{
    CHECK_FALSE(proseHtml("CT1 T10 T12x").contains("class"));
    CHECK(proseHtml("**T2**").contains("<b><span class=\"t2\">T2</span></b>"));
}

TEST_CASE("two characters never become one arrow", "[prose]")
{
    const auto* const text = GENERATE("`idev->vdev`", "idev->vdev");
    const QString html = proseHtml(text);
    CHECK(html.contains("-&#8288;&gt;"));
    CHECK_FALSE(html.contains("-&gt;"));
}

TEST_CASE("the last line of a list keeps the distance of a paragraph to what follows", "[prose]")
{
    const QString tight = QStringLiteral("<p class=\"tight\">");
    const QString html = proseHtml("- one\n  - two\n- three\n\nfour");
    CHECK(html.count(tight) == 2);
    CHECK(html.contains(tight + "one"));
    CHECK(html.contains(tight + "two"));
    CHECK(html.contains("<p>three"));
    CHECK(html.contains("<p>four"));
}

TEST_CASE("what looks like markup in a lesson is shown, not obeyed", "[prose]")
{
    CHECK(proseHtml("a < b & `<i>`").toStdString() == "<p>a &lt; b &amp; <span class=\"c\">&lt;i&gt;</span></p>");
    CHECK_FALSE(proseHtml("<img src=\"x\">").contains("<img"));
}

TEST_CASE("without its marks, prose is what a screen reader says", "[prose]")
{
    CHECK(proseText("**T1** holds `idev->vdev`\nand [waits](source:x).").toStdString() == "T1 holds idev->vdev and waits.");
    CHECK(proseText("").isEmpty());
}

TEST_CASE("a term of the glossary in prose is a link to what it means", "[prose]")
{
    const QString html = proseHtml("The vdevice and the `idev`, two TDIs, one TDI context; reports are no term.");
    CHECK(html.count("class=\"g\"") == 4);
    CHECK(html.contains("href=\"term:vdevice#vdevice%2C%20iommufd%3A"));
    CHECK(html.contains(">TDIs</a>"));
    CHECK(html.contains(">TDI context</a>"));
    CHECK(html.contains("<span class=\"c\">idev</span></a>"));
    CHECK(proseText("The vdevice.") == "The vdevice.");
}

TEST_CASE("a term inside a link, another word or a longer name stays as it is", "[prose]")
{
    CHECK_FALSE(proseHtml("[the vdevice](source:mail)").contains("term:"));
    CHECK_FALSE(proseHtml("the vdevice and `idev`", Terms::Plain).contains("term:"));
    CHECK_FALSE(proseHtml("rebinding `idev->vdev` and `vdevice.users`").contains("term:"));
}
