#include "apisessions/endedcard.h"

#include "account/sessionstore.h"
#include "apisessions/apisessionwords.h"
#include "kit/card.h"
#include "kit/elidedlabel.h"
#include "kit/relativetime.h"
#include "kit/scale.h"
#include "kit/subtletext.h"
#include "sessions/sessionwords.h"

#include <QEvent>
#include <QVBoxLayout>

namespace latchkey::ui {

EndedCard::EndedCard(const account::SessionStore &all, QWidget *parent)
    : QWidget(parent)
    , m_all(all)
    , m_card(new Card)
    , m_rows(new QVBoxLayout)
{
    m_rows->setSpacing(space::medium);
    m_card->body()->addLayout(m_rows);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
    retranslate();
}

void EndedCard::follow(const QList<api::ApiSession> &ended, Timestamp now)
{
    m_ended = ended;
    m_now = now;
    retranslate();
}

QWidget *EndedCard::makeRow(const api::ApiSession &session) const
{
    const api::SessionEnd &end = *session.end;
    auto *title = new ElidedLabel;
    title->setText(apisessionwords::title(session));
    auto *detail = new SubtleText(
        tr("%1: %2", "a time like '5 minutes ago', and why it ended")
            .arg(relativeTime(end.at, m_now),
                 sessionwords::ending(end, end.by ? m_all.find(*end.by) : std::nullopt)));
    detail->setTextFormat(Qt::PlainText);
    detail->setWordWrap(true);
    detail->setToolTip(exactTime(end.at));
    auto *row = new QWidget;
    auto *lines = new QVBoxLayout(row);
    lines->setContentsMargins({});
    lines->setSpacing(space::hair);
    lines->addWidget(title);
    lines->addWidget(detail);
    return row;
}

void EndedCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void EndedCard::retranslate()
{
    m_card->setTitle(tr("Ended"));
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const api::ApiSession &session : m_ended.first(std::min(m_ended.size(), atMost)))
        m_rows->addWidget(makeRow(session));
    if (const auto more = static_cast<int>(m_ended.size() - atMost); more > 0)
        m_rows->addWidget(new SubtleText(tr("%n more in Access", nullptr, more)));
}

} // namespace latchkey::ui
