#include "apisessions/livingcard.h"

#include "account/apisessionstore.h"
#include "kit/card.h"

#include <QEvent>

namespace latchkey::ui {

LivingCard::LivingCard(account::ApiSessionStore &store, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_clock(clock)
    , m_card(new Card)
{
    m_rows.column()->setSpacing(space::wide);
    m_card->body()->addLayout(m_rows.column());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
    retranslate();
}

ApiSessionRow *LivingCard::makeRow()
{
    auto *row = new ApiSessionRow(m_clock);
    row->setRotationOffered(m_store.canRotate());
    connect(row, &ApiSessionRow::updateRequested, this, &LivingCard::update);
    connect(row, &ApiSessionRow::rotateRequested, this, &LivingCard::rotateRequested);
    connect(row, &ApiSessionRow::endRequested, this, &LivingCard::endRequested);
    return row;
}

void LivingCard::follow(const QList<api::ApiSession> &living, bool isUsable, bool isRotatable)
{
    m_rows.follow(living, [this](const api::SessionId &) { return makeRow(); });
    for (const api::ApiSession &session : living) {
        ApiSessionRow *row = m_rows.find(session.id);
        row->setSession(session);
        row->setLettered(session.id == living.constFirst().id);
        row->setPending(m_store.isPending(session.id));
        row->setUsable(isUsable);
        row->setRotatable(isRotatable);
    }
}

void LivingCard::update(const api::UpdateApiSession &wanted)
{
    m_store.update(wanted).then(this,
                                [this, id = wanted.id](const Result<api::ApiSession> &updated) {
                                    ApiSessionRow *row = m_rows.find(id);
                                    if (row && updated)
                                        row->showChanged();
                                    else if (row)
                                        row->showError(updated.error());
                                });
}

void LivingCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void LivingCard::retranslate()
{
    m_card->setTitle(tr("Active"));
}

} // namespace latchkey::ui
