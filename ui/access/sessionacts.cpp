#include "access/sessionacts.h"

#include "access/sessionwords.h"
#include "account/sessionstore.h"
#include "kit/errorwords.h"
#include "kit/toast.h"

namespace latchkey::ui {

SessionActs::SessionActs(account::SessionStore &store, Toast &toast)
    : QObject(&store)
    , m_store(store)
    , m_toast(&toast)
{}

QString SessionActs::titleOf(const api::SessionId &id) const
{
    const auto session = m_store.find(id);
    return session ? sessionwords::title(*session) : QString();
}

void SessionActs::say(const QString &words)
{
    if (m_toast)
        m_toast->say(words);
}

void SessionActs::sayFailure(const Error &error, const QString &words)
{
    // Who declined to prove who they are, or left, knows.
    if (error.kind != Error::Kind::Cancelled)
        say(words.arg(wordsOf(error)));
}

void SessionActs::rename(const api::SessionId &id, const QString &label)
{
    m_store.rename(id, label).then(this, [this, id, label](const Result<api::Session> &result) {
        if (result || result.error().kind == Error::Kind::Cancelled || !m_toast)
            return;
        // What was typed is not lost: it can be sent again.
        m_toast->offer(
            tr("The name was not changed. %1", "%1 says why").arg(wordsOf(result.error())),
            tr("Try again"), [acts = QPointer(this), id, label] {
                if (acts)
                    acts->rename(id, label);
            });
    });
}

void SessionActs::end(const api::SessionId &id)
{
    m_store.end(id).then(this, [this](const Result<api::Session> &result) {
        if (result)
            offerUndo(
                *result,
                tr("Ended: %1", "%1 is the name of a device").arg(sessionwords::title(*result)));
        else
            sayFailure(result.error(), tr("The session was not ended. %1", "%1 says why"));
    });
}

void SessionActs::endOthers()
{
    m_store.endOthers().then(this, [this](const Result<api::EndedSessions> &result) {
        if (result)
            say(tr("%n session(s) ended", nullptr, static_cast<int>(result->ended.size())));
        else
            sayFailure(result.error(), tr("The sessions were not ended. %1", "%1 says why"));
    });
}

void SessionActs::review(const api::SessionId &id, api::Verdict verdict)
{
    m_store.review(id, verdict).then(this, [this](const Result<api::Session> &result) {
        if (!result)
            sayFailure(result.error(), tr("Your answer was not saved. %1", "%1 says why"));
        else if (result->end)
            offerUndo(*result, tr("Ended: %1. Change your password if you don't know who it was.",
                                  "%1 is the name of a device")
                                   .arg(sessionwords::title(*result)));
    });
}

void SessionActs::offerUndo(const api::Session &ended, const QString &words)
{
    if (!m_toast)
        return;
    if (!ended.end || !ended.end->reinstatableUntil) {
        say(words);
        return;
    }
    // The toast may outlive this account.
    m_toast->offer(words, tr("Undo"), [acts = QPointer(this), id = ended.id] {
        if (acts)
            acts->reinstate(id);
    });
}

void SessionActs::reinstate(const api::SessionId &id)
{
    m_store.reinstate(id).then(this, [this](const Result<api::Session> &result) {
        if (result)
            say(tr("Signed in again: %1", "%1 is the name of a device")
                    .arg(sessionwords::title(*result)));
        else
            sayFailure(result.error(), tr("This could not be taken back. %1", "%1 says why"));
    });
}

} // namespace latchkey::ui
