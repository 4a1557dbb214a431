#include "account/factorenrolment.h"

#include "account/account.h"
#include "account/factorstore.h"
#include "account/verification.h"

namespace latchkey::account {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;

FactorEnrolment::FactorEnrolment(Account &account, FactorStore &store, api::Factor kind,
                                 QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_store(store)
    , m_kind(kind)
{
    connect(&m_sending, &CodeFlow::changed, this, &FactorEnrolment::followSending);
}

FactorEnrolment::~FactorEnrolment() = default;

template <class T, class Took>
void FactorEnrolment::run(const Call<T> &call, Took took)
{
    m_isBusy = true;
    m_error.reset();
    m_calls.add(call).then(this, [this, took](const Result<T> &result) {
        if (m_step == Step::Cancelled)
            return;
        m_isBusy = false;
        if (result)
            took(*result);
        else
            fail(result.error());
    });
    Q_EMIT changed();
}

void FactorEnrolment::submitName(const QString &name)
{
    if (m_step != Step::Name || m_isBusy)
        return;
    m_name = name;
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty()) {
        fail(Error::rejected(u"empty"_s, u"name"_s));
        return;
    }
    if (isSent()) {
        m_sending.start(codesEnrolment(m_account, m_kind, trimmed));
        return;
    }
    run(m_account.ask(api::EnrolTotp{.name = trimmed}), [this](const api::NewTotp &offer) {
        m_offer = offer;
        go(Step::Prove);
    });
}

/// Its errors are told where the code is typed, once that is asked for.
void FactorEnrolment::followSending()
{
    if (m_step != Step::Name && m_step != Step::Prove)
        return;
    const CodeFlow::Step step = m_sending.step();
    const auto &error = m_sending.error();
    if (step == CodeFlow::Step::Done) {
        takeActive();
    } else if (step == CodeFlow::Step::Code && error && error->kind == Kind::NotFound) {
        m_sending.leave(); // it took too long: the server has forgotten it
        fail(Error::of(Kind::NotFound, u"factorUnknown"_s));
    } else {
        m_isBusy = m_sending.isBusy();
        const bool isWaiting = step == CodeFlow::Step::Code;
        m_step = isWaiting ? Step::Prove : Step::Name;
        m_error = isWaiting ? std::nullopt : error;
        Q_EMIT changed();
    }
}

void FactorEnrolment::submitCode(const Secret &code)
{
    if (m_step != Step::Prove || m_isBusy || !m_offer)
        return;
    run(m_account.ask(api::ActivateFactor{.id = m_offer->id, .code = code}),
        [this](const api::SignedIn &) { takeActive(); });
}

void FactorEnrolment::takeActive()
{
    m_isBusy = true;
    // New codes would kill those that somebody printed, so it must be known whether there are any.
    m_calls.add(m_store.load()).then(this, [this](const Result<Nothing> &) {
        if (m_step != Step::Prove)
            return;
        m_isBusy = false;
        m_offer.reset();
        go(m_store.recoveryCodes() ? Step::Done : Step::Codes);
        makeCodes();
    });
}

void FactorEnrolment::makeCodes()
{
    if (m_step != Step::Codes || m_isBusy)
        return;
    run(m_store.makeRecoveryCodes(), [this](const api::RecoveryCodes &made) {
        m_codes = made.codes;
        Q_EMIT changed();
    });
}

void FactorEnrolment::finish()
{
    if (m_step != Step::Codes || m_isBusy)
        return;
    m_codes.clear();
    go(Step::Done);
}

void FactorEnrolment::back()
{
    if (m_step != Step::Prove || m_isBusy)
        return;
    m_offer.reset();
    go(Step::Name);
    m_sending.leave();
}

void FactorEnrolment::cancel()
{
    if (m_step == Step::Done || m_step == Step::Cancelled)
        return;
    m_calls.cancelAll();
    m_isBusy = false;
    m_offer.reset();
    m_codes.clear();
    go(Step::Cancelled);
    m_sending.leave();
}

void FactorEnrolment::fail(const Error &error)
{
    m_error = error;
    if (error.kind == Kind::Cancelled && m_step != Step::Codes)
        m_error.reset(); // the person did not want to prove it is them
    if (m_step == Step::Prove && error.kind == Kind::NotFound) {
        m_offer.reset(); // it took too long: the server has forgotten the secret
        m_step = Step::Name;
    }
    Q_EMIT changed();
}

void FactorEnrolment::go(Step step)
{
    m_step = step;
    m_error.reset();
    Q_EMIT changed();
}

} // namespace latchkey::account
