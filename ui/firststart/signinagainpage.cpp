#include "firststart/signinagainpage.h"

#include "account/accounts.h"
#include "firststart/entrypanel.h"
#include "firststart/formscroll.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

SignInAgainPage::SignInAgainPage(const account::ProfileId &profile, const FirstStartParts &parts,
                                 QWidget *parent)
    : QWidget(parent)
    , m_scroll(new FormScroll(this))
    , m_entry(new EntryPanel(parts.accounts.signInAgain(profile), parts, this))
    , m_leave(new QPushButton(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
    m_scroll->column()->addWidget(m_entry);
    m_scroll->column()->addWidget(m_leave, 0, Qt::AlignLeft);
    m_scroll->column()->addStretch(1);
    setFocusProxy(m_entry);

    connect(m_entry, &EntryPanel::keepingChanged, this, &SignInAgainPage::retranslate);
    connect(m_entry, &EntryPanel::entered, this, &SignInAgainPage::finished, Qt::QueuedConnection);
    connect(m_entry, &EntryPanel::cancelled, this, &SignInAgainPage::finished,
            Qt::QueuedConnection);
    connect(m_leave, &QPushButton::clicked, this, &SignInAgainPage::finished, Qt::QueuedConnection);
    retranslate();
}

void SignInAgainPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SignInAgainPage::retranslate()
{
    setAccessibleName(tr("Sign in again"));
    // The form has a title of its own.
    m_scroll->setTitle(m_entry->isKeeping() ? tr("Sign in again") : QString());
    m_leave->setVisible(!m_entry->isKeeping());
    m_leave->setText(tr("&Not now"));
}

} // namespace latchkey::ui
