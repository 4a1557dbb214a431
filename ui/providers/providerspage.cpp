#include "providers/providerspage.h"

#include "account/account.h"
#include "kit/card.h"
#include "kit/pageheader.h"
#include "kit/pagescroll.h"
#include "kit/taborder.h"
#include "providers/providerform.h"
#include "sessions/accountbody.h"

#include <QVBoxLayout>

#include <algorithm>

namespace latchkey::ui {

using namespace Qt::StringLiterals;
using account::ProviderSettings;

ProvidersPage::ProvidersPage(account::Account &account, Toast &toast, QWidget *parent)
    : ListPage(account, u"identity"_s, toast, parent)
    , m_settings(new ProviderSettings(account, this))
    , m_form(new ProviderForm)
    , m_list(new Card)
{
    m_list->body()->addLayout(m_rows.column());
    build(m_form, {adding(), m_list, none()});
    scroll()->column()->setStretchFactor(none(), 1);
    connect(m_settings, &ProviderSettings::changed, this, &ProvidersPage::follow);
    connect(m_form, &ProviderForm::addRequested, this, &ProvidersPage::take);
    retranslate();
}

void ProvidersPage::refresh()
{
    if (account().state().isSignedIn())
        m_settings->load();
}

bool ProvidersPage::hasUnsavedChanges() const
{
    const bool isTyping = std::ranges::any_of(m_settings->providers(), [this](const auto &one) {
        const ProviderRow *row = m_rows.find(one.id);
        return row && row->isTyping();
    });
    return isTyping || ListPage::hasUnsavedChanges();
}

void ProvidersPage::follow()
{
    const bool isShown =
        followLoad(m_settings->isLoaded(), m_settings->lastError(), m_settings->isLoading());
    const auto &providers = m_settings->providers();
    followAdding(isShown, providers.isEmpty());
    m_list->setVisible(!providers.isEmpty());
    m_rows.follow(providers, [this](const api::ProviderId &id) { return makeRow(id); });
    QList<QWidget *> inOrder;
    for (const api::Provider &provider : providers) {
        ProviderRow *const row = m_rows.find(provider.id);
        row->tell(provider, isUsable(), m_settings->isPending(provider.id));
        inOrder << row;
    }
    tabAfter(adding(), inOrder);
    Q_EMIT unsavedChanged();
}

ProviderRow *ProvidersPage::makeRow(const api::ProviderId &id)
{
    auto *row = new ProviderRow;
    connect(row, &ProviderRow::editRequested, this, &ProvidersPage::edit);
    connect(row, &ProviderRow::removeRequested, this, [this, id] { remove(id); });
    return row;
}

void ProvidersPage::take(const api::AddProvider &wanted)
{
    takeIn(m_settings->add(wanted), [](const api::Provider &added) {
        return tr("People can sign in by %1 now.", "%1 is an identity provider").arg(added.name);
    });
}

void ProvidersPage::edit(const api::EditProvider &wanted)
{
    m_settings->edit(wanted).then(&toast(), [page = QPointer(this), &toast = toast(),
                                             wanted](const Result<api::Provider> &edited) {
        ProviderRow *const row = page ? page->m_rows.find(wanted.id) : nullptr;
        if (!edited)
            return tellFailure(row, toast, edited.error());
        toast.say(!wanted.isOn   ? tr("Saved.")
                  : edited->isOn ? tr("Switched on.")
                                 : tr("Switched off."));
        if (row)
            row->showChanged();
    });
}

void ProvidersPage::remove(const api::ProviderId &id)
{
    m_settings->remove(id).then(
        &toast(), [page = QPointer(this), &toast = toast(), id](const Result<Nothing> &removed) {
            if (removed)
                toast.say(tr("Removed. Nobody signs in by it any more."));
            else
                tellFailure(page ? page->m_rows.find(id) : nullptr, toast, removed.error());
        });
}

void ProvidersPage::retranslate()
{
    body()->setWords(tr("Loading the sign-in providers…"),
                     tr("The sign-in providers could not be loaded"));
    header()->setTitle(tr("Sign-in providers"));
    header()->setSubtitle(tr("Who else may say who somebody is, so that they need no password."));
    setWords(
        {.add = tr("Add a provi&der"),
         .adding = tr("New sign-in provider"),
         .none = tr("Everybody signs in with what this server knows"),
         .why = tr("Add an OpenID provider, e.g. that of your organisation, or Google. Whoever "
                   "it knows signs in by it, in their own browser.")});
    follow();
}

} // namespace latchkey::ui
