#include "kit/typedconfirmation.h"

#include "kit/busyindicator.h"
#include "kit/button.h"
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

TypedConfirmation::TypedConfirmation(Use use, QWidget *parent)
    : QWidget(parent)
    , m_use(use)
    , m_what(new QLabel)
    , m_message(new MessageBar)
    , m_line(new QLineEdit)
    , m_field(new FormField(m_line))
    , m_act(new QPushButton)
    , m_leave(new QPushButton)
    , m_busy(new BusyIndicator)
{
    build();
    connect(m_line, &QLineEdit::textChanged, this, &TypedConfirmation::settle);
    connect(m_line, &QLineEdit::returnPressed, this, &TypedConfirmation::submit);
    connect(m_act, &QPushButton::clicked, this, &TypedConfirmation::submit);
    connect(m_leave, &QPushButton::clicked, this, &TypedConfirmation::left);
    setFocusProxy(m_line);
    retranslate();
    settle();
}

void TypedConfirmation::build()
{
    m_what->setWordWrap(true);
    m_what->setTextFormat(Qt::PlainText);
    m_message->hide();
    m_field->setMaximumWidth(formWidth);
    setKind(m_act, m_use == Use::Offer ? ButtonKind::Primary : ButtonKind::Danger);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(space::small);
    for (QWidget *act : std::initializer_list<QWidget *>{m_act, m_leave, m_busy})
        acts->addWidget(act);
    acts->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::large);
    for (QWidget *part : std::initializer_list<QWidget *>{m_what, m_message, m_field})
        column->addWidget(part);
    column->addLayout(acts);
    if (m_use == Use::Offer)
        m_leave->hide();
}

void TypedConfirmation::setWords(const QString &what, const QString &act)
{
    m_what->setText(what);
    m_act->setText(act);
}

void TypedConfirmation::setName(const QString &name)
{
    m_name = name;
    retranslate();
    settle();
}

bool TypedConfirmation::isNameTyped() const
{
    const QString typed = m_line->text().trimmed();
    return !typed.isEmpty() && typed.compare(m_name, Qt::CaseInsensitive) == 0;
}

void TypedConfirmation::follow(bool isBusy, bool isUsable)
{
    m_isBusy = isBusy;
    m_isUsable = isUsable;
    settle();
}

void TypedConfirmation::setError(const std::optional<Error> &error)
{
    m_message->tell(error);
}

void TypedConfirmation::begin()
{
    m_line->clear();
    m_message->hide();
}

void TypedConfirmation::submit()
{
    if (!m_act->isEnabled())
        return;
    m_message->hide();
    Q_EMIT confirmed();
}

void TypedConfirmation::settle()
{
    if (m_isBusy && m_act->hasFocus()) // else what comes next had it
        m_line->setFocus(Qt::OtherFocusReason);
    m_line->setReadOnly(m_isBusy);
    m_act->setEnabled(isNameTyped() && m_isUsable && !m_isBusy);
    m_leave->setEnabled(!m_isBusy);
    m_busy->setBusy(m_isBusy);
}

void TypedConfirmation::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_use == Use::Warning && !m_isBusy)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

void TypedConfirmation::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TypedConfirmation::retranslate()
{
    QString name = m_name; // in which a letter after & is no letter for Alt
    m_field->setLabel(
        tr("&Type “%1” to confirm", "the name of what it is").arg(name.replace(u"&"_s, u"&&"_s)));
    m_leave->setText(tr("Cancel"));
}

} // namespace latchkey::ui
