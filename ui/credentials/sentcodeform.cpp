#include "credentials/sentcodeform.h"

#include "account/codeflow.h"
#include "kit/busyindicator.h"
#include "kit/button.h"
#include "kit/codeentry.h"
#include "kit/errorwords.h"
#include "kit/messagebar.h"
#include "kit/resendbutton.h"
#include "kit/scale.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace latchkey::ui {

using namespace Qt::StringLiterals;
using Step = account::CodeFlow::Step;

SentCodeForm::SentCodeForm(account::CodeFlow &flow, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_flow(flow)
    , m_clock(clock)
    , m_life(clock)
    , m_where(new QLabel)
    , m_message(new MessageBar)
    , m_code(new CodeEntry)
    , m_confirm(new QPushButton)
    , m_resend(new ResendButton(clock))
    , m_cancel(new QPushButton)
    , m_busy(new BusyIndicator)
{
    build();
    connect(&flow, &account::CodeFlow::changed, this, &SentCodeForm::follow);
    connect(&m_life, &Countdown::ticked, this, &SentCodeForm::retranslate);
    connect(m_code, &CodeEntry::submitted, this, &SentCodeForm::submit);
    connect(m_code, &CodeEntry::changed, this,
            [this] { m_confirm->setEnabled(m_code->isComplete() && !m_flow.isBusy()); });
    connect(m_confirm, &QPushButton::clicked, this, &SentCodeForm::submit);
    connect(m_resend, &QPushButton::clicked, this, [this] {
        m_code->clear(); // the one before is worth nothing any more
        focusFirst();
        m_flow.resend();
    });
    connect(m_cancel, &QPushButton::clicked, this, &SentCodeForm::cancelled);
    retranslate();
    follow();
}

void SentCodeForm::build()
{
    m_where->setWordWrap(true);
    m_where->setTextFormat(Qt::PlainText);
    m_message->hide();
    setKind(m_confirm, ButtonKind::Primary);
    auto *acts = new QHBoxLayout;
    for (QWidget *act : std::initializer_list<QWidget *>{m_confirm, m_resend, m_cancel, m_busy})
        acts->addWidget(act);
    acts->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(space::medium);
    for (QWidget *part : std::initializer_list<QWidget *>{m_where, m_message, m_code})
        layout->addWidget(part);
    layout->addLayout(acts);
}

void SentCodeForm::focusFirst()
{
    m_code->focusFirst();
}

void SentCodeForm::submit()
{
    if (m_code->isComplete())
        m_flow.submit(m_code->code());
}

void SentCodeForm::follow()
{
    const bool isWaiting = m_flow.step() == Step::Code;
    if (!isWaiting)
        m_code->clear();
    const auto &sent = m_flow.sent();
    if (isWaiting && sent && !m_flow.isBusy()) {
        m_resend->setReadyAt(sent->resendAt);
        m_life.startUntil(sent->expiresAt);
    }
    const auto &error = m_flow.error();
    if (error && asksForPatience(*error))
        m_resend->setReadyAt(m_clock.now() + *error->retryAfter);
    m_code->setBusy(m_flow.isBusy());
    if (!m_flow.isBusy())
        m_code->allowAgain();
    m_confirm->setEnabled(m_code->isComplete() && !m_flow.isBusy());
    m_resend->setBusy(m_flow.isBusy());
    m_busy->setBusy(m_flow.isBusy());
    showError();
    retranslate();
}

void SentCodeForm::showError()
{
    const auto &error = m_flow.error();
    const bool isAboutCode = error && (error->field == "code"_L1 || error->code == "wrongCode"_L1);
    m_code->setError(isAboutCode ? codeWordsOf(*error, CodeKind::Sent) : QString());
    if (error && !isAboutCode)
        m_message->show(MessageBar::Kind::Danger, wordsOf(*error));
    else
        m_message->hide();
}

void SentCodeForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showError();
    }
    QWidget::changeEvent(event);
}

void SentCodeForm::retranslate()
{
    const auto &sent = m_flow.sent();
    const auto minutes =
        static_cast<int>(std::chrono::ceil<std::chrono::minutes>(m_life.left()).count());
    m_where->setText(
        !sent ? QString()
        : m_life.isRunning()
            ? tr("A code is on its way to %1. It works for %n minute(s).", nullptr, minutes)
                  .arg(sent->to)
            : tr("The code that went to %1 works no longer. Send another one.").arg(sent->to));
    m_confirm->setText(tr("Confirm"));
    m_cancel->setText(tr("Cancel"));
}

} // namespace latchkey::ui
