#pragma once

#include "base/erased.h"
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

/// A call without the type of what it ends with, which is told by its address.
struct CallState
{
    using Receive = std::function<void(const void *end)>;

    struct Receiver
    {
        QPointer<QObject> context;
        Receive receive;
    };

    Erased (*failed)(const Error &error); ///< an end that is this error
    Erased end = {};
    std::vector<Receiver> receivers = {};
    std::function<void()> onCancel = {};
    bool delivered = false;
};
using CallStatePtr = std::shared_ptr<CallState>;

void attach(const CallStatePtr &state, QObject *context, CallState::Receive receive);
void finish(const CallStatePtr &state, Erased end);
void cancel(const CallStatePtr &state);

/// Whoever still may answer a call.
struct CallAnswer
{
    explicit CallAnswer(CallStatePtr call)
        : state(std::move(call))
    {}
    ~CallAnswer();
    CallAnswer(const CallAnswer &) = delete;
    CallAnswer &operator=(const CallAnswer &) = delete;

    const CallStatePtr state;
};

} // namespace detail

/// What is true of a call whatever it ends with.
class AnyCall
{
public:
    AnyCall() = default;

    void cancel() const { detail::cancel(m_state); }
    /// For the call that this one is made for.
    std::function<void()> cancelling() const;
    bool isUnderWay() const { return m_state && !m_state->delivered; }

protected:
    explicit AnyCall(detail::CallStatePtr state)
        : m_state(std::move(state))
    {}

    detail::CallStatePtr m_state;
};

template <class T>
class CallSource;

/// Something under way that ends exactly once, never synchronously, with a value or an error.
/// Belongs to one thread. Receivers are called in the order in which they attached; one whose
/// context is gone is not called. Letting go of a call does not end it; `cancel()` does.
template <class T>
class Call : public AnyCall
{
public:
    using Value = T;

    Call() = default;

    /// A call that already knows its end. It is still told later, never now.
    static Call finished(Result<T> result);

    const Call &then(QObject *context, std::function<void(const Result<T> &)> receive) const
    {
        detail::attach(m_state, context, [receive = std::move(receive)](const void *end) {
            receive(*static_cast<const Result<T> *>(end));
        });
        return *this;
    }

private:
    friend class CallSource<T>;
    using AnyCall::AnyCall;
};

/// The end from which a call is answered. Copies answer the same call; the first answer counts.
/// When the last copy goes without an answer, the call ends as Cancelled: nobody waits for ever.
template <class T>
class CallSource
{
public:
    CallSource()
        : m_answer(std::make_shared<detail::CallAnswer>(
              std::make_shared<detail::CallState>(detail::CallState{.failed = failed})))
    {}

    Call<T> call() const { return Call<T>(m_answer->state); }
    void onCancel(std::function<void()> act) const { m_answer->state->onCancel = std::move(act); }
    bool isWanted() const { return !m_answer->state->end; }

    void finish(Result<T> result) const
    {
        detail::finish(m_answer->state, erased(std::move(result)));
    }

private:
    static Erased failed(const Error &error) { return erased(Result<T>(failure(error))); }

    std::shared_ptr<detail::CallAnswer> m_answer;
};

template <class T>
Call<T> Call<T>::finished(Result<T> result)
{
    const CallSource<T> source;
    source.finish(std::move(result));
    return source.call();
}

} // namespace latchkey
