#include "viewmodels/matrix/matrix_cache.h"
#include "viewmodels/window/app_view_model.h"

#include "catch.h"
#include "roles.h"

#include <QAbstractItemModelTester>
#include <QColor>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QXmlStreamReader>

using namespace bindlab;

namespace {

void waitFor(MatrixViewModel& matrix)
{
    QSignalSpy changed(&matrix, &MatrixViewModel::changed);
    for (int i = 0; i < 2000 && matrix.running(); ++i)
        changed.wait(100);
    REQUIRE_FALSE(matrix.running());
}

int countOf(const MatrixViewModel& matrix, MatrixViewModel::CellKind kind)
{
    const QAbstractItemModel* cells = const_cast<MatrixViewModel&>(matrix).cells();
    int count = 0;
    for (int row = 0; row < cells->rowCount(); ++row)
        count += at(cells, row, "kind").toInt() == kind;
    return count;
}

/// One that is filled, for all that only look.
MatrixViewModel& filled()
{
    static MatrixViewModel matrix(Library::shipped());
    static const bool isFilled = [] {
        matrix.start();
        waitFor(matrix);
        return true;
    }();
    (void)isFilled;
    matrix.reset();
    return matrix;
}

} // namespace

TEST_CASE("the matrix starts empty, with every cell outlined, and fills while the window goes on", "[matrix]")
{
    MatrixViewModel matrix(Library::shipped());
    CHECK(matrix.rowCount() == int(Library::shipped().designs().size()));
    CHECK(matrix.columnCount() == int(Library::shipped().scenarios().size()));
    CHECK(countOf(matrix, MatrixViewModel::Pending) == matrix.rowCount() * matrix.columnCount());
    matrix.start();
    CHECK(matrix.running());
    QSignalSpy changed(&matrix, &MatrixViewModel::changed);
    for (int i = 0; i < 200 && countOf(matrix, MatrixViewModel::Pending) == matrix.rowCount() * matrix.columnCount(); ++i)
        changed.wait(100);
    const int pending = countOf(matrix, MatrixViewModel::Pending);
    CHECK(pending < matrix.rowCount() * matrix.columnCount());
    // Stopped, it keeps what there is and calls nothing safe that was not checked.
    matrix.stop();
    waitFor(matrix);
    CHECK(countOf(matrix, MatrixViewModel::Bounded) == 0);
    CHECK(countOf(matrix, MatrixViewModel::Pending) > 0);
}

TEST_CASE("the cells of the matrix say what check says", "[matrix]")
{
    MatrixViewModel& matrix = filled();
    CHECK(countOf(matrix, MatrixViewModel::Pending) == 0);
    const auto designs = Library::shipped().designs();
    const auto scenarios = Library::shipped().scenarios();
    for (int row = 0; row < matrix.rowCount(); row += 3)
        for (int column = 0; column < matrix.columnCount(); column += 5) {
            const MatrixCell cell = checkCell(Library::shipped(), {designs[std::size_t(row)].id, {}, scenarios[std::size_t(column)].id, "tdx"}, {});
            const int index = row * matrix.columnCount() + column;
            CAPTURE(cell.selection.design, cell.selection.scenario);
            const auto shortest = shortFailures(cell.result);
            CHECK(at(matrix.cells(), index, "text").toString() == (shortest.empty() ? QString() : QString::number(shortest.front().length)));
            CHECK(at(matrix.cells(), index, "kind").toInt() == (cell.result.verdict == Verdict::Violated ? MatrixViewModel::Fails
                                                                : cell.result.verdict == Verdict::Holds ? MatrixViewModel::Safe : MatrixViewModel::NotApplicable));
        }
}

TEST_CASE("a matrix that is there is not checked again", "[matrix]")
{
    MatrixViewModel& matrix = filled();
    matrix.start();
    CHECK_FALSE(matrix.running());
}

TEST_CASE("words and ticks choose rows and columns", "[matrix]")
{
    MatrixViewModel& matrix = filled();
    const QAbstractItemModelTester tester(matrix.cells());
    const int rows = matrix.rowCount();
    const int columns = matrix.columnCount();
    matrix.setFilter("D3");
    CHECK(matrix.rowCount() == 2);
    CHECK(matrix.columnCount() == columns);
    matrix.setFilter("vs destroy");
    CHECK(matrix.rowCount() == rows);
    CHECK(matrix.columnCount() == 3);
    matrix.setFilter("nothing is called so");
    CHECK(matrix.columnCount() == 0);
    matrix.select(3, 3);
    CHECK_FALSE(matrix.failingRun().has_value());
    matrix.setFilter("");
    matrix.setHideFailing(true);
    for (int row = 0; row < matrix.rowCount(); ++row)
        CHECK(at(matrix.designs(), row, "clean").toBool());
    matrix.setHideFailing(false);
    matrix.setHideEqual(true);
    CHECK(matrix.columnCount() < columns);
    CHECK(matrix.columnCount() > 5);
    matrix.setHideEqual(false);
    matrix.showGroup("lifetime", false);
    CHECK(matrix.columnCount() == columns - 9);
    matrix.reset();
    CHECK(matrix.columnCount() == columns);
}

TEST_CASE("the cell at hand plays the run that its card tells of", "[matrix]")
{
    MatrixViewModel& matrix = filled();
    matrix.select(0, 0);
    matrix.move(3, 10); // D3a, S3
    CHECK(matrix.cardPlace().startsWith("S3, D3a"));
    CHECK(matrix.kind() == MatrixViewModel::Fails);
    const auto run = matrix.failingRun();
    REQUIRE(run.has_value());
    CHECK(run->first.length() == matrix.cardLength());
    CHECK_FALSE(run->first.record(run->first.length() - 1).findings.empty());
    CHECK(at(matrix.sequence(), matrix.sequence()->rowCount() - 1, "last").toInt() == matrix.cardLength());
    matrix.move(-100, -100);
    CHECK(matrix.row() == 0);
    CHECK(matrix.column() == 0);
    CHECK_FALSE(matrix.failingRun().has_value());
}

TEST_CASE("a cell that is looked at for a moment says what alone forces its failure", "[matrix]")
{
    MatrixViewModel& matrix = filled();
    matrix.select("D1", "S3");
    CHECK(matrix.cardEssence().isEmpty());
    QSignalSpy changed(&matrix, &MatrixViewModel::currentChanged);
    for (int i = 0; i < 100 && matrix.cardEssence().isEmpty(); ++i)
        changed.wait(100);
    const CheckResult result = [] {
        CheckOptions options;
        options.essence = true;
        return checkCell(Library::shipped(), {"D1", {}, "S3", "tdx"}, options).result;
    }();
    const auto shortest = std::ranges::min_element(result.violations, {}, [](const Violation& each) { return std::pair(each.inEpilogue, each.steps.size()); });
    CHECK(matrix.cardEssence().toStdString() == shortest->essence->sentence);
    // Moved on in between, it explains the cell that is looked at then.
    matrix.select("D3a", "S3");
    matrix.select("D6", "S3");
    for (int i = 0; i < 100 && matrix.cardEssence().isEmpty(); ++i)
        changed.wait(100);
    CHECK_FALSE(matrix.cardEssence().isEmpty());
}

TEST_CASE("the matrix as text fits a mail", "[matrix]")
{
    MatrixViewModel& matrix = filled();
    matrix.setFilter("D6");
    const QStringList lines = matrix.asText().split('\n');
    CHECK(lines.size() > 10);
    for (const QString& line : lines)
        CHECK(line.size() <= 78);
    CHECK(matrix.asJson().startsWith('['));
    matrix.reset();
}

TEST_CASE("what was checked is there at once the next time, unless the file is damaged", "[matrix]")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath("some.cells");
    KeptCells kept{17, {}};
    for (const char* design : {"D3a", "D6", "D6 +serialise-bind"}) {
        Selection selection = designNamed(design);
        selection.scenario = "S3";
        kept.cells.push_back(checkCell(Library::shipped(), selection, {}));
    }
    saveCells(file, kept);
    const KeptCells read = loadCells(file);
    CHECK(read.flows == 17);
    REQUIRE(read.cells.size() == 3);
    for (std::size_t i = 0; i < read.cells.size(); ++i) {
        const MatrixCell& cell = kept.cells[i];
        const MatrixCell& again = read.cells[i];
        CHECK(again.selection == cell.selection);
        CHECK(again.content == cell.content);
        CHECK(again.content != 0);
        CHECK(again.result.states == cell.result.states);
        CHECK(again.result.verdict == cell.result.verdict);
        REQUIRE(again.result.violations.size() == cell.result.violations.size());
        for (std::size_t v = 0; v < again.result.violations.size(); ++v) {
            CHECK(again.result.violations[v].steps == cell.result.violations[v].steps);
            CHECK(again.result.violations[v].message == cell.result.violations[v].message);
        }
    }
    CHECK(loadCells(folder.filePath("none")).cells.empty());
    QFile damaged(file);
    REQUIRE(damaged.open(QIODevice::ReadWrite));
    damaged.resize(damaged.size() - 7);
    damaged.close();
    CHECK(loadCells(file).cells.empty());
}

TEST_CASE("an edited flow refreshes only the cells it touches", "[matrix]")
{
    const QTemporaryDir folder;
    {
        MatrixChecking checking(Library::shipped(), folder.path());
        checking.start("tdx", {"D3a", "D6"}, {"S3", "S11"});
        QSignalSpy collected(&checking, &MatrixChecking::collected);
        for (int i = 0; i < 600 && checking.running(); ++i)
            collected.wait(100);
        REQUIRE(checking.cell("tdx", "D6", "S11"));
    }
    // What a check has found is falsified in the file: a cell that still says so was not checked again.
    const QString file = folder.filePath("matrix-tdx.cells");
    KeptCells kept = loadCells(file);
    REQUIRE(kept.cells.size() == 4);
    for (MatrixCell& cell : kept.cells)
        cell.result.states = 7;
    // Other flows than those it was made from; the models are the same but for one.
    kept.flows = 1;
    for (MatrixCell& cell : kept.cells)
        if (cell.selection.design == "D6" && cell.selection.scenario == "S3")
            ++cell.content;
    saveCells(file, kept);
    MatrixChecking checking(Library::shipped(), folder.path());
    checking.load("tdx");
    CHECK(checking.cell("tdx", "D3a", "S3") == nullptr);
    checking.start("tdx", {"D3a", "D6"}, {"S3", "S11"});
    QSignalSpy collected(&checking, &MatrixChecking::collected);
    for (int i = 0; i < 600 && checking.running(); ++i)
        collected.wait(100);
    CHECK(checking.cell("tdx", "D3a", "S3")->result.states == 7);
    CHECK(checking.cell("tdx", "D6", "S11")->result.states == 7);
    CHECK(checking.cell("tdx", "D6", "S3")->result.states > 7);
}

TEST_CASE("combinations of a design's choices are rows, at most a hundred, and are checked", "[matrix]")
{
    MatrixViewModel matrix(Library::shipped());
    const int named = matrix.rowCount();
    QAbstractItemModel* switches = matrix.switches();
    QAbstractItemModelTester tester(switches);
    matrix.setSwitch("serialise-bind", true);
    CHECK(matrix.combinations() == 1);
    matrix.setSwitch("unbind-before-zap", true);
    CHECK(matrix.combinations() == 3);
    CHECK(matrix.rowCount() == named + 3);
    QStringList keys;
    for (int row = named; row < matrix.rowCount(); ++row) {
        keys.append(at(matrix.designs(), row, "key").toString());
        CHECK(at(matrix.designs(), row, "label").toString() == "D6");
    }
    CHECK(keys.contains("D6 +serialise-bind"));
    CHECK(keys.filter("unbind-before-zap").size() == 2);
    CHECK(keys.filter("unbind-before-zap").front().count("unbind-before-zap-z") == 8);
    CHECK(at(matrix.designs(), named + int(keys.indexOf(keys.filter("unbind-before-zap").front())), "title").toString() == "+unbind-before-zap");
    matrix.select("D6 +serialise-bind", "S11");
    QSignalSpy changed(&matrix, &MatrixViewModel::changed);
    for (int i = 0; i < 600 && matrix.current() == nullptr; ++i)
        changed.wait(100);
    REQUIRE(matrix.current() != nullptr);
    Selection selection = designNamed("D6 +serialise-bind");
    selection.scenario = "S11";
    CHECK(matrix.current()->result.states == checkCell(Library::shipped(), selection, {}).result.states);
    for (const char* more : {"hold-dev-set-over-zap", "disconnect-refuses", "tombstone-before-disable", "refuse-while-bound", "exclusive-at-open", "vfio-holds-vm"})
        matrix.setSwitch(more, true);
    CHECK(matrix.rowCount() <= mostMatrixRows);
    for (int row = 0; row < switches->rowCount(); ++row)
        CHECK((at(switches, row, "current").toBool() || !at(switches, row, "possible").toBool()));
    matrix.setBase("D8");
    CHECK(at(matrix.designs(), named, "label").toString() == "D8");
    matrix.reset();
    CHECK(matrix.rowCount() == named);
}

TEST_CASE("the first cell that is picked is one side, the second the other, in its scenario", "[matrix][compare]")
{
    MatrixViewModel& matrix = filled();
    matrix.select("D1", "S8");
    CHECK_FALSE(matrix.pick());
    CHECK(matrix.picked() == "D1 in S8");
    matrix.select("D3a", "S3");
    const auto two = matrix.pick();
    REQUIRE(two);
    CHECK((*two)[0] == Selection{"D1", {}, "S3", "tdx"});
    CHECK((*two)[1] == Selection{"D3a", {}, "S3", "tdx"});
    CHECK(matrix.picked().isEmpty());
    // The same one again takes it back.
    CHECK_FALSE(matrix.pick());
    CHECK_FALSE(matrix.pick());
    CHECK(matrix.picked().isEmpty());
}

TEST_CASE("the drawing of the matrix is well formed and has every failing cell's number", "[matrix][export]")
{
    MatrixViewModel& matrix = filled();
    QVariantMap inks;
    for (const char* name : {"window", "text", "fails", "safe"})
        inks.insert(name, QColor(Qt::red));
    QXmlStreamReader reader(matrix.asSvg(inks));
    int numbers = 0;
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == QLatin1String("text") && reader.attributes().value("text-anchor") == QLatin1String("middle"))
            numbers += reader.readElementText().toInt() > 0;
    CHECK_FALSE(reader.hasError());
    CHECK(numbers == countOf(matrix, MatrixViewModel::Fails));
}

TEST_CASE("a second opening has every cell without a check", "[matrix]")
{
    const QTemporaryDir folder;
    {
        MatrixViewModel matrix(Library::shipped(), folder.path());
        matrix.start();
        waitFor(matrix);
    }
    MatrixViewModel matrix(Library::shipped(), folder.path());
    CHECK(countOf(matrix, MatrixViewModel::Pending) == 0);
    matrix.start();
    CHECK_FALSE(matrix.running());
}

TEST_CASE("another platform is another matrix, and the first is kept", "[matrix]")
{
    MatrixViewModel& matrix = filled();
    const int fails = countOf(matrix, MatrixViewModel::Fails);
    matrix.setPlatform("sev");
    CHECK(matrix.running());
    matrix.setPlatform("tdx");
    waitFor(matrix);
    CHECK(countOf(matrix, MatrixViewModel::Fails) == fails);
}

TEST_CASE("what was shown of the matrix is shown the next time, and what nobody knows is not", "[matrix]")
{
    const QTemporaryDir folder;
    const QString settings = folder.filePath("settings.ini");
    MatrixView view;
    int rows = 0;
    int columns = 0;
    {
        AppViewModel app(Library::shipped(), {settings, {}, {}});
        MatrixViewModel& matrix = *app.matrix();
        matrix.setPlatform("sev");
        matrix.setBase("D8");
        matrix.setSwitch("serialise-bind", true);
        matrix.setSwitch("unbind-before-zap", true);
        matrix.showGroup(at(matrix.groups(), 1, "key").toString(), false);
        matrix.stop();
        view = matrix.view();
        rows = matrix.rowCount();
        columns = matrix.columnCount();
        CHECK(rows > int(Library::shipped().designs().size()));
        CHECK(columns < int(Library::shipped().scenarios().size()));
    }
    {
        AppViewModel app(Library::shipped(), {settings, {}, {}});
        CHECK(app.matrix()->view() == view);
        CHECK(app.matrix()->rowCount() == rows);
        CHECK(app.matrix()->columnCount() == columns);
        app.matrix()->setHideFailing(true);
        app.matrix()->setHideEqual(true);
    }
    {
        QSettings file(settings, QSettings::IniFormat);
        file.setValue("matrix/base", "D77");
        file.setValue("matrix/platform", "pdp11");
        file.setValue("matrix/flipped", QStringList{"no-such-choice", "serialise-bind"});
        file.setValue("matrix/hiddenGroups", QStringList{"No such group"});
    }
    AppViewModel app(Library::shipped(), {settings, {}, {}});
    CHECK(app.matrix()->view() == MatrixView{"tdx", "D6", {"serialise-bind"}, {}, true, true});
}

TEST_CASE("a design that is asked for by name is shown, whatever was filtered away", "[matrix]")
{
    MatrixViewModel& matrix = filled();
    matrix.setHideFailing(true);
    matrix.setFilter("D8");
    matrix.selectDesign("D3a");
    REQUIRE(matrix.current() != nullptr);
    CHECK(matrix.current()->selection.design == "D3a");
    CHECK(matrix.filter().isEmpty());
}
