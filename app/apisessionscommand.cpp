#include "apisessionscommand.h"

#include "account/apisessionstore.h"
#include "base/textsafety.h"
#include "client.h"
#include "exitcode.h"
#include "print.h"
#include "wire/fieldjson.h"

namespace latchkey::app {

using namespace Qt::StringLiterals;

namespace {

QString described(const api::ApiSession &session)
{
    const auto moment = [](const std::optional<Timestamp> &at, const QString &otherwise) {
        return (at ? toRfc3339(*at) : otherwise).leftJustified(24);
    };
    QString line = session.id.text() + u"  used "_s + moment(session.lastUsedAt, u"never"_s) +
                   u"  ends "_s + moment(session.expiresAt, u"never"_s) + u"  "_s +
                   withoutMisleading(session.labels.join(u", "_s));
    if (session.end)
        line += u"  (ended "_s + toRfc3339(session.end->at) + u')';
    return line;
}

template <class T>
QString asJson(const T &value)
{
    JsonWriter json;
    wire::writeJson(json, value);
    return QString::fromUtf8(json.take());
}

} // namespace

ApiSessionsCommand::ApiSessionsCommand(Client &client)
    : SignedInCommand(client, u"api-sessions"_s)
{}

bool ApiSessionsCommand::takeOption(const QString &option)
{
    m_all = m_all || option == "--all"_L1;
    return option == "--all"_L1;
}

bool ApiSessionsCommand::takeEnd(const QString &days)
{
    bool isNumber = false;
    if (days == "never"_L1)
        m_wanted.unlimited = true;
    else
        m_days = days.toInt(&isNumber);
    return m_wanted.unlimited || (isNumber && *m_days > 0);
}

bool ApiSessionsCommand::takeWords(const QStringList &words)
{
    m_action = words.value(0);
    if (m_action == "list"_L1 && words.size() == 1)
        return true;
    if (m_action == "create"_L1) {
        m_wanted.labels = words.mid(2);
        return takeEnd(words.value(1)) && !m_wanted.labels.isEmpty()
                   ? true
                   : misused(u"say after how many days it ends, or never, and what will use it"_s);
    }
    m_id = api::SessionId(words.value(1));
    if (m_action == "rotate"_L1)
        return words.size() == 2 && !m_id.isEmpty() ? true : misused(u"say which one"_s);
    return misused(u"expected: api-sessions list, create or rotate"_s);
}

void ApiSessionsCommand::begin()
{
    m_store = client().accounts().apiSessions(profile());
    if (m_action == "list"_L1)
        return list();
    if (m_days)
        m_wanted.expiresAt = client().clock().now() + std::chrono::days(*m_days);
    const auto call = m_action == "create"_L1 ? m_store->create(m_wanted) : m_store->rotate(m_id);
    call.then(this, [this](const auto &made) { tell(made); });
}

void ApiSessionsCommand::list()
{
    m_store->load().then(this, [this](const Result<Nothing> &loaded) {
        if (!loaded)
            return fail(loaded.error());
        show();
        leave(Done);
    });
}

void ApiSessionsCommand::show() const
{
    QList<api::ApiSession> shown = m_store->sessions();
    if (!m_all)
        shown.removeIf([](const api::ApiSession &session) { return session.end.has_value(); });
    if (wantsJson())
        return print(stdout, asJson(shown));
    for (const api::ApiSession &session : shown)
        print(stdout, described(session));
}

/// The secret alone, so that it can be sent to where it is needed.
void ApiSessionsCommand::tell(const Result<api::ApiSessionSecret> &made)
{
    if (!made)
        return fail(made.error());
    print(stdout, wantsJson() ? asJson(*made) : made->secret.revealText());
    leave(Done);
}

} // namespace latchkey::app
