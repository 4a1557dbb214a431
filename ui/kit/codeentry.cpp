#include "kit/codeentry.h"

#include "kit/codefield.h"
#include "kit/formfield.h"
#include "kit/scale.h"

#include <QEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace latchkey::ui {

CodeEntry::CodeEntry(QWidget *parent)
    : QWidget(parent)
    , m_digits(new CodeField)
    , m_recovery(new QLineEdit)
    , m_digitsField(new FormField(m_digits))
    , m_recoveryField(new FormField(m_recovery))
{
    m_recoveryField->setMaximumWidth(formWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(space::small);
    layout->addWidget(m_digitsField);
    layout->addWidget(m_recoveryField);
    connect(m_digits, &CodeField::submitted, this, &CodeEntry::submitted);
    connect(m_recovery, &QLineEdit::returnPressed, this, [this] {
        if (isComplete())
            Q_EMIT submitted();
    });
    for (QLineEdit *line : std::initializer_list<QLineEdit *>{m_digits, m_recovery})
        connect(line, &QLineEdit::textChanged, this, &CodeEntry::changed);
    retranslate();
    setRecovery(false);
}

void CodeEntry::setRecovery(bool isRecovery)
{
    m_isRecovery = isRecovery;
    m_digitsField->setVisible(!isRecovery);
    m_recoveryField->setVisible(isRecovery);
    setError({});
    Q_EMIT changed();
}

Secret CodeEntry::code() const
{
    return Secret(m_isRecovery ? m_recovery->text().trimmed() : m_digits->code());
}

bool CodeEntry::isComplete() const
{
    return m_isRecovery ? !m_recovery->text().trimmed().isEmpty()
                        : m_digits->code().size() == CodeField::digits;
}

void CodeEntry::setBusy(bool isBusy)
{
    m_digits->setReadOnly(isBusy);
    m_recovery->setReadOnly(isBusy);
}

void CodeEntry::setError(const QString &words)
{
    m_digitsField->setError(m_isRecovery ? QString() : words);
    m_recoveryField->setError(m_isRecovery ? words : QString());
    if (words.isEmpty())
        return;
    allowAgain();
    focusFirst();
    (m_isRecovery ? m_recovery : m_digits)->selectAll();
}

void CodeEntry::allowAgain()
{
    m_digits->allowAgain();
}

void CodeEntry::clear()
{
    clearDigits();
    m_recovery->setText({});
}

void CodeEntry::clearDigits()
{
    // Unlike QLineEdit::clear() it leaves nothing that could be undone.
    m_digits->setText({});
}

void CodeEntry::focusFirst()
{
    (m_isRecovery ? m_recovery : m_digits)->setFocus(Qt::OtherFocusReason);
}

void CodeEntry::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CodeEntry::retranslate()
{
    m_digitsField->setLabel(tr("C&ode"));
    m_recoveryField->setLabel(tr("&Recovery code"));
    m_recoveryField->setHint(tr("Ten letters and digits, as they stand on your list."));
}

} // namespace latchkey::ui
