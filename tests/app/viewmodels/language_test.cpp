/// Which language is spoken, and what follows from it. The view models have none of the program's translations here.
#include "viewmodels/shared/language.h"
#include "viewmodels/window/app_view_model.h"

#include "catch.h"

#include <QCoreApplication>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTranslator>

using namespace bindlab;

namespace {

/// Answers for one text: that the language is Chinese.
class SaysChinese : public QTranslator {
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* source, const char*, int) const override
    {
        return QLatin1String(context) == QLatin1String("language") && QLatin1String(source) == QLatin1String("en") ? QStringLiteral("zh_CN") : QString();
    }
};

class SpeakingChinese {
public:
    SpeakingChinese() { QCoreApplication::installTranslator(&m_translator); }
    ~SpeakingChinese() { QCoreApplication::removeTranslator(&m_translator); }
    SpeakingChinese(const SpeakingChinese&) = delete;
    SpeakingChinese& operator=(const SpeakingChinese&) = delete;

private:
    SaysChinese m_translator;
};

} // namespace

TEST_CASE("a language that is chosen is kept, and known before the settings are opened", "[language]")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath("settings.ini");
    CHECK(LanguageChoice::keptIn(file).isEmpty());
    {
        AppSettings kept(file);
        LanguageChoice choice(kept);
        CHECK(choice.names().size() == 2 + translatedLanguages().size());
        CHECK(choice.names().mid(0, 2) == QStringList{"As the desktop", "English"});
        CHECK(choice.chosen() == 0);
        QSignalSpy told(&choice, &LanguageChoice::chosenChanged);
        choice.choose(1);
        choice.choose(1);
        choice.choose(99);
        CHECK(told.count() == 1);
        CHECK(choice.chosen() == 1);
    }
    CHECK(LanguageChoice::keptIn(file) == "en");
    AppSettings again(file);
    CHECK(LanguageChoice(again).chosen() == 1);
}

TEST_CASE("a language that is not there is as good as none", "[language]")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath("settings.ini");
    QSettings(file, QSettings::IniFormat).setValue("look/language", "xx_YY");
    AppSettings settings(file);
    CHECK(LanguageChoice(settings).chosen() == 0);
    CHECK(languageMeant("xx_YY") == languageMeant(""));
    CHECK(languageMeant("en") == "en");
}

TEST_CASE("a language other than the spoken one waits for the next start", "[language]")
{
    const SpeakingChinese chinese;
    AppSettings nowhere{QString()};
    LanguageChoice choice(nowhere);
    choice.choose(1);
    CHECK(choice.waits());
}

TEST_CASE("in Chinese the shelf has the translated lessons in their places, with the progress of the originals", "[language][lesson]")
{
    const QTemporaryDir folder;
    const AppFiles files{.progress = folder.filePath("progress.json"), .lessons = folder.filePath("lessons")};
    const auto titleOf = [](AppViewModel& app, const QString& id) { return QString::fromStdString(app.shelf()->find(id)->title); };
    {
        AppViewModel app(Library::shipped(), files);
        CHECK(titleOf(app, "five-parties") == "Five parties, one device");
        app.openLesson("five-parties");
        app.lesson()->skip();
        REQUIRE(app.lessons()->pagesDone() == 1);
    }
    const SpeakingChinese chinese;
    AppViewModel app(Library::shipped(), files);
    CHECK(app.lessons()->count() == int(lessons().size()));
    CHECK(titleOf(app, "five-parties") == QString::fromUtf8("五方，一台设备"));
    CHECK(titleOf(app, "what-tdisp-guards") == "What TDISP guards");
    CHECK(app.lessons()->pagesDone() == 1);
    app.openLesson("five-parties");
    CHECK(app.lesson()->title() == QString::fromUtf8("五方，一台设备"));
    CHECK(app.lesson()->unit() == QString::fromUtf8("入门"));
    // Its unit is that of the lessons in English: the questions of a test come from all of them.
    app.testMe();
    CHECK(app.trouble().isEmpty());
    CHECK(app.lesson()->isTest());
    CHECK(app.lesson()->pageCount() == 3);
}
