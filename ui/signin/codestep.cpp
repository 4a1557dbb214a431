#include "signin/codestep.h"

#include "kit/button.h"
#include "kit/codeentry.h"
#include "kit/scale.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace latchkey::ui {

CodeStep::CodeStep(QWidget *parent)
    : QWidget(parent)
    , m_what(new QLabel)
    , m_factor(new QComboBox)
    , m_factorLabel(new QLabel)
    , m_code(new CodeEntry)
    , m_trust(new QCheckBox)
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
    layout->addWidget(m_code);
    layout->addWidget(m_factorLabel);
    layout->addWidget(m_factor);
    layout->addWidget(m_trust);
    layout->addLayout(buttons);
    connect(m_factor, &QComboBox::currentIndexChanged, this, &CodeStep::showFactor);
    connect(m_code, &CodeEntry::submitted, this, &CodeStep::submit);
    connect(m_code, &CodeEntry::changed, this, [this] {
        showFactor();
        settle();
    });
    connect(m_continue, &QPushButton::clicked, this, &CodeStep::submit);
    connect(m_back, &QPushButton::clicked, this, &CodeStep::backRequested);
    retranslate();
    showFactor();
}

void CodeStep::setChallenge(const api::Challenge &challenge)
{
    if (challenge.id != m_challenge.id)
        m_code->clear();
    if (challenge == m_challenge)
        return;
    m_challenge = challenge;
    {
        const QSignalBlocker quiet(m_factor);
        m_factor->clear();
        for (const api::Factor factor : std::as_const(m_challenge.factors)) {
            if (factor != api::Factor::RecoveryCode && factor != api::Factor::Unknown)
                m_factor->addItem({}, static_cast<int>(factor));
        }
    }
    m_code->setRecoveryOffered(challenge.factors.contains(api::Factor::RecoveryCode));
    m_code->setDigitsOffered(m_factor->count() > 0);
    retranslate();
    showFactor();
}

api::Factor CodeStep::factor() const
{
    if (m_code->isRecovery())
        return api::Factor::RecoveryCode;
    const QVariant chosen = m_factor->currentData();
    return chosen.isValid() ? static_cast<api::Factor>(chosen.toInt()) : api::Factor::Totp;
}

void CodeStep::showFactor()
{
    const bool isChoice = m_factor->count() > 1 && !m_code->isRecovery();
    m_factor->setVisible(isChoice);
    m_factorLabel->setVisible(isChoice);
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
    m_code->clear();
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
    m_code->setBusy(m_isBusy);
    m_factor->setEnabled(!m_isBusy);
    m_trust->setEnabled(!m_isBusy);
    m_back->setEnabled(!m_isBusy);
    m_continue->setEnabled(!m_isBusy && !m_isHeld && m_code->isComplete());
    // What failed for another reason than the code can be sent once more.
    if (!m_isBusy)
        m_code->allowAgain();
}

void CodeStep::setFieldError(const QString &words)
{
    m_code->setError(words);
}

void CodeStep::focusFirst()
{
    m_code->focusFirst();
}

void CodeStep::submit()
{
    if (!m_isBusy && !m_isHeld && m_code->isComplete())
        Q_EMIT submitted(factor(), m_code->code(), m_trust->isChecked());
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
    m_trust->setText(tr("&Trust this device for 30 days"));
    m_trust->setToolTip(tr("Until then only your password is asked for here. You can take it back "
                           "in Security."));
    m_factorLabel->setText(tr("Prove it another &way"));
    m_continue->setText(tr("&Continue"));
    m_back->setText(tr("Back to the &password"));
    for (int row = 0; row < m_factor->count(); ++row) {
        switch (static_cast<api::Factor>(m_factor->itemData(row).toInt())) {
        case api::Factor::Totp:
            m_factor->setItemText(row, tr("Authenticator app"));
            break;
        case api::Factor::EmailCode:
            m_factor->setItemText(row, tr("Code by e-mail"));
            break;
        case api::Factor::SmsCode:
            m_factor->setItemText(row, tr("Code by text message"));
            break;
        case api::Factor::RecoveryCode:
        case api::Factor::Unknown:
            break;
        }
    }
}

} // namespace latchkey::ui
