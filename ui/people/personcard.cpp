#include "people/personcard.h"

#include "kit/avatardisc.h"
#include "kit/card.h"
#include "kit/relativetime.h"
#include "kit/scale.h"
#include "kit/subtletext.h"
#include "people/rolewords.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace latchkey::ui {

PersonCard::PersonCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card)
    , m_disc(new AvatarDisc(48))
    , m_grid(new QGridLayout)
    , m_email(makeLine(0))
    , m_userName(makeLine(1))
    , m_phone(makeLine(2))
    , m_role(makeLine(3))
    , m_since(makeLine(4))
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

PersonCard::Line PersonCard::makeLine(int row)
{
    const Line line{new SubtleText, new QLabel};
    line.value->setTextFormat(Qt::PlainText);
    line.value->setWordWrap(true);
    line.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_grid->addWidget(line.label, row, 0, Qt::AlignTop);
    m_grid->addWidget(line.value, row, 1);
    return line;
}

void PersonCard::tell(const api::User &user, Timestamp now)
{
    m_user = user;
    m_now = now;
    retranslate();
}

void PersonCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

/// What is empty was not told.
void PersonCard::tell(const Line &line, const QString &label, const QString &value)
{
    line.label->setText(label);
    line.value->setText(value);
    line.label->setVisible(!value.isEmpty());
    line.value->setVisible(!value.isEmpty());
}

QString PersonCard::emailWords() const
{
    if (m_user.emailVerified)
        return tr("%1 (verified)", "%1 is an e-mail address").arg(m_user.email);
    if (m_user.isPart)
        return m_user.email; // whether it is, was not told
    return tr("%1 (not verified)", "%1 is an e-mail address").arg(m_user.email);
}

void PersonCard::retranslate()
{
    const bool isWhole = !m_user.isPart;
    const bool isRoleTold = isWhole || !m_user.email.isEmpty();
    m_card->setTitle(m_user.name);
    m_disc->setName(m_user.name);
    tell(m_email, tr("E-mail"), emailWords());
    tell(m_userName, tr("User name"), m_user.userName.value_or(QString()));
    tell(m_phone, tr("Phone"), m_user.phone.value_or(isWhole ? tr("None") : QString()));
    tell(m_role, tr("Role"), isRoleTold ? rolewords::role(m_user.role) : QString());
    tell(m_since, tr("Account since"), relativeTime(m_user.createdAt, m_now));
    m_since.value->setToolTip(exactTime(m_user.createdAt));
}

} // namespace latchkey::ui
