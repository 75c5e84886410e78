#include "viewmodels/app_view_model.h"
#include "viewmodels/matrix_cache.h"

#include "catch.h"
#include "roles.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>

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

TEST_CASE("what was checked is there at once the next time, unless the flows have changed or the file is damaged", "[matrix]")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath("some.cells");
    std::vector<MatrixCell> cells;
    for (const char* design : {"D3a", "D6"})
        cells.push_back(checkCell(Library::shipped(), {design, {}, "S3", "tdx"}, {}));
    const QByteArray key = cacheKey(Library::shipped());
    saveCells(file, key, cells);
    const auto kept = loadCells(file, key);
    REQUIRE(kept.size() == 2);
    for (std::size_t i = 0; i < kept.size(); ++i) {
        CHECK(kept[i].selection == cells[i].selection);
        CHECK(kept[i].result.states == cells[i].result.states);
        CHECK(kept[i].result.verdict == cells[i].result.verdict);
        REQUIRE(kept[i].result.violations.size() == cells[i].result.violations.size());
        for (std::size_t v = 0; v < kept[i].result.violations.size(); ++v) {
            CHECK(kept[i].result.violations[v].steps == cells[i].result.violations[v].steps);
            CHECK(kept[i].result.violations[v].message == cells[i].result.violations[v].message);
        }
    }
    Library edited = Library::shipped();
    edited.add("mine.flow", "flow nothing() : k { }");
    CHECK(cacheKey(edited) != key);
    CHECK(loadCells(file, cacheKey(edited)).empty());
    CHECK(loadCells(folder.filePath("none"), key).empty());
    QFile damaged(file);
    REQUIRE(damaged.open(QIODevice::ReadWrite));
    damaged.resize(damaged.size() - 7);
    damaged.close();
    CHECK(loadCells(file, key).empty());
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
