#include "viewmodels/window/app_view_model.h"

#include "catch.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

using namespace bindlab;

namespace {

LessonProgress with(const std::string& id, int answer) {
    LessonProgress progress;
    progress.answers[id] = answer;
    return progress;
}

/// A program that answers a question over and over until it is killed.
class Learner {
public:
    Learner(const QString& file, const QString& question) {
        m_process.start(QStringLiteral(BINDLAB_ANSWERING), {file, question});
        REQUIRE(m_process.waitForReadyRead(30'000));
    }
    /// Kills it, and answers the last number it said to be kept.
    int killed() {
        kill(pid_t(m_process.processId()), SIGKILL);
        REQUIRE(m_process.waitForFinished(30'000));
        const QList<QByteArray> said = m_process.readAllStandardOutput().split('\n');
        REQUIRE(said.size() >= 2);
        return said[said.size() - 2].toInt();
    }

private:
    QProcess m_process;
};

} // namespace

TEST_CASE("two windows on the same lesson keep what is done in either", "[robustness][progress]") {
    const QTemporaryDir folder;
    const QString name = folder.filePath("progress.json");
    ProgressFile first(name);
    ProgressFile second(name);
    CHECK(first.keep("one", with("a", 1)).isEmpty());
    CHECK(second.keep("one", with("b", 2)).isEmpty());

    LessonProgress again = with("a", 3);
    again.page = 4;
    CHECK(first.keep("one", again).isEmpty());
    const LessonProgress both = ProgressFile(name).all().at("one");
    CHECK(both.page == 4);
    CHECK(both.answers == std::map<std::string, int>{{"a", 3}, {"b", 2}});

    // What one takes back is gone, what the other did stays.
    CHECK(first.keep("one", {}).isEmpty());
    CHECK(ProgressFile(name).all().at("one").answers == std::map<std::string, int>{{"b", 2}});
    // Who takes the lesson up sees the other's answer, and can take it back as well.
    CHECK(first.takeUp("one").answers == std::map<std::string, int>{{"b", 2}});
    CHECK(first.keep("one", {}).isEmpty());
    CHECK(ProgressFile(name).all().at("one") == LessonProgress());
}

TEST_CASE("two windows answer at once and are killed: of each at most the last answer is missing", "[robustness][progress]") {
    const QTemporaryDir folder;
    const QString name = folder.filePath("progress.json");
    int before[2] = {0, 0};
    for (int round = 0; round < 4; ++round) {
        Learner first(name, "first");
        Learner second(name, "second");
        QTest::qSleep(60 + 37 * round);
        const int said[2] = {first.killed(), second.killed()};
        const ProgressFile file(name);
        REQUIRE(file.trouble().isEmpty());
        const LessonProgress& kept = file.all().at("answering");
        const int answers[2] = {std::stoi(kept.texts.at("number")), std::stoi(kept.texts.at("second"))};
        for (int learner = 0; learner < 2; ++learner) {
            INFO("round " << round << ", learner " << learner << " said " << said[learner]);
            CHECK(answers[learner] >= said[learner]);
            CHECK(answers[learner] <= said[learner] + 1);
            CHECK(answers[learner] > before[learner]);
            before[learner] = answers[learner];
        }
    }
}
