#include "credits/upgradecard.h"

#include "kit/card.h"
#include "kit/typedconfirmation.h"
#include "people/creditwords.h"

#include <QEvent>
#include <QVBoxLayout>

namespace latchkey::ui {

UpgradeCard::UpgradeCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card)
    , m_confirmation(new TypedConfirmation(TypedConfirmation::Use::Offer))
{
    m_card->body()->addWidget(m_confirmation);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
    connect(m_confirmation, &TypedConfirmation::confirmed, this, &UpgradeCard::upgradeRequested);
    retranslate();
}

void UpgradeCard::follow(bool isUpgrading, bool isUsable)
{
    m_confirmation->follow(isUpgrading, isUsable);
}

void UpgradeCard::setError(const std::optional<Error> &error)
{
    m_confirmation->setError(error);
}

void UpgradeCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void UpgradeCard::retranslate()
{
    const QString tier = creditwords::tier(api::upgradeTier);
    m_card->setTitle(tr("Upgrade"));
    m_confirmation->setWords(
        tr("With the plan %1 you may use more. You can't go back.", "a plan's name").arg(tier),
        tr("&Upgrade for good"));
    m_confirmation->setName(tier);
}

} // namespace latchkey::ui
