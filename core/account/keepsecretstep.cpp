#include "account/keepsecretstep.h"

#include "base/log.h"

namespace latchkey::account {

KeepSecretStep::KeepSecretStep(SecretKeeping &keeping, QObject *parent)
    : QObject(parent)
    , m_keeping(keeping)
{}

void KeepSecretStep::start(const ProfileId &id, const Secret &token, KeepingPlace place,
                           const std::optional<Live> &live)
{
    m_live = live;
    m_id = id;
    m_token = token;
    put(place);
}

void KeepSecretStep::retry()
{
    if (m_state == State::Choosing || m_state == State::Kept)
        put(m_wanted);
}

void KeepSecretStep::keepNothing()
{
    if (m_state == State::Choosing)
        put(KeepingPlace::Memory);
}

void KeepSecretStep::keepInFile(const Secret &passphrase)
{
    if (m_state != State::Choosing)
        return;
    if (m_keeping.isFileOpen()) {
        put(KeepingPlace::File);
        return;
    }
    setState(State::Trying);
    m_keeping.openFile(passphrase).then(this, [this, turn = m_turn](const Result<Nothing> &opened) {
        if (turn != m_turn)
            return;
        if (opened)
            put(KeepingPlace::File);
        else
            choose(opened.error());
    });
}

void KeepSecretStep::put(KeepingPlace place)
{
    // A file that is not open yet is a question for its passphrase, not another place's failure.
    m_wanted = place;
    m_error.reset();
    const int turn = ++m_turn;
    setState(State::Trying);
    if (turn != m_turn)
        return; // who heard of it wants it no more
    m_keeping.keep(m_id, place, m_token)
        .then(this, [this, turn, place](const Result<Nothing> &result) {
            if (turn != m_turn)
                return;
            if (!result) {
                choose(result.error());
                return;
            }
            m_place = place;
            setState(State::Kept);
            Q_EMIT kept();
        });
}

void KeepSecretStep::choose(const Error &error)
{
    qCInfo(logAccount) << "a token could not be kept:" << error;
    m_error = error;
    setState(State::Choosing);
}

void KeepSecretStep::reset()
{
    ++m_turn;
    // What is on its way into a store now would stay there for nobody.
    if (m_state != State::Idle) {
        const bool isLivePlace = m_live && m_live->place == m_wanted;
        const auto cleared = isLivePlace ? m_keeping.keep(m_id, m_live->place, m_live->token)
                                         : m_keeping.forget(m_id, m_wanted);
        // Not `this`: who signed in no further has left the page.
        cleared.then(&m_keeping, [](const Result<Nothing> &result) {
            if (!result && result.error().kind != Error::Kind::NotFound)
                qCWarning(logAccount) << "an unwanted token was left:" << result.error();
        });
    }
    m_live.reset();
    m_token = {};
    m_error.reset();
    setState(State::Idle);
}

void KeepSecretStep::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace latchkey::account
