#include "providers/providerspage.h"

#include "account/account.h"
#include "kit/button.h"
#include "kit/card.h"
#include "kit/emptystate.h"
#include "kit/errorwords.h"
#include "kit/messagebar.h"
#include "kit/pageheader.h"
#include "kit/pagescroll.h"
#include "kit/taborder.h"
#include "kit/toast.h"
#include "providers/providerform.h"
#include "sessions/accountbody.h"

#include <QEvent>
#include <QPointer>
#include <QPushButton>

#include <algorithm>

namespace latchkey::ui {

using namespace Qt::StringLiterals;
using account::ProviderSettings;

ProvidersPage::ProvidersPage(account::Account &account, Toast &toast, QWidget *parent)
    : QWidget(parent)
    , m_account(account)
    , m_toast(toast)
    // Belongs to the account: what was begun goes on when the page is gone.
    , m_settings(new ProviderSettings(account, &account))
    , m_header(new PageHeader)
    , m_add(new QPushButton)
    , m_message(new MessageBar)
    , m_adding(new Card)
    , m_form(new ProviderForm)
    , m_list(new Card)
    , m_none(new EmptyState)
    , m_scroll(new PageScroll)
    , m_body(new AccountBody(account, m_scroll))
{
    build();
    listen();
    retranslate();
}

void ProvidersPage::build()
{
    setKind(m_add, ButtonKind::Primary);
    m_header->addAction(m_add);
    m_adding->body()->addWidget(m_form);
    m_list->body()->addLayout(m_rows.column());
    m_none->setIcon(u"identity"_s);
    m_message->hide();
    QVBoxLayout *const column = m_scroll->column();
    for (QWidget *part : std::initializer_list<QWidget *>{m_message, m_adding, m_list})
        column->addWidget(part);
    column->addWidget(m_none, 1);
    column->addStretch();
    PageScroll::layOut(this, m_header)->addWidget(m_body, 1);
}

void ProvidersPage::listen()
{
    connect(&m_account, &account::Account::stateChanged, this, &ProvidersPage::follow);
    connect(&m_account, &account::Account::userChanged, this, &ProvidersPage::follow);
    connect(m_settings, &ProviderSettings::changed, this, &ProvidersPage::follow);
    connect(m_add, &QPushButton::clicked, this, &ProvidersPage::beginAdding);
    connect(m_none, &EmptyState::acted, this, &ProvidersPage::beginAdding);
    connect(m_form, &ProviderForm::addRequested, this, &ProvidersPage::add);
    connect(m_form, &ProviderForm::cancelled, this, &ProvidersPage::leaveForm);
    connect(m_message, &MessageBar::acted, this, &ProvidersPage::refresh);
    connect(m_body, &AccountBody::retried, this, &ProvidersPage::refresh);
}

void ProvidersPage::refresh()
{
    if (m_account.state().isSignedIn())
        m_settings->load();
}

bool ProvidersPage::hasUnsavedChanges() const
{
    const bool isTyping = std::ranges::any_of(m_settings->providers(), [this](const auto &one) {
        const ProviderRow *row = m_rows.find(one.id);
        return row && row->isTyping();
    });
    return isTyping || (m_isAdding && m_form->isTyped());
}

void ProvidersPage::follow()
{
    const bool isShown =
        m_body->follow(m_settings->isLoaded(), m_settings->lastError(), m_settings->isLoading());
    m_add->setVisible(isShown && !m_settings->providers().isEmpty() && !m_isAdding);
    if (isShown)
        followProviders();
    Q_EMIT unsavedChanged();
}

void ProvidersPage::followProviders()
{
    const auto &providers = m_settings->providers();
    const bool isUsable = m_account.state().isUsable();
    m_add->setEnabled(isUsable);
    m_adding->setVisible(m_isAdding);
    m_form->setUsable(isUsable);
    m_list->setVisible(!providers.isEmpty());
    m_none->setVisible(providers.isEmpty() && !m_isAdding);
    m_none->actionButton()->setEnabled(isUsable);
    m_rows.follow(providers, [this](const api::ProviderId &id) { return makeRow(id); });
    QList<QWidget *> inOrder;
    for (const api::Provider &provider : providers) {
        ProviderRow *const row = m_rows.find(provider.id);
        row->tell(provider, isUsable, m_settings->isPending(provider.id));
        inOrder << row;
    }
    tabAfter(m_adding, inOrder);
    tellMessage();
}

void ProvidersPage::tellMessage()
{
    const auto &error = m_settings->lastError();
    // While offline the window says so once, above every page.
    if (error && m_account.state().isOnline() && !m_settings->isLoading())
        m_message->show(MessageBar::Kind::Danger, wordsOf(*error), tr("Try aga&in"));
    else
        m_message->hide();
}

ProviderRow *ProvidersPage::makeRow(const api::ProviderId &id)
{
    auto *row = new ProviderRow;
    connect(row, &ProviderRow::editRequested, this, &ProvidersPage::edit);
    connect(row, &ProviderRow::removeRequested, this, [this, id] { remove(id); });
    return row;
}

void ProvidersPage::beginAdding()
{
    if (!m_isAdding) {
        m_isAdding = true;
        m_form->begin();
        follow();
    }
    m_form->focusFirst();
}

void ProvidersPage::leaveForm()
{
    m_isAdding = false;
    follow();
    (m_add->isVisibleTo(this) ? m_add : m_none->actionButton())->setFocus(Qt::OtherFocusReason);
}

void ProvidersPage::add(const api::AddProvider &wanted)
{
    m_form->setBusy(true);
    m_settings->add(wanted).then(&m_toast, [page = QPointer(this),
                                            &toast = m_toast](const Result<api::Provider> &added) {
        if (page)
            page->m_form->setBusy(false);
        if (added)
            toast.say(
                tr("People can sign in by %1 now.", "%1 is an identity provider").arg(added->name));
        else if (!page && added.error().kind != Error::Kind::Cancelled)
            toast.say(wordsOf(added.error()));
        if (page && added)
            page->leaveForm();
        else if (page && added.error().kind != Error::Kind::Cancelled)
            page->m_form->showError(added.error());
    });
}

void ProvidersPage::edit(const api::EditProvider &wanted)
{
    m_settings->edit(wanted).then(&m_toast, [page = QPointer(this), &toast = m_toast,
                                             wanted](const Result<api::Provider> &edited) {
        ProviderRow *const row = page ? page->m_rows.find(wanted.id) : nullptr;
        if (edited && wanted.isOn)
            toast.say(edited->isOn ? tr("Switched on.") : tr("Switched off."));
        else if (edited)
            toast.say(tr("Saved."));
        if (edited && row)
            row->showChanged();
        if (edited || edited.error().kind == Error::Kind::Cancelled)
            return;
        if (row)
            row->showError(edited.error());
        else
            toast.say(wordsOf(edited.error()));
    });
}

void ProvidersPage::remove(const api::ProviderId &id)
{
    m_settings->remove(id).then(
        &m_toast, [page = QPointer(this), &toast = m_toast, id](const Result<Nothing> &removed) {
            if (removed) {
                toast.say(tr("Removed. Nobody signs in by it any more."));
                return;
            }
            ProviderRow *const row = page ? page->m_rows.find(id) : nullptr;
            if (removed.error().kind == Error::Kind::Cancelled)
                return;
            if (row)
                row->showError(removed.error());
            else
                toast.say(wordsOf(removed.error()));
        });
}

void ProvidersPage::showEvent(QShowEvent *event)
{
    if (!m_isVisited)
        refresh();
    m_isVisited = true;
    follow();
    QWidget::showEvent(event);
}

void ProvidersPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ProvidersPage::retranslate()
{
    m_body->setWords(tr("Loading the sign-in providers…"),
                     tr("The sign-in providers could not be loaded"));
    m_header->setTitle(tr("Sign-in providers"));
    m_header->setSubtitle(tr("Who else may say who somebody is, so that they need no password."));
    m_add->setText(tr("Add a provi&der"));
    m_adding->setTitle(tr("New sign-in provider"));
    m_none->setTitle(tr("Everybody signs in with what this server knows"));
    m_none->setText(tr("Add an OpenID provider, e.g. that of your organisation, or Google. Whoever "
                       "it knows signs in by it, in their own browser."));
    m_none->setAction(tr("Add a provi&der"));
    follow();
}

} // namespace latchkey::ui
