#include "credits/upgradecard.h"

#include "credits/creditwords.h"
#include "kit/busyindicator.h"
#include "kit/button.h"
#include "kit/card.h"
#include "kit/formfield.h"
#include "kit/messagebar.h"
#include "kit/scale.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

UpgradeCard::UpgradeCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card)
    , m_text(new QLabel)
    , m_message(new MessageBar)
    , m_name(new QLineEdit)
    , m_nameField(new FormField(m_name))
    , m_upgrade(new QPushButton)
    , m_busy(new BusyIndicator)
{
    build();
    connect(m_name, &QLineEdit::textChanged, this, &UpgradeCard::settle);
    connect(m_name, &QLineEdit::returnPressed, this, &UpgradeCard::submit);
    connect(m_upgrade, &QPushButton::clicked, this, &UpgradeCard::submit);
    retranslate();
    settle();
}

void UpgradeCard::build()
{
    m_text->setWordWrap(true);
    m_message->hide();
    m_nameField->setMaximumWidth(formWidth);
    setKind(m_upgrade, ButtonKind::Primary);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_upgrade);
    buttons->addWidget(m_busy);
    buttons->addStretch();
    QVBoxLayout *const body = m_card->body();
    body->setSpacing(space::large);
    for (QWidget *part : std::initializer_list<QWidget *>{m_text, m_message, m_nameField})
        body->addWidget(part);
    body->addLayout(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
}

bool UpgradeCard::isNameTyped() const
{
    return m_name->text().trimmed().compare(creditwords::tier(api::upgradeTier),
                                            Qt::CaseInsensitive) == 0;
}

void UpgradeCard::follow(bool isUpgrading, bool isUsable)
{
    m_isUpgrading = isUpgrading;
    m_isUsable = isUsable;
    settle();
}

void UpgradeCard::settle()
{
    m_name->setReadOnly(m_isUpgrading);
    m_upgrade->setEnabled(isNameTyped() && m_isUsable && !m_isUpgrading);
    m_busy->setBusy(m_isUpgrading);
}

void UpgradeCard::submit()
{
    if (!m_upgrade->isEnabled())
        return;
    m_message->hide();
    Q_EMIT upgradeRequested();
}

void UpgradeCard::setError(const std::optional<Error> &error)
{
    m_message->tell(error);
}

void UpgradeCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        settle(); // the tier has another name
    }
    QWidget::changeEvent(event);
}

void UpgradeCard::retranslate()
{
    const QString tier = creditwords::tier(api::upgradeTier);
    m_card->setTitle(tr("Upgrade"));
    m_text->setText(
        tr("With the plan %1 you may use more. You can't go back.", "a plan's name").arg(tier));
    m_nameField->setLabel(tr("&Type “%1” to confirm", "a plan's name").arg(tier));
    m_upgrade->setText(tr("&Upgrade for good"));
}

} // namespace latchkey::ui
