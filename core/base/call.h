#pragma once

#include "base/result.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace latchkey {

namespace detail {

/// The part of a call that is the same for every type: posting, so that nothing ends synchronously.
class CallPost : public QObject
{
public:
    static void later(std::function<void()> deliver);
};

template <class T>
struct CallState
{
    struct Receiver
    {
        QPointer<QObject> context;
        std::function<void(const Result<T> &)> receive;
    };

    std::optional<Result<T>> result;
    std::vector<Receiver> receivers;
    std::function<void()> onCancel;
    bool delivered = false;
};

/// An end on its way to the receivers. Where it never arrives, for the application went down, they
/// are let go all the same: what they hold may hold the call.
template <class T>
class Delivery
{
public:
    explicit Delivery(std::shared_ptr<CallState<T>> state)
        : m_state(std::move(state))
    {}
    ~Delivery()
    {
        if (!m_hasArrived)
            std::exchange(m_state->receivers, {});
    }
    Delivery(const Delivery &) = delete;
    Delivery &operator=(const Delivery &) = delete;

    static void post(const std::shared_ptr<CallState<T>> &state)
    {
        CallPost::later([delivery = std::make_shared<Delivery>(state)] { delivery->arrive(); });
    }

private:
    void arrive()
    {
        m_hasArrived = true;
        m_state->delivered = true;
        // A receiver may attach another one or let the last handle go: work on what is there now.
        const auto receivers = std::exchange(m_state->receivers, {});
        for (const auto &receiver : receivers) {
            if (receiver.context)
                receiver.receive(*m_state->result);
        }
    }

    std::shared_ptr<CallState<T>> m_state;
    bool m_hasArrived = false;
};

} // namespace detail

template <class T>
class CallSource;

/// Something under way that ends exactly once, never synchronously, with a value or an error.
/// Belongs to one thread. Receivers are called in the order in which they attached; one whose
/// context is gone is not called. Letting go of a call does not end it; `cancel()` does.
template <class T>
class Call
{
public:
    using Value = T;

    Call() = default;

    /// A call that already knows its end. It is still told later, never now.
    static Call finished(Result<T> result);

    const Call &then(QObject *context, std::function<void(const Result<T> &)> receive) const
    {
        Q_ASSERT(context && m_state);
        m_state->receivers.push_back({context, std::move(receive)});
        if (m_state->delivered)
            detail::Delivery<T>::post(m_state);
        return *this;
    }

    void cancel() const
    {
        if (!m_state || m_state->result)
            return;
        const auto keep = m_state;
        if (const auto onCancel = std::exchange(keep->onCancel, nullptr))
            onCancel();
        if (!keep->result) {
            keep->result = failure(Error::of(Error::Kind::Cancelled, QStringLiteral("cancelled")));
            detail::Delivery<T>::post(keep);
        }
    }

    bool isUnderWay() const { return m_state && !m_state->delivered; }

private:
    friend class CallSource<T>;
    explicit Call(std::shared_ptr<detail::CallState<T>> state)
        : m_state(std::move(state))
    {}

    std::shared_ptr<detail::CallState<T>> m_state;
};

/// The end from which a call is answered. Copies answer the same call; the first answer counts.
/// When the last copy goes without an answer, the call ends as Cancelled: nobody waits for ever.
template <class T>
class CallSource
{
public:
    CallSource()
        : m_shared(std::make_shared<Shared>())
    {}

    Call<T> call() const { return Call<T>(m_shared->state); }
    void onCancel(std::function<void()> act) const { m_shared->state->onCancel = std::move(act); }
    bool isWanted() const { return !m_shared->state->result; }

    void finish(Result<T> result) const
    {
        const auto &state = m_shared->state;
        if (state->result)
            return;
        state->result = std::move(result);
        state->onCancel = nullptr;
        detail::Delivery<T>::post(state);
    }

private:
    struct Shared
    {
        std::shared_ptr<detail::CallState<T>> state = std::make_shared<detail::CallState<T>>();
        ~Shared() { Call<T>(state).cancel(); }
    };

    std::shared_ptr<Shared> m_shared;
};

template <class T>
Call<T> Call<T>::finished(Result<T> result)
{
    const CallSource<T> source;
    source.finish(std::move(result));
    return source.call();
}

} // namespace latchkey
