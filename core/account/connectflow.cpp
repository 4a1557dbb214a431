#include "account/connectflow.h"

#include "account/asking.h"
#include "account/connection.h"
#include "account/surroundings.h"
#include "base/ipaddress.h"
#include "wire/wires.h"

namespace latchkey::account {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = Error::Kind;

namespace {

bool hasScheme(const QString &typed)
{
    return typed.contains("://"_L1);
}

Error addressError(const QString &code)
{
    return Error::rejected(code, u"address"_s);
}

/// Somebody is there who speaks HTTP, and is neither in trouble nor busy.
bool hasAnswered(const Error &error)
{
    switch (error.kind) {
    case Kind::Network:
    case Kind::Timeout:
    case Kind::Cancelled:
    case Kind::RateLimited:
    case Kind::Server:
        return false;
    default:
        return error.status != 0;
    }
}

/// Sent once and not waited for long: a person looks on, and can have it asked again.
net::Outgoing brief(net::Outgoing outgoing)
{
    outgoing.isRepeatable = false;
    outgoing.deadline = {.connect = 8s, .total = 10s};
    return outgoing;
}

Call<api::ServerDescription> describe(Connection &connection)
{
    const api::DescribeServer asked;
    const auto sent = connection.send(brief(outgoingFor(connection.spoken(), asked)));
    return reading(connection.spoken(), asked, sent, &connection, [](const auto &) {});
}

QUrl withoutEnd(QUrl url, const QString &end)
{
    const QString path = url.path();
    if (!end.isEmpty() && path.endsWith(end))
        url.setPath(path.chopped(end.size()));
    return url;
}

// Only these say "nobody vouches for it"; an expired or foreign certificate is not offered.
bool mayBeTrusted(const Error &error)
{
    return error.code == "tlsSelfSigned"_L1 || error.code == "tlsUntrusted"_L1;
}

} // namespace

Result<QUrl> normalAddress(const QString &typed)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return failure(addressError(u"empty"_s));
    QUrl url(hasScheme(text) ? text : u"https://"_s + text, QUrl::StrictMode);
    // A server on this computer that somebody tries out has no certificate as a rule.
    if (!hasScheme(text) && isThisComputer(url.host().toStdString()))
        url.setScheme(u"http"_s);
    const bool isHttp = url.scheme() == "http"_L1;
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery() ||
        url.hasFragment() || (!isHttp && url.scheme() != "https"_L1))
        return failure(addressError(u"badAddress"_s));
    if (isHttp && !isThisComputer(url.host().toStdString()))
        return failure(addressError(u"plainHttp"_s));
    if (url.port() == (isHttp ? 80 : 443))
        url.setPort(-1);
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path);
    return url;
}

ConnectFlow::ConnectFlow(const Surroundings &surroundings, QObject *parent)
    : QObject(parent)
    , m_surroundings(surroundings)
{}

ConnectFlow::~ConnectFlow() = default;

void ConnectFlow::check(const QString &typed)
{
    m_calls.cancelAll();
    m_typed = typed;
    m_certificate.reset();
    m_description.reset();
    const auto url = normalAddress(typed);
    if (!url) {
        go(Step::Address, url.error());
        return;
    }
    m_address.url = *url;
    m_address.trustedCertificate.clear();
    m_first.reset();
    m_isGuessed = !hasScheme(typed) && url->scheme() == "http"_L1;
    ask();
}

template <class T, class Took>
void ConnectFlow::hear(const Call<T> &call, Took took)
{
    m_calls.add(call).then(this, [this, took, asked = ++m_turn](const Result<T> &result) {
        if (asked == m_turn && m_step == Step::Checking)
            took(result);
    });
}

void ConnectFlow::ask()
{
    m_asked = m_address.url;
    m_address.wire = {};
    m_connection = std::make_unique<Connection>(m_surroundings, m_address);
    go(Step::Checking);
    hear(describe(*m_connection), [this](const Result<api::ServerDescription> &result) {
        if (result)
            take(*result);
        else
            judge(result.error());
    });
}

/// Somebody who is there, but does not know our own API, may speak another.
void ConnectFlow::judge(const Error &error)
{
    if (!hasAnswered(error)) {
        takeRefusal(error);
        return;
    }
    m_candidates.clear();
    for (const WireOffer &offer : offered())
        m_candidates << WireChoice{.name = offer.name};
    recognise();
}

/// Asks each in its turn; nothing of the person's goes along.
void ConnectFlow::recognise()
{
    if (m_candidates.isEmpty()) {
        m_address.wire = {};
        m_address.url = m_asked;
        go(Step::Unknown);
        return;
    }
    speak(m_candidates.takeFirst());
    const wire::Wire &wire = m_connection->wire();
    if (wire.can<api::DescribeServer>()) {
        hear(describe(*m_connection), [this](const Result<api::ServerDescription> &result) {
            if (result)
                take(*result);
            else
                tryNext(result.error());
        });
    } else if (wire.recognition) {
        hear(m_connection->send(brief({.request = wire.recognition->question})),
             [this](const Result<HttpReply> &reply) {
                 if (reply && m_connection->wire().recognition->isAnswer(*reply))
                     choose(m_address.wire);
                 else
                     tryNext(reply ? Error() : reply.error());
             });
    } else {
        recognise();
    }
}

/// Who says nothing to one question is not waited for five times more.
void ConnectFlow::tryNext(const Error &error)
{
    if (error.kind == Kind::Timeout)
        m_candidates.clear();
    recognise();
}

QList<WireOffer> ConnectFlow::offered() const
{
    QList<WireOffer> offers;
    for (const wire::Spoken &spoken : wire::spokenWires()) {
        if (spoken.name != WireChoice().name)
            offers << WireOffer{spoken.name, spoken.versions, spoken.addresses};
    }
    return offers;
}

void ConnectFlow::speak(const WireChoice &wire)
{
    const auto spoken = m_surroundings.wireFor(wire);
    m_address.wire = wire;
    m_address.url = spoken ? withoutEnd(m_asked, spoken->basePath) : m_asked;
    m_connection = std::make_unique<Connection>(m_surroundings, m_address);
}

void ConnectFlow::choose(const WireChoice &wire)
{
    speak(wire);
    take({.name = m_address.url.host(), .wires = {wire.name}});
}

void ConnectFlow::take(const api::ServerDescription &description)
{
    const wire::Wire &wire = m_connection->wire();
    if (!description.wires.isEmpty() && !description.wires.contains(wire.name)) {
        go(Step::Address, Error::of(Kind::Protocol, u"noCommonWire"_s));
        return;
    }
    m_description = description;
    // Most of the others tell nothing of it: then it is open to whoever can ask.
    m_description->signUpOpen = description.signUpOpen && wire.can<api::SignUp>();
    go(Step::Found);
}

void ConnectFlow::takeRefusal(const Error &error)
{
    if (std::exchange(m_isGuessed, false)) {
        m_first = error;
        m_address.url.setScheme(u"https"_s);
        ask();
        return;
    }
    // What speaks TLS says more about itself than that it does not speak without.
    if (error.code.startsWith("tls"_L1) && error.code != "tlsFailed"_L1)
        m_first.reset();
    if (!mayBeTrusted(error) || m_certificate) {
        go(Step::Address, m_first.value_or(error));
        return;
    }
    hear(m_surroundings.connections.certificateOf(m_address),
         [this, error](const Result<ServerCertificate> &shown) {
             if (!shown) {
                 go(Step::Address, error);
                 return;
             }
             m_certificate = *shown;
             go(Step::Untrusted, error);
         });
}

void ConnectFlow::trustCertificate()
{
    if (m_step != Step::Untrusted)
        return;
    m_address.trustedCertificate = m_certificate->pem;
    ask();
}

void ConnectFlow::back()
{
    ++m_turn;
    m_calls.cancelAll();
    go(Step::Address);
}

void ConnectFlow::go(Step step, const std::optional<Error> &error)
{
    m_step = step;
    m_error = error;
    Q_EMIT changed();
}

} // namespace latchkey::account
