#include "signup/signuppage.h"

#include "account/signupflow.h"
#include "credentials/codeform.h"
#include "credentials/codestep.h"
#include "credentials/newpasswordfield.h"
#include "kit/busyindicator.h"
#include "kit/button.h"
#include "kit/errorwords.h"
#include "kit/formfield.h"
#include "kit/messagebar.h"
#include "kit/pageheader.h"
#include "kit/scale.h"
#include "kit/serverwords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace latchkey::ui {

using namespace Qt::StringLiterals;
using Step = account::SignUpFlow::Step;

SignUpPage::SignUpPage(account::SignUpFlow &flow, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_flow(flow)
    , m_error(clock)
    , m_header(new PageHeader)
    , m_busy(new BusyIndicator)
    , m_first(new MessageBar)
    , m_message(new MessageBar)
    , m_name(new QLineEdit)
    , m_email(new QLineEdit)
    , m_password(new NewPasswordField)
    , m_setupCode(new QLineEdit)
    , m_nameField(new FormField(m_name))
    , m_emailField(new FormField(m_email))
    , m_setupField(new FormField(m_setupCode))
    , m_create(new QPushButton)
    , m_form(new QWidget)
    , m_code(new CodeStep(flow.codeWays(), clock))
{
    build();
    listen();
    retranslate();
    follow();
}

void SignUpPage::build()
{
    m_header->addAction(m_busy);
    m_name->setMaxLength(static_cast<int>(api::nameLimits.max));
    m_email->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    setKind(m_create, ButtonKind::Primary);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_create);
    buttons->addStretch();

    auto *column = new QVBoxLayout(m_form);
    column->setContentsMargins({});
    column->setSpacing(space::large);
    for (QWidget *part : std::initializer_list<QWidget *>{m_first, m_setupField, m_nameField,
                                                          m_emailField, m_password})
        column->addWidget(part);
    column->addLayout(buttons);
    m_password->setPolicy(m_flow.description().passwords);
    m_code->form().setMessagesOffered(m_flow.isOwnServer());

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({}); // whoever shows the form gives it room
    layout->setSpacing(space::large);
    layout->addWidget(m_header);
    for (QWidget *part : std::initializer_list<QWidget *>{m_message, m_form, m_code})
        layout->addWidget(part);
    layout->addStretch(1);
}

void SignUpPage::listen()
{
    connect(&m_error, &HeldError::changed, this, &SignUpPage::showError);
    connect(&m_flow, &account::SignUpFlow::changed, this, &SignUpPage::follow);
    for (QLineEdit *line : {m_name, m_email, m_setupCode}) {
        connect(line, &QLineEdit::returnPressed, this, &SignUpPage::submit);
        // The name and the address count as easily guessed.
        connect(line, &QLineEdit::textChanged, this, &SignUpPage::tellAboutThePerson);
    }
    connect(m_password, &NewPasswordField::submitted, this, &SignUpPage::submit);
    connect(m_create, &QPushButton::clicked, this, &SignUpPage::submit);
    connect(m_code, &FormStep::submitted, &m_flow, [this] { m_flow.submitCode(m_code->secret()); });
    connect(m_code, &FormStep::backRequested, &m_flow, &account::SignUpFlow::back);
    connect(&m_code->form(), &CodeForm::messagesWanted, this, &SignUpPage::messagesWanted);
}

void SignUpPage::submit()
{
    if (!m_create->isEnabled())
        return;
    account::SignUpFlow::Form form{.name = m_name->text(),
                                   .email = m_email->text(),
                                   .password = m_password->secret(),
                                   .language = QLocale().language() == QLocale::Chinese
                                                   ? api::Language::Chinese
                                                   : api::Language::English,
                                   .setupCode = std::nullopt};
    if (m_flow.description().setupCodeRequired)
        form.setupCode = Secret(m_setupCode->text().trimmed());
    m_flow.submit(form);
}

bool SignUpPage::isTyped() const
{
    return !m_password->isEmpty() ||
           std::ranges::any_of(std::initializer_list{m_name, m_email, m_setupCode},
                               [](const QLineEdit *line) { return !line->text().isEmpty(); });
}

void SignUpPage::follow()
{
    showStep();
    settle();
    m_error.follow(m_flow.error());
}

void SignUpPage::showStep()
{
    const Step step = m_flow.step();
    const bool isCode = step == Step::Code;
    m_form->setVisible(!isCode);
    m_code->setVisible(isCode);
    retranslate();
    if (step != Step::Form && !isCode)
        m_password->clear();
    QWidget *const first = isCode                                   ? static_cast<QWidget *>(m_code)
                           : m_flow.description().setupCodeRequired ? m_setupCode
                                                                    : m_name;
    if (focusProxy() == first)
        return;
    const bool isLater = focusProxy() != nullptr;
    setFocusProxy(first);
    if (isCode)
        m_code->focusFirst();
    else if (isLater)
        first->setFocus();
}

void SignUpPage::settle()
{
    const Step step = m_flow.step();
    const bool isBusy = m_flow.isBusy();
    const bool isHeld = m_error.isHolding();
    const bool isOpen = step == Step::Form && !isBusy;
    for (QLineEdit *line : {m_name, m_email, m_setupCode})
        line->setReadOnly(!isOpen);
    m_password->setReadOnly(!isOpen);
    m_create->setEnabled(isOpen && !isHeld);
    m_code->setBusy(isBusy && step == Step::Code);
    m_code->setHeld(isHeld);
    m_busy->setBusy(isBusy && step != Step::Code);
}

FormField *SignUpPage::fieldOf(const QString &name) const
{
    if (name == "name"_L1)
        return m_nameField;
    if (name == "email"_L1)
        return m_emailField;
    if (name == "setupCode"_L1 && m_flow.description().setupCodeRequired)
        return m_setupField;
    return nullptr;
}

void SignUpPage::showError()
{
    const auto error = m_error.error();
    for (FormField *field : {m_nameField, m_emailField, m_setupField})
        field->clearError();
    m_password->setError({});
    m_code->setError({});
    const bool isShown = error && !m_error.isHolding() && showFieldError(*error);
    m_message->tell(isShown ? std::nullopt : error);
    settle();
}

/// False where it belongs to none of them.
bool SignUpPage::showFieldError(const Error &error)
{
    if (m_flow.step() == Step::Code) {
        const bool isAbout = m_code->isAbout(error);
        m_code->setError(isAbout ? std::optional(error) : std::nullopt);
        return isAbout;
    }
    FormField *const field = fieldOf(error.field);
    const bool isPassword = error.field == "password"_L1;
    if (isPassword)
        m_password->setError(error);
    else if (field)
        field->setError(wordsOf(error));
    if (error.code == "empty"_L1)
        markEmpty();
    if (isPassword)
        m_password->setFocus();
    else if (field)
        field->setFocus();
    return isPassword || field;
}

/// The flow stops at the first.
void SignUpPage::markEmpty()
{
    const Error empty = Error::rejected(u"empty"_s, {});
    for (FormField *field : {m_setupField, m_nameField, m_emailField}) {
        const auto *line = field->findChild<QLineEdit *>();
        if (field->isVisibleTo(this) && line->text().trimmed().isEmpty())
            field->setError(wordsOf(empty));
    }
    if (m_password->isEmpty())
        m_password->setError(empty);
}

void SignUpPage::tellAboutThePerson()
{
    m_password->setAboutThePerson({m_name->text(), m_email->text()});
}

void SignUpPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_flow.step() == Step::Code && !m_flow.isBusy())
        m_flow.back();
    else
        QWidget::keyPressEvent(event);
}

void SignUpPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showError();
    }
    QWidget::changeEvent(event);
}

QString SignUpPage::placeWords() const
{
    const QString &name = m_flow.description().name;
    if (isThisComputer(m_flow.server().url, name))
        return tr("On this computer.");
    return name.isEmpty() ? tr("On this server.") : tr("On %1.", "%1 is a server's name").arg(name);
}

void SignUpPage::retranslate()
{
    const api::ServerDescription &server = m_flow.description();
    const bool isCode = m_flow.step() == Step::Code;
    m_header->setTitle(isCode ? tr("Show that the address is yours") : tr("Create an account"));
    m_header->setSubtitle(isCode ? tr("Your account is made as soon as you have typed the code.")
                                 : placeWords());
    m_code->setWords({.submit = tr("&Create account"), .back = tr("Back to the &form")});
    m_first->setVisible(server.firstAccountPending);
    if (server.firstAccountPending)
        m_first->show(MessageBar::Kind::Notice,
                      tr("The first account of this server becomes its administrator."));
    m_setupField->setVisible(server.setupCodeRequired);
    m_setupField->setLabel(tr("Set-up co&de"));
    m_setupField->setHint(tr("The server printed it when it was started for the first time."));
    m_nameField->setLabel(tr("&Name"));
    m_emailField->setLabel(tr("&E-mail"));
    m_password->setLabel(tr("&Password"));
    m_create->setText(tr("&Create account"));
}

} // namespace latchkey::ui
