#include "viewmodels/lesson/lesson_view_model.h"

#include "catch.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace bindlab;

namespace {

const Lesson& firstLesson()
{
    REQUIRE_FALSE(lessons().empty());
    return *findLesson("who-unbinds");
}

/// Page, from 0, of the first directive of this kind; its index in the page.
std::pair<int, int> find(const Lesson& lesson, std::string_view directive)
{
    for (std::size_t page = 0; page < lesson.pages.size(); ++page) {
        for (std::size_t block = 0; block < lesson.pages[page].blocks.size(); ++block) {
            if (directiveName(lesson.pages[page].blocks[block]) == directive)
                return {int(page), int(block)};
        }
    }
    FAIL("no lesson has a " << directive);
    return {};
}

/// Rows of the block list that show this directive.
QList<QModelIndex> rows(LessonViewModel& lesson, const QString& directive)
{
    QList<QModelIndex> found;
    for (int row = 0; row < lesson.blocks()->rowCount(); ++row) {
        const QModelIndex index = lesson.blocks()->index(row);
        if (index.data(BlockListModel::DirectiveRole).toString() == directive)
            found.append(index);
    }
    return found;
}

struct OpenLesson {
    LessonViewModel lesson{Library::shipped()};
    QAbstractItemModelTester pages{lesson.pages(), QAbstractItemModelTester::FailureReportingMode::Fatal};
    QAbstractItemModelTester blocks{lesson.blocks(), QAbstractItemModelTester::FailureReportingMode::Fatal};

    OpenLesson() { REQUIRE(lesson.open(firstLesson(), {}).isEmpty()); }
};

/// Where the open act is a check.
struct OpenCheck : OpenLesson {
    QSignalSpy finished{lesson.workbench()->check(), &CheckViewModel::finished};

    OpenCheck()
    {
        lesson.openPage(find(firstLesson(), "check").first);
        while (lesson.openDirective() != "check" && !lesson.openDirective().isEmpty())
            lesson.skip();
        REQUIRE(lesson.openDirective() == "check");
    }

    /// As Ctrl+Enter and the tool bar begin it.
    void runCheck()
    {
        lesson.workbench()->runCheck();
        REQUIRE(finished.wait(60'000));
    }
};

} // namespace

TEST_CASE_METHOD(OpenLesson, "an open lesson shows its first page and gives the workbench its run", "[lesson]")
{
    CHECK(lesson.isOpen());
    CHECK(lesson.title().toStdString() == firstLesson().title);
    CHECK(lesson.page() == 0);
    CHECK(lesson.pageCount() == int(firstLesson().pages.size()));
    CHECK(lesson.pages()->rowCount() == lesson.pageCount());
    CHECK(lesson.blocks()->rowCount() > 0);
    REQUIRE(lesson.workbench()->run() != nullptr);
    CHECK(lesson.workbench()->run()->sharedModel() == lesson.session()->run().sharedModel());
    CHECK(lesson.workbench()->run()->state() == lesson.session()->run().state());
}

TEST_CASE_METHOD(OpenLesson, "pages go forward and back and end at both ends", "[lesson]")
{
    lesson.previousPage();
    CHECK(lesson.page() == 0);
    for (int page = 1; page < lesson.pageCount(); ++page) {
        lesson.nextPage();
        CHECK(lesson.page() == page);
        CHECK(lesson.workbench()->run()->state() == lesson.session()->run().state());
    }
    lesson.nextPage();
    CHECK(lesson.page() == lesson.pageCount() - 1);
    lesson.openPage(99);
    CHECK(lesson.page() == lesson.pageCount() - 1);
}

TEST_CASE_METHOD(OpenLesson, "stepping to the goal in the workbench ends a drive", "[lesson]")
{
    const auto [page, block] = find(firstLesson(), "drive");
    lesson.openPage(page);
    REQUIRE(lesson.openDirective() == "drive");
    QSignalSpy kept(&lesson, &LessonViewModel::progressChanged);
    const Drive& drive = std::get<Drive>(firstLesson().pages[std::size_t(page)].blocks[std::size_t(block)]);
    const std::vector<StepChoice> way = lesson.session()->schedule(drive.id);
    REQUIRE_FALSE(way.empty());
    const std::size_t taken = std::size_t(lesson.workbench()->position());
    for (std::size_t step = taken; step < way.size(); ++step) {
        CHECK(lesson.openDirective() == "drive");
        REQUIRE(lesson.workbench()->stepThread(way[step].thread, way[step].choice));
    }
    CHECK(lesson.openDirective() != "drive");
    CHECK(lesson.session()->hasOwnSchedule(drive.id));
    CHECK(kept.count() == 1);
    CHECK(rows(lesson, "drive").front().data(BlockListModel::StateRole).value<BlockListModel::State>() == BlockListModel::Done);
}

TEST_CASE_METHOD(OpenLesson, "a prediction hides what is to come until it is answered, and keeps the guess", "[lesson]")
{
    const auto [page, block] = find(firstLesson(), "predict");
    lesson.openPage(page);
    REQUIRE(lesson.openDirective() == "predict");
    CHECK(lesson.futureHidden());
    CHECK(lesson.workbench()->futureHidden());
    const QModelIndex before = rows(lesson, "predict").front();
    CHECK(before.data(BlockListModel::RightRole).toInt() == -1);
    const auto& options = std::get<Predict>(firstLesson().pages[std::size_t(page)].blocks[std::size_t(block)]).options;
    const int wrong = options.front().right ? 1 : 0;

    const QPersistentModelIndex card(before);
    lesson.answer(wrong);
    CHECK_FALSE(lesson.futureHidden());
    CHECK_FALSE(lesson.workbench()->futureHidden());
    // The card that was clicked is the card that shows the outcome: what has the keyboard keeps it.
    REQUIRE(card.isValid());
    CHECK(card.data(BlockListModel::ChosenRole).toInt() == wrong);
    const int right = card.data(BlockListModel::RightRole).toInt();
    REQUIRE(right >= 0);
    CHECK(options[std::size_t(right)].right);
    CHECK_FALSE(card.data(BlockListModel::OptionFeedbacksRole).toStringList().value(wrong).isEmpty());

    CHECK(lesson.retryBlock() == block);
    lesson.tryAgain(lesson.retryBlock());
    CHECK(lesson.futureHidden());
    CHECK(rows(lesson, "predict").front().data(BlockListModel::ChosenRole).toInt() == -1);
}

TEST_CASE_METHOD(OpenLesson, "not being sure is an answer", "[lesson]")
{
    const auto [page, block] = find(firstLesson(), "predict");
    lesson.openPage(page);
    lesson.answer(-1);
    const QModelIndex card = rows(lesson, "predict").front();
    CHECK(card.data(BlockListModel::StateRole).value<BlockListModel::State>() == BlockListModel::NotSure);
    CHECK(card.data(BlockListModel::ChosenRole).toInt() == -1);
    CHECK(card.data(BlockListModel::RightRole).toInt() >= 0);
}

TEST_CASE_METHOD(OpenLesson, "what is to be watched plays, and is done at its last step", "[lesson]")
{
    const auto [page, block] = find(firstLesson(), "watch");
    lesson.openPage(page);
    while (lesson.openDirective() == "predict")
        lesson.answer(-1);
    REQUIRE(lesson.openDirective() == "watch");
    CHECK_FALSE(lesson.actionText().isEmpty());
    lesson.perform();
    CHECK(lesson.workbench()->playing());
    lesson.workbench()->pause();
    CHECK(lesson.openDirective() == "watch");
    lesson.workbench()->last();
    CHECK(lesson.openDirective() != "watch");
}

TEST_CASE_METHOD(OpenCheck, "a check begun in the workbench counts as the act's own button does", "[lesson]")
{
    QSignalSpy kept(&lesson, &LessonViewModel::progressChanged);
    runCheck();
    CHECK(lesson.openDirective() != "check");
    CHECK(kept.count() == 1);
    const QVariant outcome = rows(lesson, "check").front().data(BlockListModel::OutcomeRole);
    CHECK(rows(lesson, "check").front().data(BlockListModel::StateRole).value<BlockListModel::State>() == BlockListModel::Done);

    lesson.tryAgain(lesson.retryBlock());
    REQUIRE(lesson.openDirective() == "check");
    lesson.perform();
    CHECK(rows(lesson, "check").front().data(BlockListModel::OutcomeRole) == outcome);
}

TEST_CASE_METHOD(OpenCheck, "a check of another design counts for nothing, one of the lesson's own when it is picked again does", "[lesson]")
{
    const QString own = lesson.workbench()->design();
    lesson.workbench()->chooseDesign(own == "D1" ? "D0" : "D1");
    runCheck();
    CHECK(lesson.openDirective() == "check");
    lesson.workbench()->chooseDesign(own);
    runCheck();
    CHECK(lesson.openDirective() != "check");
}

TEST_CASE_METHOD(OpenCheck, "a check of flows of one's own with the same names counts for nothing", "[lesson]")
{
    const auto others = std::make_shared<Library>(Library::shipped());
    others->add("own.flow", "");
    lesson.workbench()->setFlows(others);
    runCheck();
    CHECK(lesson.openDirective() == "check");
}

TEST_CASE_METHOD(OpenLesson, "every lesson can be worked through to its end in the window", "[lesson][slow]")
{
    for (int page = 0; page < lesson.pageCount(); ++page) {
        lesson.openPage(page);
        for (int acts = 0; !lesson.openDirective().isEmpty(); ++acts) {
            INFO("page " << page + 1 << ", " << lesson.openDirective().toStdString());
            REQUIRE(acts < 20);
            if (lesson.openDirective() == "predict")
                lesson.answer(0);
            else if (lesson.openDirective() == "drive" || lesson.openDirective() == "order" || lesson.openDirective() == "repair")
                lesson.skip();
            else if (lesson.openDirective() == "explain")
                lesson.explain("so");
            else if (lesson.openDirective() == "watch") {
                lesson.perform();
                lesson.workbench()->last();
            } else
                lesson.perform();
            CHECK(lesson.trouble().isEmpty());
        }
        CHECK(lesson.pageDone());
    }
    for (int page = 0; page < lesson.pageCount(); ++page)
        CHECK(lesson.pages()->rows()[std::size_t(page)].done);
}

TEST_CASE_METHOD(OpenLesson, "another design in the workbench is none of the lesson's business", "[lesson]")
{
    const auto [page, block] = find(firstLesson(), "drive");
    lesson.openPage(page);
    QSignalSpy kept(&lesson, &LessonViewModel::progressChanged);
    const QString other = firstLesson().design == "D1" ? QStringLiteral("D3a") : QStringLiteral("D1");
    lesson.workbench()->chooseDesign(other);
    for (int step = 0; step < 5; ++step)
        lesson.workbench()->stepThread(0);
    CHECK(lesson.openDirective() == "drive");
    CHECK(kept.count() == 0);
}

TEST_CASE_METHOD(OpenLesson, "a page names the mails it rests on", "[lesson]")
{
    for (int page = 0; page < lesson.pageCount(); ++page) {
        lesson.openPage(page);
        CHECK_FALSE(lesson.sourceLabel().isEmpty());
        REQUIRE_FALSE(lesson.sourceTitles().isEmpty());
        CHECK(lesson.sourceTitles().size() == lesson.sourceDetails().size());
    }
}

TEST_CASE("a lesson that does not compile leaves the open one as it was", "[lesson]")
{
    LessonViewModel lesson(Library::shipped());
    REQUIRE(lesson.open(firstLesson(), {}).isEmpty());
    Lesson broken = firstLesson();
    broken.id = "broken";
    broken.design = "no-such-design";
    CHECK_FALSE(lesson.open(broken, {}).isEmpty());
    CHECK(lesson.lessonId().toStdString() == firstLesson().id);
}
