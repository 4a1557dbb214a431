#include "help/helppage.h"

#include "account/account.h"
#include "help/actingcard.h"
#include "help/lockedoutcard.h"
#include "help/resetcard.h"
#include "kit/busyindicator.h"
#include "kit/button.h"
#include "kit/emptystate.h"
#include "kit/errorwords.h"
#include "kit/formfield.h"
#include "kit/messagebar.h"
#include "kit/pageheader.h"
#include "kit/pagescroll.h"
#include "kit/relativetime.h"
#include "kit/scale.h"
#include "kit/subtletext.h"
#include "kit/toast.h"
#include "people/personcard.h"
#include "sessions/accountbody.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>

namespace latchkey::ui {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using account::Helping;

HelpPage::HelpPage(account::Account &account, account::ActingOnBehalf &acting, const Clock &clock,
                   Toast &toast, QWidget *parent)
    : QWidget(parent)
    , m_account(account)
    , m_acting(acting)
    , m_clock(clock)
    , m_toast(toast)
    , m_helping(new Helping(account, this))
    , m_header(new PageHeader)
    , m_message(new MessageBar)
    , m_email(new QLineEdit)
    , m_emailField(new FormField(m_email))
    , m_find(new QPushButton)
    , m_busy(new BusyIndicator)
    , m_person(new PersonCard)
    , m_lock(new LockedOutCard(clock))
    , m_reset(new ResetCard(clock))
    , m_behalf(new ActingCard(clock))
    , m_asOf(new SubtleText)
    , m_none(new EmptyState)
    , m_scroll(new PageScroll)
    , m_body(new AccountBody(account, m_scroll))
{
    build();
    listen();
    retranslate();
}

void HelpPage::build()
{
    m_message->hide();
    m_body->goWithSession();
    QVBoxLayout *const column = m_scroll->column();
    for (QWidget *part : std::initializer_list<QWidget *>{form(), m_message, m_asOf, m_person,
                                                          m_lock, m_reset, m_behalf})
        column->addWidget(part);
    column->addWidget(m_none, 1);
    column->addStretch();
    PageScroll::layOut(this, m_header)->addWidget(m_body, 1);
    setFocusProxy(m_email);
}

QWidget *HelpPage::form()
{
    m_email->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    m_email->setMaxLength(static_cast<int>(api::emailLimits.max));
    m_emailField->setMaximumWidth(formWidth);
    setKind(m_find, ButtonKind::Primary);
    auto *acts = new QHBoxLayout;
    acts->addWidget(m_find);
    acts->addWidget(m_busy);
    acts->addStretch();
    auto *whole = new QWidget;
    auto *layout = new QVBoxLayout(whole);
    layout->setContentsMargins({});
    layout->setSpacing(space::medium);
    layout->addWidget(m_emailField);
    layout->addLayout(acts);
    return whole;
}

void HelpPage::listen()
{
    m_minute.setInterval(20s);
    connect(&m_minute, &QTimer::timeout, this, &HelpPage::follow);
    connect(m_helping, &Helping::changed, this, &HelpPage::follow);
    connect(&m_account, &account::Account::userChanged, this, &HelpPage::follow);
    connect(&m_account, &account::Account::stateChanged, this, &HelpPage::follow);
    connect(m_email, &QLineEdit::returnPressed, this, &HelpPage::find);
    connect(m_find, &QPushButton::clicked, this, &HelpPage::find);
    connect(m_lock, &LockedOutCard::liftRequested, this, &HelpPage::lift);
    connect(m_lock, &LockedOutCard::ended, m_helping, &Helping::lookByItself);
    connect(m_reset, &ResetCard::sendRequested, this, &HelpPage::send);
    connect(m_behalf, &ActingCard::beginRequested, this, &HelpPage::act);
    connect(m_message, &MessageBar::acted, m_helping, &Helping::lookAgain);
}

void HelpPage::refresh()
{
    m_helping->lookAgain();
}

void HelpPage::find()
{
    if (m_find->isEnabled())
        lookFor(m_email->text());
}

void HelpPage::lookFor(const QString &email)
{
    if (m_email->text() != email)
        m_email->setText(email);
    m_lock->setError({});
    m_reset->setError({});
    m_behalf->setError({});
    m_helping->find(email);
}

void HelpPage::send()
{
    m_reset->setError({});
    const QString email = m_helping->found()->user.email;
    m_helping->startReset().then(&m_toast, [page = QPointer(this), &toast = m_toast,
                                            email](const Result<api::StartedReset> &started) {
        if (started)
            toast.say(tr("%1 gets a mail with a code.", "%1 is an e-mail address").arg(email));
        else if (page && started.error().kind != Error::Kind::Cancelled)
            page->m_reset->setError(started.error());
        else if (started.error().kind != Error::Kind::Cancelled)
            toast.say(wordsOf(started.error()));
    });
}

void HelpPage::lift()
{
    m_lock->setError({});
    m_helping->liftLock().then(
        &m_toast, [page = QPointer(this), &toast = m_toast](const Result<Nothing> &lifted) {
            if (lifted)
                toast.say(tr("The lock is lifted."));
            else if (page && lifted.error().kind != Error::Kind::Cancelled)
                page->m_lock->setError(lifted.error());
            else if (lifted.error().kind != Error::Kind::Cancelled)
                toast.say(wordsOf(lifted.error()));
        });
}

void HelpPage::act(const QString &reason)
{
    m_behalf->setError({});
    m_isBeginning = true;
    m_acting.begin(m_account.id(), m_helping->found()->user.email, reason)
        .then(&m_toast,
              [page = QPointer(this), &toast = m_toast](const Result<account::ProfileId> &begun) {
                  if (page)
                      page->endBeginning(begun);
                  else if (!begun && begun.error().kind != Error::Kind::Cancelled)
                      toast.say(wordsOf(begun.error()));
              });
    follow();
}

/// Where it went well the window is elsewhere already.
void HelpPage::endBeginning(const Result<account::ProfileId> &begun)
{
    m_isBeginning = false;
    if (begun)
        m_behalf->fold();
    else if (begun.error().kind != Error::Kind::Cancelled)
        m_behalf->setError(begun.error());
    follow();
}

void HelpPage::follow()
{
    if (!m_body->follow(m_account.user().has_value(), {}, false))
        return;
    const auto &found = m_helping->found();
    m_find->setEnabled(!m_helping->isLooking() || !found);
    m_busy->setBusy(m_helping->isLooking() && !found);
    for (QWidget *card :
         std::initializer_list<QWidget *>{m_person, m_lock, m_reset, m_behalf, m_asOf})
        card->setVisible(found.has_value());
    m_none->setVisible(!found);
    if (found)
        tellFound();
    else
        tellNone();
    tellLookError();
}

void HelpPage::tellFound()
{
    const api::HelpedAccount &found = *m_helping->found();
    const bool isUsable = m_account.state().isUsable();
    m_person->tell(found.user, m_clock.now());
    m_asOf->setText(tr("As of: %1", "a time like '5 minutes ago', or a date")
                        .arg(relativeTime(m_helping->foundAt(), m_clock.now())));
    m_asOf->setToolTip(exactTime(m_helping->foundAt()));
    m_lock->tell(found.lock, m_helping->isLifting(), isUsable);
    m_reset->tell(found, m_helping->isSending(), isUsable);
    m_lock->setVisible(m_account.can<api::LiftLock>());
    m_reset->setVisible(m_account.can<api::StartReset>());
    m_behalf->tell(found.user, m_isBeginning, isUsable);
    m_behalf->setVisible(account::ActingOnBehalf::isOffered(m_account) &&
                         found.user.role != api::Role::Admin);
}

void HelpPage::tellNone()
{
    const auto &error = m_helping->lookError();
    if (m_helping->isNobody()) {
        m_none->setIcon(u"search"_s);
        m_none->setTitle(tr("Nobody has this address"));
        m_none->setText(tr("No account signs in with %1. Ask which other address it may be.")
                            .arg(m_helping->email()));
    } else if (error && error->kind == Error::Kind::Forbidden) {
        m_none->setIcon(u"shield"_s);
        m_none->setTitle(tr("You can't look at this account"));
        m_none->setText(wordsOf(*error));
    } else {
        m_none->setIcon(u"help"_s);
        m_none->setTitle(tr("Who needs help?"));
        m_none->setText(tr("Find the account by its e-mail address. You see whether it is locked, "
                           "and can have a code sent that resets its password. Nobody learns the "
                           "password, you neither."));
    }
}

void HelpPage::tellLookError()
{
    const auto &error = m_helping->lookError();
    const bool isAboutField = error && error->field == "email"_L1;
    const bool isTold = isAboutField || m_helping->isNobody() ||
                        (error && error->kind == Error::Kind::Forbidden) ||
                        m_account.state().isOffline();
    m_emailField->setError(isAboutField ? wordsOf(*error) : QString());
    if (error && !isTold)
        m_message->show(MessageBar::Kind::Danger, wordsOf(*error), tr("&Try again"));
    else
        m_message->hide();
}

void HelpPage::showEvent(QShowEvent *event)
{
    m_helping->setWatching(true);
    m_minute.start();
    follow();
    QWidget::showEvent(event);
}

void HelpPage::hideEvent(QHideEvent *event)
{
    m_helping->setWatching(false);
    m_minute.stop();
    QWidget::hideEvent(event);
}

void HelpPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void HelpPage::retranslate()
{
    m_header->setTitle(tr("Help"));
    m_header->setSubtitle(tr("Let somebody who is locked out in again."));
    m_body->setWords(tr("Loading your account…"), tr("Your account could not be loaded"));
    m_emailField->setLabel(tr("&E-mail address of the account"));
    m_find->setText(tr("&Find the account"));
    follow();
}

} // namespace latchkey::ui
