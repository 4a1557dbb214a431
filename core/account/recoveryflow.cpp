#include "account/recoveryflow.h"

#include "account/connection.h"
#include "account/surroundings.h"
#include "api/email.h"
#include "api/helping.h"
#include "api/names.h"
#include "api/passwordrules.h"
#include "api/verification.h"

namespace latchkey::account {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;

RecoveryFlow::RecoveryFlow(const Surroundings &surroundings, const ServerAddress &server,
                           QObject *parent)
    : QObject(parent)
    , m_surroundings(surroundings)
    , m_server(server)
    , m_connection(std::make_unique<Connection>(surroundings, server))
    , m_ways(surroundings.clock, [this](api::Factor) { return request(m_requestedFor); })
{}

RecoveryFlow::~RecoveryFlow() = default;

template <class T, class Took>
void RecoveryFlow::run(const Call<T> &call, Took took)
{
    listen(m_calls.add(call), took);
}

template <class T, class Took>
void RecoveryFlow::listen(const Call<T> &call, Took took)
{
    m_isBusy = true;
    m_error.reset();
    call.then(this, [this, took](const Result<T> &result) {
        m_isTaking = false;
        if (!result && result.error().kind == Kind::Cancelled)
            return;
        m_isBusy = false;
        if (result)
            took(*result);
        else
            fail(result.error());
    });
    Q_EMIT changed();
}

/// Nothing goes to a server that is not known to be who it should.
template <class Op, class Took>
void RecoveryFlow::ask(const Op &operation, Took took)
{
    run(m_surroundings.vouch(m_server.url),
        [this, operation, took](Nothing) { run(m_connection->ask(operation), took); });
}

/// What nobody takes back on the way.
template <class Op, class Took>
void RecoveryFlow::change(const Op &operation, Took took)
{
    run(m_surroundings.vouch(m_server.url), [this, operation, took](Nothing) {
        m_isTaking = true;
        listen(m_connection->ask(operation), took);
    });
}

bool RecoveryFlow::isOwnServer() const
{
    return m_surroundings.isOwnServer(m_server.url);
}

bool RecoveryFlow::speaksOwnWire() const
{
    return m_connection->wire().isOwn();
}

/// The other wires have no word for it.
bool RecoveryFlow::sendsMail() const
{
    return !m_isDescribed || m_description.sendsMail || isOwnServer() || !speaksOwnWire();
}

bool RecoveryFlow::asksForName() const
{
    return m_connection->wire().resetsByName;
}

bool RecoveryFlow::takesCode() const
{
    return m_connection->wire().can<api::ResetPassword>();
}

bool RecoveryFlow::takesGivenCode() const
{
    return takesCode() && m_connection->wire().can<api::StartReset>();
}

bool RecoveryFlow::canRemind() const
{
    return sendsMail() && m_connection->wire().can<api::RemindUserName>();
}

bool RecoveryFlow::canTakeBack() const
{
    return m_connection->wire().can<api::TakeBackEmail>();
}

void RecoveryFlow::begin(const QString &email)
{
    m_email = email;
    m_begunWith = email;
    m_isTakenBack = false;
    if (!m_isDescribed)
        describe();
    go(Step::Email);
}

void RecoveryFlow::describe()
{
    m_calls.add(m_connection->ask(api::DescribeServer{}))
        .then(this, [this](const Result<api::ServerDescription> &described) {
            if (!described)
                return; // the server judges the password, too
            m_description = *described;
            m_isDescribed = true;
            Q_EMIT changed();
        });
}

std::optional<QString> RecoveryFlow::taken(const QString &typed, const Result<QString> &normal)
{
    m_email = typed;
    if (normal) {
        m_email = *normal;
        return m_email;
    }
    Error error = normal.error();
    error.field = u"email"_s;
    fail(error);
    return {};
}

void RecoveryFlow::submitEmail(const QString &typed)
{
    if (m_step != Step::Email || m_isBusy)
        return;
    const auto email =
        taken(typed, asksForName() ? api::normalLogin(typed, u"email"_s) : api::normalEmail(typed));
    if (!email)
        return;
    m_isCodeGiven = false;
    const bool isAsked = m_request && m_requestedFor == *email;
    if (isAsked && m_ways.sent()->expiresAt > m_surroundings.clock.now()) {
        go(Step::Reset); // the code that is there already still does
        return;
    }
    run(m_surroundings.vouch(m_server.url), [this, email](Nothing) {
        run(request(*email), [this, email](const api::CodeSent &sent) {
            if (!takesCode()) {
                go(Step::Mailed);
                return;
            }
            m_requestedFor = *email;
            m_ways.offerSent(api::Factor::EmailCode, sent);
            go(Step::Reset);
        });
    });
}

/// Where it goes nobody tells but the person: on our own wire the answer is the same for every
/// address.
Call<api::CodeSent> RecoveryFlow::request(const QString &email)
{
    const CallSource<api::CodeSent> source;
    const bool isName = asksForName();
    const auto asked = m_connection->ask(
        api::RequestPasswordReset{.email = isName ? QString() : email,
                                  .login = isName ? std::optional(email) : std::nullopt});
    source.onCancel(asked.cancelling());
    asked.then(this, [this, source, email](const Result<api::ResetRequested> &requested) {
        if (!requested) {
            source.finish(failure(requested.error()));
            return;
        }
        m_request = requested->id;
        source.finish(api::CodeSent{
            .to = email, .resendAt = requested->resendAt, .expiresAt = requested->expiresAt});
    });
    return source.call();
}

void RecoveryFlow::haveCode()
{
    if (m_step != Step::Email || m_isBusy || !takesGivenCode())
        return;
    m_isCodeGiven = true;
    go(Step::Reset);
}

void RecoveryFlow::submit(const Secret &code, const Secret &password)
{
    if (m_step != Step::Reset || m_isBusy)
        return;
    if (code.isEmpty()) {
        fail(Error::rejected(u"empty"_s, u"code"_s));
        return;
    }
    const auto allowed =
        api::checkPassword(password, m_description.passwords, {m_email}, u"password"_s);
    if (!allowed) {
        fail(allowed.error());
        return;
    }
    change(api::ResetPassword{.id = m_isCodeGiven ? std::nullopt : m_request,
                              .code = code,
                              .password = password},
           [this](Nothing) {
               forgetRequest();
               go(Step::Done);
               Q_EMIT done();
           });
}

void RecoveryFlow::remind()
{
    if (m_step == Step::Email && !m_isBusy && canRemind())
        go(Step::Remind);
}

void RecoveryFlow::submitReminder(const QString &typed)
{
    if (m_step != Step::Remind || m_isBusy)
        return;
    if (const auto email = taken(typed, api::normalEmail(typed)))
        ask(api::RemindUserName{.email = *email}, [this](Nothing) { go(Step::Reminded); });
}

void RecoveryFlow::takeBack()
{
    if (m_step == Step::Email && !m_isBusy && canTakeBack())
        go(Step::TakeBack);
}

void RecoveryFlow::submitTakeBack(const Secret &code)
{
    if (m_step != Step::TakeBack || m_isBusy)
        return;
    if (code.isEmpty()) {
        fail(Error::rejected(u"empty"_s, u"code"_s));
        return;
    }
    change(api::TakeBackEmail{.code = code}, [this](Nothing) {
        m_isTakenBack = true;
        // The account has just left it, and a code that went there would be for nobody.
        if (m_email == m_begunWith)
            m_email.clear();
        forgetRequest(); // its code died with the change
        go(Step::Email);
    });
}

void RecoveryFlow::forgetRequest()
{
    m_request.reset();
    m_requestedFor.clear();
    m_ways.clear();
}

void RecoveryFlow::back()
{
    if (m_isTaking)
        return;
    m_calls.cancelAll();
    m_isBusy = false;
    const bool isLeaving = m_step == Step::Email || m_step == Step::Mailed;
    go(Step::Email);
    if (isLeaving)
        Q_EMIT left();
}

void RecoveryFlow::fail(const Error &error)
{
    m_error = error;
    Q_EMIT changed();
}

void RecoveryFlow::go(Step step)
{
    m_step = step;
    m_error.reset();
    Q_EMIT changed();
}

} // namespace latchkey::account
