#include "account/requests.h"

#include <algorithm>

namespace latchkey::account {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;

namespace {

/// A wire that names no level knows only passwords.
api::Level neededBy(const Error &error)
{
    if (error.requiredLevel.isEmpty())
        return api::Level::Password;
    for (const auto &name : namesOf(api::Level())) {
        if (error.requiredLevel == QLatin1StringView(name.text))
            return name.value;
    }
    return api::Level::Unknown;
}

} // namespace

Requests::Requests(Connection &connection, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
{}

Requests::~Requests()
{
    for (const auto &[id, entry] : std::exchange(m_entries, {}))
        entry.underWay.cancel();
}

void Requests::setToken(const Secret &token)
{
    m_token = token;
    ++m_generation;
}

void Requests::clearToken()
{
    m_token.reset();
    ++m_generation;
}

void Requests::sign(HttpRequest &request) const
{
    if (m_token)
        m_connection.wire().putCredential(request, *m_token);
}

Call<HttpReply> Requests::send(net::Outgoing outgoing)
{
    if (!m_token)
        return Call<HttpReply>::finished(failure(Error::of(Kind::Unauthorized, u"signedOut"_s)));
    const EntryId id = m_nextId++;
    Entry &entry = m_entries[id];
    entry.outgoing = std::move(outgoing);
    entry.outgoing.sign = [self = QPointer(this), id](HttpRequest &request) {
        if (!self)
            return;
        if (const auto found = self->m_entries.find(id); found != self->m_entries.end())
            found->second.signedWith = self->m_generation;
        self->sign(request);
    };
    entry.source.onCancel([self = QPointer(this), id] {
        if (self)
            self->drop(id);
    });
    const Call<HttpReply> call = entry.source.call();
    start(id);
    return call;
}

void Requests::start(EntryId id)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return;
    found->second.underWay = m_connection.send(found->second.outgoing);
    found->second.underWay.then(this,
                                [this, id](const Result<HttpReply> &result) { judge(id, result); });
}

void Requests::judge(EntryId id, const Result<HttpReply> &result)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return;
    Entry &entry = found->second;
    if (!result || result->status < 400) {
        finish(id, result);
        return;
    }
    const Error error = m_connection.wire().readError(*result);
    const bool isAboutToken = error.kind == Kind::Unauthorized || error.kind == Kind::StepUpNeeded;
    if (isAboutToken && m_token && entry.signedWith != m_generation) {
        start(id);
    } else if (error.kind == Kind::StepUpNeeded && m_token &&
               (!entry.hasWaited || neededBy(error) > entry.needs) &&
               neededBy(error) != api::Level::Unknown) {
        const auto neededBefore = neededLevel();
        entry.hasWaited = true;
        entry.needs = neededBy(error);
        m_waiting.push_back(id);
        if (!neededBefore || *neededBefore < entry.needs)
            Q_EMIT proofNeeded(entry.needs);
    } else {
        const bool isCurrent = m_token && entry.signedWith == m_generation;
        finish(id, result);
        if (error.kind == Kind::Unauthorized && isCurrent && !isWrongProof(error))
            Q_EMIT refused(error);
    }
}

std::optional<api::Level> Requests::neededLevel() const
{
    std::optional<api::Level> highest;
    for (const EntryId id : m_waiting)
        highest = std::max(highest, std::optional(m_entries.at(id).needs));
    return highest;
}

void Requests::goOn(api::Level proven)
{
    for (const EntryId id : std::exchange(m_waiting, {})) {
        if (m_entries.at(id).needs <= proven)
            start(id);
        else
            m_waiting.push_back(id);
    }
}

void Requests::endWaiting(const Error &error)
{
    for (const EntryId id : std::exchange(m_waiting, {}))
        finish(id, failure(error));
}

void Requests::finish(EntryId id, const Result<HttpReply> &result)
{
    if (const auto node = m_entries.extract(id))
        node.mapped().source.finish(result);
}

void Requests::drop(EntryId id)
{
    const auto node = m_entries.extract(id);
    if (!node)
        return;
    node.mapped().underWay.cancel();
    if (std::erase(m_waiting, id) > 0 && m_waiting.empty())
        Q_EMIT proofNotNeeded();
}

} // namespace latchkey::account
