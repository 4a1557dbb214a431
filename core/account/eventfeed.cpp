#include "account/eventfeed.h"

#include "account/account.h"
#include "account/connection.h"
#include "account/surroundings.h"
#include "base/alarm.h"
#include "base/log.h"
#include "net/eventstream.h"

namespace latchkey::account {

using namespace Qt::StringLiterals;
using State = net::EventStream::State;

namespace {

/// A server that had no events may have some after it was replaced.
constexpr std::chrono::minutes untilAskedAgain{10};

} // namespace

EventFeed::EventFeed(Account &account, QObject *parent)
    : QObject(parent)
    , m_account(account)
{
    connect(&account, &Account::stateChanged, this, &EventFeed::follow);
    connect(&account, &Account::retryWanted, this, [this] {
        // Who was asked not to come so often would only be told so again.
        if (m_stream && (!m_trouble || m_trouble->kind != Error::Kind::RateLimited))
            m_stream->retryNow();
    });
    // A stream belongs to the token that it was opened with.
    connect(&account, &Account::credentialReplaced, this, [this] {
        stop();
        follow();
    });
    follow();
}

EventFeed::~EventFeed() = default;

bool EventFeed::isOpen() const
{
    return m_stream && m_stream->state() == State::Open;
}

void EventFeed::follow()
{
    if (!m_account.state().isSignedIn())
        stop();
    else if (!m_stream && m_account.can<api::Events>())
        start();
    else if (m_trouble && m_trouble->status == 0 && m_account.state().isOnline())
        m_stream->retryNow(); // another request came through
}

void EventFeed::start()
{
    const Surroundings &around = m_account.surroundings();
    // The stream says itself after which event it goes on.
    m_stream = std::make_unique<net::EventStream>(m_account.connection().transport(), around.clock,
                                                  around.alarm, around.random,
                                                  m_account.signedOutgoing({}));
    m_stream->setLastEventId(m_lastEventId);
    connect(m_stream.get(), &net::EventStream::stateChanged, this, [this](State state) {
        if (state != State::Open)
            return;
        m_trouble.reset();
        const bool goesOn = !m_lastEventId.isEmpty();
        m_account.reached();
        Q_EMIT opened(goesOn);
    });
    connect(m_stream.get(), &net::EventStream::received, this, &EventFeed::take);
    connect(m_stream.get(), &net::EventStream::interrupted, this, &EventFeed::lose);
    connect(m_stream.get(), &net::EventStream::ended, this, &EventFeed::end);
    m_stream->start();
}

void EventFeed::stop()
{
    m_later.cancel();
    m_trouble.reset();
    if (!m_stream)
        return;
    // Often asked for from one of its own signals.
    m_stream->disconnect(this);
    m_stream->disconnect(&m_account);
    m_stream->stop();
    m_stream.release()->deleteLater();
}

void EventFeed::take(const net::ServerEvent &received)
{
    m_lastEventId = m_stream->lastEventId();
    const auto event = m_account.connection().wire().read<api::Events>(
        HttpReply{.status = 200, .headers = {}, .body = received.data}, {});
    if (event && event->kind != api::EventKind::Unknown) {
        judge(*event);
    } else {
        // Something happened, and what it was can only be found out by looking again.
        if (!event)
            qCWarning(logAccount) << "an event could not be read:" << event.error();
        api::Event resync;
        resync.kind = api::EventKind::Resync;
        judge(resync);
    }
}

void EventFeed::judge(const api::Event &event)
{
    Q_EMIT happened(event);
    if (event.user)
        m_account.learn(*event.user);
    const bool isOwnEnd = event.kind == api::EventKind::SessionEnded && event.session &&
                          event.session->end && event.session->id == m_account.profile().sessionId;
    if (!isOwnEnd)
        return;
    const auto reason = event.session->end->reason == api::EndReason::SignedOut
                            ? AccountState::Reason::ByPerson
                            : AccountState::Reason::EndedByOther;
    m_account.close(reason, event.session->end);
}

void EventFeed::lose(const Error &error)
{
    m_trouble = error;
    if (error.status == 0) {
        m_account.lost(error);
        return;
    }
    // A server that answers, however badly, is there: what else is asked of it may go well.
    m_account.reached();
    if (error.kind == Error::Kind::RateLimited)
        m_account.connection().pause(error.retryAfter);
    else if (error.kind == Error::Kind::NotFound)
        Q_EMIT absent();
}

void EventFeed::end(const Error &error)
{
    if (error.kind == Error::Kind::Unauthorized) {
        m_account.refused(error);
        return;
    }
    m_account.reached(); // the server is there and has no events for us
    m_later = m_account.surroundings().alarm.after(untilAskedAgain);
    m_later.then(this, [this](const Result<Nothing> &rang) {
        if (rang && m_stream)
            m_stream->start();
    });
    Q_EMIT absent();
}

} // namespace latchkey::account
