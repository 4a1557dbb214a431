#include "security/trustedcard.h"

#include "account/factorstore.h"
#include "kit/card.h"
#include "kit/errorwords.h"
#include "kit/relativetime.h"
#include "kit/scale.h"
#include "kit/subtletext.h"
#include "kit/toast.h"
#include "sessions/sessionwords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace latchkey::ui {

TrustedCard::TrustedCard(account::FactorStore &store, const Clock &clock, Toast &toast,
                         QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_clock(clock)
    , m_toast(toast)
    , m_card(new Card)
    , m_what(new QLabel)
    , m_rows(new QVBoxLayout)
{
    m_what->setWordWrap(true);
    m_rows->setSpacing(space::large);
    m_card->body()->setSpacing(space::large);
    m_card->body()->addWidget(m_what);
    m_card->body()->addLayout(m_rows);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
    retranslate();
}

TrustedCard::Row TrustedCard::makeRow(const api::TrustedDeviceId &id)
{
    const Row row{new QWidget, new QLabel, new SubtleText, new QPushButton};
    row.title->setTextFormat(Qt::PlainText);
    row.detail->setTextFormat(Qt::PlainText);
    row.detail->setWordWrap(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(space::hair);
    words->addWidget(row.title);
    words->addWidget(row.detail);
    auto *layout = new QHBoxLayout(row.whole);
    layout->setContentsMargins({});
    layout->addLayout(words, 1);
    layout->addWidget(row.forget, 0, Qt::AlignBottom);
    m_rows->addWidget(row.whole);
    connect(row.forget, &QPushButton::clicked, this, [this, id] { forget(id); });
    return row;
}

void TrustedCard::follow(bool isUsable)
{
    m_isUsable = isUsable;
    QHash<api::TrustedDeviceId, Row> present;
    for (const api::TrustedDevice &device : m_store.devices()) {
        const bool isKnown = m_byId.contains(device.id);
        present.insert(device.id, isKnown ? m_byId.take(device.id) : makeRow(device.id));
    }
    for (const Row &gone : std::exchange(m_byId, present))
        gone.whole->deleteLater();
    retranslate();
}

void TrustedCard::tell(const Row &row, const api::TrustedDevice &device) const
{
    const QString program = sessionwords::program(device.device);
    const QString name = device.device.label.isEmpty() ? program : device.device.label;
    row.title->setText(name);
    row.detail->setText(tr("Trusted: %1, from %2. Ends: %3.",
                           "%1 and %3 are times like 'in 5 minutes', %2 is an IP address")
                            .arg(relativeTime(device.trustedAt, m_clock.now()), device.address,
                                 relativeTime(device.expiresAt, m_clock.now())));
    row.detail->setToolTip(exactTime(device.expiresAt));
    row.forget->setText(tr("Stop trusting"));
    row.forget->setAccessibleName(tr("Stop trusting %1", "%1 is a device").arg(name));
    row.forget->setEnabled(m_isUsable && !m_store.isPending(device.id));
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
        if (const auto row = m_byId.constFind(device.id); row != m_byId.cend())
            tell(*row, device);
    }
}

} // namespace latchkey::ui
