#include "security/factorscard.h"

#include "account/factorstore.h"
#include "kit/button.h"
#include "kit/card.h"
#include "kit/errorwords.h"
#include "kit/scale.h"
#include "kit/toast.h"
#include "security/factorrow.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

FactorsCard::FactorsCard(account::FactorStore &store, const Clock &clock, Toast &toast,
                         QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_clock(clock)
    , m_toast(toast)
    , m_card(new Card)
    , m_what(new QLabel)
    , m_rows(new QVBoxLayout)
    , m_add(new QPushButton)
{
    m_what->setWordWrap(true);
    m_rows->setSpacing(space::large);
    m_card->body()->setSpacing(space::large);
    m_card->body()->addWidget(m_what);
    m_card->body()->addLayout(m_rows);
    m_card->body()->addWidget(m_add, 0, Qt::AlignLeft);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
    connect(m_add, &QPushButton::clicked, this, &FactorsCard::addRequested);
    retranslate();
}

void FactorsCard::follow(bool isUsable)
{
    m_isUsable = isUsable;
    const QList<api::EnrolledFactor> &factors = m_store.factors();
    QHash<api::FactorId, QPointer<FactorRow>> present;
    for (const api::EnrolledFactor &factor : factors) {
        QPointer<FactorRow> row = m_byId.take(factor.id);
        if (!row) {
            row = new FactorRow(m_clock);
            m_rows->addWidget(row);
            connect(row, &FactorRow::renamed, this, &FactorsCard::rename);
            connect(row, &FactorRow::removed, this, &FactorsCard::remove);
        }
        row->setFactor(factor, factors.size() == 1);
        row->setPending(m_store.isPending(factor.id));
        row->setUsable(isUsable);
        present.insert(factor.id, row);
    }
    for (const auto &gone : std::exchange(m_byId, present)) {
        if (gone)
            gone->deleteLater();
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
        const QPointer<FactorRow> row = m_byId.value(id);
        if (row && renamed)
            row->showRenamed();
        else if (row && renamed.error().kind != Error::Kind::Cancelled)
            row->showRenameError(wordsOf(renamed.error()));
    });
}

void FactorsCard::remove(const api::FactorId &id)
{
    m_store.remove(id).then(&m_toast, [&toast = m_toast](const Result<Nothing> &removed) {
        if (removed)
            toast.say(tr("The authenticator is removed."));
        else if (removed.error().kind != Error::Kind::Cancelled)
            toast.say(tr("The authenticator was not removed. %1", "%1 says why")
                          .arg(wordsOf(removed.error())));
    });
}

void FactorsCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FactorsCard::retranslate()
{
    m_card->setTitle(tr("Second factor"));
    const bool isNone = m_store.factors().isEmpty();
    m_what->setText(
        isNone ? tr("Only your password protects your account. With an authenticator app on your "
                    "phone, a stranger who learns it still can't get in.")
               : tr("Signing in asks for your password and for a code of one of these."));
    m_add->setText(isNone ? tr("&Add an authenticator") : tr("&Add another authenticator"));
    setKind(m_add, isNone ? ButtonKind::Primary : ButtonKind::Plain);
}

} // namespace latchkey::ui
