#include "settings/lockform.h"

#include "account/applock.h"
#include "kit/button.h"
#include "kit/errorwords.h"
#include "kit/formfield.h"
#include "kit/passwordedit.h"
#include "kit/scale.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

LockForm::LockForm(account::AppLock &lock, QWidget *parent)
    : QWidget(parent)
    , m_lock(lock)
    , m_error(lock.clock())
    , m_present(new PasswordEdit)
    , m_presentField(new FormField(m_present))
    , m_next(new PasswordEdit)
    , m_nextField(new FormField(m_next))
    , m_again(new PasswordEdit)
    , m_againField(new FormField(m_again))
    , m_confirm(new QPushButton)
    , m_cancel(new QPushButton)
{
    build();
    listen();
    retranslate();
    settle();
}

void LockForm::build()
{
    auto *acts = new QHBoxLayout;
    acts->addWidget(m_confirm);
    acts->addWidget(m_cancel);
    acts->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(space::medium);
    for (FormField *field : {m_presentField, m_nextField, m_againField}) {
        field->setMaximumWidth(formWidth);
        layout->addWidget(field);
    }
    layout->addLayout(acts);
}

void LockForm::listen()
{
    for (PasswordEdit *edit : {m_present, m_next, m_again}) {
        connect(edit, &PasswordEdit::textChanged, this, &LockForm::settle);
        connect(edit, &PasswordEdit::submitted, this, &LockForm::submit);
    }
    connect(m_confirm, &QPushButton::clicked, this, &LockForm::submit);
    connect(m_cancel, &QPushButton::clicked, this, &LockForm::close);
    connect(&m_error, &HeldError::changed, this, [this] {
        showError();
        settle();
    });
}

void LockForm::open(For what)
{
    m_for = what;
    m_presentField->setVisible(what != For::Begin);
    m_nextField->setVisible(what != For::End);
    m_againField->setVisible(what != For::End);
    setKind(m_confirm, what == For::End ? ButtonKind::Danger : ButtonKind::Primary);
    retranslate();
    settle();
    show();
}

void LockForm::focusFirst()
{
    (m_for == For::Begin ? m_next : m_present)->line()->setFocus(Qt::OtherFocusReason);
}

void LockForm::submit()
{
    if (!m_confirm->isEnabled())
        return;
    std::optional<Error> wrong;
    if (m_for != For::End && !m_next->secret().matches(m_again->secret())) {
        wrong = Error::rejected(u"locksDiffer"_s, u"again"_s);
    } else if (const auto judged = account::AppLock::judge(m_next->secret());
               m_for != For::End && !judged) {
        wrong = judged.error();
        wrong->field = u"next"_s;
    }
    m_error.set(wrong);
    if (wrong) {
        (wrong->field == "again"_L1 ? m_again : m_next)->line()->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_isBusy = true;
    settle();
    const auto done = m_for == For::End ? m_lock.turnOff(m_present->secret())
                                        : m_lock.set(m_next->secret(), m_present->secret());
    done.then(this, [this](const Result<Nothing> &result) { take(result); });
}

void LockForm::take(const Result<Nothing> &done)
{
    m_isBusy = false;
    if (done) {
        close();
        return;
    }
    m_error.set(done.error());
    focusFirst();
}

void LockForm::close()
{
    for (PasswordEdit *edit : {m_present, m_next, m_again})
        edit->clear();
    m_error.set({});
    hide();
    Q_EMIT closed();
}

void LockForm::settle()
{
    const bool isTyped = (m_for == For::Begin || !m_present->isEmpty()) &&
                         (m_for == For::End || (!m_next->isEmpty() && !m_again->isEmpty()));
    m_confirm->setEnabled(isTyped && !m_isBusy && !m_error.isHolding());
    m_cancel->setEnabled(!m_isBusy);
    for (PasswordEdit *edit : {m_present, m_next, m_again})
        edit->line()->setReadOnly(m_isBusy);
}

void LockForm::showError()
{
    const auto error = m_error.error();
    const QString field = error ? error->field : QString();
    const QString words = error ? wordsOf(*error) : QString();
    m_nextField->setError(field == "next"_L1 ? words : QString());
    m_againField->setError(field == "again"_L1 ? words : QString());
    const bool isElsewhere = field == "next"_L1 || field == "again"_L1;
    FormField *first = m_for == For::Begin ? m_nextField : m_presentField;
    if (!isElsewhere)
        first->setError(words);
}

void LockForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LockForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_isBusy)
        close();
    else
        QWidget::keyPressEvent(event);
}

void LockForm::retranslate()
{
    m_presentField->setLabel(m_lock.isPin() ? tr("Current PIN") : tr("Current passphrase"));
    m_nextField->setLabel(tr("PIN or passphrase"));
    m_nextField->setHint(tr("At least 4 digits, or at least 8 characters."));
    m_againField->setLabel(tr("The same aga&in"));
    switch (m_for) {
    case For::Begin:
        m_confirm->setText(tr("Turn on the loc&k"));
        break;
    case For::Change:
        m_confirm->setText(tr("Change the loc&k"));
        break;
    case For::End:
        m_confirm->setText(tr("Turn off the loc&k"));
        break;
    }
    m_cancel->setText(tr("Cancel"));
    showError();
}

} // namespace latchkey::ui
