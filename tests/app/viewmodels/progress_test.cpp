#include "viewmodels/lesson/lesson_file.h"
#include "viewmodels/window/app_view_model.h"

#include "catch.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <random>

using namespace bindlab;

namespace {

LessonProgress withAnswer(int answer) {
    LessonProgress progress;
    progress.answers["q"] = answer;
    progress.acts["0.1"] = ActState::Done;
    return progress;
}

void write(const QString& name, const QByteArray& bytes) {
    QFile file(name);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

const char* const ownLesson = R"(---
{id: mine, number: 7, title: %1, summary: s, unit: u, design: D6, scenario: S2, minutes: 1, sources: []}
---
## One

Words.

```watch
task: %2
run: [{thread: T1, until: done}]
```

## Two

```watch
task: t
run: [{thread: T1, times: 3}]
```
)";

QByteArray own(const QString& title, const QString& task = "t") {
    return QString::fromLatin1(ownLesson).arg(title, task).toUtf8();
}

} // namespace

TEST_CASE("progress is kept in one file and read back", "[progress]") {
    const QTemporaryDir folder;
    const QString name = folder.filePath("deep/er/progress.json");
    {
        ProgressFile file(name);
        CHECK(file.trouble().isEmpty());
        CHECK(file.keep("one", withAnswer(1)).isEmpty());
        CHECK(file.keep("two", withAnswer(2)).isEmpty());
    }
    const ProgressFile file(name);
    CHECK(file.all().at("one") == withAnswer(1));
    CHECK(file.all().at("two") == withAnswer(2));
}

TEST_CASE("two programs keep their lessons in the same file", "[progress]") {
    const QTemporaryDir folder;
    const QString name = folder.filePath("progress.json");
    ProgressFile first(name);
    ProgressFile second(name);
    CHECK(first.keep("one", withAnswer(1)).isEmpty());
    CHECK(second.keep("two", withAnswer(2)).isEmpty());
    CHECK(first.keep("one", withAnswer(3)).isEmpty());
    const ProgressFile both(name);
    CHECK(both.all().at("one") == withAnswer(3));
    CHECK(both.all().at("two") == withAnswer(2));
}

TEST_CASE("a damaged file of progress is put aside and said", "[progress]") {
    for (const QByteArray& bytes : {QByteArray("{not json"), QByteArray(), QByteArray("[]"), QByteArray("{\"version\": 99, \"lessons\": {}}"),
                                    QByteArray("{\"version\": 1, \"lessons\": {\"a\": 7}}"), QByteArray(1000, '\0')}) {
        const QTemporaryDir folder;
        const QString name = folder.filePath("progress.json");
        write(name, bytes);
        AppViewModel app(Library::shipped(), {{}, name, {}});
        INFO(app.trouble().toStdString());
        CHECK(app.trouble().contains("cannot be used"));
        CHECK(app.trouble().contains(name + ".damaged"));
        QFile aside(name + ".damaged");
        REQUIRE(aside.open(QIODevice::ReadOnly));
        CHECK(aside.readAll() == bytes);
        CHECK_FALSE(QFile::exists(name));
    }
}

TEST_CASE("progress that cannot be written is said, and the lesson goes on", "[progress]") {
    const QTemporaryDir folder;
    write(folder.filePath("file"), "x");
    AppViewModel app(Library::shipped(), {{}, folder.filePath("file/progress.json"), {}});
    app.openLesson("who-unbinds");
    app.lesson()->skip();
    CHECK(app.trouble().contains("cannot be written"));
    CHECK(app.lesson()->isOpen());
}

TEST_CASE("progress can be exported, imported, reset, and each of these taken back", "[progress]") {
    const QTemporaryDir folder;
    const QString exported = folder.filePath("out.json");
    AppViewModel app(Library::shipped(), {{}, folder.filePath("progress.json"), {}});
    app.openLesson("who-unbinds");
    while (!app.lesson()->openDirective().isEmpty())
        app.lesson()->skip();
    const LessonProgress done = app.shelf()->progressOf("who-unbinds");
    CHECK(app.lessons()->pagesDone() == 1);
    CHECK_FALSE(app.shelf()->canUndo());
    CHECK(app.shelf()->exportProgress(exported).isEmpty());

    CHECK(app.shelf()->resetProgress().isEmpty());
    CHECK(app.lessons()->pagesDone() == 0);
    CHECK_FALSE(app.lesson()->openDirective().isEmpty());   // the open page starts anew, too
    CHECK(app.shelf()->canUndo());
    CHECK(app.shelf()->undo().isEmpty());
    CHECK(app.shelf()->progressOf("who-unbinds") == done);
    CHECK(app.lesson()->openDirective().isEmpty());
    CHECK(app.shelf()->undo().isEmpty());                   // and the undo itself
    CHECK(app.lessons()->pagesDone() == 0);

    CHECK(app.shelf()->importProgress(exported).isEmpty());
    CHECK(app.shelf()->progressOf("who-unbinds") == done);
    write(exported, "nonsense");
    CHECK(app.shelf()->importProgress(exported).contains("cannot be used"));
    CHECK(app.shelf()->importProgress(folder.filePath("missing.json")).contains("cannot be read"));
    CHECK(app.shelf()->progressOf("who-unbinds") == done);
    const ProgressFile kept(folder.filePath("progress.json"));
    CHECK(kept.all().at("who-unbinds") == done);
}

TEST_CASE("killed at any moment while answering, at most the last answer is missing", "[progress]") {
    const QTemporaryDir folder;
    const QString name = folder.filePath("progress.json");
    std::mt19937 chance(20250604);
    int most = 0;
    for (int round = 0; round < 12; ++round) {
        QProcess learner;
        learner.start(QStringLiteral(BINDLAB_ANSWERING), {name});
        REQUIRE(learner.waitForReadyRead(30'000));
        QTest::qSleep(int(chance() % 40));
        kill(pid_t(learner.processId()), SIGKILL);
        REQUIRE(learner.waitForFinished(30'000));
        CHECK(learner.exitStatus() == QProcess::CrashExit);
        const QList<QByteArray> said = learner.readAllStandardOutput().split('\n');
        REQUIRE(said.size() >= 2);
        const int last = said[said.size() - 2].toInt();   // behind it comes an empty rest
        const ProgressFile file(name);
        INFO("round " << round << ", said " << last << ": " << file.trouble().toStdString());
        REQUIRE(file.trouble().isEmpty());
        const int kept = QString::fromStdString(file.all().at("answering").texts.at("number")).toInt();
        CHECK(kept >= last);
        CHECK(kept <= last + 1);
        CHECK(kept > most);
        most = kept;
    }
}

TEST_CASE("lessons of one's own folder stand beside the shipped ones, broken ones with their reason", "[progress][own]") {
    const QTemporaryDir folder;
    write(folder.filePath("a.md"), own("Mine"));
    write(folder.filePath("b.md"), own("Also mine"));               // the same id
    write(folder.filePath("c.md"), "---\nid: x\n---\n");
    write(folder.filePath("README.md"), "no lesson");
    AppViewModel app(Library::shipped(), {{}, {}, folder.path()});
    LessonListModel& list = *app.shelf()->own();
    REQUIRE(list.count() == 3);
    const auto row = [&](int at, int role) { return list.index(at).data(role).toString(); };
    CHECK(row(0, LessonListModel::TitleRole) == "Mine");
    CHECK(row(1, LessonListModel::SummaryRole).contains("another lesson has the id \"mine\""));
    CHECK(row(2, LessonListModel::TitleRole) == "c.md");
    CHECK(row(2, LessonListModel::SummaryRole).contains("c.md:"));
    app.openLesson("mine");
    CHECK(app.lesson()->title() == "Mine");
    CHECK(app.lessons()->count() == int(lessons().size()));

    QSignalSpy changed(&list, &LessonListModel::lessonsChanged);
    write(folder.filePath("d.md"), own("Another").replace("id: mine", "id: other"));
    REQUIRE(changed.wait(5000));
    CHECK(list.count() == 4);
}

TEST_CASE("a lesson that is saved again is shown again at the same page and step, within 300 ms", "[progress][reload]") {
    const QTemporaryDir folder;
    const QString name = folder.filePath("mine.md");
    write(name, own("First"));
    AppViewModel app(Library::shipped(), {});
    app.openLesson(*readLesson(name));
    app.lesson()->openPage(1);
    app.lesson()->workbench()->seek(2);
    REQUIRE(app.lesson()->workbench()->position() == 2);

    QSignalSpy changed(app.lesson(), &LessonViewModel::lessonChanged);
    QElapsedTimer timer;
    timer.start();
    write(name, own("Second"));
    REQUIRE(changed.wait(5000));
    CHECK(timer.elapsed() < 300);
    CHECK(app.lesson()->title() == "Second");
    CHECK(app.lesson()->page() == 1);
    CHECK(app.lesson()->workbench()->position() == 2);

    // Saved as editors do: another file takes its place.
    write(folder.filePath("new"), own("Third"));
    QFile::remove(name);
    REQUIRE(QFile::rename(folder.filePath("new"), name));
    REQUIRE(changed.wait(5000));
    CHECK(app.lesson()->title() == "Third");
    CHECK(app.trouble().isEmpty());

    QSignalSpy troubled(&app, &AppViewModel::troubleChanged);
    write(name, own("Fourth").replace("until: done", "util: done"));
    REQUIRE(troubled.wait(5000));
    CHECK(app.trouble().contains("mine.md:10"));
    CHECK(app.lesson()->title() == "Third");
    write(name, own("Fifth"));
    REQUIRE(changed.wait(5000));
    CHECK(app.trouble().isEmpty());
}

TEST_CASE("who answers three questions right has the unit's lessons marked as known", "[progress][know]") {
    const QTemporaryDir folder;
    AppViewModel app(Library::shipped(), {{}, folder.filePath("progress.json"), {}});
    app.openLesson("who-unbinds");
    LessonViewModel& lesson = *app.lesson();
    const auto answerAll = [&](bool right) {
        for (int page = 0; page < lesson.pageCount(); ++page) {
            CHECK(lesson.result().isEmpty());
            lesson.openPage(page);
            const auto& options = std::get<Predict>(lesson.session()->lesson().pages[std::size_t(page)].blocks.back()).options;
            for (std::size_t option = 0; option < options.size(); ++option) {
                if (options[option].right == right) {
                    lesson.answer(int(option));
                    break;
                }
            }
        }
    };
    app.testMe();
    REQUIRE(lesson.isTest());
    CHECK(lesson.pageCount() == knowItQuestions);
    answerAll(false);
    CHECK(lesson.result().startsWith("0 of 3 right"));
    CHECK(app.lessons()->pagesDone() == 0);
    app.testMe();
    answerAll(true);
    CHECK(lesson.result().startsWith("All 3 right"));
    for (int row = 0; row < app.lessons()->count(); ++row) {
        const QModelIndex index = app.lessons()->index(row);
        const bool done = index.data(LessonListModel::PagesDoneRole).toInt() == index.data(LessonListModel::PagesRole).toInt();
        CHECK(done == (index.data(LessonListModel::UnitRole).toString() == lesson.unit()));
    }
    app.openUnit();
    CHECK_FALSE(lesson.isTest());
    CHECK(lesson.lessonId() == "references-and-tombstones");
    CHECK(lesson.openDirective().isEmpty());   // nothing is locked, and nothing is open
}
