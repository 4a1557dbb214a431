#include "server/dispatcher.h"

#include "server/store/hotjson.h"
#include "server/store/names.h"
#include "server/store/writer.h"
#include "wire/bearer.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(std::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

HttpHeaders headersOf(const http::Request &request)
{
    HttpHeaders headers;
    for (std::size_t i = 0; i < request.head.fieldCount; ++i) {
        const http::Field &field = request.head.fields.at(i);
        headers.add(bytesOf(field.name), bytesOf(field.value));
    }
    return headers;
}

/// As the wire knows it, without what stands before its paths here.
HttpRequest toHttpRequest(const http::Request &request, const Endpoint &endpoint)
{
    HttpRequest copy;
    for (const HttpMethod method : {HttpMethod::Get, HttpMethod::Post, HttpMethod::Put,
                                    HttpMethod::Patch, HttpMethod::Delete}) {
        if (bytesOf(request.method()) == toBytes(method))
            copy.method = method;
    }
    copy.path = bytesOf(request.path()).sliced(endpoint.prefix().size());
    copy.query = bytesOf(request.query());
    copy.headers = headersOf(request);
    copy.body = bytesOf(request.body);
    return copy;
}

Principal principalOf(const HotSession &session, Timestamp now)
{
    return {api::UserId(textOf(session.userId)),
            api::SessionId(textOf(session.sessionId)),
            fromStoredName<api::Role>(textOf(session.role)),
            fromStoredName<api::SessionKind>(textOf(session.kind)),
            {now, Timestamp(std::chrono::milliseconds(session.tokenMadeAt)), session.isFormer}};
}

} // namespace

Dispatcher::Dispatcher(std::vector<Site> sites, Works works, guards::Surroundings surroundings,
                       const Clock &clock, OperatorPage operatorPage)
    : m_sites(std::move(sites))
    , m_works(works)
    , m_surroundings(std::move(surroundings))
    , m_clock(clock)
    , m_operatorPage(std::move(operatorPage))
{}

void Dispatcher::handle(const http::Request &request, const http::Responder &responder,
                        LoopState &loop) const
{
    const guards::Caller caller = guards::callerOf(request, m_surroundings.proxies);
    AnsweredNow to{.responder = responder,
                   .id = loop.nextRequestId(),
                   .arrived = std::chrono::steady_clock::now(),
                   .method = request.method(),
                   .peer = caller.address,
                   .route = {},
                   .user = {}};
    if (!loop.store) {
        return refuse(m_sites[request.listener], request, to, loop,
                      Error::unavailable(u"databaseUnreachable"_s, std::chrono::seconds(5)));
    }
    auto passed = guards::rate(caller, loop.rates);
    if (passed)
        passed = guards::host(request, caller, m_surroundings.hosts);
    if (passed)
        passed = guards::origin(request, caller);
    if (!passed)
        return refuse(m_sites[request.listener], request, to, loop, passed.error());
    route(request, caller, to, loop);
}

std::optional<HttpReply> Dispatcher::refusalOf(const http::Refused &refused) const
{
    if (refused.path.empty())
        return std::nullopt;
    const Router::Spoken *const spoken = m_sites[refused.listener].router.spokenAt(refused.path);
    if (!spoken || !spoken->wire->refuseBody)
        return std::nullopt;
    return spoken->wire->refuseBody(refused.bodySize, refused.bodyLimit);
}

void Dispatcher::route(const http::Request &request, const guards::Caller &caller, AnsweredNow &to,
                       LoopState &loop) const
{
    const Site &site = m_sites[request.listener];
    const Endpoint *hot = site.router.findLiteral(request.method(), request.path());
    if (hot && hot->hot() != MountedRoute::Hot::No && request.query().empty() &&
        request.body.empty())
        return answerHot(request, *hot, to, loop);
    if (!hot && site.hasOperatorPages && m_operatorPage(request, caller, to, loop))
        return;
    const Router::Found found = site.router.find(request.method(), request.path());
    if (!found.endpoint) {
        speakAt(site, request.path(), to, loop);
        if (found.other)
            to.refusals = &found.other->refusalsOfMethods();
        return refuseRoute(found, to);
    }
    serve(request, found, to, loop);
}

void Dispatcher::answerHot(const http::Request &request, const Endpoint &endpoint, AnsweredNow &to,
                           LoopState &loop) const
{
    to.place = endpoint.place();
    to.route = endpoint.route();
    const Timestamp now = m_clock.now();
    to.refusals = &endpoint.refusals();
    const std::string_view field = request.field("Authorization");
    const auto token = wire::bearerToken(QByteArrayView(field.data(), qsizetype(field.size())));
    const bool isMe = endpoint.hot() == MountedRoute::Hot::Me;
    const auto session = guards::session(
        endpoint.traits(), token, endpoint.wire().sessions, loop.store->hotSessions(), now,
        isMe ? HotSession::Told::Account : HotSession::Told::Session);
    if (!session)
        return m_works.answers.refuse(to, session.error());
    to.user = session->userId;
    http::Response response;
    response.contentType = "application/json";
    if (isMe) {
        response.body = meAsJson(*session);
        response.fields.append("ETag: \"").append(std::to_string(session->version));
        response.fields.append("\"\r\n");
    } else {
        response.body = currentSessionAsJson(*session);
    }
    m_works.answers.send(to, std::move(response));
    touch(*session, to.peer, loop);
}

void Dispatcher::serve(const http::Request &request, const Router::Found &found, AnsweredNow &to,
                       LoopState &loop) const
{
    HttpRequest received = toHttpRequest(request, *found.endpoint);
    const Endpoint &endpoint = found.endpoint->meantBy(received);
    to.place = endpoint.place();
    to.route = endpoint.route();
    to.refusals = &endpoint.refusals();
    addFields(endpoint.wire(), to, loop);
    Context context;
    context.now = m_clock.now();
    context.requestId = textOf(to.id.text());
    context.address = textOf(to.peer);
    context.operation = QString::fromLatin1(endpoint.traits().name);
    context.sessionTerms = &endpoint.wire().sessions;
    if (endpoint.traits().scope != api::Scope::Public) {
        const auto token = endpoint.wire().takeCredential(received.headers);
        if (!token)
            return m_works.answers.refuse(to, token.error());
        const auto session =
            guards::session(endpoint.traits(), token->reveal(), *context.sessionTerms,
                            loop.store->hotSessions(), context.now);
        if (!session)
            return m_works.answers.refuse(to, session.error());
        context.principal = principalOf(*session, context.now);
        touch(*session, to.peer, loop);
        if (auto acting = act(endpoint, received.headers, context, loop); !acting)
            return m_works.answers.refuse(to, std::move(acting).error());
        if (const auto &asked = endpoint.traits().freshness) {
            auto stands = guards::standing(context, asked, loop.store->sessions);
            if (!stands)
                return m_works.answers.refuse(to, std::move(stands).error());
        }
    }
    Asking asking{.to = to.as<std::string>(),
                  .request = std::move(received),
                  .parameters = found.parameters,
                  .context = std::move(context),
                  .loop = request.loop,
                  .isHeadOnly = request.method() == "HEAD"};
    if (asking.context.principal)
        asking.to.user = asking.context.principal->user.text().toStdString();
    endpoint.serve(std::move(asking), loop);
}

/// In another's account, where the request names one.
Result<Nothing> Dispatcher::act(const Endpoint &endpoint, const HttpHeaders &headers,
                                Context &context, LoopState &loop) const
{
    const auto &accountActedIn = endpoint.wire().accountActedIn;
    if (!accountActedIn)
        return Nothing();
    const api::SessionId own = context.principal->session;
    auto acting = guards::acting(endpoint.traits(), *context.principal, accountActedIn(headers),
                                 loop.store->sessions);
    if (!acting)
        return failure(std::move(acting).error());
    context.principal = *std::move(acting);
    const api::SessionId &used = context.principal->session;
    if (used != own && loop.claimTouch(used.text().toStdString(), context.now))
        noteUse(context.asker(), context.address, false);
    return Nothing();
}

/// Before it is known what is meant.
void Dispatcher::refuse(const Site &site, const http::Request &request, AnsweredNow &to,
                        const LoopState &loop, const Error &error) const
{
    speakAt(site, request.path(), to, loop);
    m_works.answers.refuse(to, error);
}

/// As is spoken behind a prefix, whatever stands after it.
void Dispatcher::speakAt(const Site &site, std::string_view path, AnsweredNow &to,
                         const LoopState &loop) const
{
    const Router::Spoken *const spoken = site.router.spokenAt(path);
    if (!spoken)
        return;
    to.refusals = &spoken->refusals;
    addFields(*spoken->wire, to, loop);
}

void Dispatcher::addFields(const wire::Wire &wire, AnsweredNow &to, const LoopState &loop) const
{
    if (!wire.commonFields)
        return;
    const auto [most, left, untilWhole] = loop.rates.standing(to.peer, to.arrived);
    to.fields = wire.commonFields({most, left, m_clock.now() + untilWhole});
}

void Dispatcher::refuseRoute(const Router::Found &found, const AnsweredNow &to) const
{
    if (found.allowed.empty())
        return m_works.answers.refuse(to, Error::of(Error::Kind::NotFound, u"pathUnknown"_s));
    m_works.answers.refuseMethod(to, QByteArray::fromStdString(found.allowed));
}

/// Noted behind the answer's back, and at most once a minute. Whoever made an API session waits for
/// its first use.
void Dispatcher::touch(const HotSession &session, std::string_view peer, LoopState &loop) const
{
    const Timestamp lastActive{std::chrono::milliseconds(session.lastActiveAt)};
    const Timestamp expires{std::chrono::milliseconds(session.expiresAt)};
    if (!loop.store->sessions.isTouchDue(lastActive, expires) ||
        !loop.claimTouch(session.sessionId, m_clock.now()))
        return;
    noteUse({api::UserId(textOf(session.userId)), api::SessionId(textOf(session.sessionId))},
            textOf(peer), session.lastActiveAt == 0);
}

void Dispatcher::noteUse(const Asker &used, const QString &address, bool isFirst) const
{
    m_works.writer.submit(Writer::Work([used, address, isFirst](WriteStore &store) {
                              return store.sessions.touch(used.session, address)
                                  .and_then([&](bool isNoted) -> Result<Nothing> {
                                      if (!isNoted || !isFirst)
                                          return Nothing();
                                      return store.events
                                          .append(used.user, api::EventKind::SessionChanged,
                                                  used.session)
                                          .map([](const api::EventId &) { return Nothing(); });
                                  });
                          }),
                          Writer::Completion([](const Result<Nothing> &) {}));
}

} // namespace latchkey::server
