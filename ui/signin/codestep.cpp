#include "signin/codestep.h"

#include "kit/button.h"
#include "kit/codefield.h"
#include "kit/formfield.h"
#include "kit/scale.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace latchkey::ui {

CodeStep::CodeStep(QWidget *parent)
    : QWidget(parent)
    , m_what(new QLabel)
    , m_factor(new QComboBox)
    , m_factorLabel(new QLabel)
    , m_code(new CodeField)
    , m_recoveryCode(new QLineEdit)
    , m_codeField(new FormField(m_code))
    , m_recoveryField(new FormField(m_recoveryCode))
    , m_back(new QPushButton)
    , m_continue(new QPushButton)
{
    m_what->setWordWrap(true);
    m_factorLabel->setBuddy(m_factor);
    setKind(m_continue, ButtonKind::Primary);
    setKind(m_back, ButtonKind::Flat);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_continue);
    buttons->addWidget(m_back);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(space::large);
    layout->addWidget(m_what);
    layout->addWidget(m_codeField);
    layout->addWidget(m_recoveryField);
    layout->addWidget(m_factorLabel);
    layout->addWidget(m_factor);
    layout->addLayout(buttons);
    connect(m_factor, &QComboBox::currentIndexChanged, this, &CodeStep::showFactor);
    connect(m_code, &CodeField::submitted, this, &CodeStep::submit);
    connect(m_recoveryCode, &QLineEdit::returnPressed, this, &CodeStep::submit);
    connect(m_continue, &QPushButton::clicked, this, &CodeStep::submit);
    connect(m_back, &QPushButton::clicked, this, &CodeStep::backRequested);
    retranslate();
    showFactor();
}

void CodeStep::setChallenge(const api::Challenge &challenge)
{
    if (challenge.factors == m_factors)
        return;
    m_factors = challenge.factors;
    {
        const QSignalBlocker quiet(m_factor);
        m_factor->clear();
        for (const api::Factor factor : std::as_const(m_factors))
            m_factor->addItem({}, static_cast<int>(factor));
    }
    retranslate();
    showFactor();
}

api::Factor CodeStep::factor() const
{
    const QVariant chosen = m_factor->currentData();
    return chosen.isValid() ? static_cast<api::Factor>(chosen.toInt()) : api::Factor::Totp;
}

void CodeStep::showFactor()
{
    const bool isRecovery = factor() == api::Factor::RecoveryCode;
    m_codeField->setVisible(!isRecovery);
    m_recoveryField->setVisible(isRecovery);
    const bool isChoice = m_factors.size() > 1;
    m_factor->setVisible(isChoice);
    m_factorLabel->setVisible(isChoice);
    setFieldError({});
    switch (factor()) {
    case api::Factor::Totp:
        m_what->setText(tr("Type the code that your authenticator app shows now."));
        break;
    case api::Factor::RecoveryCode:
        m_what->setText(tr("Type one of the recovery codes that you saved. Each works once."));
        break;
    case api::Factor::EmailCode:
        m_what->setText(tr("Type the code that was sent to your e-mail address."));
        break;
    case api::Factor::SmsCode:
        m_what->setText(tr("Type the code that was sent to your phone."));
        break;
    case api::Factor::Unknown:
        break; // the wire offers none that we don't know
    }
}

void CodeStep::clear()
{
    // Unlike QLineEdit::clear() it leaves nothing that could be undone.
    m_code->setText({});
    m_recoveryCode->setText({});
}

void CodeStep::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    settle();
}

void CodeStep::setHeld(bool isHeld)
{
    m_isHeld = isHeld;
    settle();
}

void CodeStep::settle()
{
    m_recoveryCode->setReadOnly(m_isBusy);
    m_factor->setEnabled(!m_isBusy);
    m_back->setEnabled(!m_isBusy);
    m_continue->setEnabled(!m_isBusy && !m_isHeld);
}

void CodeStep::setFieldError(const QString &words)
{
    const bool isRecovery = factor() == api::Factor::RecoveryCode;
    m_codeField->setError(isRecovery ? QString() : words);
    m_recoveryField->setError(isRecovery ? words : QString());
    if (!words.isEmpty())
        focusFirst();
}

void CodeStep::focusFirst()
{
    if (factor() == api::Factor::RecoveryCode)
        m_recoveryCode->setFocus();
    else
        m_code->setFocus();
}

void CodeStep::submit()
{
    if (!m_continue->isEnabled())
        return;
    const bool isRecovery = factor() == api::Factor::RecoveryCode;
    Q_EMIT submitted(factor(), Secret(isRecovery ? m_recoveryCode->text() : m_code->code()));
}

void CodeStep::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showFactor();
    }
    QWidget::changeEvent(event);
}

void CodeStep::retranslate()
{
    m_codeField->setLabel(tr("C&ode"));
    m_recoveryField->setLabel(tr("&Recovery code"));
    m_factorLabel->setText(tr("Prove it another &way"));
    m_continue->setText(tr("&Continue"));
    m_back->setText(tr("Back to the &password"));
    for (int row = 0; row < m_factor->count(); ++row) {
        switch (static_cast<api::Factor>(m_factor->itemData(row).toInt())) {
        case api::Factor::Totp:
            m_factor->setItemText(row, tr("Authenticator app"));
            break;
        case api::Factor::RecoveryCode:
            m_factor->setItemText(row, tr("Recovery code"));
            break;
        case api::Factor::EmailCode:
            m_factor->setItemText(row, tr("Code by e-mail"));
            break;
        case api::Factor::SmsCode:
            m_factor->setItemText(row, tr("Code by text message"));
            break;
        case api::Factor::Unknown:
            break;
        }
    }
}

} // namespace latchkey::ui
