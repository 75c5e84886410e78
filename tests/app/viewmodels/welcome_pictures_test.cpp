#include "viewmodels/window/welcome_pictures.h"

#include "viewmodels/lesson/lesson_list_model.h"

#include "catch.h"

#include <QAbstractItemModelTester>

#include <algorithm>

using namespace bindlab;

TEST_CASE("the drawing of the bind goes from a call of the VMM down to the device and back up", "[welcome]")
{
    const std::vector<StoryBox> story = tellStory(Library::shipped(), {"D6", {}, "S31", "sev"});
    REQUIRE(story.size() >= 4);
    CHECK(story.front().lane == 1);
    CHECK(std::any_of(story.begin(), story.end(), [](const StoryBox& box) { return box.lane == 4 && box.label == "CONFIG_LOCKED"; }));
    CHECK(story.back().label == "TSM bound");
    // One call: the unbind that follows is not drawn.
    CHECK(std::count_if(story.begin(), story.end(), [](const StoryBox& box) { return box.lane == 1; }) == 1);
    for (std::size_t i = 1; i < story.size(); ++i) {
        const bool down = story[i].lane > story[i - 1].lane;
        CHECK(story[i].column == story[i - 1].column + (down ? 0 : 1));
    }
    StoryListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setStory(story);
    CHECK(model.count() == int(story.size()));
    CHECK(model.columns() == story.back().column + 1);
}

TEST_CASE("a story that does not compile is empty", "[welcome]")
{
    CHECK(tellStory(Library::shipped(), {"no-such-design", {}, "S31"}).empty());
}

TEST_CASE("a lesson's card shows the schedule of its shortest failure", "[welcome]")
{
    const Lesson& lesson = *findLesson("who-unbinds");
    const LessonPicture picture = pictureOf(Library::shipped(), lesson);
    REQUIRE(picture.threads.size() > 4);
    CHECK(std::count(picture.threads.begin(), picture.threads.end(), 0) > 0);
    CHECK(std::count(picture.threads.begin(), picture.threads.end(), 1) > 0);
    CHECK(picture.from == "idev");
    CHECK(picture.to == "vdevice");

    CHECK(picture.fails);

    // Where the start holds, what the lesson has checked is drawn; where nothing breaks at all, how it begins.
    Lesson held = lesson;
    held.design = "D8";
    held.scenario = "S1";
    CHECK(pictureOf(Library::shipped(), held).fails);
    held.pages.clear();
    const LessonPicture quiet = pictureOf(Library::shipped(), held);
    CHECK_FALSE(quiet.fails);
    CHECK(quiet.threads.size() > 4);
    CHECK(quiet.to.isEmpty());
}

TEST_CASE("a lesson's card says who calls what, and what comes of it", "[welcome]")
{
    const LessonPicture broken = pictureOf(Library::shipped(), *findLesson("pin-or-unbind"));
    CHECK(broken.fails);
    CHECK(broken.calls == QStringList{"IOMMU_DESTROY"});
    CHECK(broken.outcome == "I22 broken");
    const LessonPicture whole = pictureOf(Library::shipped(), *findLesson("shared-to-run"));
    CHECK_FALSE(whole.fails);
    CHECK(whole.outcome == "RUN");
    CHECK(!whole.calls.isEmpty());
}

TEST_CASE("a mail's subject is shortened to the place in its series", "[welcome]")
{
    CHECK(shortSubject("Re: [RFC PATCH 17/30] iommufd/device: Add TSM Bind/Unbind").toStdString() == "RFC 17/30");
    CHECK(shortSubject("[PATCH v2 03/12] x").toStdString() == "PATCH 03/12");
    CHECK(shortSubject("A question").toStdString() == "A question");
    CHECK(shortAuthor("Aneesh Kumar K.V").toStdString() == "A. Kumar");
    CHECK(shortAuthor("Xu Yilun, quoted by Aneesh Kumar K.V").toStdString() == "Xu Yilun");
    CHECK(shortDate("2025-06-04").toStdString() == "4 Jun 2025");
    CHECK(shortDate("some day").toStdString() == "some day");
}
