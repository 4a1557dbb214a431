#include "authorizations/authorizationscard.h"

#include "base/clock.h"
#include "kit/card.h"
#include "kit/taborder.h"

#include <QEvent>
#include <QLabel>

#include <algorithm>

namespace latchkey::ui {

AuthorizationsCard::AuthorizationsCard(AuthorizationSide side, account::AuthorizationStore &store,
                                       const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_side(side)
    , m_store(store)
    , m_clock(clock)
    , m_card(new Card)
    , m_none(new QLabel)
{
    m_none->setWordWrap(true);
    m_card->body()->addWidget(m_none);
    m_card->body()->addLayout(m_rows.column());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
    retranslate();
}

QList<api::Authorization> AuthorizationsCard::authorizations() const
{
    return m_side == AuthorizationSide::Received ? m_store.received() : m_store.given();
}

AuthorizationRow *AuthorizationsCard::makeRow(const api::AuthorizationId &id)
{
    auto *row = new AuthorizationRow(m_side);
    connect(row, &AuthorizationRow::lookRequested, this, &AuthorizationsCard::look);
    connect(row, &AuthorizationRow::changeRequested, this, &AuthorizationsCard::changeRequested);
    connect(row, &AuthorizationRow::editRequested, this,
            [this, id](const api::UpdateAccount &wanted) { Q_EMIT editRequested(id, wanted); });
    connect(row, &AuthorizationRow::revokeRequested, this,
            [this, id] { Q_EMIT revokeRequested(id); });
    return row;
}

void AuthorizationsCard::follow(bool isUsable)
{
    const QList<api::Authorization> all = authorizations();
    m_none->setVisible(all.isEmpty());
    m_rows.follow(all, [this](const api::AuthorizationId &id) { return makeRow(id); });
    QList<QWidget *> inOrder;
    for (const api::Authorization &one : all) {
        const bool isReceived = m_side == AuthorizationSide::Received;
        AuthorizationRow *const row = m_rows.find(one.id);
        row->tell(one,
                  {.canLook = isReceived && m_store.canLook(one),
                   .canEdit = isReceived && m_store.canEdit(one),
                   .canChange = !isReceived && m_store.canChange(),
                   .canRevoke = m_store.canRevoke(),
                   .isUsable = isUsable,
                   .isPending = m_store.isPending(one.id) ||
                                (isReceived && m_store.isEditing(one.giver.id))},
                  m_clock.now());
        inOrder << row;
    }
    tabAfter(m_none, inOrder);
}

void AuthorizationsCard::look(const api::Authorization &authorization)
{
    using Seen = AuthorizationRow::Seen;
    const auto tell = [this, id = authorization.id](const Result<Seen> &seen) {
        if (AuthorizationRow *const row = m_rows.find(id))
            row->tellSeen(seen);
    };
    const api::UserId &giver = authorization.giver.id;
    if (authorization.scope == api::AccessScope::Profile)
        m_looks.add(m_store.showAccount(giver)).then(this, [tell](const Result<api::User> &told) {
            tell(told.map([](const api::User &user) { return Seen(user); }));
        });
    else
        m_looks.add(m_store.listSessions(giver))
            .then(this, [tell](const Result<api::AccountSessions> &told) {
                tell(told.map([](const api::AccountSessions &all) { return Seen(all.sessions); }));
            });
}

bool AuthorizationsCard::isTyping() const
{
    return std::ranges::any_of(authorizations(), [this](const api::Authorization &one) {
        const AuthorizationRow *row = m_rows.find(one.id);
        return row && row->isTyping();
    });
}

void AuthorizationsCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void AuthorizationsCard::retranslate()
{
    const bool isReceived = m_side == AuthorizationSide::Received;
    m_card->setTitle(isReceived ? tr("Accounts that let you in") : tr("Who may look into yours"));
    m_none->setText(isReceived ? tr("Nobody lets you into their account.")
                               : tr("You let nobody into your account."));
}

} // namespace latchkey::ui
