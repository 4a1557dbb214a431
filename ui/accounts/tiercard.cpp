#include "accounts/tiercard.h"

#include "kit/busyindicator.h"
#include "kit/card.h"
#include "kit/choicebox.h"
#include "kit/formfield.h"
#include "kit/messagebar.h"
#include "kit/scale.h"
#include "people/creditwords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace latchkey::ui {

using api::Tier;

TierCard::TierCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card)
    , m_now(new QLabel)
    , m_form(new QWidget)
    , m_message(new MessageBar)
    , m_choice(new ChoiceBox)
    , m_field(new FormField(m_choice))
    , m_set(new QPushButton)
    , m_busy(new BusyIndicator)
{
    // Whether somebody is unverified is up to their address.
    for (const Tier tier : {Tier::Free, Tier::Paid, Tier::Partner, Tier::WhiteLabeled})
        m_choice->addChoice(int(tier), [tier] { return creditwords::tier(tier); });
    build();
    connect(m_choice, &QComboBox::currentIndexChanged, this, &TierCard::settle);
    connect(m_set, &QPushButton::clicked, this, [this] {
        m_message->hide();
        Q_EMIT setRequested(Tier(m_choice->chosen()));
    });
    retranslate();
}

void TierCard::build()
{
    m_message->hide();
    m_field->setMaximumWidth(formWidth);
    auto *acts = new QHBoxLayout;
    acts->addWidget(m_set);
    acts->addWidget(m_busy);
    acts->addStretch();
    auto *form = new QVBoxLayout(m_form);
    form->setContentsMargins({});
    form->setSpacing(space::medium);
    form->addWidget(m_message);
    form->addWidget(m_field);
    form->addLayout(acts);
    m_card->body()->setSpacing(space::large);
    m_card->body()->addWidget(m_now);
    m_card->body()->addWidget(m_form);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
}

/// What is chosen stays until it is another plan that they have.
void TierCard::tell(Tier tier, bool isChanging, bool isUsable)
{
    if (m_tier != tier)
        m_choice->choose(int(tier == Tier::Unverified ? Tier::Free : tier));
    m_tier = tier;
    m_isChanging = isChanging;
    m_isUsable = isUsable;
    retranslate();
}

void TierCard::setChangeable(bool isChangeable)
{
    m_form->setVisible(isChangeable);
}

void TierCard::setError(const std::optional<Error> &error)
{
    m_message->tell(error);
}

void TierCard::begin()
{
    m_tier.reset();
    m_message->hide();
}

void TierCard::settle()
{
    if (m_isChanging && m_set->hasFocus()) // else the end of the account had it
        setFocus(Qt::OtherFocusReason);
    m_choice->setEnabled(!m_isChanging);
    const bool isAnother =
        m_tier && m_choice->currentIndex() >= 0 && m_choice->chosen() != int(*m_tier);
    m_set->setEnabled(m_isUsable && !m_isChanging && isAnother);
    m_busy->setBusy(m_isChanging);
}

void TierCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TierCard::retranslate()
{
    m_card->setTitle(tr("Plan"));
    m_now->setFont(sized(font(), TypeSize::Heading));
    m_now->setText(creditwords::tier(m_tier.value_or(Tier::Unknown)));
    m_field->setLabel(tr("Another &plan"));
    m_set->setText(tr("&Set the plan"));
    settle();
}

} // namespace latchkey::ui
