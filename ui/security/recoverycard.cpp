#include "security/recoverycard.h"

#include "account/factorstore.h"
#include "kit/busyindicator.h"
#include "kit/card.h"
#include "kit/errorwords.h"
#include "kit/messagebar.h"
#include "kit/question.h"
#include "kit/relativetime.h"
#include "kit/scale.h"
#include "security/codesview.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace latchkey::ui {

RecoveryCard::RecoveryCard(account::FactorStore &store, const Clock &clock, Printing &printing,
                           QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_clock(clock)
    , m_card(new Card)
    , m_warning(new MessageBar)
    , m_failure(new MessageBar)
    , m_state(new QLabel)
    , m_question(new Question(ButtonKind::Danger))
    , m_make(new QPushButton)
    , m_busy(new BusyIndicator)
    , m_codes(new CodesView(printing))
{
    m_state->setWordWrap(true);
    m_failure->hide();
    auto *acts = new QHBoxLayout;
    for (QWidget *act : std::initializer_list<QWidget *>{m_make, m_busy})
        acts->addWidget(act);
    acts->addStretch();
    QVBoxLayout *body = m_card->body();
    body->setSpacing(space::large);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_warning, m_failure, m_state, m_question, m_codes})
        body->addWidget(part);
    body->addLayout(acts);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
    connect(m_make, &QPushButton::clicked, this, &RecoveryCard::ask);
    connect(m_question, &Question::confirmed, this, &RecoveryCard::make);
    connect(m_question, &Question::declined, this, &RecoveryCard::leave);
    connect(m_codes, &CodesView::done, this, [this] {
        m_isShowing = false;
        m_codes->clear();
        settle();
        m_make->setFocus(Qt::OtherFocusReason);
    });
    retranslate();
}

void RecoveryCard::follow(bool isUsable)
{
    m_isUsable = isUsable;
    retranslate();
}

/// Where there are some that still work, they would stop to: that is asked first.
void RecoveryCard::ask()
{
    const auto &codes = m_store.recoveryCodes();
    if (!codes || codes->left == 0) {
        make();
        return;
    }
    m_isAsking = true;
    settle();
    m_question->focusFirst();
}

void RecoveryCard::leave()
{
    m_isAsking = false;
    settle();
    m_make->setFocus(Qt::OtherFocusReason);
}

void RecoveryCard::make()
{
    m_isAsking = false;
    m_isBusy = true;
    m_failure->hide();
    settle();
    m_store.makeRecoveryCodes().then(this, [this](const Result<api::RecoveryCodes> &made) {
        m_isBusy = false;
        m_isShowing = made.has_value();
        if (made)
            m_codes->setCodes(made->codes, m_heading);
        else if (made.error().kind != Error::Kind::Cancelled)
            m_failure->show(MessageBar::Kind::Danger, wordsOf(made.error()));
        settle();
        if (made)
            m_codes->focusFirst();
    });
}

void RecoveryCard::settle()
{
    m_codes->setVisible(m_isShowing);
    m_state->setVisible(!m_isShowing && !m_isAsking);
    m_question->setVisible(m_isAsking);
    m_make->setVisible(!m_isShowing && !m_isAsking);
    m_make->setEnabled(m_isUsable && !m_isBusy);
    m_question->setUsable(m_isUsable);
    m_busy->setVisible(!m_isAsking);
    m_busy->setBusy(m_isBusy);
    const auto &codes = m_store.recoveryCodes();
    const qint64 left = codes ? codes->left : 0;
    if (m_isShowing || !m_store.isLoaded() || left > warnAt)
        m_warning->hide();
    else if (!codes)
        m_warning->show(MessageBar::Kind::Warning,
                        tr("You have no recovery codes. Without your second factor you could not "
                           "get into your account."));
    else if (left == 0)
        m_warning->show(MessageBar::Kind::Warning,
                        tr("All recovery codes are used. Make new ones."));
    else
        m_warning->show(MessageBar::Kind::Warning,
                        tr("Only %n recovery code(s) left. Make new ones soon.", nullptr,
                           static_cast<int>(left)));
}

void RecoveryCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RecoveryCard::retranslate()
{
    m_card->setTitle(tr("Recovery codes"));
    const auto &codes = m_store.recoveryCodes();
    m_state->setText(
        codes ? tr("%n recovery code(s) left, made: %1.", "a time like '5 minutes ago', or a date",
                   static_cast<int>(codes->left))
                    .arg(relativeTime(codes->madeAt, m_clock.now()))
              : tr("Each opens your account once when your second factor is not at hand."));
    m_question->setWords(tr("The codes that you have now stop working."), tr("Replace the codes"));
    m_make->setText(codes ? tr("&Make new codes") : tr("&Make recovery codes"));
    settle();
}

} // namespace latchkey::ui
