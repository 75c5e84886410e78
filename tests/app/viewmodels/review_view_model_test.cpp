#include "viewmodels/lesson/review_view_model.h"
#include "viewmodels/window/app_view_model.h"
#include "viewmodels/window/tour.h"

#include "catch.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace bindlab;

namespace {

/// A window whose reader has all the time there is.
struct Reader {
    QTemporaryDir folder;
    QDate today{2026, 3, 1};
    AppFiles files{folder.filePath("settings.ini"), folder.filePath("progress.json"), {}, {}};
    std::unique_ptr<AppViewModel> app;

    Reader() { start(); }

    /// The program is closed, and opened again so many days later.
    AppViewModel& start(int days = 0) {
        app.reset();
        today = today.addDays(days);
        app = std::make_unique<AppViewModel>(Library::shipped(), files, [this] { return dayOf(today); });
        app->resume();
        app->tour()->leave();
        return *app;
    }
    [[nodiscard]] ReviewViewModel& review() const { return *app->review(); }
    [[nodiscard]] LessonViewModel& lesson() const { return *app->lesson(); }

    /// Passes every act of a lesson; its predictions are answered by option 0.
    void doLesson(const QString& id) const {
        app->openLesson(id);
        for (int page = 0; page < lesson().pageCount(); ++page) {
            lesson().openPage(page);
            while (!lesson().openDirective().isEmpty()) {
                if (lesson().openDirective() == "predict")
                    lesson().answer(0);
                else
                    lesson().skip();
            }
        }
        app->openWelcome();
    }

    void answerReview(bool right) const {
        for (int page = 0; page < lesson().pageCount(); ++page) {
            lesson().openPage(page);
            const auto& options = std::get<Predict>(lesson().session()->lesson().pages[std::size_t(page)].blocks.back()).options;
            const auto wanted = std::ranges::find(options, right, &Option::right);
            lesson().answer(int(wanted - options.begin()));
        }
    }
};

} // namespace

TEST_CASE("the card is shown when answers of earlier days are due, and says of which lessons", "[review]") {
    Reader reader;
    CHECK_FALSE(reader.review().offered());
    reader.doLesson("who-unbinds");
    CHECK_FALSE(reader.review().offered());
    reader.start(1);
    CHECK(reader.review().offered());
    CHECK(reader.review().title() == "Three to remember");
    CHECK(reader.review().about().startsWith("From “Who unbinds when the vdevice dies?”. "));
    reader.doLesson("five-parties");
    reader.start(1);
    CHECK(reader.review().about().contains("“Who unbinds when the vdevice dies?”, “Five parties, one device”"));
}

TEST_CASE("a review is played like a lesson, and its answers are kept with their lessons", "[review]") {
    Reader reader;
    reader.doLesson("who-unbinds");
    const LessonProgress done = reader.app->shelf()->progressOf("who-unbinds");
    reader.start(1);
    reader.app->openReview();
    REQUIRE(reader.lesson().isReview());
    CHECK(reader.app->screen() == AppViewModel::Place::Lesson);
    CHECK(reader.lesson().pageCount() == int(mostReviewed));
    CHECK(reader.lesson().openDirective() == "predict");
    CHECK(reader.lesson().futureHidden());
    CHECK(reader.lesson().result().isEmpty());
    reader.answerReview(true);
    CHECK(reader.lesson().result().startsWith("3 of 3 right"));
    const LessonProgress kept = ProgressFile(reader.files.progress).all().at("who-unbinds");
    int remembered = 0;
    for (const auto& [question, recall] : kept.recalls)
        remembered += recall == Recall{1, dayOf(reader.today)} ? 1 : 0;
    CHECK(remembered == int(mostReviewed));
    // What the lesson itself has is untouched, and the review leaves nothing of its own.
    CHECK(kept.answers == done.answers);
    CHECK(kept.acts == done.acts);
    CHECK(ProgressFile(reader.files.progress).all().size() == 1);
}

TEST_CASE("what was not known comes back the next day, what was known later", "[review]") {
    Reader reader;
    reader.doLesson("who-unbinds");
    reader.start(1);
    reader.app->openReview();
    reader.answerReview(false);
    CHECK(reader.lesson().result().startsWith("0 of 3 right"));
    reader.start(1);
    REQUIRE(reader.review().offered());
    reader.app->openReview();
    reader.answerReview(true);
    // Those left are asked at once when they are asked for, the others on their days.
    reader.app->trigger("review");
    reader.answerReview(true);
    reader.app->trigger("review");
    CHECK(reader.app->trouble() == "Nothing is due until 6 Mar 2026.");
    reader.start(2);
    CHECK_FALSE(reader.review().offered());
    reader.start(1);
    CHECK(reader.review().offered());
}

TEST_CASE("the card is shown once a day, and not again today when it was put off", "[review]") {
    Reader reader;
    reader.doLesson("who-unbinds");
    reader.start(1);
    SECTION("put off by its button") { reader.review().putOff(); }
    SECTION("put off by Esc") { CHECK(reader.app->press(Qt::Key_Escape, 0, false)); }
    SECTION("asked, though not answered") {
        reader.app->openReview();
        reader.app->openWelcome();
    }
    CHECK_FALSE(reader.review().offered());
    reader.start();
    CHECK_FALSE(reader.review().offered());
    // Asked for, it is there.
    reader.app->trigger("review");
    CHECK(reader.lesson().isReview());
    reader.start(1);
    CHECK(reader.review().offered());
    // A clock that goes back holds nothing up.
    reader.review().putOff();
    reader.start(-1);
    CHECK(reader.review().offered());
}

TEST_CASE("nothing to review is said in a sentence, with the day on which there will be", "[review]") {
    Reader reader;
    reader.app->trigger("review");
    CHECK(reader.app->trouble().startsWith("There is nothing to review yet"));
    CHECK(reader.app->screen() == AppViewModel::Place::Welcome);
    reader.doLesson("who-unbinds");
    reader.app->trigger("review");
    CHECK(reader.app->trouble() == "Nothing is due until 2 Mar 2026.");
    CHECK_FALSE(reader.lesson().isReview());
    // That was no review: the card comes when something is due.
    reader.start(1);
    CHECK(reader.review().offered());
}

TEST_CASE("the card can be switched off, and waits while the tour asks for attention", "[review]") {
    Reader reader;
    reader.doLesson("who-unbinds");
    reader.start(1);
    reader.app->tour()->start();
    CHECK_FALSE(reader.review().offered());
    reader.app->openWelcome();
    CHECK_FALSE(reader.review().offered());
    reader.app->tour()->leave();
    CHECK(reader.review().offered());

    QSignalSpy changed(&reader.review(), &ReviewViewModel::changed);
    reader.review().setWanted(false);
    CHECK(changed.count() == 1);
    CHECK_FALSE(reader.review().offered());
    reader.start();
    CHECK_FALSE(reader.review().wanted());
    CHECK_FALSE(reader.review().offered());
    reader.review().setWanted(true);
    CHECK(reader.review().offered());
}

TEST_CASE("who was never offered the tour is first asked about that", "[review][tour]") {
    const Reader reader;
    reader.doLesson("who-unbinds");
    AppViewModel app(Library::shipped(), {reader.folder.filePath("other.ini"), reader.files.progress, {}, {}}, [&] { return dayOf(reader.today.addDays(1)); });
    app.resume();
    CHECK(app.tour()->offered());
    CHECK_FALSE(app.review()->offered());
    app.press(Qt::Key_Escape, 0, false);   // leaves the tour, where a window shows it
    app.tour()->leave();
    CHECK(app.review()->offered());
}

TEST_CASE("reset, import and undo of progress take the review along", "[review][progress]") {
    Reader reader;
    reader.doLesson("who-unbinds");
    reader.start(1);
    LessonShelf& shelf = *reader.app->shelf();
    const QString exported = reader.folder.filePath("out.json");
    REQUIRE(shelf.exportProgress(exported).isEmpty());
    REQUIRE(shelf.resetProgress().isEmpty());
    CHECK_FALSE(reader.review().offered());
    CHECK_FALSE(shelf.nextDue().has_value());
    reader.app->trigger("review");   // finds nothing, and counts for nothing
    REQUIRE(shelf.undo().isEmpty());
    CHECK(reader.review().offered());
    REQUIRE(shelf.resetProgress().isEmpty());
    REQUIRE(shelf.importProgress(exported).isEmpty());
    CHECK(reader.review().offered());
}

TEST_CASE("two windows that ask the same questions keep each other's answers", "[review][progress]") {
    Reader reader;
    reader.doLesson("who-unbinds");
    reader.start(1);
    AppViewModel other(Library::shipped(), reader.files, [&] { return dayOf(reader.today); });
    reader.app->openReview();
    reader.answerReview(true);
    other.openReview();   // of what was due when it was opened
    other.lesson()->answer(-1);
    const auto kept = ProgressFile(reader.files.progress).all().at("who-unbinds").recalls;
    CHECK(std::ranges::count_if(kept, [&](const auto& one) { return one.second == Recall{1, dayOf(reader.today)}; }) == 2);
    CHECK(std::ranges::count_if(kept, [&](const auto& one) { return one.second == Recall{0, dayOf(reader.today)}; }) == 1);
}

TEST_CASE("a damaged day or switch in the settings is as good as none", "[review][settings]") {
    Reader reader;
    reader.doLesson("who-unbinds");
    reader.app.reset();
    {
        QSettings settings(reader.files.settings, QSettings::IniFormat);
        settings.setValue("review/day", "the 30th of February");
        settings.setValue("review/unwanted", 7);
    }
    reader.start(1);
    CHECK(reader.review().wanted());
    CHECK(reader.review().offered());
}
