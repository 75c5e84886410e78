#pragma once

#include "checker/checker.h"
#include "lesson/questions.h"
#include "unanswered_words.h"
#include "viewmodels/shared/language.h"
#include "viewmodels/window/app_view_model.h"

#include <QColor>
#include <QAccessible>
#include <QFileInfo>
#include <QMetaProperty>
#include <QObject>
#include <QQmlEngine>
#include <QTemporaryDir>
#include <QtQml/qqmlregistration.h>

#include <algorithm>
#include <memory>

/// Makes the view model of a window for a test, over the shipped flows and lessons; nothing is kept.
class Fixture : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString firstLesson READ firstLesson CONSTANT FINAL)

public:
    using QObject::QObject;

    [[nodiscard]] QString firstLesson() const { return QStringLiteral("who-unbinds"); }
    /// What was asked for and not translated, with its context.
    [[nodiscard]] Q_INVOKABLE QStringList unansweredWords() const { return UnansweredWords::noted(); }
    /// What is spoken where nothing is chosen and the desktop is in this language, "zh_SG".
    [[nodiscard]] Q_INVOKABLE QString languageOnADesktopIn(const QString& locale) const
    {
        const QLocale before;
        QLocale::setDefault(QLocale(locale));
        const QString language = bindlab::languageMeant({});
        QLocale::setDefault(before);
        return language;
    }
    /// A fresh one, which lives until the next is asked for.
    Q_INVOKABLE bindlab::AppViewModel* fresh()
    {
        m_app = std::make_unique<bindlab::AppViewModel>(bindlab::Library::shipped(), bindlab::AppFiles(), [this] { return m_today; });
        QQmlEngine::setObjectOwnership(m_app.get(), QQmlEngine::CppOwnership);
        return m_app.get();
    }
    /// A question of each of so many lessons was answered yesterday.
    Q_INVOKABLE void makeDue(int count)
    {
        for (int i = 0; i < count; ++i) {
            const bindlab::Lesson& lesson = bindlab::lessons()[std::size_t(i)];
            bindlab::LessonProgress progress;
            progress.answers[bindlab::questionsOf(lesson).front().id] = 0;
            m_app->shelf()->keep(lesson, progress);
        }
        m_today += std::chrono::days(1);
        m_app->review()->refresh();
    }
    /// Bytes of the state the workbench shows, to be compared.
    [[nodiscard]] Q_INVOKABLE QString state() const
    {
        const bindlab::Run* run = m_app->lesson()->workbench()->run();
        return run == nullptr ? QString()
                              : QString::fromLatin1(QByteArray(reinterpret_cast<const char*>(run->state().data()), qsizetype(run->state().size())).toHex());
    }

    /// The names of an object's colours.
    [[nodiscard]] Q_INVOKABLE QStringList coloursOf(QObject* object) const
    {
        QStringList names;
        for (int i = 0; i < object->metaObject()->propertyCount(); ++i) {
            const QMetaProperty property = object->metaObject()->property(i);
            if (property.metaType() == QMetaType::fromType<QColor>())
                names.append(QString::fromLatin1(property.name()));
        }
        return names;
    }

    /// What a screen reader knows of an item: its role as QAccessible::Role, and its name. No role: the reader is not told of it.
    [[nodiscard]] Q_INVOKABLE int roleOf(QObject* item) const
    {
        const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(item);
        return face == nullptr ? 0 : int(face->role());
    }
    [[nodiscard]] Q_INVOKABLE QString nameOf(QObject* item) const
    {
        const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(item);
        return face == nullptr ? QString() : face->text(QAccessible::Name);
    }
    /// A press on it does something of its own, without its being a control.
    [[nodiscard]] Q_INVOKABLE bool isTapped(const QObject* item) const
    {
        const QObjectList& own = item->children();
        return std::ranges::any_of(own, [](const QObject* each) { return each->inherits("QQuickTapHandler"); });
    }
    /// A file in a folder of its own, which goes with this object.
    [[nodiscard]] Q_INVOKABLE QString temporaryFile(const QString& name) const { return m_folder.filePath(name); }
    /// A picture that is looked at after the test: where BINDLAB_PICTURES says, or nowhere that stays.
    [[nodiscard]] Q_INVOKABLE QString pictureFile(const QString& name) const
    {
        const QString folder = qEnvironmentVariable("BINDLAB_PICTURES");
        return folder.isEmpty() ? m_folder.filePath(name) : folder + QLatin1Char('/') + name;
    }
    /// 0 when there is none.
    [[nodiscard]] Q_INVOKABLE int sizeOf(const QString& file) const { return int(QFileInfo(file).size()); }

    /// Shows a run that ends in a loop: what T1 has taken it never gives back, and T2 asks for ever.
    Q_INVOKABLE void showLoop(bindlab::WorkbenchViewModel* workbench) const
    {
        bindlab::Library library;
        library.add("loop.flow", R"(struct S { bool taken; int turn; }
global S s;
flow take() : k { s.taken = true; }
flow ask() : k { while (s.taken) { } }
scenario L loop "one asks for ever" { thread T1 "take" { take(); } thread T2 "ask" { ask(); } }
)");
        const auto model = library.compile({"", {}, "L", "tdx"});
        const bindlab::CheckResult result = bindlab::check(*model);
        const auto run = bindlab::replay(*model, result.violations.front().steps);
        workbench->show(*run, {"", {}, "L", "tdx"});
    }

private:
    QTemporaryDir m_folder;
    bindlab::Day m_today = bindlab::readersDay();
    std::unique_ptr<bindlab::AppViewModel> m_app;
};
