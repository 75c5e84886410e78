/// The files of app/translations, held against the words of the program.
#include "catch.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

namespace {

const QString folder = QStringLiteral(BINDLAB_SOURCE_DIR "/app/translations");

struct Message {
    std::string context;
    std::string source;
    std::string translation;
    bool finished = true;

    [[nodiscard]] std::string name() const { return context + ": " + source; }
};

std::vector<Message> messagesOf(const QString& name)
{
    QFile file(name);
    REQUIRE(file.open(QIODevice::ReadOnly));
    QXmlStreamReader reader(&file);
    std::vector<Message> messages;
    std::string context;
    while (!reader.atEnd()) {
        reader.readNext();
        if (!reader.isStartElement())
            continue;
        if (reader.name() == QLatin1String("name"))
            context = reader.readElementText().toStdString();
        else if (reader.name() == QLatin1String("source"))
            messages.push_back({context, reader.readElementText().toStdString(), {}, true});
        else if (reader.name() == QLatin1String("translation")) {
            messages.back().finished = reader.attributes().value(QLatin1String("type")).isEmpty();
            messages.back().translation = reader.readElementText(QXmlStreamReader::IncludeChildElements).toStdString();
        }
    }
    REQUIRE_FALSE(reader.hasError());
    return messages;
}

std::vector<std::string> namesOf(const std::vector<Message>& messages)
{
    std::vector<std::string> names;
    for (const Message& message : messages)
        names.push_back(message.name());
    std::ranges::sort(names);
    return names;
}

/// What is in `all` and not in `others`, a line each; both are sorted.
std::string without(const std::vector<std::string>& all, const std::vector<std::string>& others)
{
    std::vector<std::string> left;
    std::ranges::set_difference(all, others, std::back_inserter(left));
    std::string lines;
    for (const std::string& each : left)
        lines += each + "\n";
    return lines;
}

/// "%1", "%n", and markup, sorted.
QStringList partsToFill(const std::string& text)
{
    static const QRegularExpression part(QStringLiteral("%L?(\\d+|n)|<[^>]*>"));
    QStringList parts;
    for (auto matches = part.globalMatch(QString::fromStdString(text)); matches.hasNext();)
        parts.append(matches.next().captured());
    parts.sort();
    return parts;
}

QStringList translationFiles()
{
    QStringList files;
    for (const QString& name : QDir(folder).entryList({QStringLiteral("bindlab_*.ts")}, QDir::Files, QDir::Name))
        files.append(folder + QLatin1Char('/') + name);
    REQUIRE_FALSE(files.isEmpty());
    return files;
}

} // namespace

TEST_CASE("a translation is whole, and has a place for everything that is filled in", "[translation]")
{
    for (const QString& file : translationFiles()) {
        const auto messages = messagesOf(file);
        CHECK(messages.size() > 1000);
        for (const Message& message : messages) {
            INFO(file.toStdString() << ": " << message.name() << ": " << message.translation);
            CHECK(message.finished);
            CHECK_FALSE(message.translation.empty());
            CHECK(partsToFill(message.translation) == partsToFill(message.source));
        }
    }
}

TEST_CASE("a translation has the words of the program, each of them and no others", "[translation]")
{
    const QTemporaryDir temporary;
    const QString fresh = temporary.filePath(QStringLiteral("bindlab_zh_CN.ts"));
    QProcess update;
    update.start(folder + QStringLiteral("/update"), {fresh});
    REQUIRE(update.waitForFinished());
    // What lupdate cannot place in a context, it says, and leaves out.
    CHECK(update.readAllStandardError().toStdString().empty());
    CHECK(update.exitCode() == 0);
    const auto wanted = namesOf(messagesOf(fresh));
    for (const QString& file : translationFiles()) {
        INFO(file.toStdString() << ": app/translations/update brings it up to date");
        const auto there = namesOf(messagesOf(file));
        CHECK(without(wanted, there).empty());
        CHECK(without(there, wanted).empty());
    }
}
