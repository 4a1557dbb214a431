#include "sessions/actingform.h"

#include "api/names.h"
#include "api/onbehalf.h"
#include "kit/busyindicator.h"
#include "kit/button.h"
#include "kit/errorwords.h"
#include "kit/formfield.h"
#include "kit/messagebar.h"
#include "kit/mnemonic.h"
#include "kit/scale.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

ActingForm::ActingForm(Place place, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_place(place)
    , m_error(clock)
    , m_message(new MessageBar)
    , m_reason(new QLineEdit)
    , m_field(new FormField(m_reason))
    , m_begin(new QPushButton)
    , m_cancel(new QPushButton)
    , m_busy(new BusyIndicator)
{
    build();
    connect(m_reason, &QLineEdit::textChanged, this, [this] {
        m_wasSubmitted = false;
        judge();
    });
    connect(m_reason, &QLineEdit::returnPressed, this, &ActingForm::submit);
    connect(m_begin, &QPushButton::clicked, this, &ActingForm::submit);
    connect(m_cancel, &QPushButton::clicked, this, &ActingForm::cancelled);
    connect(&m_error, &HeldError::changed, this, &ActingForm::retranslate);
    retranslate();
}

void ActingForm::build()
{
    m_reason->setMaxLength(static_cast<int>(api::reasonLimits.max));
    setKind(m_begin, ButtonKind::Primary);
    auto *acts = new QHBoxLayout;
    acts->addWidget(m_begin);
    acts->addWidget(m_cancel);
    acts->addWidget(m_busy);
    acts->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(space::medium);
    layout->addWidget(m_message);
    layout->addWidget(m_field);
    layout->addLayout(acts);
}

void ActingForm::setReasonTold(bool isReasonTold)
{
    m_isReasonTold = isReasonTold;
    m_field->setVisible(isReasonTold);
}

void ActingForm::tell(bool isBeginning, bool isUsable)
{
    m_isBeginning = isBeginning;
    m_isUsable = isUsable;
    retranslate();
}

void ActingForm::setError(const std::optional<Error> &error)
{
    m_error.set(error);
}

void ActingForm::clear()
{
    m_reason->clear();
    m_wasSubmitted = false;
    m_error.set({});
    judge();
}

QWidget *ActingForm::first() const
{
    return m_isReasonTold ? static_cast<QWidget *>(m_reason) : m_begin;
}

void ActingForm::focusFirst()
{
    first()->setFocus(Qt::OtherFocusReason);
}

bool ActingForm::isTyped() const
{
    return !m_reason->text().trimmed().isEmpty();
}

void ActingForm::submit()
{
    if (!m_begin->isEnabled())
        return;
    if (!m_isReasonTold) {
        Q_EMIT beginRequested({});
        return;
    }
    m_wasSubmitted = true;
    judge();
    const auto reason = api::normalReason(m_reason->text(), u"reason"_s);
    if (reason)
        Q_EMIT beginRequested(*reason);
    else
        m_reason->setFocus();
}

/// Whoever has only begun to type is told how much is missing, and of nothing wrong yet.
void ActingForm::judge()
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

void ActingForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ActingForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_isBeginning)
        Q_EMIT cancelled();
    else
        QWidget::keyPressEvent(event);
}

void ActingForm::retranslate()
{
    const auto lettered = [this](const QString &words) {
        return m_place == Place::InRow ? withoutMnemonic(words) : words;
    };
    m_field->setLabel(lettered(tr("&Reason")));
    m_begin->setText(lettered(tr("&Begin")));
    m_cancel->setText(lettered(tr("&Cancel")));
    // Else "Cancel" had it, and the key that was pressed twice meant that.
    if (m_isBeginning && m_begin->hasFocus())
        (m_isReasonTold ? static_cast<QWidget *>(m_reason) : this)->setFocus(Qt::OtherFocusReason);
    m_reason->setReadOnly(m_isBeginning);
    m_begin->setEnabled(m_isUsable && !m_isBeginning && !m_error.isHolding());
    m_cancel->setEnabled(!m_isBeginning);
    if (!m_isBeginning && hasFocus())
        m_begin->setFocus(Qt::OtherFocusReason);
    m_busy->setBusy(m_isBeginning);
    m_message->tell(m_error.error());
    judge();
}

} // namespace latchkey::ui
