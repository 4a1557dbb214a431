#include "base/call.h"

#include <QCoreApplication>
#include <QThread>

namespace latchkey {

namespace detail {

namespace {

/// An end on its way to the receivers. Where it never arrives, for the application went down, they
/// are let go all the same: what they hold may hold the call.
class Delivery
{
public:
    explicit Delivery(CallStatePtr state)
        : m_state(std::move(state))
    {}
    ~Delivery()
    {
        if (!m_hasArrived)
            std::exchange(m_state->receivers, {});
    }
    Delivery(const Delivery &) = delete;
    Delivery &operator=(const Delivery &) = delete;

    void arrive()
    {
        m_hasArrived = true;
        m_state->delivered = true;
        // A receiver may attach another one or let the last handle go: work on what is there now.
        const auto receivers = std::exchange(m_state->receivers, {});
        for (const auto &receiver : receivers) {
            if (receiver.context)
                receiver.receive(m_state->end.get());
        }
    }

private:
    CallStatePtr m_state;
    bool m_hasArrived = false;
};

/// Nothing ends synchronously.
void deliver(const CallStatePtr &state)
{
    const auto delivery = std::make_shared<Delivery>(state);
    // The application object lives in the thread that calls belong to and outlives them all; while
    // it goes down there is nobody left to tell.
    if (auto *application = QCoreApplication::instance()) {
        Q_ASSERT(QThread::currentThread() == application->thread());
        QMetaObject::invokeMethod(
            application, [delivery] { delivery->arrive(); }, Qt::QueuedConnection);
    }
}

} // namespace

void attach(const CallStatePtr &state, QObject *context, CallState::Receive receive)
{
    Q_ASSERT(context && state);
    state->receivers.push_back({context, std::move(receive)});
    if (state->delivered)
        deliver(state);
}

void finish(const CallStatePtr &state, Erased end)
{
    if (state->end)
        return;
    state->end = std::move(end);
    state->onCancel = nullptr;
    deliver(state);
}

void cancel(const CallStatePtr &state)
{
    if (!state || state->end)
        return;
    const auto keep = state;
    if (const auto onCancel = std::exchange(keep->onCancel, nullptr))
        onCancel();
    if (!keep->end) {
        keep->end = keep->failed(Error::of(Error::Kind::Cancelled, QStringLiteral("cancelled")));
        deliver(keep);
    }
}

CallAnswer::~CallAnswer()
{
    cancel(state);
}

} // namespace detail

std::function<void()> AnyCall::cancelling() const
{
    return [call = *this] { call.cancel(); };
}

} // namespace latchkey
