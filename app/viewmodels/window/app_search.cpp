#include "app_search.h"

#include "app_view_model.h"
#include "viewmodels/shared/plain_text.h"

#include "lesson/glossary.h"
#include "machines/machine.h"
#include "report/share_code.h"

#include <algorithm>

namespace bindlab {

namespace {

/// Where one may want to go back to, before anything is typed.
void addPlaces(std::vector<Findable>& all, const WorkbenchViewModel& workbench) {
    for (const int marked : workbench.bookmarks())
        all.push_back({QStringLiteral("position:%1").arg(marked), AppViewModel::tr("Marked step %1").arg(marked), AppViewModel::tr("Go to"), {}, {}, true});
    for (std::size_t number = 0; number < workbench.kept().runs().size(); ++number)
        all.push_back({QStringLiteral("recent:%1").arg(number), text(nameOf(workbench.kept().runs()[number])), AppViewModel::tr("Recent run"), {}, {}, true});
}

void addActions(std::vector<Findable>& all, AppViewModel& app) {
    for (const Action& action : app.settings()->keys().actions()) {
        if (action.listed && app.active(action))
            all.push_back({action.id, action.title, action.group, {}, keyTexts(action), true});
    }
}

void addRun(std::vector<Findable>& all, LessonViewModel& lesson) {
    WorkbenchViewModel& workbench = *lesson.workbench();
    for (const auto& [box, name] : workbench.map()->namedBoxes())
        all.push_back({QStringLiteral("box:%1").arg(box), name, AppViewModel::tr("On the map"), {}, {}, false});
    // What lies ahead of an open question would answer it.
    const int shown = workbench.run() == nullptr ? 0 : lesson.futureHidden() ? workbench.position() : workbench.run()->length();
    for (int step = 0; step < shown; ++step)
        all.push_back({QStringLiteral("position:%1").arg(step + 1), text(workbench.run()->record(step).sentence), AppViewModel::tr("Step %1").arg(step + 1), {}, {}, false});
}

/// A mail that several lessons are about is there once; it goes to the first of them.
void addMail(std::vector<Findable>& mails, const LessonSource& source, const QString& lessonId, const QString& lessonName) {
    const QString by = AppViewModel::tr("%1, %2").arg(text(source.author), text(source.date));
    const auto known = std::ranges::find_if(mails, [&](const Findable& mail) { return mail.title == text(source.subject) && mail.group == by; });
    if (known == mails.end())
        mails.push_back({lessonId, text(source.subject), by, AppViewModel::tr("in %1").arg(lessonName), {}, false});
    else
        known->detail += QStringLiteral(", ") + lessonName;
}

void addLesson(std::vector<Findable>& all, std::vector<Findable>& mails, const Lesson& lesson) {
    if (lesson.pages.empty())
        return;
    const QString id = QStringLiteral("lesson:") + text(lesson.id);
    const QString name = lesson.challenges ? AppViewModel::tr("Challenges %1").arg(lesson.number) : AppViewModel::tr("Lesson %1").arg(lesson.number);
    all.push_back({id, text(lesson.title), name, text(lesson.summary), {}, false});
    for (std::size_t page = 0; page < lesson.pages.size(); ++page)
        all.push_back({QStringLiteral("%1#%2").arg(id).arg(page), text(lesson.pages[page].title), AppViewModel::tr("%1, step %2").arg(name).arg(page + 1), {}, {}, false});
    for (const LessonSource& source : lesson.sources)
        addMail(mails, source, id, name);
}

void addTerms(std::vector<Findable>& all) {
    for (const Term& term : glossary()) {
        QString names;
        for (const std::string& name : term.names)
            names += QStringLiteral(" · ") + text(name);
        all.push_back({QStringLiteral("term:") + text(term.term), text(term.term) + names, text(term.where), text(term.text), {}, false});
    }
}

void addMachines(std::vector<Findable>& all) {
    for (const Machine* machine : machines()) {
        const QString name = QString::fromUtf8(machine->name().data(), qsizetype(machine->name().size()));
        const QString title = QString::fromUtf8(machine->title().data(), qsizetype(machine->title().size()));
        all.push_back({QStringLiteral("machine:") + name, QStringLiteral("%1 · %2").arg(name, title), AppViewModel::tr("State machine"), {}, {}, false});
    }
}

} // namespace

std::vector<Findable> everything(AppViewModel& app) {
    std::vector<Findable> all;
    const bool inLesson = app.screen() == AppViewModel::Place::Lesson;
    if (inLesson)
        addPlaces(all, *app.lesson()->workbench());
    addActions(all, app);
    if (inLesson)
        addRun(all, *app.lesson());
    std::vector<Findable> mails;
    LessonShelf& shelf = *app.shelf();
    for (const LessonListModel* list : {shelf.lessons(), shelf.challenges(), shelf.own()}) {
        for (const Lesson& lesson : list->all())
            addLesson(all, mails, lesson);
    }
    addTerms(all);
    addMachines(all);
    std::ranges::move(mails, std::back_inserter(all));
    return all;
}

std::vector<Findable> meantBy(const QString& typed, AppViewModel& app) {
    bool number = false;
    const int step = typed.trimmed().toInt(&number);
    LessonViewModel& lesson = *app.lesson();
    if (number && app.screen() == AppViewModel::Place::Lesson && step >= 0 && step <= lesson.workbench()->length() && !lesson.futureHidden())
        return {{QStringLiteral("position:%1").arg(step), AppViewModel::tr("Go to step %1").arg(step), AppViewModel::tr("Go to"), {}, {}, true}};
    if (isShareCode(typed.toStdString()))
        return {{QStringLiteral("share:") + typed, AppViewModel::tr("Open the shared moment"), AppViewModel::tr("Share code"), {}, {}, true}};
    return {};
}

bool goTo(const QString& found, AppViewModel& app) {
    const QString kind = found.section(QLatin1Char(':'), 0, 0);
    const QString name = found.section(QLatin1Char(':'), 1);
    if (kind == found)
        return false;
    if (kind == QLatin1String("lesson")) {
        app.openLesson(name.section(QLatin1Char('#'), 0, 0));
        if (name.contains(QLatin1Char('#')))
            app.lesson()->openPage(name.section(QLatin1Char('#'), 1).toInt());
    } else if (kind == QLatin1String("term") || kind == QLatin1String("machine")) {
        if (kind == QLatin1String("term") ? app.reference()->showTerm(name) : app.reference()->showSheet(name))
            app.openReference();
    } else if (kind == QLatin1String("design")) {
        app.openDesign(name);
    } else if (kind == QLatin1String("share")) {
        app.openShared(name);
    } else if (kind == QLatin1String("recent")) {
        app.lesson()->workbench()->openRecent(name.toInt());
    } else if (kind == QLatin1String("position")) {
        app.lesson()->workbench()->seek(name.toInt());
    }
    return kind != QLatin1String("box");
}

} // namespace bindlab
