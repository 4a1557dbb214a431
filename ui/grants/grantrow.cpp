#include "grants/grantrow.h"

#include "grants/grantform.h"
#include "grants/grantwords.h"
#include "kit/elidedlabel.h"
#include "kit/iconmark.h"
#include "kit/question.h"
#include "kit/subtletext.h"

#include <QPushButton>

namespace latchkey::ui {

using namespace Qt::StringLiterals;
using api::GrantState;

GrantRow::GrantRow(GrantSide side, QWidget *parent)
    : AskingRow(parent)
    , m_side(side)
    , m_detail(addLine())
    , m_change(addAct())
    , m_end(addAct())
    , m_form(new GrantForm)
    , m_question(addQuestion(m_end, ButtonKind::Danger))
{
    addForm(m_form, m_change, [this] { m_form->begin(m_grant); });
    connect(m_form, &GrantForm::changeRequested, this, &GrantRow::changeRequested);
    connect(m_question, &Question::confirmed, this, &GrantRow::endRequested);
}

void GrantRow::tell(const api::Grant &grant, const Circumstances &circumstances, Timestamp now)
{
    m_grant = grant;
    m_now = now;
    const bool isOver = grant.state == GrantState::Cancelled;
    // Somebody else may have ended it meanwhile.
    if (isOver && isAsking())
        drop();
    m_change->setVisible(circumstances.canChange && !isOver);
    m_end->setVisible(circumstances.canEnd && !isOver);
    setFree(circumstances.isUsable, circumstances.isPending);
    retranslate();
}

void GrantRow::retranslate()
{
    const bool isReceived = m_side == GrantSide::Received;
    const QString name = api::nameOf(grantwords::other(m_grant, m_side));
    const bool isGood = m_grant.state == GrantState::Active;
    mark()->setIcon(isGood                                   ? u"check"_s
                    : m_grant.state == GrantState::Cancelled ? u"close"_s
                                                             : u"clock"_s,
                    isGood ? IconMark::Ink::Success : IconMark::Ink::Subtle);
    title()->setText(isReceived ? tr("From %1", "%1 is a person").arg(name)
                                : tr("To %1", "%1 is a person").arg(name));
    m_detail->setText(grantwords::what(m_grant) + QChar::LineFeed +
                      grantwords::state(m_grant, m_side, m_now));
    m_detail->setToolTip(grantwords::exactState(m_grant));
    tellAct(m_change, tr("Change"),
            tr("Change the subscription to %1", "%1 is a person").arg(name));
    tellAct(m_end, tr("End"),
            (isReceived ? tr("End the subscription from %1", "%1 is a person")
                        : tr("End the subscription to %1", "%1 is a person"))
                .arg(name));
    m_question->setWords(
        (isReceived ? tr("You lose this subscription at once. Only %1 can give you another.",
                         "%1 is a person")
                    : tr("%1 loses this subscription at once.", "%1 is a person"))
            .arg(name),
        tr("End the subscription"));
}

} // namespace latchkey::ui
