#include "base/call.h"

#include <QCoreApplication>
#include <QThread>

namespace latchkey::detail {

void CallPost::later(std::function<void()> deliver)
{
    // The application object lives in the thread that calls belong to and outlives them all; while
    // it goes down there is nobody left to tell.
    if (auto *application = QCoreApplication::instance()) {
        Q_ASSERT(QThread::currentThread() == application->thread());
        QMetaObject::invokeMethod(application, std::move(deliver), Qt::QueuedConnection);
    }
}

} // namespace latchkey::detail
