#include "credits/plancard.h"

#include "kit/card.h"
#include "kit/scale.h"
#include "kit/subtletext.h"
#include "people/creditwords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>

namespace latchkey::ui {

namespace {

constexpr int wholeBar = 1000;

int shareOf(const api::Meter &meter)
{
    if (meter.used <= 0 || meter.limit <= 0)
        return 0;
    return int(wholeBar * std::min(1.0, double(meter.used) / double(meter.limit)));
}

} // namespace

PlanCard::PlanCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card)
    , m_tier(new QLabel)
    , m_hint(new SubtleText)
    , m_rows(new QVBoxLayout)
{
    m_hint->setWordWrap(true);
    m_rows->setSpacing(space::large);
    QVBoxLayout *const body = m_card->body();
    body->addWidget(m_tier);
    body->addWidget(m_hint);
    body->addLayout(m_rows);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
    retranslate();
}

void PlanCard::follow(const api::Plan &plan, bool isVerifiedInProfile)
{
    const bool isOtherWay =
        std::exchange(m_isVerifiedInProfile, isVerifiedInProfile) != isVerifiedInProfile;
    if (std::exchange(m_plan, plan) != plan || isOtherWay)
        retranslate();
}

QWidget *PlanCard::makeRow(const api::Meter &meter)
{
    auto *name = new QLabel(creditwords::resource(meter.resource));
    auto *use = new SubtleText(creditwords::use(meter));
    auto *bar = new QProgressBar;
    bar->setRange(0, wholeBar);
    bar->setValue(shareOf(meter));
    bar->setTextVisible(false);
    bar->setAccessibleName(name->text());
    bar->setAccessibleDescription(use->text());
    auto *words = new QHBoxLayout;
    words->addWidget(name, 1);
    words->addWidget(use);
    auto *row = new QWidget;
    auto *lines = new QVBoxLayout(row);
    lines->setContentsMargins({});
    lines->setSpacing(space::hair);
    lines->addLayout(words);
    lines->addWidget(bar);
    return row;
}

void PlanCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PlanCard::retranslate()
{
    m_card->setTitle(tr("Plan"));
    m_tier->setFont(sized(font(), TypeSize::Heading));
    m_tier->setText(creditwords::tier(m_plan.tier));
    m_hint->setText(m_isVerifiedInProfile
                        ? tr("Once your e-mail address is verified, in Profile, you may use more.")
                        : tr("Once your e-mail address is verified, you may use more."));
    m_hint->setVisible(m_plan.tier == api::Tier::Unverified);
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const api::Meter &meter : m_plan.meters) {
        if (meter.resource != api::Resource::Unknown)
            m_rows->addWidget(makeRow(meter));
    }
}

} // namespace latchkey::ui
