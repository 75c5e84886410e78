#include "viewmodels/window/app_view_model.h"

#include "catch.h"
#include "roles.h"

#include "report/compare_text.h"

#include <QAbstractItemModelTester>
#include <QColor>
#include <QDir>
#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QXmlStreamReader>

using namespace bindlab;
using Catch::Matchers::Contains;

namespace {

void waitFor(CompareViewModel& compared)
{
    QSignalSpy changed(&compared, &CompareViewModel::changed);
    for (int i = 0; i < 600 && compared.busy(); ++i)
        changed.wait(100);
    REQUIRE_FALSE(compared.busy());
}

std::array<Selection, 2> pair(const std::string& first, const std::string& second, const std::string& scenario)
{
    return {Selection{first, {}, scenario, "tdx"}, Selection{second, {}, scenario, "tdx"}};
}

/// D1 against D3a in S3, checked.
struct Compared {
    CompareViewModel model{Library::shipped()};

    explicit Compared(const std::array<Selection, 2>& selections = pair("D1", "D3a", "S3"))
    {
        model.choose(selections);
        model.start();
        waitFor(model);
        REQUIRE(model.playable());
    }
};

} // namespace

TEST_CASE("the screen says what the command says", "[compare]")
{
    Compared compared;
    Comparison fresh = compare(Library::shipped(), pair("D1", "D3a", "S3"));
    CHECK(compared.model.sentence().toStdString() == fresh.sentence);
    CHECK(compared.model.asText().toStdString() == comparisonAsText(fresh, Library::shipped(), 78));
    CHECK(compared.model.split() == fresh.split + 1);
    CHECK(compared.model.firstStates().remove(QChar(0x2009)) == QString("%1 states").arg(fresh.sides[0].cell.result.states));
}

TEST_CASE("both sides stand after the same number of steps, at the split at first", "[compare]")
{
    Compared compared;
    CompareViewModel& model = compared.model;
    CHECK(model.position() == model.split());
    for (const int position : {0, 5, model.length(), 7}) {
        model.seek(position);
        CHECK(model.position() == position);
        CHECK(model.first()->position() == std::min(position, model.first()->length()));
        CHECK(model.second()->position() == std::min(position, model.second()->length()));
    }
    model.seek(100'000);
    CHECK(model.position() == model.length());
    model.jumpToSplit();
    CHECK(model.position() == model.split());
}

TEST_CASE("both maps have the same objects at the same places", "[compare]")
{
    Compared compared(pair("D2", "D6", "S8"));
    for (WorkbenchViewModel* side : {compared.model.first(), compared.model.second()})
        side->map()->arrange(700, 260, 1, "Inter", "JetBrains Mono");
    const auto& first = compared.model.first()->map()->cardRows();
    const auto& second = compared.model.second()->map()->cardRows();
    int shown = 0;
    for (const CardRow& card : first) {
        const auto other = std::ranges::find(second, card.name, &CardRow::name);
        REQUIRE(other != second.end());
        CAPTURE(card.name.toStdString());
        CHECK(card.frame == other->frame);
        ++shown;
    }
    CHECK(shown >= 2);
}

TEST_CASE("what the threads do, where they part and what breaks is in the schedule", "[compare]")
{
    Compared compared;
    QAbstractItemModel* steps = compared.model.steps();
    QAbstractItemModelTester tester(steps);
    REQUIRE(steps->rowCount() == compared.model.length());
    int splits = 0;
    for (int row = 0; row < steps->rowCount(); ++row)
        splits += at(steps, row, "split").toBool();
    CHECK(splits == 1);
    CHECK(at(steps, compared.model.split() - 1, "split").toBool());
    CHECK(at(steps, 0, "firstLabel").toString() == "returns -EBUSY");
    CHECK(at(steps, 0, "firstFails").toBool());
    CHECK(at(steps, 1, "firstForced").toString() == "T2 is done");
    CHECK(at(steps, steps->rowCount() - 1, "secondFails").toBool());
    compared.model.jumpToFailure();
    CHECK(compared.model.firstSoFar() == "I22 broken");
    CHECK(compared.model.secondSoFar().isEmpty());
    compared.model.seek(compared.model.length());
    CHECK(compared.model.secondSoFar() == "Use after free");
}

TEST_CASE("another failing run is played without another check, and turns too", "[compare]")
{
    Compared compared;
    CompareViewModel& model = compared.model;
    QAbstractItemModel* schedules = model.schedules();
    QAbstractItemModelTester tester(schedules);
    REQUIRE(schedules->rowCount() > 2);
    CHECK(model.schedule() == 0);
    const QString before = model.sentence();
    model.chooseSchedule(schedules->rowCount() - 1);
    CHECK_FALSE(model.busy());
    CHECK(model.leader() == -1);
    CHECK(model.schedule() == schedules->rowCount() - 1);
    model.chooseSchedule(0);
    CHECK(model.sentence() == before);
    model.chooseSchedule(99);
    CHECK(model.sentence() == before);
}

TEST_CASE("swapped, each side says what the other said", "[compare]")
{
    Compared compared;
    CompareViewModel& model = compared.model;
    const QStringList acts = model.acts();
    const int added = model.linesAdded();
    const int removed = model.linesRemoved();
    model.swap();
    waitFor(model);
    CHECK(model.firstDesign() == "D3a");
    CHECK(model.acts() == QStringList{acts[1], acts[0]});
    CHECK(model.linesAdded() == removed);
    CHECK(model.linesRemoved() == added);
}

TEST_CASE("a patch is added to one side, taken away again, and named", "[compare]")
{
    Compared compared(pair("D6", "D8", "S11"));
    CompareViewModel& model = compared.model;
    model.setPatch(0, "serialise-bind", true);
    waitFor(model);
    CHECK(model.firstName() == "D6 +serialise-bind");
    model.setPatch(1, "serialise-bind", false);
    waitFor(model);
    CHECK(model.secondName() == "D8 -serialise-bind");
    model.setPatch(1, "serialise-bind", true);
    waitFor(model);
    CHECK(model.secondName() == "D8");
    model.resetPatches(0);
    waitFor(model);
    CHECK(model.firstName() == "D6");
}

TEST_CASE("another answer to a design's question takes the place of its own", "[compare]")
{
    Compared compared(pair("D6", "D8", "S11"));
    CompareViewModel& model = compared.model;
    model.setPatch(0, "exclusive-at-open", true);
    CHECK(model.firstName() == "D6 -shared-regions +exclusive-at-open");
    model.setPatch(0, "shared-regions", true);
    CHECK(model.firstName() == "D6");
    waitFor(model);
    CHECK(model.playable());
}

TEST_CASE("what cannot be run is said, and another choice mends it", "[compare]")
{
    CompareViewModel model(Library::shipped());
    model.choose(pair("D1", "D3a", "S23"));
    model.start();
    waitFor(model);
    CHECK_FALSE(model.playable());
    CHECK_THAT(model.obstacle().toStdString(), Contains("D1"));
    CHECK(model.steps()->rowCount() == 0);
    CHECK(model.asSvg({}).isEmpty());
    model.setScenario("S3");
    waitFor(model);
    CHECK(model.playable());
    CHECK(model.obstacle().isEmpty());
}

TEST_CASE("a comparison that is stopped says so and can be started again", "[compare]")
{
    CompareViewModel model(Library::shipped());
    model.choose(pair("D1", "D5", "S3"));
    model.stop();
    waitFor(model);
    if (!model.playable()) {
        CHECK_THAT(model.obstacle().toStdString(), Contains("stopped"));
        model.start();
        waitFor(model);
    }
    CHECK(model.playable());
}

TEST_CASE("the diff has a head for each flow and a number for each line", "[compare]")
{
    Compared compared;
    QAbstractItemModel* diff = compared.model.diff();
    REQUIRE(diff->rowCount() > 10);
    int added = 0;
    int removed = 0;
    CHECK(at(diff, 0, "kind").toInt() == CompareViewModel::FlowHead);
    for (int row = 0; row < diff->rowCount(); ++row) {
        const int kind = at(diff, row, "kind").toInt();
        added += kind == CompareViewModel::AddedLine;
        removed += kind == CompareViewModel::RemovedLine;
        CHECK(at(diff, row, "second").toString().isEmpty() == (kind != CompareViewModel::AddedLine && kind != CompareViewModel::SameLine));
    }
    CHECK(added == compared.model.linesAdded());
    CHECK(removed == compared.model.linesRemoved());
}

TEST_CASE("the verdicts that differ come first, and the rest is counted", "[compare]")
{
    Compared compared;
    QAbstractItemModel* verdicts = compared.model.verdicts();
    const auto all = comparedProperties(*compared.model.comparison());
    CHECK(verdicts->rowCount() + compared.model.otherProperties() == int(all.size()));
    bool differed = true;
    for (int row = 0; row < verdicts->rowCount(); ++row) {
        const bool differs = at(verdicts, row, "differs").toBool();
        CHECK((differed || !differs));
        differed = differs;
    }
}

TEST_CASE("the table of differences is what the two states do not say alike", "[compare]")
{
    Compared compared;
    CompareViewModel& model = compared.model;
    model.seek(0);
    QAbstractItemModel* rows = model.differences();
    QAbstractItemModelTester tester(rows);
    bool pinned = false;
    for (int row = 0; row < rows->rowCount(); ++row)
        if (at(rows, row, "name").toString() == "vdev.users")
            pinned = at(rows, row, "first").toString() == "2" && at(rows, row, "second").toString() == "1";
    CHECK(pinned);
    CHECK(model.marks()->rowCount() == 0);
    model.setView(CompareViewModel::View::Overlay);
    CHECK(model.marks()->rowCount() > 0);
}

TEST_CASE("the drawing is well formed and says both names", "[compare][export]")
{
    Compared compared;
    QVariantMap inks;
    for (const char* name : {"window", "text", "fails", "safe", "t1", "t1Fill", "t1Line"})
        inks.insert(name, QColor(Qt::red));
    const QString drawing = compared.model.asSvg(inks);
    QXmlStreamReader reader(drawing);
    int texts = 0;
    while (!reader.atEnd())
        texts += reader.readNext() == QXmlStreamReader::StartElement && reader.name() == QLatin1String("text");
    CHECK_FALSE(reader.hasError());
    CHECK(texts > 40);
    CHECK(drawing.contains("D1"));
    CHECK(drawing.contains("D3a"));
}

TEST_CASE("no line of the text for a mail is longer than 78 columns, but code", "[compare][export]")
{
    Compared compared;
    for (const QString& line : compared.model.asText().split('\n')) {
        const bool isCode = line.startsWith('+') || line.startsWith('-') || line.startsWith("@@") || line.startsWith(' ');
        CAPTURE(line.toStdString());
        CHECK((line.size() <= 78 || isCode));
    }
}

TEST_CASE("a file is written whole or not at all, and what went wrong is told", "[compare][export]")
{
    const QTemporaryDir folder;
    AppViewModel app(Library::shipped(), {});
    const QString path = folder.filePath("a.txt");
    CHECK(app.saveFile(path, "text").isEmpty());
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll() == "text");
    CHECK_THAT(app.saveFile(folder.filePath("none/a.txt"), "text").toStdString(), Contains("cannot be written"));
    CHECK(QDir(app.exportFolder()).exists());
}

TEST_CASE("a side of the comparison is played on in the workbench", "[compare]")
{
    AppViewModel app(Library::shipped(), {});
    app.openCompare();
    CHECK(app.screen() == AppViewModel::Place::Compare);
    waitFor(*app.compare());
    app.compare()->seek(4);
    app.playComparedSide(1);
    CHECK(app.screen() == AppViewModel::Place::Lesson);
    CHECK(app.lesson()->workbench()->design() == app.compare()->secondDesign());
    CHECK(app.lesson()->workbench()->position() == 4);
}

TEST_CASE("what was compared last is compared the next time, and a name nobody knows is not", "[compare]")
{
    const QTemporaryDir folder;
    const QString settings = folder.filePath("settings.ini");
    {
        AppViewModel app(Library::shipped(), {settings, {}, {}});
        app.compare()->choose(pair("D6", "D8", "S11"));
        app.compare()->setPatch(0, "serialise-bind", true);
    }
    {
        AppViewModel app(Library::shipped(), {settings, {}, {}});
        CHECK(app.compare()->firstName() == "D6 +serialise-bind");
        CHECK(app.compare()->secondName() == "D8");
        CHECK(app.compare()->scenario() == "S11");
    }
    QSettings(settings, QSettings::IniFormat).setValue("compare/first", "D77");
    AppViewModel app(Library::shipped(), {settings, {}, {}});
    CHECK(app.compare()->firstName() == "D3a");
}
