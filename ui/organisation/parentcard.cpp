#include "organisation/parentcard.h"

#include "kit/button.h"
#include "kit/card.h"
#include "kit/messagebar.h"
#include "kit/scale.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

namespace latchkey::ui {

ParentCard::ParentCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card)
    , m_what(new QLabel)
    , m_failure(new MessageBar)
    , m_leave(new QPushButton)
    , m_question(new QLabel)
    , m_confirm(new QPushButton)
    , m_keep(new QPushButton)
    , m_asking(buildQuestion())
{
    m_what->setWordWrap(true);
    m_what->setTextFormat(Qt::PlainText);
    m_failure->hide();
    m_card->body()->setSpacing(space::large);
    m_card->body()->addWidget(m_what);
    m_card->body()->addWidget(m_failure);
    m_card->body()->addWidget(m_leave, 0, Qt::AlignLeft);
    m_card->body()->addWidget(m_asking);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
    connect(m_leave, &QPushButton::clicked, this, [this] {
        m_failure->hide();
        ask(true);
        m_keep->setFocus(); // Enter alone must not leave anybody
    });
    connect(m_keep, &QPushButton::clicked, this, &ParentCard::keep);
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        keep();
        Q_EMIT leaveRequested();
    });
    ask(false);
    retranslate();
}

QWidget *ParentCard::buildQuestion()
{
    m_question->setWordWrap(true);
    m_question->setTextFormat(Qt::PlainText);
    setKind(m_confirm, ButtonKind::Danger);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(space::small);
    acts->addWidget(m_confirm);
    acts->addWidget(m_keep);
    acts->addStretch();
    auto *whole = new QWidget;
    auto *layout = new QVBoxLayout(whole);
    layout->setContentsMargins({});
    layout->setSpacing(space::medium);
    layout->addWidget(m_question);
    layout->addLayout(acts);
    return whole;
}

void ParentCard::ask(bool isAsking)
{
    m_leave->setVisible(!isAsking);
    m_asking->setVisible(isAsking);
}

void ParentCard::keep()
{
    ask(false);
    m_leave->setFocus(Qt::OtherFocusReason);
}

void ParentCard::tell(const api::UserCard &maker, const Circumstances &circumstances)
{
    m_maker = maker;
    const bool isAsking = !m_asking->isHidden();
    m_leave->setVisible(circumstances.canLeave && !isAsking);
    for (QPushButton *act : {m_leave, m_confirm})
        act->setEnabled(circumstances.isUsable && !circumstances.isLeaving);
    retranslate();
}

void ParentCard::setError(const std::optional<Error> &error)
{
    m_failure->tell(error);
}

void ParentCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_asking->isHidden())
        keep();
    else
        QWidget::keyPressEvent(event);
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
    m_question->setText(tr("From then on %1 neither sees your account nor acts in it. That can't "
                           "be undone: nobody can take in an account that is there already.",
                           "%1 is a person")
                            .arg(name));
    m_confirm->setText(tr("Leave the organisation"));
    m_keep->setText(tr("Cancel"));
}

} // namespace latchkey::ui
