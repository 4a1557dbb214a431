#include "firstframe.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <cstdio>
#include <ctime>

namespace latchkey::app {

namespace {

class FirstFrame final : public QObject
{
public:
    FirstFrame(QWidget &window, qint64 startedAt)
        : QObject(&window)
        , m_startedAt(startedAt)
    {
        window.installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        // The paint event comes before the pixels; what is posted after it runs when they are
        // there.
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            QTimer::singleShot(0, this, [this] {
                timespec now{};
                clock_gettime(CLOCK_MONOTONIC, &now);
                const qint64 at = qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
                std::printf("%.3f\n", double(at - m_startedAt) / 1e6);
                std::fflush(stdout);
                QCoreApplication::quit();
            });
        }
        return false;
    }

private:
    const qint64 m_startedAt;
};

} // namespace

void reportFirstFrame(QWidget &window)
{
    if (const qint64 startedAt = qEnvironmentVariable("LATCHKEY_STARTED_AT").toLongLong())
        new FirstFrame(window, startedAt);
}

} // namespace latchkey::app
