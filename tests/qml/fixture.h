#pragma once

#include "viewmodels/app_view_model.h"

#include <QObject>
#include <QQmlEngine>
#include <QtQml/qqmlregistration.h>

#include <memory>

/// Makes the view model of a window for a test, over the shipped flows and lessons; nothing is kept.
class Fixture : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString firstLesson READ firstLesson CONSTANT FINAL)

public:
    using QObject::QObject;

    [[nodiscard]] QString firstLesson() const { return QString::fromStdString(bindlab::lessons().front().id); }
    /// A fresh one, which lives until the next is asked for.
    Q_INVOKABLE bindlab::AppViewModel* fresh()
    {
        m_app = std::make_unique<bindlab::AppViewModel>(bindlab::Library::shipped(), QString());
        QQmlEngine::setObjectOwnership(m_app.get(), QQmlEngine::CppOwnership);
        return m_app.get();
    }
    /// Bytes of the state the workbench shows, to be compared.
    [[nodiscard]] Q_INVOKABLE QString state() const
    {
        const bindlab::Run* run = m_app->lesson()->workbench()->run();
        return run == nullptr ? QString()
                              : QString::fromLatin1(QByteArray(reinterpret_cast<const char*>(run->state().data()), qsizetype(run->state().size())).toHex());
    }

private:
    std::unique_ptr<bindlab::AppViewModel> m_app;
};
