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
    FirstFrame(QWidget &window, std::function<void()> act)
        : QObject(&window)
        , m_act(std::move(act))
    {
        window.installEventFilter(this);
        QTimer::singleShot(std::chrono::seconds(1), this, &FirstFrame::arrive);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        // The paint event comes before the pixels; what is posted after it runs when they are
        // there.
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            QTimer::singleShot(0, this, &FirstFrame::arrive);
        }
        return false;
    }

private:
    void arrive()
    {
        deleteLater();
        if (const auto act = std::exchange(m_act, {}))
            act();
    }

    std::function<void()> m_act;
};

} // namespace

void afterFirstFrame(QWidget &window, std::function<void()> act)
{
    new FirstFrame(window, std::move(act));
}

void reportFirstFrame()
{
    const qint64 startedAt = qEnvironmentVariable("LATCHKEY_STARTED_AT").toLongLong();
    if (!startedAt)
        return;
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    const qint64 at = qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
    std::printf("%.3f\n", double(at - startedAt) / 1e6);
    std::fflush(stdout);
    QCoreApplication::quit();
}

} // namespace latchkey::app
