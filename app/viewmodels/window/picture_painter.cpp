#include "picture_painter.h"

namespace bindlab {

namespace {

/// What the welcome screen draws: a bind with few calls of the firmware, and nothing before it.
const Selection drawnBind{"D6", {}, "S31", "sev"};

} // namespace

PicturePainter::~PicturePainter() {
    if (m_thread)
        m_thread->wait();
}

void PicturePainter::start(const Library& library) {
    if (m_thread)
        return;
    // The thread writes what nobody reads before it has finished.
    m_thread.reset(QThread::create([&library, this] {
        story = tellStory(library, drawnBind);
        for (const Lesson& each : bindlab::lessons())
            cards.push_back(pictureOf(library, each));
    }));
    connect(m_thread.get(), &QThread::finished, this, &PicturePainter::painted);
    m_thread->start(QThread::LowPriority);
}

} // namespace bindlab
