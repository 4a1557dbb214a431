#include "firststart/signinagainpage.h"

#include "account/accounts.h"
#include "firststart/entrypanel.h"
#include "kit/scale.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {

constexpr int ColumnWidth = 480;
constexpr int Margin = space::huge;

} // namespace

SignInAgainPage::SignInAgainPage(const account::ProfileId &profile, const FirstStartParts &parts,
                                 QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_lead(new QLabel(this))
    , m_leave(new QPushButton(this))
{
    auto *entry = new EntryPanel(parts.accounts.signInAgain(profile), parts, this);
    m_title->setFont(sized(font(), TypeSize::Title));
    m_lead->setWordWrap(true);

    auto *column = new QWidget(this);
    column->setMaximumWidth(ColumnWidth);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, Margin, 0, Margin);
    layout->setSpacing(Margin / 2);
    layout->addWidget(m_title);
    layout->addWidget(m_lead);
    layout->addWidget(entry);
    layout->addWidget(m_leave, 0, Qt::AlignLeft);
    layout->addStretch(1);
    auto *row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addWidget(column, 100);
    row->addStretch(1);
    setFocusProxy(entry);

    connect(entry, &EntryPanel::keepingChanged, this,
            [this, entry] { m_leave->setVisible(!entry->isKeeping()); });
    connect(entry, &EntryPanel::entered, this, &SignInAgainPage::finished, Qt::QueuedConnection);
    connect(entry, &EntryPanel::cancelled, this, &SignInAgainPage::finished, Qt::QueuedConnection);
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
    m_title->setText(tr("Sign in again"));
    m_lead->setText(tr("Your pages wait as you left them."));
    m_leave->setText(tr("&Not now"));
}

} // namespace latchkey::ui
