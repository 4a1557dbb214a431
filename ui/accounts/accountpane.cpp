#include "accounts/accountpane.h"

#include "account/account.h"
#include "account/accountdirectory.h"
#include "account/helping.h"
#include "account/purse.h"
#include "accounts/tiercard.h"
#include "kit/errorwords.h"
#include "kit/messagebar.h"
#include "kit/pagescroll.h"
#include "kit/scale.h"
#include "kit/subtletext.h"
#include "kit/toast.h"
#include "people/accountendcard.h"
#include "people/creditwords.h"
#include "people/personcard.h"

#include <QEvent>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

using account::AccountDirectory;
using account::Purse;

AccountPane::AccountPane(account::Account &account, AccountDirectory &directory, const Clock &clock,
                         Toast &toast, QWidget *parent)
    : QWidget(parent)
    , m_account(account)
    , m_directory(directory)
    , m_clock(clock)
    , m_toast(toast)
    , m_purse(new Purse(account, this))
    , m_hint(new SubtleText)
    , m_person(new PersonCard)
    , m_help(new QPushButton)
    , m_message(new MessageBar)
    , m_credits(new AdjustingCard)
    , m_tier(new TierCard)
    , m_end(new AccountEndCard(AccountEndCard::By::Administrator, account))
    , m_scroll(new PageScroll)
{
    build();
    listen();
    retranslate();
}

void AccountPane::build()
{
    m_hint->setWordWrap(true);
    m_hint->setMargin(space::large); // where the words of a card would stand
    m_message->hide();
    QVBoxLayout *const column = m_scroll->column();
    column->setContentsMargins(0, 0, space::small, space::wide);
    column->addWidget(m_hint);
    column->addWidget(m_person);
    column->addWidget(m_help, 0, Qt::AlignLeft);
    for (QWidget *part : std::initializer_list<QWidget *>{m_message, m_credits, m_tier, m_end})
        column->addWidget(part);
    column->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_scroll);
}

void AccountPane::listen()
{
    connect(m_purse, &Purse::changed, this, &AccountPane::follow);
    connect(&m_directory, &AccountDirectory::changed, this, &AccountPane::follow);
    connect(&m_account, &account::Account::stateChanged, this, &AccountPane::follow);
    connect(m_help, &QPushButton::clicked, this, [this] { Q_EMIT helpRequested(m_user->email); });
    connect(m_message, &MessageBar::acted, this, &AccountPane::lookAgain);
    connect(m_credits, &AdjustingCard::adjustRequested, this, &AccountPane::adjust);
    connect(m_tier, &TierCard::setRequested, this, &AccountPane::setTier);
    connect(m_end, &AccountEndCard::endRequested, this, &AccountPane::remove);
}

void AccountPane::show(const std::optional<api::User> &user)
{
    const bool isAnother = user ? !isAbout(user->id) : m_user.has_value();
    if (isAnother)
        keepDraft();
    m_user = user;
    if (isAnother)
        begin();
    follow();
}

void AccountPane::keepDraft()
{
    if (isTypedHere())
        m_drafts.insert(m_user->id, m_credits->draft());
}

/// What was typed for somebody else waits until they are chosen again.
void AccountPane::begin()
{
    m_credits->begin(m_user ? m_drafts.take(m_user->id) : AdjustingCard::Draft());
    m_tier->begin();
    m_end->begin();
    if (Purse::isOffered(m_account))
        m_purse->look(m_user ? m_user->id : api::UserId());
}

void AccountPane::lookAgain()
{
    if (m_user && Purse::isOffered(m_account))
        m_purse->look(m_user->id);
}

bool AccountPane::isTypedHere() const
{
    return m_user && m_credits->isTyped();
}

bool AccountPane::isTyped() const
{
    return !m_drafts.isEmpty() || isTypedHere();
}

/// Help finds by an address, which not every server tells whole.
bool AccountPane::isHelpOffered() const
{
    return account::Helping::isOffered(m_account) && !m_user->email.isEmpty() && !m_user->isPart;
}

void AccountPane::follow()
{
    const bool isUsable = m_account.state().isUsable();
    m_hint->setVisible(!m_user);
    m_person->setVisible(m_user.has_value());
    m_help->setVisible(m_user && isHelpOffered());
    m_end->setVisible(m_user && m_directory.canRemove());
    if (m_user) {
        m_person->tell(*m_user, m_clock.now());
        m_end->tell(*m_user, m_directory.isRemoving(m_user->id), isUsable);
    }
    followPurse(isUsable);
}

void AccountPane::followPurse(bool isUsable)
{
    const auto &held = m_purse->held();
    const auto &error = m_purse->lookError();
    m_credits->setVisible(m_user && held);
    m_tier->setVisible(m_user && held);
    if (held) {
        m_credits->tell(held->balance, m_purse->isChanging(), isUsable);
        m_tier->tell(held->plan.tier, m_purse->isChanging(), isUsable);
    }
    m_credits->setChangeable(m_purse->canAdjust());
    m_tier->setChangeable(m_purse->canSetPlan());
    // While offline the window says so once, above every page.
    if (m_user && error && m_account.state().isOnline())
        m_message->show(MessageBar::Kind::Danger, wordsOf(*error), tr("Try again"));
    else
        m_message->hide();
}

void AccountPane::adjust(qint64 amount, const QString &cause)
{
    m_purse->adjust(amount, cause)
        .then(&m_toast, [pane = QPointer(this), &toast = m_toast, user = *m_user,
                         amount](const Result<api::CreditEntry> &moved) {
            const bool isShown = pane && pane->isAbout(user.id);
            if (moved && isShown)
                pane->m_credits->begin({});
            else if (moved && pane)
                pane->m_drafts.remove(user.id);
            if (moved)
                toast.say(movedWords(amount, user.name));
            else if (isShown && moved.error().kind != Error::Kind::Cancelled)
                pane->m_credits->showError(moved.error());
            else if (moved.error().kind != Error::Kind::Cancelled)
                toast.say(wordsOf(moved.error()));
        });
}

/// Plurals are of whole numbers, and an amount may be none.
QString AccountPane::movedWords(qint64 amount, const QString &name)
{
    const bool isGiven = amount > 0;
    if (std::abs(amount) == api::aCredit)
        return (isGiven ? tr("One credit was given to %1.", "a person")
                        : tr("One credit was taken from %1.", "a person"))
            .arg(name);
    return (isGiven ? tr("%1 credits were given to %2.", "a number, a person")
                    : tr("%1 credits were taken from %2.", "a number, a person"))
        .arg(creditwords::amount(std::abs(amount)), name);
}

void AccountPane::setTier(api::Tier tier)
{
    m_purse->setPlan(tier).then(&m_toast, [pane = QPointer(this), &toast = m_toast,
                                           user = *m_user](const Result<api::Plan> &plan) {
        if (plan)
            toast.say(tr("The plan of %1 is %2 now.", "a person, a plan's name")
                          .arg(user.name, creditwords::tier(plan->tier)));
        else if (pane && pane->isAbout(user.id) && plan.error().kind != Error::Kind::Cancelled)
            pane->m_tier->setError(plan.error());
        else if (plan.error().kind != Error::Kind::Cancelled)
            toast.say(wordsOf(plan.error()));
    });
}

void AccountPane::remove()
{
    m_directory.remove(m_user->id)
        .then(&m_toast, [pane = QPointer(this), &toast = m_toast,
                         user = *m_user](const Result<Nothing> &removed) {
            if (removed && pane)
                pane->m_drafts.remove(user.id);
            if (removed)
                toast.say(tr("The account of %1 is deleted.", "%1 is a person").arg(user.name));
            else if (pane && pane->isAbout(user.id) &&
                     removed.error().kind != Error::Kind::Cancelled)
                pane->m_end->setError(removed.error());
            else if (removed.error().kind != Error::Kind::Cancelled)
                toast.say(wordsOf(removed.error()));
        });
}

void AccountPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void AccountPane::retranslate()
{
    m_hint->setText(tr("Choose an account to see more of it."));
    m_help->setText(tr("Open in &Help"));
    follow();
}

} // namespace latchkey::ui
