#include "viewmodels/sandbox/sandbox_files.h"
#include "viewmodels/sandbox/sandbox_view_model.h"
#include "viewmodels/window/app_view_model.h"

#include "catch.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace bindlab;

namespace {

void write(const QString& name, const QByteArray& bytes) {
    QFile file(name);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

QByteArray bytesOf(const QString& name) {
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// While it lives, no file takes a byte more: a disk that is full.
class FullDisk {
public:
    FullDisk() {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_limit);
        const rlimit none{0, m_limit.rlim_max};
        setrlimit(RLIMIT_FSIZE, &none);
    }
    ~FullDisk() {
        setrlimit(RLIMIT_FSIZE, &m_limit);
        std::signal(SIGXFSZ, m_handler);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit m_limit{};
    void (*m_handler)(int);
};

void skipAll(LessonViewModel& lesson) {
    while (!lesson.openDirective().isEmpty())
        lesson.skip();
}

} // namespace

TEST_CASE("damaged settings are put aside, said, and begin anew", "[robustness]") {
    for (const QByteArray& bytes : {QByteArray("no settings\n"), QByteArray("[look\ntheme=1\n"), QByteArray(100, '\0'), QByteArray("[look]\ntheme=1\nnonsense\n")}) {
        const QTemporaryDir folder;
        const QString name = folder.filePath("settings.ini");
        write(name, bytes);
        AppViewModel app(Library::shipped(), {name, {}, {}, {}});
        INFO(bytes.toStdString() << app.trouble().toStdString());
        CHECK(app.trouble().contains("is damaged"));
        CHECK(app.trouble().contains(name + ".damaged"));
        CHECK(bytesOf(name + ".damaged") == bytes);
        CHECK(app.look()->themeChoice() == Look::ThemeChoice::Dark);
    }
}

TEST_CASE("settings of the right form with values out of place open the window as it is by default", "[robustness]") {
    const QTemporaryDir folder;
    const QString name = folder.filePath("settings.ini");
    write(name, "[look]\ntheme=-7\ntext=nan\nreducedMotion=perhaps\n[open]\nlesson=no-such\n[panes]\nprose=-inf\n[compare]\nfirst=D99\nscenario=S99\nplatform=none\n");
    AppViewModel app(Library::shipped(), {name, {}, {}, {}});
    app.resume();
    app.openCompare();
    CHECK(app.trouble().isEmpty());
    CHECK(app.textScale() == 1.0);
    CHECK(app.paneSize("prose", 316) == 316);
}

TEST_CASE("a second damaged file does not take the place of the first", "[robustness]") {
    const QTemporaryDir folder;
    const QString name = folder.filePath("progress.json");
    for (const char* bytes : {"first", "second", "third"}) {
        write(name, bytes);
        CHECK(ProgressFile(name).trouble().contains("progress begins anew"));
    }
    CHECK(bytesOf(name + ".damaged") == "first");
    CHECK(bytesOf(name + ".damaged-2") == "second");
    CHECK(bytesOf(name + ".damaged-3") == "third");
}

TEST_CASE("progress that is damaged while the window is open is put aside, and what is known is written again", "[robustness][progress]") {
    const QTemporaryDir folder;
    const QString name = folder.filePath("progress.json");
    AppViewModel app(Library::shipped(), {{}, name, {}, {}});
    app.openLesson("who-unbinds");
    skipAll(*app.lesson());
    write(name, "damaged");
    app.lesson()->nextPage();
    CHECK(bytesOf(name + ".damaged") == "damaged");
    const ProgressFile file(name);
    CHECK(file.trouble().isEmpty());
    CHECK(file.all().at("who-unbinds") == app.lesson()->session()->progress());
}

TEST_CASE("on a full disk progress is said not to be kept, the old file stays whole, and all is written once there is room", "[robustness][progress]") {
    const QTemporaryDir folder;
    const QString name = folder.filePath("progress.json");
    AppViewModel app(Library::shipped(), {{}, name, {}, {}});
    app.openLesson("who-unbinds");
    app.lesson()->skip();
    const QByteArray before = bytesOf(name);
    {
        const FullDisk full;
        app.lesson()->nextPage();
        CHECK(app.trouble().contains("cannot be written"));
        CHECK(bytesOf(name) == before);
    }
    app.lesson()->nextPage();
    CHECK(ProgressFile(name).all().at("who-unbinds") == app.lesson()->session()->progress());
}

TEST_CASE("on a full disk a text of the sandbox stays as it was saved last, and that is said", "[robustness]") {
    const QTemporaryDir folder;
    SandboxFiles files(folder.path());
    QString name = "mine";
    REQUIRE(files.write(name, "struct Box { mutex lock; }\n").isEmpty());
    {
        const FullDisk full;
        CHECK(files.write(name, "struct Box { mutex lock; int count; }\n").contains("cannot be written"));
    }
    CHECK(files.read(name) == QString("struct Box { mutex lock; }\n"));
    CHECK(name == "mine");
}

TEST_CASE("settings that cannot be written are said once", "[robustness]") {
    const QTemporaryDir folder;
    AppViewModel app(Library::shipped(), {folder.filePath("settings.ini"), {}, {}, {}});
    app.setTextScale(1.2);
    QTest::qWait(400);
    CHECK(app.trouble().isEmpty());
    const QByteArray before = bytesOf(folder.filePath("settings.ini"));
    const FullDisk full;
    app.setTextScale(1.4);
    CHECK(QTest::qWaitFor([&] { return app.trouble().contains("settings.ini cannot be written"); }, 5000));
    CHECK(bytesOf(folder.filePath("settings.ini")) == before);
    app.clearTrouble();
    app.setTextScale(1.6);
    QTest::qWait(400);
    CHECK(app.trouble().isEmpty());
}

TEST_CASE("a text that is typed without a rest is kept meanwhile", "[robustness]") {
    const QTemporaryDir folder;
    SandboxViewModel sandbox(Library::shipped(), folder.path());
    const QString file = folder.filePath(sandbox.create("empty") + ".flow");
    QString text = sandbox.draftText();
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < 4 * SandboxViewModel::saveMilliseconds) {
        text += "// ";
        sandbox.editor()->history()->type(text, int(text.size()));
        QTest::qWait(20);
    }
    CHECK(bytesOf(file).contains("// // //"));
}
