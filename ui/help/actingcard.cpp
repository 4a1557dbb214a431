#include "help/actingcard.h"

#include "api/names.h"
#include "api/onbehalf.h"
#include "kit/busyindicator.h"
#include "kit/button.h"
#include "kit/card.h"
#include "kit/errorwords.h"
#include "kit/formfield.h"
#include "kit/messagebar.h"
#include "kit/scale.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

ActingCard::ActingCard(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_error(clock)
    , m_card(new Card)
    , m_what(new QLabel)
    , m_open(new QPushButton)
    , m_message(new MessageBar)
    , m_reason(new QLineEdit)
    , m_field(new FormField(m_reason))
    , m_begin(new QPushButton)
    , m_cancel(new QPushButton)
    , m_busy(new BusyIndicator)
    , m_form(build())
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
        m_reason->setFocus();
    });
    connect(m_reason, &QLineEdit::textChanged, this, [this] {
        m_wasSubmitted = false;
        judge();
    });
    connect(m_reason, &QLineEdit::returnPressed, this, &ActingCard::submit);
    connect(m_begin, &QPushButton::clicked, this, &ActingCard::submit);
    connect(m_cancel, &QPushButton::clicked, this, &ActingCard::leave);
    connect(&m_error, &HeldError::changed, this, &ActingCard::retranslate);
    ask(false);
    retranslate();
}

QWidget *ActingCard::build()
{
    m_reason->setMaxLength(static_cast<int>(api::reasonLimits.max));
    setKind(m_begin, ButtonKind::Primary);
    auto *acts = new QHBoxLayout;
    acts->addWidget(m_begin);
    acts->addWidget(m_cancel);
    acts->addWidget(m_busy);
    acts->addStretch();
    auto *form = new QWidget;
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins({});
    layout->setSpacing(space::medium);
    layout->addWidget(m_message);
    layout->addWidget(m_field);
    layout->addLayout(acts);
    return form;
}

void ActingCard::ask(bool isAsking)
{
    m_open->setVisible(!isAsking);
    m_form->setVisible(isAsking);
}

void ActingCard::fold()
{
    m_reason->clear();
    m_wasSubmitted = false;
    m_error.set({});
    ask(false);
    judge();
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
    m_isBeginning = isBeginning;
    m_isUsable = isUsable;
    if (isAnother)
        fold();
    retranslate();
}

void ActingCard::setError(const std::optional<Error> &error)
{
    m_error.set(error);
}

void ActingCard::submit()
{
    if (!m_begin->isEnabled())
        return;
    m_wasSubmitted = true;
    judge();
    const auto reason = api::normalReason(m_reason->text(), u"reason"_s);
    if (reason)
        Q_EMIT beginRequested(*reason);
    else
        m_reason->setFocus();
}

/// Whoever has only begun to type is told how much is missing, and of nothing wrong yet.
void ActingCard::judge()
{
    const qsizetype typed = m_reason->text().trimmed().toUcs4().size();
    const qsizetype missing = api::reasonLimits.min - typed;
    m_field->setHint(typed > 0 && missing > 0
                         ? tr("%n more character(s), at least.", nullptr, static_cast<int>(missing))
                         : tr("Whoever owns the account reads it. At least %n character(s).",
                              nullptr, static_cast<int>(api::reasonLimits.min)));
    const auto reason = api::normalReason(m_reason->text(), u"reason"_s);
    const bool isWrong = !reason && (missing <= 0 || m_wasSubmitted);
    m_field->setError(isWrong ? wordsOf(reason.error()) : QString());
}

void ActingCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ActingCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_form->isHidden())
        leave();
    else
        QWidget::keyPressEvent(event);
}

void ActingCard::retranslate()
{
    m_card->setTitle(tr("Act on behalf"));
    m_what->setText(
        tr("For 30 minutes you see what %1 sees, and do what they could do. They get a mail with "
           "your name and the reason, and see it among their sessions. Password, second factors, "
           "API sessions and e-mail address stay theirs alone.",
           "%1 is a person")
            .arg(m_user.name));
    m_open->setText(tr("&Act on behalf…"));
    m_open->setAccessibleName(tr("Act on behalf of %1…", "%1 is a person").arg(m_user.name));
    m_field->setLabel(tr("&Reason"));
    m_begin->setText(tr("&Begin"));
    m_cancel->setText(tr("&Cancel"));
    const bool isFree = m_isUsable && !m_isBeginning;
    m_open->setEnabled(isFree);
    m_reason->setReadOnly(m_isBeginning);
    m_begin->setEnabled(isFree && !m_error.isHolding());
    m_busy->setBusy(m_isBeginning);
    m_message->tell(m_error.error());
    judge();
}

} // namespace latchkey::ui
