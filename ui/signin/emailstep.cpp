#include "signin/emailstep.h"

#include "kit/button.h"
#include "kit/formfield.h"
#include "kit/scale.h"

#include <QEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

EmailStep::EmailStep(QWidget *parent)
    : QWidget(parent)
    , m_email(new QLineEdit)
    , m_field(new FormField(m_email))
    , m_continue(new QPushButton)
{
    setFocusProxy(m_email);
    m_email->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    setKind(m_continue, ButtonKind::Primary);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(space::large);
    layout->addWidget(m_field);
    layout->addWidget(m_continue, 0, Qt::AlignLeft);
    connect(m_email, &QLineEdit::returnPressed, this, &EmailStep::submit);
    connect(m_continue, &QPushButton::clicked, this, &EmailStep::submit);
    retranslate();
}

void EmailStep::setEmail(const QString &email)
{
    if (m_email->text() != email)
        m_email->setText(email);
}

QString EmailStep::email() const
{
    return m_email->text();
}

void EmailStep::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    settle();
}

void EmailStep::setHeld(bool isHeld)
{
    m_isHeld = isHeld;
    settle();
}

void EmailStep::settle()
{
    m_email->setReadOnly(m_isBusy);
    m_continue->setEnabled(!m_isBusy && !m_isHeld);
}

void EmailStep::setFieldError(const QString &words)
{
    m_field->setError(words);
    if (!words.isEmpty())
        m_email->setFocus();
}

void EmailStep::focusFirst()
{
    m_email->setFocus();
    m_email->selectAll();
}

void EmailStep::submit()
{
    if (m_continue->isEnabled())
        Q_EMIT submitted(m_email->text());
}

void EmailStep::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void EmailStep::retranslate()
{
    m_field->setLabel(tr("&E-mail"));
    m_continue->setText(tr("&Continue"));
}

} // namespace latchkey::ui
