#include "organisation/parentrow.h"

#include "kit/avatardisc.h"
#include "kit/elidedlabel.h"
#include "kit/question.h"
#include "kit/subtletext.h"

#include <QPushButton>

namespace latchkey::ui {

namespace {

constexpr int discSide = 36;

} // namespace

ParentRow::ParentRow(QWidget *parent)
    : ParentRow(new AvatarDisc(discSide), parent)
{}

ParentRow::ParentRow(AvatarDisc *disc, QWidget *parent)
    : AskingRow(disc, parent)
    , m_disc(disc)
    , m_detail(addLine())
    , m_leave(addAct())
    , m_question(addQuestion(m_leave, ButtonKind::Danger))
{
    connect(m_question, &Question::confirmed, this, &ParentRow::leaveRequested);
    setLettered(true);
}

void ParentRow::tell(const api::UserCard &maker, const Circumstances &circumstances)
{
    m_maker = maker;
    m_leave->setVisible(circumstances.canLeave);
    setFree(circumstances.isUsable, circumstances.isLeaving);
    retranslate();
}

void ParentRow::retranslate()
{
    const QString name = api::nameOf(m_maker);
    m_disc->setName(name);
    title()->setText(name);
    m_detail->setText(tr("%1 made it for you. They see your account, and may act in it for 30 "
                         "minutes at a time; you get a mail with the reason each time.",
                         "%1 is a person")
                          .arg(name));
    tellAct(m_leave, tr("Lea&ve…"), tr("Leave %1…", "%1 is a person").arg(name));
    m_question->setWords(tr("From then on %1 neither sees your account nor acts in it. That can't "
                            "be undone: nobody can take in an account that is there already.",
                            "%1 is a person")
                             .arg(name),
                         tr("Leave the organisation"));
}

} // namespace latchkey::ui
