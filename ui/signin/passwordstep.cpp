#include "signin/passwordstep.h"

#include "kit/button.h"
#include "kit/formfield.h"
#include "kit/passwordedit.h"
#include "kit/scale.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

PasswordStep::PasswordStep(QWidget *parent)
    : QWidget(parent)
    , m_email(new QLabel)
    , m_password(new PasswordEdit)
    , m_field(new FormField(m_password))
    , m_back(new QPushButton)
    , m_signIn(new QPushButton)
    , m_forgot(new QPushButton)
{
    setFocusProxy(m_password);
    m_email->setTextFormat(Qt::PlainText);
    setKind(m_signIn, ButtonKind::Primary);
    setKind(m_back, ButtonKind::Flat);
    setKind(m_forgot, ButtonKind::Flat);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_signIn);
    buttons->addWidget(m_back);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(space::large);
    layout->addWidget(m_email);
    layout->addWidget(m_field);
    layout->addLayout(buttons);
    layout->addWidget(m_forgot, 0, Qt::AlignLeft);
    setTabOrder(m_password, m_signIn);
    setTabOrder(m_signIn, m_back);
    setTabOrder(m_back, m_forgot);
    connect(m_password, &PasswordEdit::submitted, this, &PasswordStep::submit);
    connect(m_signIn, &QPushButton::clicked, this, &PasswordStep::submit);
    connect(m_back, &QPushButton::clicked, this, &PasswordStep::backRequested);
    connect(m_forgot, &QPushButton::clicked, this, &PasswordStep::recoveryRequested);
    retranslate();
}

void PasswordStep::setEmail(const QString &email)
{
    m_email->setText(email);
}

void PasswordStep::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    settle();
}

void PasswordStep::setHeld(bool isHeld)
{
    m_isHeld = isHeld;
    settle();
}

void PasswordStep::settle()
{
    m_password->line()->setReadOnly(m_isBusy);
    m_back->setEnabled(!m_isBusy);
    m_signIn->setEnabled(!m_isBusy && !m_isHeld);
    m_forgot->setEnabled(!m_isBusy);
}

void PasswordStep::setFieldError(const QString &words)
{
    m_field->setError(words);
    if (!words.isEmpty())
        focusFirst();
}

void PasswordStep::focusFirst()
{
    m_password->setFocus();
    m_password->line()->selectAll();
}

void PasswordStep::clear()
{
    m_password->clear();
}

void PasswordStep::setRecoveryOffered(bool isOffered)
{
    m_forgot->setVisible(isOffered);
}

void PasswordStep::submit()
{
    if (m_signIn->isEnabled())
        Q_EMIT submitted(m_password->secret());
}

void PasswordStep::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PasswordStep::retranslate()
{
    m_email->setAccessibleName(tr("Account"));
    m_field->setLabel(tr("&Password"));
    m_signIn->setText(tr("&Sign in"));
    m_forgot->setText(tr("&Forgot your password?"));
    m_back->setText(tr("Use another e-&mail address"));
}

} // namespace latchkey::ui
