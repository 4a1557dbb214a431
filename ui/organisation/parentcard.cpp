#include "organisation/parentcard.h"

#include "kit/card.h"
#include "kit/messagebar.h"
#include "kit/question.h"
#include "kit/scale.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

ParentCard::ParentCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card)
    , m_what(new QLabel)
    , m_failure(new MessageBar)
    , m_leave(new QPushButton)
    , m_question(new Question(ButtonKind::Danger))
{
    m_what->setWordWrap(true);
    m_what->setTextFormat(Qt::PlainText);
    m_failure->hide();
    m_question->hide();
    m_card->body()->setSpacing(space::large);
    m_card->body()->addWidget(m_what);
    m_card->body()->addWidget(m_failure);
    m_card->body()->addWidget(m_leave, 0, Qt::AlignLeft);
    m_card->body()->addWidget(m_question);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
    connect(m_leave, &QPushButton::clicked, this, [this] {
        m_failure->hide();
        m_question->show();
        m_leave->hide();
        m_question->focusFirst();
    });
    connect(m_question, &Question::declined, this, &ParentCard::leave);
    connect(m_question, &Question::confirmed, this, [this] {
        leave();
        Q_EMIT leaveRequested();
    });
    retranslate();
}

void ParentCard::leave()
{
    m_leave->show();
    m_question->hide();
    m_leave->setFocus(Qt::OtherFocusReason);
}

void ParentCard::tell(const api::UserCard &maker, const Circumstances &circumstances)
{
    m_maker = maker;
    m_leave->setVisible(circumstances.canLeave && m_question->isHidden());
    m_leave->setEnabled(circumstances.isUsable && !circumstances.isLeaving);
    m_question->setUsable(circumstances.isUsable && !circumstances.isLeaving);
    retranslate();
}

void ParentCard::setError(const std::optional<Error> &error)
{
    m_failure->tell(error);
}

void ParentCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ParentCard::retranslate()
{
    const QString name = api::nameOf(m_maker);
    m_card->setTitle(tr("Who made your account"));
    m_what->setText(tr("%1 made it for you. They see your account, and may act in it for 30 "
                       "minutes at a time; you get a mail with the reason each time.",
                       "%1 is a person")
                        .arg(name));
    m_leave->setText(tr("Lea&ve…"));
    m_leave->setAccessibleName(tr("Leave %1…", "%1 is a person").arg(name));
    m_question->setWords(tr("From then on %1 neither sees your account nor acts in it. That can't "
                            "be undone: nobody can take in an account that is there already.",
                            "%1 is a person")
                             .arg(name),
                         tr("Leave the organisation"));
}

} // namespace latchkey::ui
