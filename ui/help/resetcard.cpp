#include "help/resetcard.h"

#include "help/helpwords.h"
#include "kit/busyindicator.h"
#include "kit/card.h"
#include "kit/iconmark.h"
#include "kit/messagebar.h"
#include "kit/scale.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace latchkey::ui {

using namespace Qt::StringLiterals;
using api::ResetState;

ResetCard::ResetCard(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_error(clock)
    , m_card(new Card)
    , m_message(new MessageBar)
    , m_what(new QLabel)
    , m_mark(new IconMark(20))
    , m_state(new QLabel)
    , m_send(new QPushButton)
    , m_busy(new BusyIndicator)
{
    for (QLabel *words : {m_what, m_state}) {
        words->setWordWrap(true);
        words->setTextFormat(Qt::PlainText);
    }
    auto *state = new QHBoxLayout;
    state->setSpacing(space::medium);
    state->addWidget(m_mark, 0, Qt::AlignTop);
    state->addWidget(m_state, 1);
    auto *acts = new QHBoxLayout;
    acts->addWidget(m_send);
    acts->addWidget(m_busy);
    acts->addStretch();
    m_card->body()->setSpacing(space::large);
    m_card->body()->addWidget(m_message);
    m_card->body()->addWidget(m_what);
    m_card->body()->addLayout(state);
    m_card->body()->addLayout(acts);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
    connect(m_send, &QPushButton::clicked, this, [this] {
        // Else the next card's button had it, and the key that was pressed twice meant that.
        setFocus(Qt::OtherFocusReason);
        Q_EMIT sendRequested();
    });
    connect(&m_error, &HeldError::changed, this, &ResetCard::retranslate);
    retranslate();
}

void ResetCard::tell(const api::HelpedAccount &account, bool isSending, bool isUsable)
{
    m_account = account;
    m_isSending = isSending;
    m_isUsable = isUsable;
    retranslate();
}

void ResetCard::setError(const std::optional<Error> &error)
{
    m_error.set(error);
}

void ResetCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ResetCard::tellState()
{
    const auto &reset = m_account.reset;
    m_mark->setVisible(reset.has_value());
    m_state->setText(reset ? helpwords::state(*reset, m_clock.now())
                           : tr("Nobody has sent this account a code yet."));
    m_state->setToolTip(QString());
    if (!reset)
        return;
    const bool isGood = reset->state == ResetState::Used || reset->state == ResetState::Sent;
    const bool isBad = reset->state == ResetState::NotSent;
    m_mark->setIcon(reset->state == ResetState::Waiting ? u"clock"_s
                    : isBad                             ? u"error"_s
                    : reset->state == ResetState::Used  ? u"check"_s
                    : reset->state == ResetState::Sent  ? u"mail"_s
                                                        : u"info"_s,
                    isBad    ? IconMark::Ink::Danger
                    : isGood ? IconMark::Ink::Success
                             : IconMark::Ink::Subtle);
}

void ResetCard::retranslate()
{
    m_card->setTitle(tr("Forgotten password"));
    m_what->setText(
        tr("%1 gets a mail with a code that works for 24 hours, and chooses a new password with "
           "it. Nobody else learns that password or chooses it, and a second factor is asked for "
           "as before.",
           "%1 is an e-mail address")
            .arg(m_account.user.email));
    tellState();
    const bool isOpen = m_account.reset && (m_account.reset->state == ResetState::Waiting ||
                                            m_account.reset->state == ResetState::Sent);
    m_send->setText(isOpen ? tr("&Send another reset code") : tr("&Send a reset code"));
    m_send->setToolTip(isOpen ? tr("The one before works no longer then.") : QString());
    m_send->setEnabled(m_isUsable && !m_isSending && !m_error.isHolding());
    m_busy->setBusy(m_isSending);
    m_message->tell(m_error.error());
}

} // namespace latchkey::ui
