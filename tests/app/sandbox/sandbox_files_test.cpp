#include "viewmodels/sandbox/sandbox_files.h"

#include "catch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace bindlab;

namespace {

void put(const QString& file, const QByteArray& text)
{
    QFile out(file);
    REQUIRE(out.open(QIODevice::WriteOnly));
    out.write(text);
}

} // namespace

TEST_CASE("what another program wrote meanwhile is not overwritten: the text goes on under another name, and that is said")
{
    const QTemporaryDir folder;
    SandboxFiles files(folder.path());
    QString name = QStringLiteral("mine");
    CHECK(files.write(name, QStringLiteral("a")).isEmpty());
    put(folder.filePath(QStringLiteral("mine.flow")), "theirs");
    const QString said = files.write(name, QStringLiteral("b"));
    CHECK(said.contains(QStringLiteral("mine_2")));
    CHECK(name == QStringLiteral("mine_2"));
    CHECK(*files.read(QStringLiteral("mine")) == QStringLiteral("theirs"));
    CHECK(*files.read(QStringLiteral("mine_2")) == QStringLiteral("b"));
}

TEST_CASE("a removed text is put back as it was")
{
    const QTemporaryDir folder;
    SandboxFiles files(folder.path());
    QString name = QStringLiteral("mine");
    CHECK(files.write(name, QStringLiteral("a")).isEmpty());
    CHECK(files.remove(name).isEmpty());
    CHECK(files.names().isEmpty());
    CHECK(files.restore(name).isEmpty());
    CHECK(*files.read(name) == QStringLiteral("a"));
}

TEST_CASE("a folder that cannot be written and a text that is too large are a sentence each")
{
    const QTemporaryDir folder;
    put(folder.filePath(QStringLiteral("file")), "no folder");
    SandboxFiles nowhere(folder.filePath(QStringLiteral("file")));
    QString name = QStringLiteral("mine");
    CHECK(nowhere.write(name, QStringLiteral("a")).contains(QStringLiteral("cannot be written")));
    put(folder.filePath(QStringLiteral("large.flow")), QByteArray(2 << 20, 'x'));
    SandboxFiles files(folder.path());
    const auto read = files.read(QStringLiteral("large"));
    REQUIRE_FALSE(read);
    CHECK(read.error().contains(QStringLiteral("1 MiB")));
}

TEST_CASE("a name that would leave the folder, or is taken, is refused")
{
    const QTemporaryDir folder;
    SandboxFiles files(folder.path());
    QString name = QStringLiteral("mine");
    QString other = QStringLiteral("other");
    CHECK(files.write(name, QStringLiteral("a")).isEmpty());
    CHECK(files.write(other, QStringLiteral("b")).isEmpty());
    for (const char* wrong : {"../mine", "a/b", "", "1a", "a.b", "other"}) {
        INFO(wrong);
        CHECK_FALSE(files.rename(name, QString::fromLatin1(wrong)).isEmpty());
    }
    CHECK(files.rename(name, QStringLiteral("better")).isEmpty());
    CHECK(*files.read(QStringLiteral("better")) == QStringLiteral("a"));
}
