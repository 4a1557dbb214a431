#include "accounts/adjustingcard.h"

#include "api/names.h"
#include "kit/busyindicator.h"
#include "kit/card.h"
#include "kit/errorwords.h"
#include "kit/formfield.h"
#include "kit/messagebar.h"
#include "kit/scale.h"
#include "people/creditwords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestAmount = 30;
constexpr qint64 forExample = 2 * api::aCredit + api::aCredit / 2;

bool isAboutAmount(const Error &error)
{
    return error.field == "amount"_L1 || error.code == "amountZero"_L1 ||
           error.code == "creditsTooFew"_L1 || error.code == "creditsTooMany"_L1;
}

/// How many, whichever way they go.
Result<qint64> amountIn(const QString &typed)
{
    const QString field = u"amount"_s;
    if (typed.trimmed().isEmpty())
        return failure(Error::rejected(u"empty"_s, field));
    const auto amount = creditwords::millionths(typed);
    if (!amount)
        return failure(Error::rejected(u"wrongType"_s, field));
    if (*amount == 0)
        return failure(Error::rejected(u"amountZero"_s, field));
    if (*amount < 0 || *amount > api::creditsAtMost)
        return failure(Error::rejected(u"outOfRange"_s, field));
    return *amount;
}

} // namespace

AdjustingCard::AdjustingCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card)
    , m_credits(new QLabel)
    , m_form(new QWidget)
    , m_message(new MessageBar)
    , m_amount(new QLineEdit)
    , m_amountField(new FormField(m_amount))
    , m_cause(new QLineEdit)
    , m_causeField(new FormField(m_cause))
    , m_give(new QPushButton)
    , m_take(new QPushButton)
    , m_busy(new BusyIndicator)
{
    build();
    for (QLineEdit *line : {m_amount, m_cause})
        connect(line, &QLineEdit::textChanged, this, [this] { m_error.reset(); });
    // Enter alone must not say which way they go.
    connect(m_amount, &QLineEdit::returnPressed, m_cause, qOverload<>(&QWidget::setFocus));
    connect(m_cause, &QLineEdit::returnPressed, m_give, qOverload<>(&QWidget::setFocus));
    connect(m_give, &QPushButton::clicked, this, [this] { submit(1); });
    connect(m_take, &QPushButton::clicked, this, [this] { submit(-1); });
    retranslate();
}

void AdjustingCard::build()
{
    m_credits->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_amount->setMaxLength(longestAmount);
    m_amount->setInputMethodHints(Qt::ImhFormattedNumbersOnly);
    m_cause->setMaxLength(static_cast<int>(api::reasonLimits.max));
    m_message->hide();
    auto *acts = new QHBoxLayout;
    acts->setSpacing(space::small);
    for (QWidget *act : std::initializer_list<QWidget *>{m_give, m_take, m_busy})
        acts->addWidget(act);
    acts->addStretch();
    auto *form = new QVBoxLayout(m_form);
    form->setContentsMargins({});
    form->setSpacing(space::medium);
    form->addWidget(m_message);
    for (FormField *field : {m_amountField, m_causeField}) {
        field->setMaximumWidth(formWidth);
        form->addWidget(field);
    }
    form->addLayout(acts);
    m_card->body()->setSpacing(space::large);
    m_card->body()->addWidget(m_credits);
    m_card->body()->addWidget(m_form);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
}

void AdjustingCard::tell(qint64 balance, bool isChanging, bool isUsable)
{
    m_balance = balance;
    m_isChanging = isChanging;
    m_isUsable = isUsable;
    retranslate();
}

void AdjustingCard::setChangeable(bool isChangeable)
{
    m_form->setVisible(isChangeable);
}

void AdjustingCard::begin(const Draft &draft)
{
    m_amount->setText(draft.amount);
    m_cause->setText(draft.cause);
    m_error.reset();
    tellError();
}

AdjustingCard::Draft AdjustingCard::draft() const
{
    return {.amount = m_amount->text(), .cause = m_cause->text()};
}

bool AdjustingCard::isTyped() const
{
    return !m_amount->text().isEmpty() || !m_cause->text().isEmpty();
}

void AdjustingCard::submit(int sign)
{
    if (!m_give->isEnabled())
        return;
    m_error.reset();
    tellError();
    const auto amount = amountIn(m_amount->text());
    if (!amount)
        return showError(amount.error());
    const auto cause = api::normalReason(m_cause->text(), u"cause"_s);
    if (!cause)
        return showError(cause.error());
    Q_EMIT adjustRequested(sign * *amount, *cause);
}

void AdjustingCard::showError(const Error &error)
{
    m_error = error;
    tellError();
    if (isAboutAmount(error))
        m_amount->setFocus(Qt::OtherFocusReason);
    else if (error.field == "cause"_L1)
        m_cause->setFocus(Qt::OtherFocusReason);
}

/// Next to what it is about.
void AdjustingCard::tellError()
{
    const bool isAmount = m_error && isAboutAmount(*m_error);
    const bool isCause = m_error && !isAmount && m_error->field == "cause"_L1;
    m_amountField->setError(isAmount ? wordsOf(*m_error) : QString());
    m_causeField->setError(isCause ? wordsOf(*m_error) : QString());
    m_message->tell(isAmount || isCause ? std::nullopt : m_error);
}

void AdjustingCard::settle()
{
    // Else the end of the account had it, and the key that was pressed twice meant that.
    if (m_isChanging && (m_give->hasFocus() || m_take->hasFocus()))
        m_amount->setFocus(Qt::OtherFocusReason);
    for (QLineEdit *line : {m_amount, m_cause})
        line->setReadOnly(m_isChanging);
    for (QPushButton *act : {m_give, m_take})
        act->setEnabled(m_isUsable && !m_isChanging);
    m_busy->setBusy(m_isChanging);
}

void AdjustingCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
    QWidget::changeEvent(event);
}

void AdjustingCard::retranslate()
{
    const QString balance = creditwords::amount(m_balance);
    m_card->setTitle(tr("Credits"));
    m_credits->setFont(sized(font(), TypeSize::Title));
    m_credits->setText(balance);
    m_credits->setAccessibleName(tr("Balance: %1 credits").arg(balance));
    m_amountField->setLabel(tr("&Credits to give or to take away"));
    m_amountField->setHint(
        tr("A number like %1.", "an amount").arg(creditwords::amount(forExample)));
    m_causeField->setLabel(tr("&Reason"));
    m_causeField->setHint(tr("Whoever owns the account reads it. At least %n character(s).",
                             nullptr, static_cast<int>(api::reasonLimits.min)));
    m_give->setText(tr("&Give"));
    m_take->setText(tr("Take a&way"));
    tellError();
    settle();
}

} // namespace latchkey::ui
