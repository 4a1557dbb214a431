#include "security/beginstep.h"

#include "api/factors.h"
#include "kit/busyindicator.h"
#include "kit/button.h"
#include "kit/formfield.h"
#include "kit/scale.h"
#include "security/factorwords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace latchkey::ui {

using api::Factor;

BeginStep::BeginStep(Factor kind, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_what(new QLabel)
    , m_name(new QLineEdit)
    , m_nameField(new FormField(m_name))
    , m_next(new QPushButton)
    , m_cancel(new QPushButton)
    , m_busy(new BusyIndicator)
{
    build();
    connect(m_name, &QLineEdit::returnPressed, this, &BeginStep::submit);
    connect(m_next, &QPushButton::clicked, this, &BeginStep::submit);
    connect(m_cancel, &QPushButton::clicked, this, &BeginStep::cancelled);
    retranslate();
}

void BeginStep::build()
{
    m_what->setWordWrap(true);
    m_what->setTextFormat(Qt::PlainText);
    m_name->setMaxLength(static_cast<int>(api::factorNameLimits.max));
    m_nameField->setMaximumWidth(formWidth);
    if (m_kind != Factor::Totp)
        m_nameField->hide();
    setKind(m_next, ButtonKind::Primary);
    auto *acts = new QHBoxLayout;
    for (QWidget *act : std::initializer_list<QWidget *>{m_next, m_cancel, m_busy})
        acts->addWidget(act);
    acts->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::large);
    column->addWidget(m_what);
    column->addWidget(m_nameField);
    column->addLayout(acts);
}

void BeginStep::setName(const QString &name)
{
    m_name->setText(name);
}

void BeginStep::setTarget(const std::optional<QString> &target)
{
    m_target = target;
    retranslate();
}

void BeginStep::setBusy(bool isBusy)
{
    m_busy->setBusy(isBusy);
    m_name->setReadOnly(isBusy);
    m_next->setEnabled(!isBusy);
}

void BeginStep::setNameError(const QString &words)
{
    m_nameField->setError(words);
}

void BeginStep::focusFirst()
{
    if (m_kind == Factor::Totp) {
        m_name->setFocus(Qt::OtherFocusReason);
        m_name->selectAll();
    } else {
        m_next->setFocus(Qt::OtherFocusReason);
    }
}

void BeginStep::submit()
{
    if (!m_next->isEnabled())
        return;
    if (m_kind == Factor::Totp)
        Q_EMIT submitted(m_name->text());
    else if (m_target)
        Q_EMIT submitted(factorwords::kind(m_kind));
    else
        Q_EMIT targetRequested();
}

QString BeginStep::words() const
{
    if (m_kind == Factor::EmailCode)
        return tr("Signing in then asks for a code that goes by mail to %1. Whoever reads your "
                  "mail can also reset your password, so this guards little more than your mailbox "
                  "does. An authenticator guards better.",
                  "%1 is an e-mail address")
            .arg(*m_target);
    if (m_kind == Factor::SmsCode)
        return tr("Signing in then asks for a code that goes as a text to %1. Whoever takes over "
                  "your number gets the codes, too. An authenticator guards better.",
                  "%1 is a phone number")
            .arg(*m_target);
    return tr("You need an authenticator app on your phone or another device. It shows a new code "
              "every 30 seconds, also without a network.");
}

QString BeginStep::whatIsMissing() const
{
    return m_kind == Factor::EmailCode
               ? tr("Codes go only to an e-mail address that is verified, and yours is not yet.")
               : tr("Codes go only to a phone that is verified, and your account has none yet.");
}

void BeginStep::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void BeginStep::retranslate()
{
    const bool isSent = m_kind != Factor::Totp;
    const bool isMissing = isSent && !m_target;
    m_what->setText(isMissing ? whatIsMissing() : words());
    m_nameField->setLabel(tr("&Name of the authenticator"));
    m_nameField->setHint(tr("So that you know it again, e.g. My phone."));
    m_next->setText(!isMissing && isSent          ? tr("&Send the first code")
                    : !isSent                     ? tr("Con&tinue")
                    : m_kind == Factor::EmailCode ? tr("&Verify it in Profile")
                                                  : tr("&Add a phone in Profile"));
    m_cancel->setText(tr("Cance&l"));
}

} // namespace latchkey::ui
