#include "settings/profilescard.h"

#include "account/accounts.h"
#include "kit/card.h"
#include "kit/subtletext.h"
#include "kit/taborder.h"
#include "settings/profilerow.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace latchkey::ui {

ProfilesCard::ProfilesCard(const SettingsParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_card(new Card(this))
    , m_list(new QVBoxLayout)
    , m_none(new SubtleText(this))
    , m_add(new QPushButton(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    m_card->body()->addWidget(m_none);
    m_card->body()->addLayout(m_list);
    m_card->body()->addWidget(m_add, 0, Qt::AlignLeft);

    connect(m_add, &QPushButton::clicked, this, &ProfilesCard::addRequested);
    account::Accounts &accounts = m_parts.accounts;
    connect(&accounts, &account::Accounts::accountAdded, this, &ProfilesCard::addRow);
    connect(&accounts, &account::Accounts::accountAboutToBeRemoved, this, &ProfilesCard::removeRow);
    connect(&accounts.profiles(), &account::Profiles::profileChanged, this,
            &ProfilesCard::showCurrent);
    for (const account::ProfileId &id : accounts.ids())
        addRow(id);
    retranslate();
}

void ProfilesCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ProfilesCard::addRow(const account::ProfileId &id)
{
    // Nothing of one in which somebody acts for another is to be set: it passes.
    if (m_parts.accounts.account(id)->isActing())
        return;
    auto *row = new ProfileRow(id, m_parts, this);
    m_list->addWidget(row);
    m_rows << row;
    // A row that comes later still stands above the button.
    tabAfter(m_list->itemAt(0)->widget(), QList<QWidget *>(m_rows.begin(), m_rows.end()) << m_add);
    showCurrent();
}

void ProfilesCard::removeRow(const account::ProfileId &id)
{
    const auto found = std::ranges::find(m_rows, id, &ProfileRow::id);
    if (found == m_rows.end())
        return;
    (*found)->hide();
    (*found)->deleteLater();
    m_rows.erase(found);
    showCurrent();
}

void ProfilesCard::carryOut()
{
    // Of a copy: what is removed takes its row along.
    for (ProfileRow *row : QList(m_rows))
        row->carryOut();
}

void ProfilesCard::showCurrent()
{
    m_none->setVisible(m_rows.isEmpty());
    for (ProfileRow *row : std::as_const(m_rows))
        row->showCurrent();
}

void ProfilesCard::retranslate()
{
    m_card->setTitle(tr("Profiles"));
    m_none->setText(tr("There is no account in this program yet."));
    m_add->setText(tr("&Add an account"));
    showCurrent();
}

} // namespace latchkey::ui
