#include "help/actingcard.h"

#include "kit/card.h"
#include "kit/scale.h"
#include "sessions/actingform.h"
#include "sessions/sessionwords.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

ActingCard::ActingCard(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_card(new Card)
    , m_what(new QLabel)
    , m_open(new QPushButton)
    , m_form(new ActingForm(ActingForm::Place::Alone, clock))
{
    m_what->setWordWrap(true);
    m_what->setTextFormat(Qt::PlainText);
    m_card->body()->setSpacing(space::large);
    m_card->body()->addWidget(m_what);
    m_card->body()->addWidget(m_open, 0, Qt::AlignLeft);
    m_card->body()->addWidget(m_form);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
    connect(m_open, &QPushButton::clicked, this, [this] {
        ask(true);
        m_form->focusFirst();
    });
    connect(m_form, &ActingForm::beginRequested, this, &ActingCard::beginRequested);
    connect(m_form, &ActingForm::cancelled, this, &ActingCard::leave);
    ask(false);
    retranslate();
}

void ActingCard::ask(bool isAsking)
{
    m_open->setVisible(!isAsking);
    m_form->setVisible(isAsking);
}

void ActingCard::fold()
{
    m_form->clear();
    ask(false);
}

void ActingCard::leave()
{
    const bool hadFocus = m_form->isAncestorOf(window()->focusWidget());
    fold();
    if (hadFocus)
        m_open->setFocus(Qt::OtherFocusReason);
}

void ActingCard::tell(const api::User &user, bool isBeginning, bool isUsable)
{
    const bool isAnother = user.id != m_user.id;
    m_user = user;
    m_open->setEnabled(isUsable && !isBeginning);
    m_form->tell(isBeginning, isUsable);
    if (isAnother)
        fold();
    retranslate();
}

void ActingCard::setError(const std::optional<Error> &error)
{
    m_form->setError(error);
}

void ActingCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ActingCard::retranslate()
{
    m_card->setTitle(tr("Act on behalf"));
    m_what->setText(sessionwords::onBehalf(m_user.name));
    m_open->setText(tr("&Act on behalf…"));
    m_open->setAccessibleName(tr("Act on behalf of %1…", "%1 is a person").arg(m_user.name));
}

} // namespace latchkey::ui
