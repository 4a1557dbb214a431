#include "organisation/childform.h"

#include "api/user.h"
#include "kit/busyindicator.h"
#include "kit/button.h"
#include "kit/errorwords.h"
#include "kit/formfield.h"
#include "kit/helderror.h"
#include "kit/messagebar.h"
#include "kit/scale.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

ChildForm::ChildForm(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_error(new HeldError(clock, this))
    , m_failure(new MessageBar)
    , m_name(new QLineEdit)
    , m_nameField(new FormField(m_name))
    , m_email(new QLineEdit)
    , m_emailField(new FormField(m_email))
    , m_submit(new QPushButton)
    , m_cancel(new QPushButton)
    , m_busy(new BusyIndicator)
{
    build();
    for (QLineEdit *line : {m_name, m_email}) {
        connect(line, &QLineEdit::returnPressed, this, &ChildForm::submit);
        connect(line, &QLineEdit::textChanged, this, [this] { m_wrong.reset(); });
    }
    connect(m_submit, &QPushButton::clicked, this, &ChildForm::submit);
    connect(m_cancel, &QPushButton::clicked, this, &ChildForm::cancelled);
    connect(m_error, &HeldError::changed, this, &ChildForm::settle);
    settle();
    retranslate();
}

void ChildForm::build()
{
    m_name->setMaxLength(static_cast<int>(api::nameLimits.max));
    m_email->setMaxLength(static_cast<int>(api::emailLimits.max));
    m_email->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    setKind(m_submit, ButtonKind::Primary);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::large);
    column->addWidget(m_failure);
    for (FormField *field : {m_nameField, m_emailField}) {
        field->setMaximumWidth(formWidth);
        column->addWidget(field);
    }
    auto *acts = new QHBoxLayout;
    for (QWidget *act : std::initializer_list<QWidget *>{m_submit, m_cancel, m_busy})
        acts->addWidget(act);
    acts->addStretch();
    column->addLayout(acts);
}

void ChildForm::begin()
{
    m_wrong.reset();
    m_name->clear();
    m_email->clear();
    m_nameField->clearError();
    m_emailField->clearError();
    m_error->set({});
}

bool ChildForm::isTyped() const
{
    return !m_name->text().trimmed().isEmpty() || !m_email->text().trimmed().isEmpty();
}

void ChildForm::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    settle();
}

void ChildForm::setUsable(bool isUsable)
{
    m_isUsable = isUsable;
    settle();
}

void ChildForm::settle()
{
    m_busy->setBusy(m_isBusy);
    m_name->setReadOnly(m_isBusy);
    m_email->setReadOnly(m_isBusy);
    m_submit->setEnabled(m_isUsable && !m_isBusy && !m_error->isHolding());
    m_failure->tell(m_error->error());
}

void ChildForm::showError(const Error &error)
{
    const bool isAboutEmail = error.field == "email"_L1 || error.code == "emailTaken"_L1;
    if (error.kind == Error::Kind::RateLimited || (error.field != "name"_L1 && !isAboutEmail))
        m_error->set(error);
    else
        refuse(isAboutEmail ? m_emailField : m_nameField, error);
}

void ChildForm::refuse(FormField *field, const Error &error)
{
    m_wrong = {field, error};
    field->setError(wordsOf(error));
    field->setFocus();
}

void ChildForm::focusFirst()
{
    m_name->setFocus(Qt::OtherFocusReason);
}

void ChildForm::submit()
{
    if (!m_submit->isEnabled())
        return;
    m_error->set({});
    const QString name = m_name->text().trimmed();
    const QString email = m_email->text().trimmed();
    if (name.isEmpty())
        refuse(m_nameField, Error::rejected(u"empty"_s, u"name"_s));
    else if (email.isEmpty())
        refuse(m_emailField, Error::rejected(u"empty"_s, u"email"_s));
    else
        Q_EMIT makeRequested(name, email);
}

void ChildForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_isBusy)
        Q_EMIT cancelled();
    else
        QWidget::keyPressEvent(event);
}

void ChildForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ChildForm::retranslate()
{
    m_nameField->setLabel(tr("&Name"));
    m_emailField->setLabel(tr("&E-mail"));
    m_emailField->setHint(tr("They get a mail that says who made the account, and sign in by a "
                             "code that is sent there. You can't take that back."));
    if (m_wrong)
        m_wrong->field->setError(wordsOf(m_wrong->error));
    m_submit->setText(tr("&Make the account"));
    m_cancel->setText(tr("Cance&l"));
    settle();
}

} // namespace latchkey::ui
