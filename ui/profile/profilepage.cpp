#include "profile/profilepage.h"

#include "account/account.h"
#include "account/verification.h"
#include "api/email.h"
#include "kit/errorwords.h"
#include "kit/messagebar.h"
#include "kit/pageheader.h"
#include "kit/pagescroll.h"
#include "kit/toast.h"
#include "people/accountendcard.h"
#include "profile/changescard.h"
#include "profile/emailcard.h"
#include "profile/identitycard.h"
#include "profile/phonecard.h"
#include "sessions/accountbody.h"

#include <QEvent>
#include <QPointer>
#include <QVBoxLayout>

namespace latchkey::ui {

using namespace Qt::StringLiterals;
using account::ProfileEditor;

namespace {

/// Stands beside what it is about.
bool isBesideField(const Error &error)
{
    static const QStringList fields{u"name"_s, u"userName"_s, u"email"_s, u"password"_s};
    return fields.contains(error.field);
}

bool isAddressOf(const api::User &user, const QString &typed)
{
    return api::emailKey(user.email) == api::emailKey(typed.trimmed());
}

} // namespace

ProfilePage::ProfilePage(account::Account &account, const Clock &clock, Toast &toast,
                         QWidget *parent)
    : QWidget(parent)
    , m_account(account)
    , m_toast(toast)
    // Belongs to the account: a change that is under way goes on when the page is gone.
    , m_editor(new ProfileEditor(account, &account))
    , m_header(new PageHeader)
    , m_message(new MessageBar)
    , m_identity(new IdentityCard)
    , m_changes(new ChangesCard)
    , m_email(new EmailCard(account, clock, toast))
    , m_phone(new PhoneCard(account, clock, toast))
    , m_end(new AccountEndCard(AccountEndCard::By::Owner, account))
    , m_scroll(new PageScroll)
    , m_body(new AccountBody(account, m_scroll))
{
    build();
    listen();
    retranslate();
}

void ProfilePage::build()
{
    QVBoxLayout *const cards = m_scroll->column();
    for (QWidget *part : std::initializer_list<QWidget *>{m_message, m_identity, m_changes, m_email,
                                                          m_phone, m_end})
        cards->addWidget(part);
    cards->addStretch();
    PageScroll::layOut(this, m_header)->addWidget(m_body, 1);
}

void ProfilePage::listen()
{
    connect(m_editor, &ProfileEditor::changed, this, &ProfilePage::follow);
    connect(m_editor, &ProfileEditor::changed, this, &ProfilePage::unsavedChanged);
    connect(&m_account, &account::Account::userChanged, this, &ProfilePage::follow);
    connect(&m_account, &account::Account::stateChanged, this, &ProfilePage::follow);
    connect(m_identity, &IdentityCard::nameEdited, m_editor, &ProfileEditor::setName);
    connect(m_identity, &IdentityCard::userNameEdited, m_editor, &ProfileEditor::setUserName);
    connect(m_identity, &IdentityCard::emailEdited, m_editor, &ProfileEditor::setEmail);
    connect(m_identity, &IdentityCard::languageChosen, m_editor, &ProfileEditor::setLanguage);
    connect(m_identity, &IdentityCard::submitted, this, &ProfilePage::save);
    connect(m_changes, &ChangesCard::saveRequested, this, &ProfilePage::save);
    connect(m_changes, &ChangesCard::discardRequested, m_editor, &ProfileEditor::revert);
    connect(m_changes, &ChangesCard::chosen, m_editor, &ProfileEditor::choose);
    connect(m_email, &EmailCard::typedChanged, this, &ProfilePage::unsavedChanged);
    connect(m_email, &EmailCard::messagesWanted, this, &ProfilePage::messagesWanted);
    connect(m_phone, &PhoneCard::typedChanged, this, &ProfilePage::unsavedChanged);
    connect(m_phone, &PhoneCard::messagesWanted, this, &ProfilePage::messagesWanted);
    connect(m_phone, &PhoneCard::securityRequested, this, &ProfilePage::securityRequested);
    connect(m_end, &AccountEndCard::endRequested, this, &ProfilePage::deleteAccount);
    connect(m_body, &AccountBody::retried, this, &ProfilePage::refresh);
}

void ProfilePage::refresh()
{
    if (!m_account.state().isSignedIn())
        return;
    m_loadError.reset();
    m_isLoading = true;
    m_loads.add(m_account.ask(api::Me{})).then(this, [this](const Result<api::User> &user) {
        m_isLoading = false;
        if (!user && user.error().kind != Error::Kind::Cancelled)
            m_loadError = user.error();
        follow();
    });
    follow();
}

void ProfilePage::follow()
{
    const auto &user = m_account.user();
    if (!m_body->follow(user.has_value(), m_loadError, m_isLoading))
        return;
    const bool isUsable = m_account.state().isUsable();
    m_email->follow(*user, isUsable);
    // Where an API verifies no address, nobody knows of one whether mail reaches anybody.
    m_email->setVisible(account::canVerifyEmail(m_account) ||
                        m_account.can<api::StartEmailChange>() || m_account.isActing());
    m_phone->follow(*user, isUsable);
    m_phone->setVisible(user->phone || m_account.can<api::StartPhoneVerification>());
    m_end->tell(*user, m_isDeleting, isUsable);
    m_end->setVisible(m_account.can<api::DeleteAccount>());
    m_identity->tell(*m_editor);
    m_identity->setVisible(account::ProfileEditor::isOffered(m_account));
    m_changes->tell(*m_editor);

    const auto &error = m_editor->error();
    const bool isConflict = error && error->kind == Error::Kind::Conflict;
    if (error && !isBesideField(*error) && !isConflict)
        m_message->show(MessageBar::Kind::Danger, wordsOf(*error));
    else if (!error && m_loadError && m_account.state().isOnline())
        m_message->show(MessageBar::Kind::Danger, wordsOf(*m_loadError));
    else
        m_message->hide();
}

bool ProfilePage::hasUnsavedChanges() const
{
    return m_editor->isChanged() || m_email->isTyped() || m_phone->isTyped();
}

void ProfilePage::showEmail()
{
    m_scroll->ensureWidgetVisible(m_email);
    m_email->focusFirst();
}

void ProfilePage::showPhone()
{
    m_phone->begin();
    m_scroll->ensureWidgetVisible(m_phone);
}

void ProfilePage::save()
{
    if (m_editor->state() != ProfileEditor::State::Editing || !m_editor->isChanged())
        return;
    const auto &email = m_editor->email();
    const auto address = email.isChanged() ? std::optional(email.mine) : std::nullopt;
    const auto saving = m_editor->save(m_changes->password());
    saving.then(&m_toast, [page = QPointer(this), address,
                           &toast = m_toast](const Result<api::User> &saved) {
        if (saved && address && !isAddressOf(*saved, *address))
            toast.say(tr("Saved, but %1 is not your address yet: this server may want it "
                         "confirmed first.",
                         "%1 is an e-mail address")
                          .arg(*address));
        else if (saved)
            toast.say(tr("Your profile is saved."));
        else if (page && saved.error().field == "password"_L1)
            page->m_changes->focusPassword();
        else if (!page && saved.error().kind != Error::Kind::Cancelled)
            toast.say(
                tr("Your profile was not saved. %1", "%1 says why").arg(wordsOf(saved.error())));
    });
}

/// Its profile goes by itself then, and this page with it.
void ProfilePage::deleteAccount()
{
    m_isDeleting = true;
    m_account.ask(api::DeleteAccount{})
        .then(&m_toast, [page = QPointer(this), &toast = m_toast](const Result<Nothing> &deleted) {
            if (page) {
                page->m_isDeleting = false;
                page->follow();
            }
            if (deleted)
                toast.say(tr("Your account is deleted."));
            else if (page && deleted.error().kind != Error::Kind::Cancelled)
                page->m_end->setError(deleted.error());
            else if (deleted.error().kind != Error::Kind::Cancelled)
                toast.say(wordsOf(deleted.error()));
        });
    follow();
}

void ProfilePage::showEvent(QShowEvent *event)
{
    if (!m_isVisited)
        refresh();
    m_isVisited = true;
    QWidget::showEvent(event);
}

void ProfilePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ProfilePage::retranslate()
{
    m_body->setWords(tr("Loading your profile…"), tr("Your profile could not be loaded"));
    m_header->setTitle(tr("Profile"));
    m_header->setSubtitle(tr("What this server knows of you."));
    follow();
}

} // namespace latchkey::ui
