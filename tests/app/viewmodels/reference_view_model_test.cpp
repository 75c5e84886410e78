#include "viewmodels/shared/plain_text.h"
#include "viewmodels/window/app_view_model.h"

#include "catch.h"
#include "roles.h"

#include "lesson/glossary.h"
#include "report/machine_chart.h"
#include "report/machine_refusals.h"

#include <QAbstractItemModelTester>

#include <algorithm>
#include <set>

using namespace bindlab;

namespace {

using Rows = std::multiset<QStringList>;

struct Book {
    AppViewModel app{Library::shipped(), {}};
    ReferenceViewModel& reference = *app.reference();
};

Rows rowsOf(const QAbstractItemModel* model, const std::vector<const char*>& roles)
{
    Rows rows;
    for (int row = 0; row < model->rowCount(); ++row) {
        QStringList cells;
        for (const char* role : roles)
            cells.append(at(model, row, role).toString());
        rows.insert(cells);
    }
    return rows;
}

QStringList column(const QAbstractItemModel* model, const char* role)
{
    QStringList values;
    for (int row = 0; row < model->rowCount(); ++row)
        values.append(at(model, row, role).toString());
    return values;
}

} // namespace

TEST_CASE("every machine has a sheet whose rows are those of its table", "[reference]")
{
    Book book;
    REQUIRE(book.reference.sheets()->rowCount() == int(machines().size()));
    for (const Machine* machine : machines()) {
        CAPTURE(machine->name());
        REQUIRE(book.reference.showSheet(text(machine->name())));
        ReferenceSheet& sheet = *book.reference.sheet();
        CHECK(sheet.name() == text(machine->name()));
        CHECK(sheet.source() == text(machine->source()));
        Rows table;
        for (const ChartRow& row : machine->chart())
            table.insert({text(row.from), text(row.event), text(row.to), text(row.guard), text(row.action)});
        CHECK(rowsOf(sheet.transitions(), {"from", "event", "to", "guard", "action"}) == table);
        Rows refusals;
        for (const MachineRefusal& refusal : refusalsOf(*machine))
            refusals.insert({text(refusal.event), text(refusal.answer), text(refusal.reason)});
        CHECK(rowsOf(sheet.refusals(), {"event", "answer", "reason"}) == refusals);
        QStringList states;
        for (const MachineState& state : machine->states())
            states.append(text(state.name));
        CHECK(column(sheet.states(), "name") == states);
    }
}

TEST_CASE("a sheet's chart is the one that is exported", "[reference]")
{
    Book book;
    REQUIRE(book.reference.showSheet("Tdi"));
    ReferenceSheet& sheet = *book.reference.sheet();
    const MachineChart chart = chartOf(*findMachine("Tdi"));
    CHECK(sheet.chartWidth() == chart.placed.width);
    REQUIRE(sheet.arrows()->rowCount() == int(chart.placed.edges.size()));
    for (int i = 0; i < sheet.states()->rowCount(); ++i) {
        const QRectF frame = at(sheet.states(), i, "frame").toRectF();
        CHECK(frame.center().x() == Approx(chart.placed.nodes[std::size_t(i)].x));
        CHECK(frame.center().y() == Approx(chart.placed.nodes[std::size_t(i)].y));
        CHECK(at(sheet.states(), i, "initial").toBool() == (i == 0));
    }
    CHECK(at(sheet.arrows(), 0, "label").toString().isEmpty());
    CHECK(at(sheet.arrows(), 1, "path").toString().startsWith("M "));
    CHECK(sheet.exportedChart("svg").contains("<svg"));
    CHECK(sheet.exportedChart("text").startsWith("Tdi: "));
}

TEST_CASE("a sheet says which objects carry the machine", "[reference]")
{
    Book book;
    REQUIRE(book.reference.showSheet("Tdi"));
    CHECK(book.reference.sheet()->carriers().startsWith("Device.tdi of device"));
}

TEST_CASE("every source of every lesson, design and patch stands there once", "[reference]")
{
    Book book;
    const Rows rows = rowsOf(book.reference.sources(), {"author", "date", "title"});
    CHECK(rows.size() == std::set<QStringList>(rows.begin(), rows.end()).size());
    std::set<QString> cited;
    for (int row = 0; row < book.reference.sources()->rowCount(); ++row) {
        book.reference.chooseSource(row);
        CHECK(book.reference.citations()->rowCount() > 0);
        for (const QString& target : column(book.reference.citations(), "target"))
            cited.insert(target.section('#', 0, 0));
    }
    for (const Lesson& lesson : lessons())
        CHECK(cited.contains("lesson:" + text(lesson.id)));
    for (const DesignInfo& design : Library::shipped().designs())
        CHECK(cited.contains("design:" + text(design.id)));
}

TEST_CASE("a term lists the lessons that use it, and their pages", "[reference]")
{
    Book book;
    REQUIRE(book.reference.showTerm("tombstone"));
    const QStringList targets = column(book.reference.termUses(), "target");
    const Lesson* lesson = findLesson("references-and-tombstones");
    REQUIRE(lesson != nullptr);
    const auto page = std::ranges::find_if(lesson->pages, [](const Page& each) { return each.title.find("tombstone") != std::string::npos; });
    REQUIRE(page != lesson->pages.end());
    CHECK(targets.contains(QStringLiteral("lesson:references-and-tombstones#%1").arg(page - lesson->pages.begin())));
    CHECK_FALSE(targets.filter("lesson:from-shared-to-run").size() > 0);
    CHECK(book.reference.firstUse() == targets.front());
    // A lesson's line is followed by the numbers of its pages.
    CHECK_FALSE(at(book.reference.termUses(), 0, "indented").toBool());
    CHECK(at(book.reference.termUses(), 1, "indented").toBool());
}

TEST_CASE("a term is shown under any of its names, and one that does not exist changes nothing", "[reference]")
{
    Book book;
    CHECK(book.reference.showTerm("Vdevice"));
    CHECK(at(book.reference.terms(), book.reference.termRow(), "name").toString() == "vdevice");
    CHECK(book.reference.part() == ReferenceViewModel::Part::Terms);
    CHECK_FALSE(book.reference.showTerm("no such term"));
    CHECK_FALSE(book.reference.showSheet("NoSuchMachine"));
    CHECK(at(book.reference.terms(), book.reference.termRow(), "name").toString() == "vdevice");
}

TEST_CASE("one search finds in every column, and what it finds by name is chosen", "[reference]")
{
    Book book;
    const int terms = book.reference.terms()->rowCount();
    book.reference.setQuery("nonce");
    CHECK(book.reference.terms()->rowCount() < terms);
    CHECK(at(book.reference.terms(), book.reference.termRow(), "name").toString() == "nonce");
    CHECK(book.reference.sources()->rowCount() == 0);
    CHECK(book.reference.sourceRow() == -1);
    CHECK(book.reference.citations()->rowCount() == 0);
    book.reference.setQuery("vdevice");
    CHECK(at(book.reference.sheets(), book.reference.sheetRow(), "name").toString() == "Vdevice");
    book.reference.setQuery("gunthorpe regions");
    CHECK(book.reference.sources()->rowCount() > 0);
    book.reference.setQuery("F6");
    CHECK(column(book.reference.keys(), "title").contains("Next pane"));
    book.reference.setQuery("no such words at all");
    CHECK(book.reference.foundText() == "no term, no machine, no source, no key");
    book.reference.setQuery("");
    CHECK(book.reference.terms()->rowCount() == int(glossary().size()));
    CHECK(at(book.reference.sheets(), book.reference.sheetRow(), "name").toString() == "Vdevice");
}

TEST_CASE("terms and machines that the palette finds open in the reference, designs in the matrix", "[reference][palette]")
{
    Book book;
    book.app.trigger("term:vdevice");
    CHECK(book.app.screen() == AppViewModel::Place::Reference);
    book.app.openWelcome();
    book.app.palette()->refresh();
    book.app.palette()->setFilter("state machine TDISP interface");
    REQUIRE(column(book.app.palette(), "findId").contains("machine:Tdi"));
    book.app.trigger("machine:Tdi");
    CHECK(book.app.screen() == AppViewModel::Place::Reference);
    CHECK(book.reference.part() == ReferenceViewModel::Part::Sheets);
    CHECK(book.reference.sheet()->name() == "Tdi");
    book.app.openWelcome();
    book.app.trigger("term:no such term");
    CHECK(book.app.screen() == AppViewModel::Place::Welcome);
    book.app.trigger("design:D6");
    CHECK(book.app.screen() == AppViewModel::Place::Matrix);
    CHECK(book.app.matrix()->row() >= 0);
    CHECK(at(book.app.matrix()->designs(), book.app.matrix()->row(), "key").toString() == "D6");
}

TEST_CASE("the lists of the reference keep the rules of Qt's models while one searches and chooses", "[reference]")
{
    Book book;
    std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
    ReferenceSheet& sheet = *book.reference.sheet();
    for (QAbstractItemModel* model : {book.reference.terms(), book.reference.termUses(), book.reference.sheets(), book.reference.sources(), book.reference.citations(),
                                      book.reference.keys(), sheet.states(), sheet.arrows(), sheet.transitions(), sheet.refusals()})
        testers.push_back(std::make_unique<QAbstractItemModelTester>(model, QAbstractItemModelTester::FailureReportingMode::Fatal));
    for (const char* query : {"tsm", "tdi lock", "nothing of that kind", ""}) {
        book.reference.setQuery(query);
        book.reference.chooseTerm(2);
        book.reference.chooseSheet(1);
        book.reference.chooseSource(3);
        book.reference.chooseTerm(-1);
        book.reference.chooseSource(1000);
    }
}
