#include "help/helpedcard.h"

#include "help/helpwords.h"
#include "kit/avatardisc.h"
#include "kit/card.h"
#include "kit/relativetime.h"
#include "kit/scale.h"
#include "kit/subtletext.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace latchkey::ui {

HelpedCard::HelpedCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card)
    , m_disc(new AvatarDisc(48))
    , m_grid(new QGridLayout)
    , m_email(makeLine(0))
    , m_phone(makeLine(1))
    , m_role(makeLine(2))
    , m_since(makeLine(3))
{
    m_grid->setHorizontalSpacing(space::wide);
    m_grid->setVerticalSpacing(space::small);
    m_grid->setColumnStretch(1, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::wide);
    row->addWidget(m_disc, 0, Qt::AlignTop);
    row->addLayout(m_grid, 1);
    m_card->body()->addLayout(row);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
}

HelpedCard::Line HelpedCard::makeLine(int row)
{
    const Line line{new SubtleText, new QLabel};
    line.value->setTextFormat(Qt::PlainText);
    line.value->setWordWrap(true);
    line.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_grid->addWidget(line.label, row, 0, Qt::AlignTop);
    m_grid->addWidget(line.value, row, 1);
    return line;
}

void HelpedCard::tell(const api::User &user, Timestamp now)
{
    m_user = user;
    m_now = now;
    retranslate();
}

void HelpedCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void HelpedCard::retranslate()
{
    m_card->setTitle(m_user.name);
    m_disc->setName(m_user.name);
    m_email.label->setText(tr("E-mail"));
    m_email.value->setText(
        m_user.emailVerified
            ? tr("%1 (verified)", "%1 is an e-mail address").arg(m_user.email)
            : tr("%1 (not verified)", "%1 is an e-mail address").arg(m_user.email));
    m_phone.label->setText(tr("Phone"));
    m_phone.value->setText(m_user.phone.value_or(tr("None")));
    m_role.label->setText(tr("Role"));
    m_role.value->setText(helpwords::role(m_user.role));
    m_since.label->setText(tr("Account since"));
    m_since.value->setText(relativeTime(m_user.createdAt, m_now));
    m_since.value->setToolTip(exactTime(m_user.createdAt));
}

} // namespace latchkey::ui
