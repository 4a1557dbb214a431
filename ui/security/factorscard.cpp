#include "security/factorscard.h"

#include "account/factorstore.h"
#include "kit/button.h"
#include "kit/card.h"
#include "kit/errorwords.h"
#include "kit/icons.h"
#include "kit/menustart.h"
#include "kit/toast.h"
#include "security/factorwords.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

namespace latchkey::ui {

FactorsCard::FactorsCard(account::FactorStore &store, const Clock &clock, Toast &toast,
                         QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_clock(clock)
    , m_toast(toast)
    , m_card(new Card)
    , m_what(new QLabel)
    , m_add(new QPushButton)
    , m_kinds(new QMenu(this))
{
    m_what->setWordWrap(true);
    m_card->body()->setSpacing(space::large);
    m_card->body()->addWidget(m_what);
    m_card->body()->addLayout(m_rows.column());
    m_card->body()->addWidget(m_add, 0, Qt::AlignLeft);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
    buildMenu();
    retranslate();
}

void FactorsCard::buildMenu()
{
    for (const auto kind : {api::Factor::Totp, api::Factor::SmsCode, api::Factor::EmailCode}) {
        QAction *action = m_kinds->addAction(icon(factorwords::icon(kind)), {});
        action->setData(static_cast<int>(kind));
        connect(action, &QAction::triggered, this, [this, kind] { Q_EMIT addRequested(kind); });
    }
    m_add->setMenu(m_kinds);
    startAtFirst(*m_kinds);
}

/// Of those that are sent there is one of a kind at most.
void FactorsCard::tellMenu()
{
    for (QAction *action : m_kinds->actions()) {
        const auto kind = static_cast<api::Factor>(action->data().toInt());
        const bool isSent = kind != api::Factor::Totp;
        const bool isThere =
            isSent && std::ranges::count(m_store.factors(), kind, &api::EnrolledFactor::kind) > 0;
        const QString words = factorwords::kind(kind);
        action->setText(isThere ? tr("%1 (added)", "%1 is a kind of second factor").arg(words)
                                : words);
        action->setEnabled(!isThere);
        action->setVisible(!isSent || m_areCodesOffered);
    }
}

void FactorsCard::setCodesOffered(bool areOffered)
{
    m_areCodesOffered = areOffered;
    tellMenu();
}

void FactorsCard::follow(const std::optional<api::User> &user, bool isUsable)
{
    m_user = user;
    const QList<api::EnrolledFactor> &factors = m_store.factors();
    m_rows.follow(factors, [this](const api::FactorId &) {
        auto *row = new FactorRow(m_clock);
        connect(row, &FactorRow::renamed, this, &FactorsCard::rename);
        connect(row, &FactorRow::removed, this, &FactorsCard::remove);
        return row;
    });
    for (const api::EnrolledFactor &factor : factors) {
        FactorRow *row = m_rows.find(factor.id);
        row->setFactor(factor, factorwords::origin(factor.kind, user), factors.size() == 1);
        row->setLettered(factor.id == factors.constFirst().id);
        row->setPending(m_store.isPending(factor.id));
        row->setUsable(isUsable);
    }
    m_add->setEnabled(isUsable);
    retranslate();
}

void FactorsCard::focusAdd()
{
    m_add->setFocus(Qt::OtherFocusReason);
}

void FactorsCard::rename(const api::FactorId &id, const QString &name)
{
    m_store.rename(id, name).then(this, [this, id](const Result<api::EnrolledFactor> &renamed) {
        FactorRow *row = m_rows.find(id);
        if (row && renamed)
            row->showChanged();
        else if (row && renamed.error().kind != Error::Kind::Cancelled)
            row->showRenameError(wordsOf(renamed.error()));
    });
}

void FactorsCard::remove(const api::FactorId &id)
{
    const auto found = std::ranges::find(m_store.factors(), id, &api::EnrolledFactor::id);
    const api::Factor kind = found == m_store.factors().end() ? api::Factor::Totp : found->kind;
    m_store.remove(id).then(&m_toast, [&toast = m_toast, kind](const Result<Nothing> &removed) {
        if (removed)
            toast.say(factorwords::removed(kind));
        else if (removed.error().kind != Error::Kind::Cancelled)
            toast.say(tr("The second factor was not removed. %1", "%1 says why")
                          .arg(wordsOf(removed.error())));
    });
}

void FactorsCard::setWaysIn(bool hasPassword, const QStringList &providers)
{
    m_hasPassword = hasPassword;
    m_providers = providers;
    retranslate();
}

void FactorsCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

QString FactorsCard::whatWords() const
{
    const bool isNone = m_store.factors().isEmpty();
    if (m_hasPassword)
        return isNone ? tr("Only your password protects your account. With a second factor, a "
                           "stranger who learns it still can't get in.")
                      : tr("Signing in asks for your password and for a code of one of these.");
    if (!isNone)
        return tr("Signing in also asks for a code of one of these.");
    if (m_providers.isEmpty())
        return tr("Only codes to your e-mail address protect your account. With a second factor, a "
                  "stranger who reads your mail still can't get in.");
    return tr("Nothing but your sign-in at %1 protects your account. With a second factor, a "
              "stranger who gets in there still can't get in here.",
              "%1 is an identity provider, or several")
        .arg(QLocale().createSeparatedList(m_providers));
}

void FactorsCard::retranslate()
{
    m_card->setTitle(tr("Second factor"));
    const bool isNone = m_store.factors().isEmpty();
    m_what->setText(whatWords());
    m_add->setText(isNone ? tr("&Add a second factor") : tr("&Add another one"));
    m_add->setAccessibleName(isNone ? tr("Add a second factor") : tr("Add another second factor"));
    setKind(m_add, isNone ? ButtonKind::Primary : ButtonKind::Plain);
    tellMenu();
}

} // namespace latchkey::ui
