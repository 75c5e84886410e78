#include "viewmodels/sandbox/sandbox_view_model.h"
#include "viewmodels/window/app_view_model.h"

#include "draft/design_text.h"
#include "flow/embedded.h"
#include "report/share_code.h"

#include "catch.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace bindlab;

namespace {

/// Until what was typed has been read and checked.
void settle(SandboxViewModel& sandbox)
{
    REQUIRE(QTest::qWaitFor([&] { return sandbox.settled(); }, 30'000));
}

QString embedded(std::string_view name)
{
    for (const EmbeddedFile& file : embeddedModels())
        if (file.name == name)
            return QString::fromUtf8(file.text.data(), qsizetype(file.text.size()));
    return {};
}

QString problemAt(SandboxViewModel& sandbox, int row)
{
    return sandbox.problems()->data(sandbox.problems()->index(row, 0), sandbox.problems()->roleNames().key("message")).toString();
}

} // namespace

TEST_CASE("D8 is made of D6 by switching patches and typing lines, shared, it opens in another profile at the same step", "[d8]")
{
    const QTemporaryDir first;
    AppViewModel app(Library::shipped(), {.sandbox = first.path()});
    SandboxViewModel& sandbox = *app.sandbox();
    sandbox.create(QStringLiteral("D6"));
    sandbox.chooseScenario(QStringLiteral("S11"));
    settle(sandbox);
    CHECK(sandbox.verdict()->state() == CheckViewModel::Fails);
    const std::uint64_t before = sandbox.verdict()->result()->states;

    const auto designs = Library::shipped().designs();
    for (const std::string& patch : std::ranges::find(designs, "D8", &DesignInfo::id)->patches)
        if (patch != "serialise-bind")
            sandbox.setPatch(QString::fromStdString(patch), true);
    settle(sandbox);
    sandbox.openFlow(QStringLiteral("iommufd_vdevice_tsm_bind"));
    REQUIRE(sandbox.shownFlow() == QStringLiteral("iommufd_vdevice_tsm_bind"));
    TextHistory& flow = *sandbox.editor()->history();
    QString text = flow.text();
    text.replace(QStringLiteral("kvm = vdev.viommu.kvm;"),
                 QStringLiteral("set = vdev.dev.vfio.dev_set;\nif (!trylock(set.lock))\n    return -EBUSY;\nkvm = vdev.viommu.kvm;"));
    const QString fire = QStringLiteral("fire(vdev.life, TsmBind);");
    REQUIRE(text.contains(fire));
    text.replace(fire, fire + QStringLiteral("\nunlock(set.lock);"));
    flow.type(text, 0);
    CHECK(sandbox.draftText().contains(QStringLiteral("patch mine-lines")));
    settle(sandbox);
    const auto d8 = Library::shipped().compile({"D8", {}, "S11", "tdx"});
    const CheckResult theirs = check(*d8);
    CHECK(sandbox.verdict()->result()->states == theirs.states);
    CHECK(sandbox.verdict()->result()->verdict == theirs.verdict);
    CHECK(theirs.states != before);

    app.playSandbox();
    for (int step = 0; step < 7; ++step)
        app.lesson()->workbench()->stepThread(step % 2 == 0 ? 0 : 1);
    const int position = app.lesson()->workbench()->position();
    CHECK(position > 3);
    const QString code = app.shareCode();
    REQUIRE(isShareCode(code.toStdString()));

    const QTemporaryDir second;
    AppViewModel other(Library::shipped(), {.sandbox = second.path()});
    other.openShared(code);
    CHECK(other.trouble().isEmpty());
    CHECK(other.lesson()->workbench()->position() == position);
    CHECK(other.lesson()->workbench()->run()->state() == app.lesson()->workbench()->run()->state());
    CHECK(other.shareCode() == code);
    other.sendToSandbox();
    CHECK(other.screen() == AppViewModel::Place::Sandbox);
    CHECK(other.sandbox()->draftText() == sandbox.draftText());
}

TEST_CASE("Peterson's algorithm typed into an empty text holds, broken, the failure plays, taken back, it holds again", "[peterson]")
{
    AppViewModel app(Library::shipped(), {});
    SandboxViewModel& sandbox = *app.sandbox();
    sandbox.create(QStringLiteral("empty"));
    CHECK(sandbox.draftText().isEmpty());
    const QString text = embedded("peterson.flow");
    for (qsizetype length = 1; length <= text.size(); ++length)
        sandbox.editor()->history()->type(text.left(length), int(length));
    settle(sandbox);
    CHECK(sandbox.alone());
    CHECK(sandbox.verdict()->state() == CheckViewModel::Safe);
    CHECK(sandbox.problemCount() == 0);

    QString broken = text;
    broken.replace(QStringLiteral("shared.turn == 1)"), QStringLiteral("shared.turn == 2)"));
    sandbox.editor()->history()->type(broken, 0);
    CHECK(sandbox.stale());
    CHECK(sandbox.verdict()->state() == CheckViewModel::Safe);   // the last good one is kept while it is
    settle(sandbox);
    CHECK(sandbox.verdict()->state() == CheckViewModel::Fails);
    REQUIRE(sandbox.problemCount() > 0);
    CHECK(sandbox.problemSteps() > 0);
    CHECK(sandbox.steps()->rowCount() == sandbox.problemSteps());
    app.playSandbox();
    CHECK(app.screen() == AppViewModel::Place::Lesson);
    app.lesson()->workbench()->last();
    CHECK(app.lesson()->workbench()->sentenceFails());

    sandbox.undo();
    CHECK(sandbox.draftText() == text);
    settle(sandbox);
    CHECK(sandbox.verdict()->state() == CheckViewModel::Safe);
}

TEST_CASE("a text that does not compile keeps the last verdict, marked as of an older text, and says where it is wrong")
{
    AppViewModel app(Library::shipped(), {});
    SandboxViewModel& sandbox = *app.sandbox();
    sandbox.create(QStringLiteral("peterson"));
    settle(sandbox);
    QString text = sandbox.draftText();
    text.replace(QStringLiteral("shared.turn = 1;"), QStringLiteral("shared.tern = 1;"));
    sandbox.editor()->history()->type(text, 0);
    settle(sandbox);
    CHECK(sandbox.stale());
    CHECK(sandbox.verdict()->label() == QStringLiteral("Safe"));
    REQUIRE(sandbox.problemCount() == 1);
    CHECK(problemAt(sandbox, 0).contains(QStringLiteral("did you mean 'turn'")));
    CHECK(sandbox.problemLine() > 0);
    REQUIRE(sandbox.fixes()->rowCount() == 1);
    sandbox.applyFix(0);
    settle(sandbox);
    CHECK(sandbox.problemCount() == 0);
    CHECK(sandbox.editor()->undoText().contains(QStringLiteral("turn")));
}

TEST_CASE("what is typed is on the disk a moment later, without being told to, and is there when the program comes back")
{
    const QTemporaryDir folder;
    {
        AppViewModel app(Library::shipped(), {.sandbox = folder.path()});
        app.sandbox()->create(QStringLiteral("peterson"));
        app.sandbox()->editor()->history()->type(QStringLiteral("// half a thought"), 5);
        QTest::qWait(3 * SandboxViewModel::saveMilliseconds);
        QFile file(folder.filePath(QStringLiteral("peterson.flow")));
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK(file.readAll() == "// half a thought");   // a program that is killed now has lost nothing
        app.sandbox()->choosePlatform(QStringLiteral("cca"));
    }
    AppViewModel app(Library::shipped(), {.sandbox = folder.path()});
    CHECK(app.sandbox()->current() == QStringLiteral("peterson"));
    CHECK(app.sandbox()->draftText() == QStringLiteral("// half a thought"));
    CHECK(app.sandbox()->platform() == QStringLiteral("cca"));
}

TEST_CASE("the tab of a text is marked while what is typed in it is not on the disk, and no longer")
{
    const QTemporaryDir folder;
    AppViewModel app(Library::shipped(), {.sandbox = folder.path()});
    SandboxViewModel& sandbox = *app.sandbox();
    sandbox.create(QStringLiteral("peterson"));
    const auto isMarked = [&] { return sandbox.tabs()->data(sandbox.tabs()->index(0, 0), sandbox.tabs()->roleNames().key("unsaved")).toBool(); };
    CHECK_FALSE(isMarked());
    sandbox.editor()->history()->type(QStringLiteral("// half a thought"), 5);
    CHECK(isMarked());
    sandbox.save();
    CHECK_FALSE(isMarked());
}

TEST_CASE("patches, scenario and fixes are changes of the text, and each is taken back")
{
    AppViewModel app(Library::shipped(), {});
    SandboxViewModel& sandbox = *app.sandbox();
    sandbox.create(QStringLiteral("D3a"));
    settle(sandbox);
    const QString text = sandbox.draftText();
    sandbox.setPatch(QStringLiteral("exclusive-at-open"), true);
    CHECK(sandbox.draftText() != text);
    sandbox.undo();
    CHECK(sandbox.draftText() == text);
    settle(sandbox);

    ScenarioBuilder& builder = *sandbox.builder();
    REQUIRE(builder.threads()->rowCount() == 2);
    builder.addThread(QStringLiteral("sysfs_bus_reset(dev);"));
    settle(sandbox);
    CHECK(sandbox.scenario() == QStringLiteral("S3_mine"));
    CHECK(builder.threads()->rowCount() == 3);
    CHECK(sandbox.draftText().contains(QStringLiteral("by host_admin")));
    builder.moveCall(2, 0, 1, 0);
    settle(sandbox);
    builder.removeThread(2);
    settle(sandbox);
    CHECK(builder.threads()->rowCount() == 2);
    for (int i = 0; i < 3; ++i)
        sandbox.undo();
    CHECK(sandbox.draftText() == text);
}

TEST_CASE("a text goes out as a series of patches with its own lines last, as a flow file, and as a trace that opens by itself")
{
    AppViewModel app(Library::shipped(), {});
    SandboxViewModel& sandbox = *app.sandbox();
    sandbox.create(QStringLiteral("D6"));
    settle(sandbox);
    sandbox.openFlow(QStringLiteral("iommufd_vdevice_tsm_bind"));
    sandbox.editor()->history()->type(QStringLiteral("warn(\"here\");\n") + sandbox.editor()->history()->text(), 0);
    settle(sandbox);
    const QString series = sandbox.exported(QStringLiteral("patches"));
    CHECK(series.contains(QStringLiteral("vdevice-ioctl")));
    CHECK(series.indexOf(QStringLiteral("mine-lines")) > 0);
    CHECK(series.contains(QStringLiteral("+warn(\"here\");")));
    CHECK(sandbox.exported(QStringLiteral("flow")) == sandbox.draftText());
    const auto trace = traceFromJson(sandbox.exported(QStringLiteral("json")).toStdString());
    REQUIRE(trace);
    CHECK(trace->flowText == sandbox.draftText().toStdString());
    CHECK(playTrace(*trace, Library::shipped()).has_value());
}

TEST_CASE("a thread is handed to the guest, and that is in the text")
{
    AppViewModel app(Library::shipped(), {});
    SandboxViewModel& sandbox = *app.sandbox();
    sandbox.create(QStringLiteral("D6"));
    settle(sandbox);
    sandbox.builder()->setActor(1, QStringLiteral("guest"));
    CHECK(sandbox.draftText().contains(QStringLiteral("thread T2 \"IOMMU_DESTROY\" by guest {")));
}

TEST_CASE("a flow that is being changed follows when the text is taken back, and half a line stays out of the text")
{
    AppViewModel app(Library::shipped(), {});
    SandboxViewModel& sandbox = *app.sandbox();
    sandbox.create(QStringLiteral("D6"));
    settle(sandbox);
    const QString before = sandbox.draftText();
    sandbox.openFlow(QStringLiteral("iommufd_vdevice_tsm_bind"));
    TextHistory& flow = *sandbox.editor()->history();
    const QString lines = flow.text();
    flow.type(QStringLiteral("if (x) {\n") + lines, 0);
    CHECK(sandbox.flowTrouble().contains(QStringLiteral("not closed")));
    CHECK(sandbox.draftText() == before);
    flow.type(QStringLiteral("warn(\"here\");\n") + lines, 0);
    CHECK(sandbox.flowTrouble().isEmpty());
    CHECK(sandbox.draftText().contains(QStringLiteral("warn(\"here\");")));
    settle(sandbox);
    sandbox.openTab(0);
    sandbox.undo();
    CHECK(sandbox.draftText() == before);
    settle(sandbox);
    sandbox.openTab(1);
    CHECK(sandbox.editor()->history()->text() == lines);
}

TEST_CASE("a check that is under way gives way to the newer text, and stops when it is told to")
{
    AppViewModel app(Library::shipped(), {});
    SandboxViewModel& sandbox = *app.sandbox();
    // Counters that go round for ever, apart from each other: more states than anybody waits for.
    QString text = QStringLiteral("struct S { int a; int b; int c; int d; }\nglobal S s;\n");
    for (const char* field : {"a", "b", "c", "d"})
        text += QStringLiteral("flow count_%1() : k {\nagain:\n    s.%1++;\n    if (s.%1 == 100)\n        s.%1 = 0;\n    goto again;\n}\n").arg(QLatin1String(field));
    text += QStringLiteral("scenario S s \"s\" { thread A { count_a(); } thread B { count_b(); } thread C { count_c(); } thread D { count_d(); } }\n");
    sandbox.createWith(QStringLiteral("long"), text, {});
    REQUIRE(QTest::qWaitFor([&] { return sandbox.progressText().contains(QStringLiteral("states")); }, 20'000));
    CHECK(sandbox.busy());
    sandbox.editor()->history()->type(embedded("peterson.flow"), 0);
    settle(sandbox);
    CHECK(sandbox.verdict()->state() == CheckViewModel::Safe);
    sandbox.editor()->history()->type(text, 0);
    REQUIRE(QTest::qWaitFor([&] { return sandbox.busy() && sandbox.progressText().contains(QStringLiteral("states")); }, 20'000));
    sandbox.stop();
    settle(sandbox);
    CHECK(sandbox.verdict()->state() == CheckViewModel::Bounded);
}

TEST_CASE("locks stand in the order they are taken, and sources say where the design comes from")
{
    AppViewModel app(Library::shipped(), {});
    SandboxViewModel& sandbox = *app.sandbox();
    sandbox.create(QStringLiteral("D2"));
    settle(sandbox);
    QStringList locks;
    for (int row = 0; row < sandbox.locks()->rowCount(); ++row)
        locks.append(sandbox.locks()->index(row, 0).data(sandbox.locks()->roleNames().key("title")).toString());
    INFO(locks.join(QStringLiteral(", ")).toStdString());
    CHECK(locks.size() >= 4);
    const auto at = [&](const char* part) { return locks.indexOf(locks.filter(QLatin1String(part)).value(0)); };
    CHECK(at("dev_set") < at("igroup"));
    CHECK(at("igroup") < at("tsm_lock"));
    CHECK(sandbox.sources()->rowCount() > 0);
}
