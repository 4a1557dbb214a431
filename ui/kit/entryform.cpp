#include "kit/entryform.h"

#include "kit/busyindicator.h"
#include "kit/button.h"
#include "kit/messagebar.h"
#include "kit/mnemonic.h"
#include "kit/scale.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>

namespace latchkey::ui {

EntryForm::EntryForm(QWidget *parent)
    : QWidget(parent)
    , m_failure(new MessageBar)
    , m_submit(new QPushButton)
    , m_cancel(new QPushButton)
    , m_busy(new BusyIndicator)
{
    m_failure->hide();
    setKind(m_submit, ButtonKind::Primary);
    connect(m_submit, &QPushButton::clicked, this, &EntryForm::submit);
    connect(m_cancel, &QPushButton::clicked, this, &EntryForm::cancelled);
}

void EntryForm::build(std::initializer_list<QWidget *> body)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::large);
    column->addWidget(m_failure);
    for (QWidget *part : body)
        column->addWidget(part);
    auto *acts = new QHBoxLayout;
    for (QWidget *act : std::initializer_list<QWidget *>{m_submit, m_cancel, m_busy})
        acts->addWidget(act);
    acts->addStretch();
    column->addLayout(acts);
}

void EntryForm::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    settle();
}

void EntryForm::setUsable(bool isUsable)
{
    m_isUsable = isUsable;
    settle();
}

void EntryForm::settle()
{
    // Else "Cancel" had it, and the key that was pressed twice meant that.
    if (m_isBusy && m_submit->hasFocus())
        setFocus(Qt::OtherFocusReason);
    m_busy->setBusy(m_isBusy);
    setReadOnly(m_isBusy);
    m_submit->setEnabled(m_isUsable && !m_isBusy);
    if (!m_isBusy && hasFocus())
        m_submit->setFocus(Qt::OtherFocusReason);
}

void EntryForm::showError(const Error &error)
{
    m_failure->tell(error);
}

void EntryForm::hideFailure()
{
    m_failure->hide();
}

void EntryForm::submit()
{
    if (!m_submit->isEnabled())
        return;
    hideFailure();
    send();
}

QString EntryForm::lettered(const QString &words) const
{
    return isNew() ? words : withoutMnemonic(words);
}

void EntryForm::setWords(const QString &add)
{
    m_submit->setText(isNew() ? add : tr("Save"));
    m_cancel->setText(lettered(tr("Cance&l")));
}

void EntryForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_isBusy)
        Q_EMIT cancelled();
    else
        QWidget::keyPressEvent(event);
}

void EntryForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace latchkey::ui
