#include "security/trustedcard.h"

#include "account/factorstore.h"
#include "kit/card.h"
#include "kit/errorwords.h"
#include "kit/toast.h"

#include <QEvent>
#include <QLabel>

namespace latchkey::ui {

TrustedCard::TrustedCard(account::FactorStore &store, const Clock &clock, Toast &toast,
                         QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_clock(clock)
    , m_toast(toast)
    , m_card(new Card)
    , m_what(new QLabel)
{
    m_what->setWordWrap(true);
    m_card->body()->setSpacing(space::large);
    m_card->body()->addWidget(m_what);
    m_card->body()->addLayout(m_rows.column());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
    retranslate();
}

void TrustedCard::follow(bool isUsable)
{
    m_isUsable = isUsable;
    m_rows.follow(m_store.devices(), [this](const api::TrustedDeviceId &id) {
        auto *row = new TrustedRow;
        connect(row, &TrustedRow::forgotten, this, [this, id] {
            // Else the next one's button had it, and the key that was pressed twice meant that.
            setFocus(Qt::OtherFocusReason);
            forget(id);
        });
        return row;
    });
    retranslate();
}

void TrustedCard::forget(const api::TrustedDeviceId &id)
{
    m_store.forget(id).then(&m_toast, [&toast = m_toast](const Result<Nothing> &forgotten) {
        if (forgotten)
            toast.say(tr("This device is asked for the second factor again."));
        else if (forgotten.error().kind != Error::Kind::Cancelled)
            toast.say(wordsOf(forgotten.error()));
    });
}

void TrustedCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TrustedCard::retranslate()
{
    m_card->setTitle(tr("Trusted devices"));
    m_what->setText(m_store.devices().isEmpty()
                        ? tr("Every device is asked for the second factor. When you sign in, you "
                             "can trust a device for 30 days.")
                        : tr("Signing in on these asks only for your password."));
    for (const api::TrustedDevice &device : m_store.devices()) {
        if (TrustedRow *row = m_rows.find(device.id))
            row->tell(device, m_clock.now(), m_isUsable && !m_store.isPending(device.id));
    }
}

} // namespace latchkey::ui
