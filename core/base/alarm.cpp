#include "base/alarm.h"

#include <QTimer>

namespace latchkey {

Call<Nothing> SystemAlarm::after(std::chrono::milliseconds delay)
{
    const CallSource<Nothing> source;
    auto *timer = new QTimer(&m_timers);
    timer->setSingleShot(true);
    QObject::connect(timer, &QTimer::timeout, timer, [source, timer] {
        source.finish(Nothing());
        timer->deleteLater();
    });
    source.onCancel([timer = QPointer(timer)] {
        if (timer)
            timer->deleteLater();
    });
    timer->start(delay);
    return source.call();
}

} // namespace latchkey
