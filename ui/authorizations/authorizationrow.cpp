#include "authorizations/authorizationrow.h"

#include "authorizations/accountform.h"
#include "authorizations/authorizationform.h"
#include "authorizations/authorizationwords.h"
#include "kit/elidedlabel.h"
#include "kit/glance.h"
#include "kit/iconmark.h"
#include "kit/question.h"
#include "kit/relativetime.h"
#include "kit/subtletext.h"
#include "sessions/sessionwords.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

AuthorizationRow::AuthorizationRow(AuthorizationSide side, QWidget *parent)
    : AskingRow(parent)
    , m_side(side)
    , m_detail(addLine())
    , m_glance(new Glance)
    , m_look(addAct())
    , m_change(addAct())
    , m_revoke(addAct())
    , m_question(addQuestion(m_revoke, ButtonKind::Danger))
{
    lines()->addWidget(m_glance);
    m_glance->hide();
    addForms();
    connect(m_look, &QPushButton::clicked, this, &AuthorizationRow::look);
    connect(m_question, &Question::confirmed, this, &AuthorizationRow::revokeRequested);
}

void AuthorizationRow::addForms()
{
    if (m_side == AuthorizationSide::Given) {
        m_form = new AuthorizationForm;
        addForm(m_form, m_change, [this] { m_form->begin(m_authorization); });
        connect(m_form, &AuthorizationForm::changeRequested, this,
                &AuthorizationRow::changeRequested);
    } else {
        m_account = new AccountForm;
        addForm(m_account, m_change, [this] { m_account->begin(std::get<api::User>(m_seen)); });
        connect(m_account, &AccountForm::changeRequested, this, &AuthorizationRow::editRequested);
    }
}

void AuthorizationRow::look()
{
    const bool isLooking = m_glance->isHidden();
    endLook();
    if (isLooking) {
        m_glance->begin();
        m_glance->show();
    }
    retranslate();
    if (isLooking)
        Q_EMIT lookRequested(m_authorization);
}

void AuthorizationRow::endLook()
{
    m_seen = {};
    m_glance->hide();
    showActs();
}

void AuthorizationRow::tellSeen(const Result<Seen> &seen)
{
    if (m_glance->isHidden())
        return; // closed meanwhile
    m_glance->end(seen ? std::nullopt : std::optional(seen.error()));
    if (seen)
        m_seen = *seen;
    const auto *user = std::get_if<api::User>(&m_seen);
    if (user && m_account && isTyping())
        m_account->follow(*user);
    showActs();
    retranslate();
}

void AuthorizationRow::showActs()
{
    const bool isSeen = std::holds_alternative<api::User>(m_seen);
    m_look->setVisible(m_circumstances.canLook);
    m_change->setVisible(m_circumstances.canChange || (m_circumstances.canEdit && isSeen));
    m_revoke->setVisible(m_circumstances.canRevoke);
}

void AuthorizationRow::tell(const api::Authorization &authorization,
                            const Circumstances &circumstances, Timestamp now)
{
    // What was seen is of the part that it was.
    if (authorization.scope != m_authorization.scope)
        endLook();
    m_authorization = authorization;
    m_circumstances = circumstances;
    m_now = now;
    // Nor is it changed by who may no longer.
    if (m_account && !m_account->isHidden() && !circumstances.canEdit)
        drop();
    showActs();
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
    m_glance->setText(seenWords());
    retranslateActs(name);
}

QString AuthorizationRow::seenWords() const
{
    if (const auto *user = std::get_if<api::User>(&m_seen))
        return authorizationwords::profile(*user);
    const auto *sessions = std::get_if<QList<api::Session>>(&m_seen);
    return sessions ? sessionwords::list(*sessions, m_now) : QString();
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
    tellAct(
        m_change, tr("Change"),
        isReceived
            ? tr("Change the profile of %1", "%1 is a person").arg(name)
            : tr("Change what %1 may do: %2", "%1 is a person, %2 what they may").arg(name, what));
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
