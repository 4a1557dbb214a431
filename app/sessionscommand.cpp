#include "sessionscommand.h"

#include "account/sessionstore.h"
#include "base/textsafety.h"
#include "client.h"
#include "exitcode.h"
#include "print.h"
#include "wire/fieldjson.h"

namespace latchkey::app {

using namespace Qt::StringLiterals;

namespace {

QString described(const api::Session &session)
{
    const QString label =
        session.device.label.isEmpty() ? session.device.program : session.device.label;
    QString line = session.id.text() + u"  "_s + toRfc3339(session.lastActiveAt) + u"  "_s +
                   session.address.leftJustified(15) + u"  "_s + withoutMisleading(label);
    if (session.current)
        line += u"  (this one)"_s;
    if (session.end)
        line += u"  (ended "_s + toRfc3339(session.end->at) + u')';
    return line;
}

} // namespace

SessionsCommand::SessionsCommand(Client &client)
    : SignedInCommand(client, u"sessions"_s)
{}

bool SessionsCommand::takeOption(const QString &option)
{
    m_all = m_all || option == "--all"_L1;
    return option == "--all"_L1;
}

bool SessionsCommand::takeWords(const QStringList &words)
{
    m_action = words.value(0);
    m_ids = words.mid(1);
    if (m_action == "list"_L1 && m_ids.isEmpty())
        return true;
    if (m_action == "end"_L1 && !m_ids.isEmpty() && !m_ids.contains(QString()))
        return true;
    return misused(m_action == "end"_L1 ? u"say which session to end"_s
                                        : u"expected: sessions list, or sessions end ID"_s);
}

void SessionsCommand::begin()
{
    m_sessions = client().accounts().sessions(profile());
    m_action == "list"_L1 ? list() : endNext();
}

/// What was ended before stays so, and whoever asked must know.
void SessionsCommand::showDone()
{
    if (!m_ended.isEmpty())
        show(m_ended);
}

void SessionsCommand::list()
{
    m_sessions->load().then(this, [this](const Result<Nothing> &loaded) {
        if (!loaded)
            return fail(loaded.error());
        QList<api::Session> shown;
        for (const api::Session &session : m_sessions->sessions()) {
            if (m_all || !session.end)
                shown << session;
        }
        show(shown);
        leave(Done);
    });
}

void SessionsCommand::endNext()
{
    if (m_ids.isEmpty()) {
        show(m_ended);
        return leave(Done);
    }
    beginWaiting();
    m_sessions->end(api::SessionId(m_ids.takeFirst()))
        .then(this, [this](const Result<api::Session> &ended) {
            if (!ended)
                return fail(ended.error());
            m_ended << *ended;
            endNext();
        });
}

void SessionsCommand::show(const QList<api::Session> &sessions) const
{
    if (wantsJson()) {
        JsonWriter json;
        wire::writeJson(json, sessions);
        return print(stdout, QString::fromUtf8(json.take()));
    }
    for (const api::Session &session : sessions)
        print(stdout, described(session));
}

} // namespace latchkey::app
