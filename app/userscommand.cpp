#include "userscommand.h"

#include "account/account.h"
#include "base/textsafety.h"
#include "exitcode.h"
#include "print.h"
#include "wire/fieldjson.h"

namespace latchkey::app {

using namespace Qt::StringLiterals;

namespace {

QString described(const api::User &user)
{
    QString text = user.id.text() + u"  "_s + withoutMisleading(user.email) + u"  "_s +
                   withoutMisleading(user.name);
    if (user.role != api::Role::User)
        text += user.role == api::Role::Admin ? u"  (administrator)"_s : u"  (support)"_s;
    return text;
}

QString described(const api::Lock &lock)
{
    return u"locked until "_s + toRfc3339(lock.until) + u" after "_s +
           QString::number(lock.failures) + u" tries"_s;
}

QString described(const api::StartedReset &reset)
{
    switch (reset.state) {
    case api::ResetState::Waiting:
        return u"its mail waits to be sent"_s;
    case api::ResetState::Sent:
        return u"sent, good until "_s + toRfc3339(reset.expiresAt);
    case api::ResetState::NotSent:
        return u"its mail could not be sent"_s;
    case api::ResetState::Used:
        return u"used"_s + (reset.usedAt ? u" at "_s + toRfc3339(*reset.usedAt) : QString());
    case api::ResetState::Expired:
        return u"expired at "_s + toRfc3339(reset.expiresAt);
    case api::ResetState::Unknown:
        return u"in a state that this program doesn't know"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

UsersCommand::UsersCommand(Client &client)
    : SignedInCommand(client, u"users"_s)
{}

bool UsersCommand::takeWords(const QStringList &words)
{
    m_action = words.value(0);
    m_email = words.value(1);
    const bool isKnown = m_action == "find"_L1 || m_action == "reset"_L1 || m_action == "unlock"_L1;
    if (!isKnown || words.size() > 2)
        return misused(u"expected: users find, reset or unlock, and an e-mail address"_s);
    return !m_email.isEmpty() || misused(u"say whose account, by e-mail address"_s);
}

void UsersCommand::begin()
{
    if (m_action == "find"_L1)
        return showAccount();
    account()
        .ask(api::FindAccount{m_email})
        .then(this, [this](const Result<api::HelpedAccount> &found) {
            if (!found)
                return fail(found.error());
            beginWaiting();
            m_action == "reset"_L1 ? reset(found->user.id) : unlock(found->user.id);
        });
}

void UsersCommand::reset(const api::UserId &user)
{
    account()
        .ask(api::StartReset{user})
        .then(this, [this](const Result<api::StartedReset> &started) {
            started ? showAccount() : fail(started.error());
        });
}

void UsersCommand::unlock(const api::UserId &user)
{
    account().ask(api::LiftLock{user}).then(this, [this](const Result<Nothing> &lifted) {
        lifted ? showAccount() : fail(lifted.error());
    });
}

void UsersCommand::showAccount()
{
    beginWaiting();
    account()
        .ask(api::FindAccount{m_email})
        .then(this, [this](const Result<api::HelpedAccount> &found) {
            if (!found)
                return fail(found.error());
            show(*found);
            leave(Done);
        });
}

void UsersCommand::show(const api::HelpedAccount &found) const
{
    if (wantsJson()) {
        JsonWriter json;
        wire::writeJson(json, found);
        return print(stdout, QString::fromUtf8(json.take()));
    }
    print(stdout, described(found.user));
    if (found.lock)
        print(stdout, u"  "_s + described(*found.lock));
    if (found.reset)
        print(stdout, u"  reset started at "_s + toRfc3339(found.reset->startedAt) + u": "_s +
                          described(*found.reset));
}

} // namespace latchkey::app
