#include "authorizations/authorizationrow.h"

#include "authorizations/accountglance.h"
#include "authorizations/authorizationform.h"
#include "authorizations/authorizationwords.h"
#include "kit/elidedlabel.h"
#include "kit/iconmark.h"
#include "kit/question.h"
#include "kit/relativetime.h"
#include "kit/subtletext.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

AuthorizationRow::AuthorizationRow(AuthorizationSide side, QWidget *parent)
    : AskingRow(parent)
    , m_side(side)
    , m_detail(addLine())
    , m_glance(new AccountGlance)
    , m_look(addAct())
    , m_change(addAct())
    , m_revoke(addAct())
    , m_form(new AuthorizationForm)
    , m_question(addQuestion(m_revoke, ButtonKind::Danger))
{
    lines()->addWidget(m_glance);
    m_glance->hide();
    addForm(m_form, m_change, [this] { m_form->begin(m_authorization); });
    connect(m_look, &QPushButton::clicked, this, &AuthorizationRow::look);
    connect(m_form, &AuthorizationForm::changeRequested, this, &AuthorizationRow::changeRequested);
    connect(m_question, &Question::confirmed, this, &AuthorizationRow::revokeRequested);
}

void AuthorizationRow::look()
{
    const bool isLooking = m_glance->isHidden();
    m_glance->setVisible(isLooking);
    retranslate();
    if (!isLooking)
        return;
    m_glance->begin();
    Q_EMIT lookRequested(m_authorization);
}

void AuthorizationRow::tell(const api::Authorization &authorization,
                            const Circumstances &circumstances, Timestamp now)
{
    // What was seen is of the part that it was.
    if (authorization.scope != m_authorization.scope)
        m_glance->hide();
    m_authorization = authorization;
    m_now = now;
    m_glance->follow(now);
    m_look->setVisible(circumstances.canLook);
    m_change->setVisible(circumstances.canChange);
    m_revoke->setVisible(circumstances.canRevoke);
    setFree(circumstances.isUsable, circumstances.isPending);
    retranslate();
}

void AuthorizationRow::retranslate()
{
    const bool isReceived = m_side == AuthorizationSide::Received;
    const QString name = api::nameOf(authorizationwords::other(m_authorization, m_side));
    const bool isSessions = m_authorization.scope == api::AccessScope::Sessions;
    mark()->setIcon(isSessions ? u"devices"_s : u"person"_s, IconMark::Ink::Subtle);
    title()->setText(isReceived ? tr("%1 lets you in", "%1 is a person").arg(name)
                                : tr("You let %1 in", "%1 is a person").arg(name));
    m_detail->setText(
        authorizationwords::what(m_authorization.scope, m_authorization.action, m_side) +
        QChar::LineFeed + authorizationwords::since(m_authorization, m_now));
    m_detail->setToolTip(exactTime(m_authorization.createdAt));
    retranslateActs(name);
}

/// Somebody may be let into several parts, so a part is named as well.
void AuthorizationRow::retranslateActs(const QString &name)
{
    const bool isReceived = m_side == AuthorizationSide::Received;
    const QString what =
        authorizationwords::what(m_authorization.scope, m_authorization.action, m_side);
    tellAct(m_look, m_glance->isHidden() ? tr("Look") : tr("Close"),
            (m_glance->isHidden() ? tr("Look into what %1 shows you: %2", "%1 is a person")
                                  : tr("Close what %1 shows you: %2", "%1 is a person"))
                .arg(name, what));
    tellAct(m_change, tr("Change"),
            tr("Change what %1 may do: %2", "%1 is a person, %2 what they may").arg(name, what));
    tellAct(m_revoke, isReceived ? tr("Give back") : tr("Take back"),
            (isReceived ? tr("Give back what %1 lets you do: %2", "%1 is a person, %2 what you may")
                        : tr("Take back what %1 may do: %2", "%1 is a person, %2 what they may"))
                .arg(name, what));
    m_question->setWords(
        (isReceived
             ? tr("You can no longer do that. Only %1 can let you in again.", "%1 is a person")
             : tr("From now on %1 can no longer do that.", "%1 is a person"))
            .arg(name),
        isReceived ? tr("Give it back") : tr("Take it back"));
}

} // namespace latchkey::ui
