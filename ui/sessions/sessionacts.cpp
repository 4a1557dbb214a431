#include "sessions/sessionacts.h"

#include "account/sessionstore.h"
#include "kit/errorwords.h"
#include "kit/toast.h"
#include "sessions/sessionwords.h"

#include <memory>

namespace latchkey::ui {

using namespace std::chrono_literals;

namespace {

/// What a server gives for taking an ending back, less one for the way. It tells the moment itself
/// where one session was ended, and not where all others were.
constexpr std::chrono::seconds usualPatience = 9s;

} // namespace

SessionActs::SessionActs(account::SessionStore &store, const Clock &clock, Toast &toast)
    : QObject(&store)
    , m_store(store)
    , m_clock(clock)
    , m_toast(&toast)
{}

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
        if (result) {
            forget(id);
            return;
        }
        // What was typed is not lost: it can be sent again.
        m_unsent.insert(id, label);
        Q_EMIT unsentChanged();
        if (result.error().kind == Error::Kind::Cancelled || !m_toast)
            return;
        m_toast->offer(
            tr("The name was not changed. %1", "%1 says why").arg(wordsOf(result.error())),
            tr("Try again"), [acts = QPointer(this), id] {
                if (acts)
                    acts->resend(id);
            });
    });
}

void SessionActs::resend(const api::SessionId &id)
{
    if (m_unsent.contains(id))
        rename(id, m_unsent.value(id));
}

void SessionActs::forget(const api::SessionId &id)
{
    if (m_unsent.remove(id))
        Q_EMIT unsentChanged();
}

void SessionActs::end(const api::SessionId &id)
{
    m_store.end(id).then(this, [this](const Result<api::Session> &result) {
        if (result)
            tellEnded(
                *result,
                tr("Ended: %1", "%1 is the name of a device").arg(sessionwords::title(*result)));
        else
            sayFailure(result.error(), tr("The session was not ended. %1", "%1 says why"));
    });
}

void SessionActs::endOthers()
{
    m_store.endOthers().then(this, [this](const Result<api::EndedSessions> &result) {
        if (result && result->ended.isEmpty())
            say(tr("There was no other session to end."));
        else if (result)
            offerUndo(tr("%n session(s) ended", nullptr, static_cast<int>(result->ended.size())),
                      result->ended, usualPatience);
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
            tellEnded(*result, tr("Ended: %1. Change your password if you don't know who it was.",
                                  "%1 is the name of a device")
                                   .arg(sessionwords::title(*result)));
    });
}

void SessionActs::tellEnded(const api::Session &ended, const QString &words)
{
    const auto patience = ended.end ? patienceOf(*ended.end) : 0s;
    if (patience > 0s)
        offerUndo(words, {ended.id}, patience);
    else
        say(words);
}

std::chrono::seconds SessionActs::patienceOf(const api::SessionEnd &end) const
{
    if (!end.reinstatableUntil)
        return 0s;
    const auto whole = *end.reinstatableUntil - end.at;
    const auto left = *end.reinstatableUntil - m_clock.now();
    // Where this clock is ahead of the server's, only the server's own two moments tell.
    return std::chrono::floor<std::chrono::seconds>(left > 0ms ? std::min(left, whole) : whole);
}

void SessionActs::offerUndo(const QString &words, const QList<api::SessionId> &ids,
                            std::chrono::seconds patience)
{
    if (!m_toast)
        return;
    // The toast may outlive this account.
    m_toast->offer(
        words, tr("Undo"),
        [acts = QPointer(this), ids] {
            if (acts)
                acts->reinstate(ids);
        },
        patience);
}

QString SessionActs::backWords(const api::Session &session) const
{
    const QString words = session.kind == api::SessionKind::Api
                              ? tr("Works again: %1", "%1 is an API session")
                              : tr("Signed in again: %1", "%1 is the name of a device");
    return words.arg(sessionwords::title(session));
}

void SessionActs::reinstate(const QList<api::SessionId> &ids)
{
    struct Outcome
    {
        qsizetype open = 0;
        QList<api::Session> back;
        std::optional<Error> error;
    };
    const auto outcome = std::make_shared<Outcome>();
    outcome->open = ids.size();
    for (const api::SessionId &id : ids) {
        m_store.reinstate(id).then(this, [this, outcome](const Result<api::Session> &result) {
            if (result)
                outcome->back.append(*result);
            else
                outcome->error = result.error();
            if (--outcome->open > 0)
                return;
            if (outcome->back.size() == 1)
                say(backWords(outcome->back.first()));
            else if (!outcome->back.isEmpty())
                say(tr("%n session(s) signed in again", nullptr,
                       static_cast<int>(outcome->back.size())));
            if (outcome->error)
                sayFailure(*outcome->error, tr("This could not be taken back. %1", "%1 says why"));
        });
    }
}

} // namespace latchkey::ui
