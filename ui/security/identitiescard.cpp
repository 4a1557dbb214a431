#include "security/identitiescard.h"

#include "account/identitystore.h"
#include "credentials/browserpanel.h"
#include "credentials/providerbuttons.h"
#include "kit/card.h"
#include "kit/errorwords.h"
#include "kit/messagebar.h"
#include "kit/question.h"
#include "kit/taborder.h"
#include "kit/toast.h"

#include <QEvent>
#include <QLabel>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

IdentitiesCard::IdentitiesCard(account::IdentityStore &store, const Clock &clock, Toast &toast,
                               QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_clock(clock)
    , m_toast(toast)
    , m_card(new Card)
    , m_what(new QLabel)
    , m_message(new MessageBar)
    , m_browser(new BrowserPanel(store.visit()))
    , m_seen(new Question(ButtonKind::Primary))
    , m_providers(new ProviderButtons([](const QString &name) {
        return tr("Connect %1", "%1 is an identity provider").arg(name);
    }))
{
    build();
    connect(m_providers, &ProviderButtons::chosen, this, &IdentitiesCard::connectTo);
    connect(m_seen, &Question::confirmed, &m_store, &account::IdentityStore::connectSeen);
    connect(m_seen, &Question::declined, &m_store, &account::IdentityStore::forgetSeen);
    connect(m_browser, &BrowserPanel::cancelled, &m_store.visit(), &account::BrowserVisit::cancel);
    connect(
        &m_store, &account::IdentityStore::connected, this, [this](const api::Identity &identity) {
            m_toast.say(tr("%1 signs in to your account from now on.", "%1 is an identity provider")
                            .arg(identity.provider.name));
        });
    retranslate();
}

void IdentitiesCard::build()
{
    m_what->setWordWrap(true);
    m_message->hide();
    m_browser->hide();
    m_seen->hide();
    m_browser->setLettered(false);
    QVBoxLayout *const body = m_card->body();
    body->setSpacing(space::large);
    body->addWidget(m_what);
    body->addLayout(m_rows.column());
    body->addWidget(m_message);
    body->addWidget(m_browser);
    body->addWidget(m_seen);
    body->addWidget(m_providers);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
}

void IdentitiesCard::setProviders(const QList<api::ProviderCard> &providers)
{
    m_providers->follow(m_store.canConnect() ? providers : QList<api::ProviderCard>());
}

bool IdentitiesCard::isNeeded() const
{
    return !m_providers->providers().isEmpty() || !m_store.identities().isEmpty();
}

void IdentitiesCard::follow(bool isUsable)
{
    m_isUsable = isUsable;
    m_rows.follow(m_store.identities(), [this](const api::IdentityId &id) {
        auto *row = new IdentityRow;
        connect(row, &IdentityRow::removed, this, [this, id] { remove(id); });
        return row;
    });
    QList<QWidget *> inOrder;
    for (const api::Identity &identity : m_store.identities())
        inOrder << m_rows.find(identity.id);
    tabAfter(m_what, inOrder);
    followConnecting();
    retranslate();
}

void IdentitiesCard::followConnecting()
{
    const bool isAway = m_store.isConnecting() || m_store.visit().isUnderWay();
    const Connecting now = m_store.seen() ? Connecting::Asked
                           : isAway       ? Connecting::Away
                                          : Connecting::No;
    m_browser->setBusy(m_store.isConnecting());
    m_browser->setVisible(now == Connecting::Away);
    m_seen->setVisible(now == Connecting::Asked);
    m_providers->setVisible(now == Connecting::No);
    if (std::exchange(m_connecting, now) != now)
        focusConnecting();
    if (now != Connecting::No || m_store.connectError())
        m_message->tell(now != Connecting::No ? std::nullopt : m_store.connectError());
}

void IdentitiesCard::focusConnecting()
{
    switch (m_connecting) {
    case Connecting::Away:
        m_browser->focusFirst();
        return;
    case Connecting::Asked:
        m_seen->focusFirst();
        return;
    case Connecting::No:
        m_providers->focus(m_store.visit().provider().id);
        return;
    }
}

void IdentitiesCard::connectTo(const api::ProviderCard &provider)
{
    m_message->hide();
    m_store.connectTo(provider);
}

void IdentitiesCard::remove(const api::IdentityId &id)
{
    m_message->hide();
    m_store.unlink(id).then(
        &m_toast, [card = QPointer(this), &toast = m_toast](const Result<Nothing> &removed) {
            if (removed)
                toast.say(tr("Removed. It no longer signs in to your account."));
            else if (removed.error().kind == Error::Kind::Cancelled)
                return;
            else if (card)
                card->m_message->tell(removed.error());
            else
                toast.say(wordsOf(removed.error()));
        });
}

void IdentitiesCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void IdentitiesCard::retranslate()
{
    m_card->setTitle(tr("Other ways to sign in"));
    m_what->setText(m_store.identities().isEmpty()
                        ? tr("Connect an account that you have elsewhere, and sign in without "
                             "typing a password here.")
                        : tr("These accounts that you have elsewhere sign in to this one."));
    for (const api::Identity &identity : m_store.identities()) {
        if (IdentityRow *row = m_rows.find(identity.id))
            row->tell(identity, m_clock.now(), m_isUsable && !m_store.isPending(identity.id));
    }
    if (const auto &seen = m_store.seen())
        m_seen->setWords(
            tr("Connect %1 of %2 to this account? Whoever signs in there signs in here, too.",
               "%1 is an account elsewhere, mostly an e-mail address, %2 an identity provider")
                .arg(seen->name, seen->provider.name),
            tr("Connect"));
    m_providers->setUsable(m_isUsable);
    m_seen->setUsable(m_isUsable);
}

} // namespace latchkey::ui
