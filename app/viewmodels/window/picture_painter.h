#pragma once

#include "welcome_pictures.h"

#include <QObject>
#include <QThread>

#include <memory>

namespace bindlab {

/// Has the model draw the pictures of the welcome screen, in the background.
class PicturePainter : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    ~PicturePainter() override;

    /// The first time only. `library` outlives this object.
    void start(const Library& library);

    /// What painted() brought.
    std::vector<StoryBox> story;
    std::vector<LessonPicture> cards;   ///< of the shipped lessons, in their order

signals:
    void painted();

private:
    std::unique_ptr<QThread> m_thread;
};

} // namespace bindlab
