#include "profile/profilepage.h"

#include "account/account.h"
#include "kit/busystate.h"
#include "kit/emptystate.h"
#include "kit/errorwords.h"
#include "kit/messagebar.h"
#include "kit/pageheader.h"
#include "kit/pagescroll.h"
#include "kit/toast.h"
#include "profile/changescard.h"
#include "profile/identitycard.h"

#include <QEvent>
#include <QPointer>
#include <QVBoxLayout>

namespace latchkey::ui {

using namespace Qt::StringLiterals;
using account::ProfileEditor;
using StateKind = account::AccountState::Kind;

ProfilePage::ProfilePage(account::Account &account, Toast &toast, QWidget *parent)
    : QWidget(parent)
    , m_account(account)
    , m_toast(toast)
    // Belongs to the account: a change that is under way goes on when the page is gone.
    , m_editor(new ProfileEditor(account, &account))
    , m_header(new PageHeader)
    , m_message(new MessageBar)
    , m_identity(new IdentityCard)
    , m_changes(new ChangesCard)
    , m_empty(new EmptyState)
    , m_loading(new BusyState)
    , m_scroll(new PageScroll)
{
    build();
    listen();
    retranslate();
}

void ProfilePage::build()
{
    QVBoxLayout *const cards = m_scroll->column();
    for (QWidget *part : std::initializer_list<QWidget *>{m_message, m_identity, m_changes})
        cards->addWidget(part);
    cards->addStretch();
    auto *layout = PageScroll::layOut(this, m_header);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_loading, 1);
}

void ProfilePage::listen()
{
    connect(m_editor, &ProfileEditor::changed, this, &ProfilePage::follow);
    connect(m_editor, &ProfileEditor::changed, this, &ProfilePage::unsavedChanged);
    connect(&m_account, &account::Account::userChanged, this, &ProfilePage::follow);
    connect(&m_account, &account::Account::stateChanged, this, &ProfilePage::follow);
    connect(m_identity, &IdentityCard::nameEdited, m_editor, &ProfileEditor::setName);
    connect(m_identity, &IdentityCard::languageChosen, m_editor, &ProfileEditor::setLanguage);
    connect(m_identity, &IdentityCard::submitted, this, &ProfilePage::save);
    connect(m_changes, &ChangesCard::saveRequested, this, &ProfilePage::save);
    connect(m_changes, &ChangesCard::discardRequested, m_editor, &ProfileEditor::revert);
    connect(m_changes, &ChangesCard::chosen, this,
            [this](ChangesCard::Field field, ChangesCard::Side side) {
                if (field == ChangesCard::Field::Name)
                    m_editor->chooseName(side);
                else
                    m_editor->chooseLanguage(side);
            });
    connect(m_empty, &EmptyState::acted, this, &ProfilePage::refresh);
}

void ProfilePage::refresh()
{
    if (!m_account.state().isSignedIn())
        return;
    m_loadError.reset();
    m_loads.add(m_account.ask(api::Me{})).then(this, [this](const Result<api::User> &user) {
        if (!user && user.error().kind != Error::Kind::Cancelled)
            m_loadError = user.error();
        follow();
    });
    follow();
}

void ProfilePage::follow()
{
    const auto &user = m_account.user();
    const bool isSeen = user && !m_account.isLocked();
    m_scroll->setVisible(isSeen);
    if (!isSeen) {
        tellAbsent();
        return;
    }
    m_empty->hide();
    m_loading->hide();
    m_loading->setBusy(false);
    m_identity->setUser(*user);
    m_identity->setName(m_editor->name().mine);
    m_identity->setLanguage(m_editor->language().mine);
    m_identity->setReadOnly(m_editor->state() == ProfileEditor::State::Saving);
    m_changes->tell(*m_editor);

    const auto &error = m_editor->error();
    const bool isAboutName = error && error->field == "name"_L1;
    const bool isConflict = error && error->kind == Error::Kind::Conflict;
    m_identity->setNameError(isAboutName ? wordsOf(*error) : QString());
    if (error && !isAboutName && !isConflict)
        m_message->show(MessageBar::Kind::Danger, wordsOf(*error));
    else if (!error && m_loadError && m_account.state().kind == StateKind::Online)
        m_message->show(MessageBar::Kind::Danger, wordsOf(*m_loadError));
    else
        m_message->hide();
}

void ProfilePage::tellAbsent()
{
    const StateKind state = m_account.state().kind;
    const bool isOut = state == StateKind::SignedOut || m_account.isLocked();
    const bool isLoading = !isOut && !m_loadError;
    m_loading->setVisible(isLoading);
    m_loading->setBusy(isLoading);
    m_empty->setVisible(!isLoading);
    m_empty->setAction(isOut ? QString() : tr("&Try again"));
    if (m_account.isLocked()) {
        m_empty->setIcon(u"key"_s);
        m_empty->setTitle(tr("Your session is locked"));
        m_empty->setText(tr("Unlock it above, and your profile stands here."));
    } else if (state == StateKind::SignedOut) {
        m_empty->setIcon(u"person"_s);
        m_empty->setTitle(tr("You are signed out"));
        m_empty->setText(tr("Sign in again, and your profile stands here."));
    } else if (m_loadError) {
        m_empty->setIcon(state == StateKind::Offline ? u"offline"_s : u"warning"_s);
        m_empty->setTitle(tr("Your profile could not be loaded"));
        m_empty->setText(wordsOf(*m_loadError));
    }
}

void ProfilePage::save()
{
    if (m_editor->state() != ProfileEditor::State::Editing || !m_editor->isChanged())
        return;
    m_editor->save().then(&m_toast, [page = QPointer(this),
                                     &toast = m_toast](const Result<api::User> &saved) {
        if (saved)
            toast.say(tr("Your profile is saved."));
        else if (!page && saved.error().kind != Error::Kind::Cancelled)
            toast.say(
                tr("Your profile was not saved. %1", "%1 says why").arg(wordsOf(saved.error())));
    });
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
    m_loading->setText(tr("Loading your profile…"));
    m_header->setTitle(tr("Profile"));
    m_header->setSubtitle(tr("What this server knows of you."));
    follow();
}

} // namespace latchkey::ui
