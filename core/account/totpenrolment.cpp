#include "account/totpenrolment.h"

#include "account/account.h"
#include "account/factorstore.h"

namespace latchkey::account {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;

TotpEnrolment::TotpEnrolment(Account &account, FactorStore &store, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_store(store)
{}

TotpEnrolment::~TotpEnrolment() = default;

template <class T, class Took>
void TotpEnrolment::run(const Call<T> &call, Took took)
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

void TotpEnrolment::submitName(const QString &name)
{
    if (m_step != Step::Name || m_isBusy)
        return;
    m_name = name;
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty()) {
        fail(Error::rejected(u"empty"_s, u"name"_s));
        return;
    }
    run(m_account.ask(api::EnrolTotp{.name = trimmed}), [this](const api::NewTotp &offer) {
        m_offer = offer;
        go(Step::Scan);
    });
}

void TotpEnrolment::submitCode(const Secret &code)
{
    if (m_step != Step::Scan || m_isBusy)
        return;
    run(m_account.ask(api::ActivateFactor{.id = m_offer->id, .code = code}),
        [this](const api::SignedIn &) { takeActive(); });
}

void TotpEnrolment::takeActive()
{
    m_isBusy = true;
    // New codes would kill those that somebody printed, so it must be known whether there are any.
    m_calls.add(m_store.load()).then(this, [this](const Result<Nothing> &) {
        if (m_step != Step::Scan)
            return;
        m_isBusy = false;
        m_offer.reset();
        go(m_store.recoveryCodes() ? Step::Done : Step::Codes);
        makeCodes();
    });
}

void TotpEnrolment::makeCodes()
{
    if (m_step != Step::Codes || m_isBusy)
        return;
    run(m_store.makeRecoveryCodes(), [this](const api::RecoveryCodes &made) {
        m_codes = made.codes;
        Q_EMIT changed();
    });
}

void TotpEnrolment::finish()
{
    if (m_step != Step::Codes || m_isBusy)
        return;
    m_codes.clear();
    go(Step::Done);
}

void TotpEnrolment::back()
{
    if (m_step != Step::Scan || m_isBusy)
        return;
    m_offer.reset();
    go(Step::Name);
}

void TotpEnrolment::cancel()
{
    if (m_step == Step::Done || m_step == Step::Cancelled)
        return;
    m_calls.cancelAll();
    m_isBusy = false;
    m_offer.reset();
    m_codes.clear();
    go(Step::Cancelled);
}

void TotpEnrolment::fail(const Error &error)
{
    m_error = error;
    if (error.kind == Kind::Cancelled && m_step != Step::Codes)
        m_error.reset(); // the person did not want to prove it is them
    if (m_step == Step::Scan && error.kind == Kind::NotFound) {
        m_offer.reset(); // it took too long: the server has forgotten the secret
        m_step = Step::Name;
    }
    Q_EMIT changed();
}

void TotpEnrolment::go(Step step)
{
    m_step = step;
    m_error.reset();
    Q_EMIT changed();
}

} // namespace latchkey::account
