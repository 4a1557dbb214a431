#include "credentials/codeform.h"

#include "account/codeways.h"
#include "api/session.h"
#include "kit/button.h"
#include "kit/codeentry.h"
#include "kit/errorwords.h"
#include "kit/messagebar.h"
#include "kit/scale.h"
#include "kit/subtletext.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

using namespace Qt::StringLiterals;
using api::Factor;

namespace {

CodeKind kindOf(Factor way)
{
    switch (way) {
    case Factor::Totp:
    case Factor::Unknown:
        return CodeKind::Authenticator;
    case Factor::EmailCode:
    case Factor::SmsCode:
        return CodeKind::Sent;
    case Factor::RecoveryCode:
        return CodeKind::WrittenDown;
    }
    Q_UNREACHABLE();
}

} // namespace

CodeForm::CodeForm(account::CodeWays &ways, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_ways(ways)
    , m_clock(clock)
    , m_wait(clock)
    , m_life(clock)
    , m_what(new QLabel)
    , m_problem(new MessageBar)
    , m_code(new CodeEntry)
    , m_again(new QPushButton)
    , m_patience(new SubtleText)
    , m_messages(new QPushButton)
{
    build();
    connect(&m_ways, &account::CodeWays::changed, this, &CodeForm::follow);
    connect(&m_wait, &HeldError::changed, this, &CodeForm::showDelivery);
    connect(&m_life, &Countdown::ticked, this, &CodeForm::showDelivery);
    connect(m_code, &CodeEntry::submitted, this, &CodeForm::submitted);
    connect(m_code, &CodeEntry::changed, this, &CodeForm::changed);
    connect(m_messages, &QPushButton::clicked, this, &CodeForm::messagesWanted);
    connect(m_again, &QPushButton::clicked, this, [this] {
        m_code->clearDigits(); // the one before is worth nothing any more
        m_ways.send();
        focusFirst();
    });
    retranslate();
    follow();
}

void CodeForm::build()
{
    m_what->setWordWrap(true);
    m_what->setTextFormat(Qt::PlainText);
    m_patience->setWordWrap(true);
    auto *again = new QHBoxLayout;
    again->setSpacing(space::medium);
    again->addWidget(m_again);
    again->addWidget(m_patience, 1);
    again->addStretch();
    auto *links = new QVBoxLayout;
    links->setSpacing(0);
    links->addLayout(again);
    links->addWidget(m_messages, 0, Qt::AlignLeft);
    for (const Factor way :
         {Factor::Totp, Factor::SmsCode, Factor::EmailCode, Factor::RecoveryCode}) {
        auto *other = new QPushButton;
        m_others[way] = other;
        links->addWidget(other, 0, Qt::AlignLeft);
        connect(other, &QPushButton::clicked, this, [this, way] { chooseWay(way); });
        setKind(other, ButtonKind::Flat);
    }
    for (QPushButton *link : {m_again, m_messages})
        setKind(link, ButtonKind::Flat);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(space::medium);
    layout->addWidget(m_what);
    layout->addWidget(m_problem);
    layout->addWidget(m_code);
    layout->addLayout(links);
}

void CodeForm::setMailWords(std::function<QString(const QString &)> words)
{
    m_mailWords = std::move(words);
    showDelivery();
}

void CodeForm::setMessagesOffered(bool isOffered)
{
    m_areMessagesOffered = isOffered;
    showDelivery();
}

void CodeForm::chooseWay(Factor way)
{
    m_ways.choose(way);
    focusFirst();
}

Secret CodeForm::code() const
{
    return m_code->code();
}

bool CodeForm::isComplete() const
{
    return m_shown != Factor::Unknown && !m_ways.isSending() && m_code->isComplete();
}

void CodeForm::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    m_code->setBusy(isBusy);
    // What failed for another reason than the code can be sent once more.
    if (!isBusy)
        m_code->allowAgain();
    for (const auto &[way, other] : m_others)
        other->setEnabled(!isBusy);
    showDelivery();
}

void CodeForm::setError(const std::optional<Error> &error)
{
    m_error = error;
    m_code->setError(error && isAboutCode(*error) ? codeWordsOf(*error, kindOf(m_shown))
                                                  : QString());
    showProblem();
}

void CodeForm::focusFirst()
{
    m_code->focusFirst();
}

void CodeForm::follow()
{
    const Factor way = m_ways.chosen();
    if (std::exchange(m_shown, way) != way) {
        const bool hadFocus = m_code->isAncestorOf(QApplication::focusWidget());
        m_error.reset();
        m_code->setRecovery(way == Factor::RecoveryCode);
        // Digits of another way are worth nothing; and where none is left, nobody types any more.
        m_code->clearDigits();
        if (way == Factor::Unknown)
            m_code->clear();
        if (hadFocus)
            focusFirst();
    }
    for (const auto &[other, button] : m_others)
        button->setVisible(other != way && m_ways.offered().contains(other));
    startWait();
    startLife();
    showDelivery();
    Q_EMIT changed();
}

void CodeForm::startWait()
{
    const auto until = m_ways.waitsUntil();
    if (!until) {
        m_wait.set({});
        return;
    }
    const auto &refusal = m_ways.error();
    Error patience = refusal && refusal->kind == Error::Kind::RateLimited
                         ? *refusal
                         : Error::of(Error::Kind::RateLimited, u"codeTooSoon"_s);
    patience.retryAfter = std::chrono::ceil<std::chrono::seconds>(*until - m_clock.now());
    m_wait.set(patience);
}

void CodeForm::startLife()
{
    if (m_ways.sent() && m_ways.sent()->expiresAt != api::never)
        m_life.start(m_ways.sent()->expiresAt);
    else
        m_life.stop();
}

void CodeForm::showDelivery()
{
    const bool isSent = m_ways.isSent();
    m_what->setText(whatWords());
    m_again->setVisible(isSent);
    m_again->setEnabled(m_ways.canSend() && !m_isBusy);
    m_again->setText(m_ways.sent() ? tr("&Send another code") : tr("&Send the code"));
    m_messages->setVisible(isSent && m_areMessagesOffered);
    showProblem();
}

/// That the last one has just left is no trouble; everything else is.
void CodeForm::showProblem()
{
    const auto &refusal = m_ways.error();
    const bool isLimit = refusal && refusal->kind == Error::Kind::RateLimited;
    const auto wait = m_wait.error();
    const bool isTrouble = refusal && (!isLimit || (wait && refusal->code != "codeTooSoon"_L1));
    if (m_error && !isAboutCode(*m_error))
        m_problem->tell(m_error);
    else if (isTrouble)
        m_problem->show(MessageBar::Kind::Warning, wordsOf(isLimit ? *wait : *refusal));
    else
        m_problem->hide();
    m_patience->setVisible(wait && !(isTrouble && isLimit));
    if (wait)
        m_patience->setText(wordsOf(*wait));
}

QString CodeForm::whatWords() const
{
    switch (m_shown) {
    case Factor::Totp:
        return tr("Type the code that your authenticator app shows now.");
    case Factor::RecoveryCode:
        return tr("Type one of the recovery codes that you saved. Each works once.");
    case Factor::EmailCode:
    case Factor::SmsCode:
        return sentWords();
    case Factor::Unknown:
        return tr("Finding out which codes your account asks for…");
    }
    Q_UNREACHABLE();
}

QString CodeForm::sentWords() const
{
    if (m_ways.isSending())
        return tr("A code is being sent…");
    if (m_ways.isGiven())
        return tr("Type the code that was sent to you.");
    const bool isMail = m_shown == Factor::EmailCode;
    const auto &sent = m_ways.sent();
    if (!sent)
        return isMail ? tr("Your e-mail address has got no code yet.")
                      : tr("Your phone has got no code yet.");
    if (sent->expiresAt == api::never)
        return deliveryWords(sent->to);
    if (!m_life.isRunning())
        return tr("The code for %1 works no longer. Send another one.",
                  "%1 is an e-mail address or a phone number")
            .arg(sent->to);
    const auto minutes =
        static_cast<int>(std::chrono::ceil<std::chrono::minutes>(m_life.left()).count());
    return tr("%1 The code works for %n minute(s).", "%1 is a sentence", minutes)
        .arg(deliveryWords(sent->to));
}

QString CodeForm::deliveryWords(const QString &to) const
{
    // The program's own server sends nothing anywhere.
    if (m_areMessagesOffered && !m_mailWords)
        return tr("The code for %1 is among the messages of this program.",
                  "%1 is an e-mail address or a phone number")
            .arg(to);
    if (to.isEmpty() && m_shown == Factor::SmsCode)
        return tr("A text message with a code was sent to you. It can take a minute.");
    if (to.isEmpty())
        return tr("A mail with a code was sent to you. It can take a minute; look among the "
                  "unwanted mail, too.");
    if (m_shown == Factor::SmsCode)
        return tr("A text message with a code was sent to %1. It can take a minute.",
                  "%1 is a phone number")
            .arg(to);
    return m_mailWords ? m_mailWords(to)
                       : tr("A mail with a code was sent to %1. It can take a minute; look among "
                            "the unwanted mail, too.",
                            "%1 is an e-mail address")
                             .arg(to);
}

void CodeForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showDelivery();
        setError(m_error);
    }
    QWidget::changeEvent(event);
}

void CodeForm::retranslate()
{
    m_messages->setText(tr("Show m&essages"));
    m_others[Factor::Totp]->setText(tr("Use the &authenticator app"));
    m_others[Factor::SmsCode]->setText(tr("Get a code as a te&xt message"));
    m_others[Factor::EmailCode]->setText(tr("Get a code by e-&mail"));
    m_others[Factor::RecoveryCode]->setText(tr("&Use a recovery code"));
}

} // namespace latchkey::ui
