#include "user.h"

#include "draft/templates.h"

#include <QTest>

#include <algorithm>
#include <utility>

namespace bindlab::random_use {

namespace {

const Qt::Key anyKeys[] = {Qt::Key_Tab,    Qt::Key_Backtab, Qt::Key_Return, Qt::Key_Escape,   Qt::Key_Space,  Qt::Key_Left,      Qt::Key_Right,
                           Qt::Key_Up,     Qt::Key_Down,    Qt::Key_Home,   Qt::Key_End,      Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Delete,
                           Qt::Key_Backspace, Qt::Key_F1,   Qt::Key_F3,     Qt::Key_F6,       Qt::Key_F8,     Qt::Key_Plus,      Qt::Key_Minus,
                           Qt::Key_0,      Qt::Key_1,       Qt::Key_2,      Qt::Key_3,        Qt::Key_9,      Qt::Key_A,         Qt::Key_B,
                           Qt::Key_C,      Qt::Key_D,       Qt::Key_F,      Qt::Key_P,        Qt::Key_T,      Qt::Key_V,         Qt::Key_W,
                           Qt::Key_X,      Qt::Key_Z,       Qt::Key_Menu};
const Qt::KeyboardModifiers modifiersOfKeys[] = {Qt::NoModifier, Qt::NoModifier, Qt::NoModifier, Qt::ShiftModifier, Qt::ControlModifier,
                                                 Qt::ControlModifier | Qt::ShiftModifier, Qt::AltModifier};

const char* const words[] = {"lock", "vdevice", "I3", "D6", "S3", "bind", "0x3a00", "-1", "999999999999", "tdx", "what?", "\u00e9\u6f22\U0001f642", "a b  c", "\"", "%1", "<b>", "\\", "..", "mine", "mine_2"};

/// Pieces of flow texts, right and wrong.
const char* const pieces[] = {"lock(idev.igroup.lock);\n", "unlock(a.lock);\n", "flow f(x) : k {\n", "}\n", "struct Box { mutex lock; int count; }\n", "global Box box;\n",
                              "scenario S \"s\" { thread T \"t\" { f(); } }\n", "while (box.count) { }\n", "goto out;\nout:\n", "\"", "/* ", "// \u00e9\u6f22\U0001f642\n", "patch p {\n",
                              "+ users++;\n", "if (", "choose {", "\t", "int i = 99999999999;\n", "any order { ", "ret = call f(f(f(", "design D \"d\" = D3a + "};

bool isControl(const QQuickItem& item)
{
    return item.isEnabled()
        && (item.inherits("QQuickAbstractButton") || item.inherits("QQuickMouseArea")
            || std::ranges::any_of(item.children(), [](const QObject* each) { return each->inherits("QQuickTapHandler"); }));
}

bool isField(const QQuickItem& item)
{
    return item.isEnabled() && (item.inherits("QQuickTextInput") || item.inherits("QQuickTextEdit")) && !item.property("readOnly").toBool();
}

QString nameOf(const QQuickItem& item)
{
    return QString::fromLatin1(item.metaObject()->className()).section(QStringLiteral("_Q"), 0, 0) + QLatin1Char(' ') + item.property("text").toString().left(60);
}

bool isWithin(const QQuickItem* item, const char* type)
{
    for (; item != nullptr; item = item->parentItem()) {
        if (QByteArray(item->metaObject()->className()).startsWith(type))
            return true;
    }
    return false;
}

} // namespace

User::User(QQuickWindow& window, AppViewModel& app, Witness& witness, Journal& journal, QString folder, unsigned seed)
    : m_window(window), m_app(app), m_witness(witness), m_journal(journal), m_folder(std::move(folder)), m_random(seed)
{
}

const std::vector<User::Habit>& User::habits()
{
    static const std::vector<Habit> all{
        {14, &User::pressKeyOfAction}, {12, &User::pressAnyKey}, {22, &User::clickControl}, {3, &User::clickAnywhere}, {3, &User::drag},
        {3, &User::wheel},             {6, &User::typeIntoField}, {3, &User::useText},      {1, &User::resize},       {6, &User::triggerAction},
        {3, &User::changeScreen},      {2, &User::openLesson},   {10, &User::workOnLesson}, {2, &User::changeLook},   {2, &User::openShareCode},
        {1, &User::saveExport},        {1, &User::chooseDesigns},
    };
    return all;
}

void User::act()
{
    if (std::exchange(m_writes, false))
        return useText();
    int sum = 0;
    for (const Habit& habit : habits())
        sum += habit.weight;
    int drawn = pick(sum);
    for (const Habit& habit : habits()) {
        drawn -= habit.weight;
        if (drawn < 0)
            return (this->*habit.act)();
    }
}

int User::pause()
{
    return chance(90) ? pick(30) : pick(1500);   // now and then somebody reads
}

// --- keys and mouse

void User::press(int key, Qt::KeyboardModifiers modifiers)
{
    mayReplaceProgress(m_window.activeFocusItem());
    m_journal.did(QStringLiteral("key ") + keyText(QKeyCombination(modifiers, Qt::Key(key))));
    QTest::keyClick(&m_window, Qt::Key(key), modifiers);
}

void User::pressKeyOfAction()
{
    const Action& action = oneOf(m_app.settings()->keys().actions());
    if (action.keys.isEmpty())
        return;
    const QKeyCombination key = oneOf(action.keys);
    for (int times = action.repeats ? 1 + pick(4) : 1; times > 0; --times)
        press(key.key(), key.keyboardModifiers());
}

void User::pressAnyKey()
{
    press(oneOf(anyKeys), oneOf(modifiersOfKeys));
}

std::vector<QQuickItem*> User::shown(const std::function<bool(const QQuickItem&)>& wanted) const
{
    std::vector<QQuickItem*> found;
    const QRectF all(QPointF(), QSizeF(m_window.size()));
    std::vector<QQuickItem*> left{m_window.contentItem()};
    while (!left.empty()) {
        QQuickItem* item = left.back();
        left.pop_back();
        if (!item->isVisible() || item->opacity() == 0)
            continue;
        if (wanted(*item) && all.contains(item->mapToScene(item->boundingRect().center())))
            found.push_back(item);
        for (QQuickItem* child : item->childItems())
            left.push_back(child);
    }
    return found;
}

void User::click(QQuickItem& item, Qt::MouseButton button)
{
    mayReplaceProgress(&item);
    m_journal.did(QStringLiteral("click ") + nameOf(item));
    QTest::mouseClick(&m_window, button, oneOf(modifiersOfKeys), item.mapToScene(item.boundingRect().center()).toPoint());
}

void User::clickControl()
{
    const std::vector<QQuickItem*> controls = shown(isControl);
    if (!controls.empty())
        click(*oneOf(controls), chance(95) ? Qt::LeftButton : Qt::RightButton);
}

void User::clickAnywhere()
{
    if (m_app.screen() == AppViewModel::Place::Settings)
        m_witness.progressMayBeReplaced();
    const QPoint place(pick(m_window.width()), pick(m_window.height()));
    m_journal.did(QStringLiteral("click at %1, %2").arg(place.x()).arg(place.y()));
    if (chance(30))
        QTest::mouseDClick(&m_window, Qt::LeftButton, {}, place);
    else
        QTest::mouseClick(&m_window, Qt::LeftButton, {}, place);
}

void User::drag()
{
    QPoint place(pick(m_window.width()), pick(m_window.height()));
    m_journal.did(QStringLiteral("drag from %1, %2").arg(place.x()).arg(place.y()));
    QTest::mousePress(&m_window, Qt::LeftButton, {}, place);
    for (int moves = 1 + pick(6); moves > 0; --moves) {
        place = {std::clamp(place.x() + pick(200) - 100, 0, m_window.width() - 1), std::clamp(place.y() + pick(200) - 100, 0, m_window.height() - 1)};
        QTest::mouseMove(&m_window, place);
    }
    QTest::mouseRelease(&m_window, Qt::LeftButton, {}, place);
}

void User::wheel()
{
    const QPointF place(pick(m_window.width()), pick(m_window.height()));
    const QPoint turned(0, chance(50) ? 120 : -120);
    const Qt::KeyboardModifiers modifiers = oneOf(modifiersOfKeys);
    m_journal.did(QStringLiteral("wheel at %1, %2").arg(place.x()).arg(place.y()));
    for (int turns = 1 + pick(5); turns > 0; --turns) {
        QWheelEvent event(place, m_window.mapToGlobal(place), {}, turned, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&m_window, &event);
    }
}

void User::type(const QString& text)
{
    mayReplaceProgress(m_window.activeFocusItem());
    m_journal.did(QStringLiteral("type ") + text);
    for (const char32_t letter : text.toUcs4()) {
        if (letter == U'\n')
            QTest::keyClick(&m_window, Qt::Key_Return);
        else
            QTest::sendKeyEvent(QTest::Click, &m_window, letter < 0x80 ? QTest::asciiToKey(char(letter)) : Qt::Key_unknown, QString::fromUcs4(&letter, 1), {});
    }
}

QString User::someWords()
{
    if (chance(10) && !m_code.isEmpty())
        return m_code.left(200);
    QStringList some;
    for (int count = 1 + pick(3); count > 0; --count)
        some.append(QString::fromUtf8(oneOf(words)));
    return some.join(QLatin1Char(' '));
}

/// A name of a file is kept to the user's own folder.
bool User::writesFiles(const QQuickItem* item) const
{
    return isWithin(item, "ExportPopover") || isWithin(item, "ProgressRows");
}

void User::typeIntoField()
{
    const std::vector<QQuickItem*> fields = shown(isField);
    if (fields.empty())
        return;
    QQuickItem& field = *oneOf(fields);
    click(field);
    if (writesFiles(&field)) {
        field.setProperty("text", QStringLiteral("%1/%2").arg(m_folder, someWords()));
        return press(Qt::Key_Return, {});
    }
    if (chance(40) && !isWithin(&field, "FlowEditor"))
        press(Qt::Key_A, Qt::ControlModifier);
    type(isWithin(&field, "FlowEditor") ? QString::fromUtf8(oneOf(pieces)) : someWords());
    if (chance(60))
        press(oneOf(std::initializer_list<Qt::Key>{Qt::Key_Return, Qt::Key_Down, Qt::Key_Escape, Qt::Key_Tab}), {});
}

/// Writes in the sandbox, a few letters at a time and mostly without a rest: a new text, or the one that is open.
void User::useText()
{
    m_app.openSandbox();
    SandboxViewModel& sandbox = *m_app.sandbox();
    if (!sandbox.open() || chance(2)) {
        const QString id = QString::fromStdString(oneOf(draftTemplates(Library::shipped())).id);
        m_journal.did(QStringLiteral("new text from ") + id);
        sandbox.create(id);
    }
    const std::vector<QQuickItem*> editors = shown([](const QQuickItem& item) { return isField(item) && isWithin(&item, "FlowEditor") && item.inherits("QQuickTextEdit"); });
    if (editors.empty())
        return;
    editors.front()->forceActiveFocus();
    if (chance(10))
        sandbox.editor()->goTo(1 + pick(std::max(1, sandbox.editor()->lines())));
    if (chance(20))
        press(oneOf(anyKeys), oneOf(modifiersOfKeys));
    else
        type(QString::fromUtf8(oneOf(pieces)));
    m_writes = chance(80);
}

void User::resize()
{
    const QSize size(1100 + pick(341), 720 + pick(181));
    m_journal.did(QStringLiteral("resize to %1 x %2").arg(size.width()).arg(size.height()));
    m_window.resize(size);
}

// --- what the view model is asked for

/// Files are imported, and progress is reset, by those rows alone.
void User::mayReplaceProgress(const QQuickItem* item)
{
    if (isWithin(item, "ProgressRows"))
        m_witness.progressMayBeReplaced();
}

void User::triggerAction()
{
    const Action& action = oneOf(m_app.settings()->keys().actions());
    if (!m_app.active(action))
        return;
    m_journal.did(QStringLiteral("trigger ") + action.id);
    m_app.trigger(action.id);
}

void User::changeScreen()
{
    m_journal.did(QStringLiteral("change the screen"));
    const auto screens = {&AppViewModel::openWelcome, &AppViewModel::openLearn, &AppViewModel::openDevice, &AppViewModel::openCompare, &AppViewModel::openMatrix,
                          &AppViewModel::openSandbox, &AppViewModel::openStates, &AppViewModel::openReference, &AppViewModel::openSettings};
    (m_app.*oneOf(screens))();
}

void User::openLesson()
{
    const std::vector<Lesson>& all = (chance(80) ? m_app.shelf()->lessons() : m_app.shelf()->challenges())->all();
    const QString id = QString::fromStdString(oneOf(all).id);
    m_journal.did(QStringLiteral("open lesson ") + id);
    m_app.openLesson(id);
}

void User::workOnLesson()
{
    LessonViewModel& lesson = *m_app.lesson();
    if (!lesson.isOpen() || m_app.screen() != AppViewModel::Place::Lesson)
        return openLesson();
    const int what = pick(9);
    m_journal.did(QStringLiteral("work on %1, %2 of page %3, way %4").arg(lesson.lessonId(), lesson.openDirective()).arg(lesson.page()).arg(what));
    QList<int> picks{0, 1, 2, 3, 4, 5, 6, 7};
    std::ranges::shuffle(picks, m_random);
    switch (what) {
    case 0: return lesson.answer(pick(6) - 1);
    case 1: return lesson.perform();
    case 2: return lesson.submit(picks.mid(0, pick(8)));
    case 3: return lesson.explain(someWords());
    case 4: return lesson.skip();
    case 5: return lesson.tryAgain(pick(12) - 1);
    case 6: return lesson.openPage(pick(lesson.pageCount() + 2) - 1);
    case 7: return lesson.workbench()->seek(pick(lesson.workbench()->length() + 3) - 1);
    default: return static_cast<void>(lesson.workbench()->stepThread(pick(4), pick(2)));
    }
}

void User::changeLook()
{
    m_journal.did(QStringLiteral("change the look"));
    switch (pick(3)) {
    case 0: return m_app.setThemeChoice(AppViewModel::ThemeChoice(pick(4)));
    case 1: return m_app.setTextScale(0.8 + 0.1 * pick(13));
    default: return m_app.setReducedMotion(chance(50));
    }
}

QString User::damaged(QString code)
{
    if (code.isEmpty() || chance(20))
        return someWords();
    const int place = pick(int(code.size()));
    switch (pick(4)) {
    case 0: return code.left(place);
    case 1: return code.replace(place, 1, QChar(33 + pick(94)));
    case 2: return code.insert(place, code.mid(pick(int(code.size())), 9));
    default: return code.remove(place, 1 + pick(5));
    }
}

void User::openShareCode()
{
    const QString seen = m_app.screen() == AppViewModel::Place::Sandbox ? m_app.sandbox()->shareCode() : m_app.shareCode();
    if (!seen.isEmpty())
        m_code = seen;
    const QString code = chance(50) ? damaged(m_code) : m_code;
    m_journal.did(QStringLiteral("open the share code ") + code);
    m_app.openShared(code);
}

void User::saveExport()
{
    const QString format = QString::fromLatin1(oneOf(std::initializer_list<const char*>{"text", "mermaid", "plantuml", "json", "lanes", "svg", "patches", "flow"}));
    m_journal.did(QStringLiteral("export as ") + format);
    const QVariantMap inks;
    const QString content = m_app.screen() == AppViewModel::Place::Sandbox  ? m_app.sandbox()->exported(format)
                            : m_app.screen() == AppViewModel::Place::Matrix ? m_app.matrix()->asText()
                            : m_app.screen() == AppViewModel::Place::States ? m_app.states()->asText()
                            : m_app.screen() == AppViewModel::Place::Device ? m_app.device()->exportedChart(format)
                                                                            : m_app.lesson()->workbench()->exported(format, inks);
    static_cast<void>(m_app.saveFile(QStringLiteral("%1/%2.%3").arg(m_folder, someWords(), format), content));
}

void User::chooseDesigns()
{
    const QString design = QString::fromStdString(oneOf(Library::shipped().designs()).id);
    const QString scenario = QString::fromStdString(oneOf(Library::shipped().scenarios()).id);
    const QString platform = QString::fromStdString(oneOf(Library::shipped().platforms()).id);
    m_journal.did(QStringLiteral("choose %1 %2 %3").arg(design, scenario, platform));
    switch (m_app.screen()) {
    case AppViewModel::Place::Compare: return m_app.compare()->chooseDesign(pick(2), design);
    case AppViewModel::Place::Matrix: return m_app.openDesign(design);
    case AppViewModel::Place::Sandbox:
        m_app.sandbox()->chooseScenario(scenario);
        return m_app.sandbox()->choosePlatform(platform);
    default: return static_cast<void>(m_app.lesson()->workbench()->load(design, scenario, platform));
    }
}

} // namespace bindlab::random_use
