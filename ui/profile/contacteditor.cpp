#include "profile/contacteditor.h"

#include "account/account.h"
#include "credentials/codeform.h"
#include "credentials/codestep.h"
#include "kit/busyindicator.h"
#include "kit/button.h"
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

using Step = account::CodeFlow::Step;

ContactEditor::ContactEditor(const account::Account &account, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_flow(clock)
    , m_error(clock)
    , m_what(new QLabel)
    , m_message(new MessageBar)
    , m_line(new QLineEdit)
    , m_field(new FormField(m_line))
    , m_acts(new QWidget)
    , m_send(new QPushButton)
    , m_cancel(new QPushButton)
    , m_busy(new BusyIndicator)
    , m_haveCode(new QPushButton)
    , m_code(new CodeStep(m_flow.ways(), clock))
{
    build();
    connect(&m_flow, &account::CodeFlow::changed, this, &ContactEditor::follow);
    connect(&m_error, &HeldError::changed, this, &ContactEditor::showError);
    connect(m_line, &QLineEdit::returnPressed, this, &ContactEditor::submit);
    connect(m_line, &QLineEdit::textChanged, this, &ContactEditor::changed);
    connect(m_send, &QPushButton::clicked, this, &ContactEditor::submit);
    connect(m_cancel, &QPushButton::clicked, this, &ContactEditor::leave);
    connect(m_haveCode, &QPushButton::clicked, &m_flow, [this] { m_flow.start(*m_begun); });
    connect(m_code, &FormStep::submitted, &m_flow, [this] { m_flow.submit(m_code->secret()); });
    connect(m_code, &FormStep::backRequested, this, &ContactEditor::leave);
    connect(&m_code->form(), &CodeForm::messagesWanted, this, &ContactEditor::messagesWanted);
    m_code->form().setMessagesOffered(account.profile().onOwnServer);
    retranslate();
    close();
}

void ContactEditor::build()
{
    m_what->setWordWrap(true);
    m_what->setTextFormat(Qt::PlainText);
    m_message->hide();
    m_field->setMaximumWidth(formWidth);
    setKind(m_send, ButtonKind::Primary);
    setKind(m_haveCode, ButtonKind::Flat);
    auto *acts = new QHBoxLayout(m_acts);
    acts->setContentsMargins({});
    for (QWidget *act : std::initializer_list<QWidget *>{m_send, m_cancel, m_busy})
        acts->addWidget(act);
    acts->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(space::medium);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_what, m_message, m_field, m_acts, m_haveCode, m_code})
        layout->addWidget(part);
    layout->setAlignment(m_haveCode, Qt::AlignLeft);
}

void ContactEditor::setWords(const Words &words)
{
    m_what->setText(words.what);
    m_field->setLabel(words.label);
    m_field->setHint(words.hint);
    settle();
}

void ContactEditor::setUsable(bool isUsable)
{
    m_isUsable = isUsable;
    settle();
}

void ContactEditor::ask(const std::function<Purpose(const QString &)> &purposeOf,
                        const std::optional<Purpose> &begun)
{
    m_purposeOf = purposeOf;
    m_begun = begun;
    open(true);
    m_line->setFocus(Qt::OtherFocusReason);
}

void ContactEditor::send(const Purpose &purpose)
{
    m_purposeOf = [purpose](const QString &) { return purpose; };
    open(false);
    m_cancel->setFocus(Qt::OtherFocusReason);
    m_flow.start(purpose);
}

void ContactEditor::focusFirst()
{
    if (m_flow.step() == Step::Code)
        m_code->focusFirst();
    else
        (m_isAsking ? static_cast<QWidget *>(m_line) : m_cancel)->setFocus(Qt::OtherFocusReason);
}

bool ContactEditor::isTyped() const
{
    return m_isOpen && m_isAsking && !m_line->text().trimmed().isEmpty();
}

void ContactEditor::open(bool isAsking)
{
    m_flow.leave(); // what was done by the one before
    m_isOpen = true;
    m_isAsking = isAsking;
    show();
    follow();
}

void ContactEditor::submit()
{
    if (!m_send->isEnabled())
        return;
    const QString typed = m_line->text().trimmed();
    if (m_isAsking && typed.isEmpty()) {
        m_field->setError(wordsOf(Error::rejected(QStringLiteral("empty"), {})));
        m_line->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_flow.start(m_purposeOf(typed));
}

void ContactEditor::leave()
{
    m_flow.leave();
    close();
    Q_EMIT left();
}

void ContactEditor::close()
{
    m_isOpen = false;
    m_error.set({});
    m_line->setText({});
    m_field->clearError();
    hide();
    Q_EMIT changed();
}

void ContactEditor::follow()
{
    if (!m_isOpen)
        return;
    if (m_flow.step() == Step::Done) {
        close();
        Q_EMIT done();
        return;
    }
    settle();
    if (m_error.follow(m_flow.error()) && m_flow.error() && m_field->hasError())
        m_line->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
}

void ContactEditor::settle()
{
    const bool isCode = m_flow.step() == Step::Code;
    const bool isBusy = m_flow.isBusy();
    const bool isCodeNew = isCode && m_code->isHidden();
    m_code->setVisible(isCode);
    m_code->setBusy(m_flow.isTaking());
    m_code->setHeld(m_error.isHolding());
    if (isCodeNew)
        m_code->focusFirst();
    m_acts->setVisible(!isCode);
    m_field->setVisible(!isCode && m_isAsking);
    m_haveCode->setVisible(!isCode && m_isAsking && m_begun);
    m_haveCode->setEnabled(m_isUsable && !isBusy);
    m_what->setVisible(m_isAsking && !m_what->text().isEmpty());
    m_line->setReadOnly(isBusy);
    m_send->setEnabled(m_isUsable && !isBusy && !m_error.isHolding());
    m_busy->setBusy(isBusy && !isCode);
}

void ContactEditor::showError()
{
    const bool isCode = m_flow.step() == Step::Code;
    const auto error = m_error.error();
    m_code->setError(isCode ? error : std::nullopt);
    m_field->setError(error && !isCode && m_isAsking ? wordsOf(*error) : QString());
    m_message->tell(isCode || m_isAsking ? std::nullopt : error);
    settle();
}

void ContactEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_isOpen && !m_flow.isTaking())
        leave();
    else
        QWidget::keyPressEvent(event);
}

void ContactEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showError();
    }
    QWidget::changeEvent(event);
}

void ContactEditor::retranslate()
{
    m_send->setText(tr("Send the code"));
    m_cancel->setText(tr("Cancel"));
    m_haveCode->setText(tr("I already have a code"));
    m_code->setWords({.submit = tr("Confirm"), .back = tr("Cancel")});
}

} // namespace latchkey::ui
