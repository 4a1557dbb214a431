#include "security/identityrow.h"

#include "kit/elidedlabel.h"
#include "kit/iconmark.h"
#include "kit/question.h"
#include "kit/relativetime.h"
#include "kit/subtletext.h"

#include <QPushButton>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

namespace {

QString timesOf(const api::Identity &identity, Timestamp now)
{
    const QString linked = relativeTime(identity.linkedAt, now);
    return identity.lastUsedAt
               ? IdentityRow::tr("Connected: %1. Last used: %2.",
                                 "both are times like '5 minutes ago'")
                     .arg(linked, relativeTime(*identity.lastUsedAt, now))
               : IdentityRow::tr("Connected: %1. Not used yet.", "a time like '5 minutes ago'")
                     .arg(linked);
}

} // namespace

IdentityRow::IdentityRow(QWidget *parent)
    : AskingRow(parent)
    , m_detail(addLine())
    , m_remove(addAct())
    , m_question(addQuestion(m_remove, ButtonKind::Danger))
{
    mark()->setIcon(u"identity"_s, IconMark::Ink::Accent);
    connect(m_question, &Question::confirmed, this, &IdentityRow::removed);
}

void IdentityRow::tell(const api::Identity &identity, Timestamp now, bool isUsable)
{
    m_identity = identity;
    m_now = now;
    setFree(isUsable, false);
    retranslate();
}

void IdentityRow::retranslate()
{
    const QString &name = m_identity.name;
    const QString &provider = m_identity.provider.name;
    title()->setText(name);
    m_detail->setText(provider + QChar::LineFeed + timesOf(m_identity, m_now));
    m_detail->setToolTip(exactTime(m_identity.lastUsedAt.value_or(m_identity.linkedAt)));
    tellAct(m_remove, tr("Remove"), tr("Remove %1", "%1 is an account elsewhere").arg(name));
    m_question->setWords(
        tr("%1 at %2 will no longer sign in to your account.",
           "%1 is an account elsewhere, mostly an e-mail address, %2 an identity provider")
            .arg(name, provider),
        tr("Remove this way to sign in"));
}

} // namespace latchkey::ui
