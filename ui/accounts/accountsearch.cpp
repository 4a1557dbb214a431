#include "accounts/accountsearch.h"

#include "api/user.h"
#include "kit/busyindicator.h"
#include "kit/formfield.h"
#include "kit/scale.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

namespace latchkey::ui {

AccountSearch::AccountSearch(QWidget *parent)
    : QWidget(parent)
    , m_line(new QLineEdit)
    , m_field(new FormField(m_line))
    , m_find(new QPushButton)
    , m_all(new QPushButton)
    , m_busy(new BusyIndicator)
{
    build();
    connect(m_line, &QLineEdit::returnPressed, this, &AccountSearch::submit);
    connect(m_find, &QPushButton::clicked, this, &AccountSearch::submit);
    connect(m_all, &QPushButton::clicked, this, &AccountSearch::leave);
    retranslate();
}

void AccountSearch::build()
{
    m_line->setMaxLength(static_cast<int>(api::loginLimits.max));
    m_line->setClearButtonEnabled(true);
    m_field->setMaximumWidth(formWidth);
    setFocusProxy(m_line);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(space::small);
    row->addWidget(m_field, 1);
    for (QWidget *act : std::initializer_list<QWidget *>{m_find, m_all, m_busy})
        row->addWidget(act, 0, Qt::AlignBottom);
    row->addStretch();
}

void AccountSearch::follow(bool isFinding, bool isNarrowed, bool isUsable)
{
    m_find->setEnabled(isUsable && !isFinding);
    m_all->setVisible(isNarrowed);
    m_busy->setBusy(isFinding);
}

/// With nothing typed it is everybody.
void AccountSearch::submit()
{
    if (m_line->text().trimmed().isEmpty())
        Q_EMIT allRequested();
    else if (m_find->isEnabled())
        Q_EMIT findRequested(m_line->text());
}

void AccountSearch::leave()
{
    m_line->clear();
    m_line->setFocus(Qt::OtherFocusReason);
    Q_EMIT allRequested();
}

void AccountSearch::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_all->isVisible())
        leave();
    else
        QWidget::keyPressEvent(event);
}

void AccountSearch::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void AccountSearch::retranslate()
{
    m_field->setLabel(tr("&E-mail address, user name or tag"));
    m_find->setText(tr("&Find"));
    m_all->setText(tr("Show a&ll"));
}

} // namespace latchkey::ui
