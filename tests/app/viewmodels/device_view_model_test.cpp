#include "viewmodels/window/app_view_model.h"

#include "catch.h"
#include "roles.h"

#include <QAbstractItemModelTester>

#include <set>

using namespace bindlab;

namespace {

QStringList column(const QAbstractItemModel* model, const char* role)
{
    QStringList values;
    for (int row = 0; row < model->rowCount(); ++row)
        values.append(at(model, row, role).toString());
    return values;
}

struct Lab {
    AppViewModel app{Library::shipped(), {}};
    DeviceViewModel& device = *app.device();

    void choose(const char* request) { device.compose(int(column(device.requests(), "key").indexOf(QLatin1String(request)))); }
    void send(const char* request)
    {
        choose(request);
        device.send();
    }
    QString last(const char* role) { return at(device.entries(), device.entries()->rowCount() - 1, role).toString(); }
};

} // namespace

TEST_CASE("a new device hears nothing until it is connected", "[device]")
{
    Lab lab;
    CHECK_FALSE(lab.device.connected());
    lab.send("GET_TDISP_VERSION");
    CHECK(lab.last("name") == "no answer");
    CHECK_FALSE(lab.last("reason").isEmpty());
    lab.device.connectDevice();
    CHECK(lab.device.connected());
    lab.send("GET_TDISP_VERSION");
    CHECK(lab.last("name") == "TDISP_VERSION");
    CHECK(lab.last("note") == "1.0");
}

TEST_CASE("messages are numbered and stand in the state that they met", "[device]")
{
    Lab lab;
    const QAbstractItemModelTester tester(lab.device.entries());
    lab.device.playHappyPath();
    CHECK(lab.device.stateName() == "RUN");
    CHECK(column(lab.device.entries(), "number") == QStringList{"0", "0", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"});
    QStringList sections = column(lab.device.entries(), "sectionName");
    sections.removeAll(QString());
    CHECK(sections == QStringList{"CONFIG_UNLOCKED", "CONFIG_LOCKED", "RUN"});
    CHECK(lab.device.title() == "LOCK_INTERFACE_REQUEST");
    lab.device.setEveryRequest(true);
    CHECK(lab.device.entries()->rowCount() == 6 + 12 + 1 + 12);
    lab.device.setEveryRequest(false);
    CHECK(lab.device.entries()->rowCount() == 15);
}

TEST_CASE("the bytes of every message are in boxes, each byte once", "[device]")
{
    Lab lab;
    lab.device.playHappyPath();
    for (int row = 0; row < lab.device.entries()->rowCount(); ++row) {
        lab.device.select(row);
        std::set<int> seen;
        QString hex;
        for (int segment = 0; segment < lab.device.segments()->rowCount(); ++segment) {
            const QStringList bytes = at(lab.device.segments(), segment, "bytes").toStringList();
            const int begin = at(lab.device.segments(), segment, "line").toInt() * 16 + at(lab.device.segments(), segment, "column").toInt();
            for (int i = 0; i < bytes.size(); ++i)
                CHECK(seen.insert(begin + i).second);
            hex += bytes.join(QString());
        }
        CHECK(int(seen.size()) == lab.device.byteCount());
        CHECK(hex.toLower() == lab.device.hex());
    }
}

TEST_CASE("a field of flags shows its bits", "[device]")
{
    Lab lab;
    lab.device.playHappyPath();
    CHECK(at(lab.device.fields(), lab.device.field(), "name") == "FLAGS");
    CHECK(at(lab.device.fields(), lab.device.field(), "value") == "0x0005");
    CHECK(column(lab.device.bits(), "set") == QStringList{"true", "false", "true", "false", "false"});
    CHECK(lab.device.reservedNote() == "Fields 3, 5 and 8 are reserved and must be zero.");
    lab.device.selectField(0);
    CHECK(lab.device.bits()->rowCount() == 0);
    lab.device.selectField(99);
    CHECK(lab.device.field() == 0);
}

TEST_CASE("a preview changes nothing, an injected action does, and both can be taken back", "[device]")
{
    Lab lab;
    lab.device.playHappyPath();
    const int entries = lab.device.entries()->rowCount();
    lab.device.preview("clear-mse");
    CHECK(lab.device.previewTitle() == "RUN to ERROR");
    CHECK(lab.device.previewMishap());
    CHECK(column(lab.device.states(), "previewed") == QStringList{"false", "false", "false", "true"});
    CHECK(column(lab.device.arrows(), "previewed").count("true") == 1);
    CHECK(lab.device.stateName() == "RUN");
    CHECK(lab.device.entries()->rowCount() == entries);
    lab.device.inject("clear-mse");
    CHECK(lab.device.stateName() == "ERROR");
    CHECK(lab.last("note") == QStringLiteral("→ ERROR"));
    CHECK(lab.device.previewed().isEmpty());
    lab.device.undo();
    CHECK(lab.device.stateName() == "RUN");
    CHECK(lab.device.entries()->rowCount() == entries);
}

TEST_CASE("stopped first, an action breaks nothing", "[device]")
{
    Lab lab;
    lab.device.playHappyPath();
    lab.device.preview("flr");
    lab.device.stopThenInject("flr");
    CHECK(lab.device.stateName() == "CONFIG_UNLOCKED");
    CHECK(column(lab.device.entries(), "name").contains("STOP_INTERFACE_RESPONSE"));
    CHECK_FALSE(column(lab.device.entries(), "sectionName").contains("ERROR"));
}

TEST_CASE("what an action allowed by the specification would do is told as well", "[device]")
{
    Lab lab;
    lab.device.playHappyPath();
    lab.device.setAllActions(true);
    lab.device.preview("write-msi");
    CHECK(lab.device.previewTitle() == "RUN stays");
    CHECK_FALSE(lab.device.previewMishap());
    lab.device.preview("session-start");
    CHECK(lab.device.previewTitle() == "Refused");
    lab.device.preview("");
    CHECK(lab.device.previewTitle().isEmpty());
}

TEST_CASE("what the host's platform makes of a lost TDI is told with the platform", "[device]")
{
    Lab lab;
    lab.device.playHappyPath();
    lab.device.preview("clear-mse");
    std::set<QString> texts;
    for (const QString& platform : column(lab.device.platforms(), "key")) {
        lab.device.setPlatform(platform);
        texts.insert(lab.device.previewText());
    }
    CHECK(int(texts.size()) == lab.device.platforms()->rowCount());
}

TEST_CASE("a wrong nonce is refused, and a message sent twice finds the device busy", "[device]")
{
    Lab lab;
    lab.device.connectDevice();
    lab.send("LOCK_INTERFACE_REQUEST");
    CHECK(lab.device.stateName() == "CONFIG_LOCKED");
    lab.device.sendWrongNonce();
    CHECK(lab.last("note") == "INVALID_NONCE");
    CHECK(lab.device.stateName() == "CONFIG_LOCKED");
    lab.choose("START_INTERFACE_REQUEST");
    lab.device.sendTwice();
    const QStringList notes = column(lab.device.entries(), "note");
    CHECK(notes.contains("BUSY"));
    CHECK(lab.device.stateName() == "RUN");
    lab.device.undo();
    CHECK(lab.device.stateName() == "CONFIG_LOCKED");
}

TEST_CASE("bytes that are edited are sent as they stand, and what is no message says why", "[device]")
{
    Lab lab;
    lab.device.connectDevice();
    lab.choose("GET_TDISP_VERSION");
    lab.device.setDraft("20 81 00 00 00 3a 00 00 00 00 00 00 00 00 00 00");
    CHECK(lab.device.draftProblem().isEmpty());
    lab.device.send();
    CHECK(lab.last("note") == "VERSION_MISMATCH");
    const int entries = lab.device.entries()->rowCount();
    for (const QString& bad : {QString(), QStringLiteral("1"), QStringLiteral("xy"), QString(4000, QLatin1Char('0'))}) {
        lab.device.setDraft(bad);
        CHECK_FALSE(lab.device.draftProblem().isEmpty());
        lab.device.send();
        lab.device.sendTwice();
        CHECK(lab.device.entries()->rowCount() == entries);
    }
}

TEST_CASE("a virtual function is locked by itself, and hit by a reset of the physical one", "[device]")
{
    Lab lab;
    lab.device.connectDevice();
    lab.device.setInterface(1);
    lab.send("LOCK_INTERFACE_REQUEST");
    CHECK(lab.device.stateName() == "CONFIG_LOCKED");
    lab.device.setInterface(0);
    CHECK(lab.device.stateName() == "CONFIG_UNLOCKED");
    lab.device.preview("flr");
    CHECK(lab.device.previewMishap());
    CHECK(lab.device.previewTitle() == "Other interfaces are hit");
    lab.device.inject("flr");
    lab.device.setInterface(1);
    CHECK(lab.device.stateName() == "ERROR");
}

TEST_CASE("where two references disagree about STOP, either can be chosen", "[device]")
{
    Lab lab;
    lab.device.connectDevice();
    lab.send("STOP_INTERFACE_REQUEST");
    CHECK(lab.last("name") == "STOP_INTERFACE_RESPONSE");
    lab.device.setEmulatorStop(true);
    lab.device.connectDevice();
    lab.send("STOP_INTERFACE_REQUEST");
    CHECK(lab.last("note") == "INVALID_INTERFACE_STATE");
}

TEST_CASE("every arrow of the chart is one of the machine, and every change of state has one", "[device]")
{
    Lab lab;
    std::set<std::pair<std::string_view, std::string_view>> pairs;
    for (const ChartRow& row : tdi().chart())
        if (row.from != row.to)
            pairs.emplace(row.from, row.to);
    CHECK(lab.device.arrows()->rowCount() == int(pairs.size()));
    CHECK(column(lab.device.states(), "name").size() == int(tdi().states().size()));
    CHECK(column(lab.device.arrows(), "events").contains("LOCK"));
}

TEST_CASE("the messages of the lesson's run follow it step by step", "[device]")
{
    Lab lab;
    WorkbenchViewModel& workbench = *lab.app.lesson()->workbench();
    REQUIRE(workbench.load("D0", "HP", "tdx"));
    const QStringList sources = column(lab.device.sources(), "key");
    REQUIRE(sources.size() >= 2);
    lab.device.chooseSource(sources.at(1));
    while (workbench.canGoForward() && workbench.position() < 2000)
        workbench.forward();
    CHECK(workbench.position() > 100);
    CHECK(column(lab.device.entries(), "name").contains("START_INTERFACE_RESPONSE"));
    const Run& run = *workbench.run();
    const int tdiIndex = tdisOf(run).front();
    for (int step = 0; step <= run.length(); step += 7) {
        workbench.seek(step);
        const Snapshot snapshot = look(run.model(), run.stateAt(step));
        CHECK(lab.device.state() == snapshot.machines[std::size_t(tdiIndex)].state);
    }
    // What one does then is one's own.
    lab.device.inject("hot-reset");
    CHECK(lab.device.source() == "own");
    workbench.seek(0);
    CHECK(lab.last("name") == "Hot reset");
}
