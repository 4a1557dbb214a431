#include "account/browservisit.h"

#include "account/connections.h"
#include "account/surroundings.h"
#include "base/alarm.h"
#include "base/ipaddress.h"
#include "base/log.h"

#include <QUrlQuery>

namespace latchkey::account {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Kind = Error::Kind;

namespace {

constexpr std::chrono::milliseconds longest = 1h;
constexpr std::chrono::milliseconds usual = 10min;

/// The server speaks of its own clock; by what this one makes of it nobody is given up at once.
std::chrono::milliseconds timeLeft(Timestamp expiresAt, Timestamp now)
{
    const auto left = expiresAt - now;
    return left > 0ms && left <= longest ? left : usual;
}

bool isHere(const QUrl &url)
{
    return isThisComputer(url.host().toStdString());
}

/// A server must not have this program open whatever it likes. What listens on this computer may
/// trust whoever asks it, so only a server that is here itself may lead there.
bool isForBrowser(const QUrl &url, const QUrl &server)
{
    if (!url.isValid() || url.host().isEmpty() || (isHere(url) && !isHere(server)))
        return false;
    return url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isHere(url));
}

/// Each provider has a place of its own to come back to: what comes to another's is none of it.
QByteArray placeIn(const QUrlQuery &query)
{
    const QUrl place(query.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded));
    return place.path().isEmpty() ? net::BrowserReturn::path
                                  : place.path(QUrl::FullyEncoded).toLatin1();
}

Error whyNot(const QString &error)
{
    const bool isDenied = error == "access_denied"_L1;
    return Error::of(Kind::Rejected, isDenied ? u"visitDenied"_s : u"visitRefused"_s,
                     error.left(200));
}

} // namespace

BrowserVisit::BrowserVisit(const Surroundings &surroundings, Server server, Ask ask,
                           QObject *parent)
    : QObject(parent)
    , m_surroundings(surroundings)
    , m_server(std::move(server))
    , m_ask(std::move(ask))
{}

BrowserVisit::~BrowserVisit() = default;

QString BrowserVisit::returnAddress(const QString &issuer)
{
    return u"http://127.0.0.1"_s + QLatin1StringView(net::BrowserReturn::path) + u'/' +
           QUrl(issuer).host(QUrl::FullyEncoded);
}

void BrowserVisit::begin(const api::ProviderCard &provider, const QString &login)
{
    end();
    m_provider = provider;
    m_visit = {};
    m_endsThere = false;
    m_return = m_surroundings.connections.browserReturn(
        [page = m_surroundings.returnPage](const net::BroughtBack &brought) {
            return page(brought.code.has_value());
        });
    connect(m_return.get(), &net::BrowserReturn::returned, this, &BrowserVisit::take);
    if (const auto listening = m_return->listen(); !listening) {
        fail(listening.error());
        return;
    }
    m_state = State::Asking;
    m_calls
        .add(m_ask(
            api::VisitProvider{.provider = provider.id,
                               .returnTo = m_return->address(),
                               .login = login.isEmpty() ? std::nullopt : std::optional(login)}))
        .then(this, [this, turn = m_turn](const Result<api::ProviderVisit> &visit) {
            if (turn == m_turn)
                visit ? send(*visit) : fail(visit.error());
        });
    Q_EMIT changed();
}

void BrowserVisit::beginAt(const api::ProviderCard &provider, const QString &page)
{
    end();
    m_provider = provider;
    m_visit = {};
    m_visit.address = page;
    m_endsThere = true;
    if (!isForBrowser(QUrl(page, QUrl::StrictMode), m_server())) {
        fail(Error::of(Kind::Protocol, u"visitAddressUnusable"_s));
        return;
    }
    m_state = State::Waiting;
    openAgain();
}

void BrowserVisit::send(const api::ProviderVisit &visit)
{
    const QUrl url(visit.address, QUrl::StrictMode);
    const QUrlQuery query(url);
    const QString state = query.queryItemValue(u"state"_s, QUrl::FullyDecoded);
    if (!isForBrowser(url, m_server()) || state.isEmpty()) {
        fail(Error::of(Kind::Protocol, u"visitAddressUnusable"_s));
        return;
    }
    m_visit = visit;
    m_state = State::Waiting;
    m_return->expect(state, placeIn(query));
    const auto left = timeLeft(visit.expiresAt, m_surroundings.clock.now());
    m_calls.add(m_surroundings.alarm.after(left))
        .then(this, [this, turn = m_turn](const Result<Nothing> &isOver) {
            if (isOver && turn == m_turn)
                fail(Error::of(Kind::Timeout, u"visitExpired"_s));
        });
    openAgain();
}

void BrowserVisit::openAgain()
{
    if (m_state != State::Waiting)
        return;
    m_isBrowserMissing = !m_surroundings.openBrowser(QUrl(m_visit.address, QUrl::StrictMode));
    Q_EMIT changed();
}

void BrowserVisit::take(const net::BroughtBack &brought)
{
    if (m_state != State::Waiting) // it comes from nowhere that it was sent
        return;
    if (!brought.code) {
        const Error why = whyNot(brought.error);
        qCInfo(logAccount) << "the provider let nobody in:" << why;
        fail(why);
        return;
    }
    const Returned returnedWith{m_visit.id, brought.state, *brought.code};
    end();
    Q_EMIT changed();
    Q_EMIT returned(returnedWith);
}

void BrowserVisit::cancel()
{
    if (!isUnderWay())
        return;
    end();
    Q_EMIT changed();
}

/// What is known of it stays.
void BrowserVisit::end()
{
    ++m_turn;
    m_calls.cancelAll();
    m_state = State::Idle;
    m_isBrowserMissing = false;
    if (m_return) {
        m_return->disconnect(this);
        m_return.release()->deleteLater(); // it may be what speaks
    }
}

void BrowserVisit::fail(const Error &error)
{
    end();
    Q_EMIT changed();
    Q_EMIT failed(error);
}

} // namespace latchkey::account
