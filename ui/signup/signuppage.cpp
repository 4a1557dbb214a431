#include "signup/signuppage.h"

#include "account/signupflow.h"
#include "api/passwordrules.h"
#include "kit/busyindicator.h"
#include "kit/button.h"
#include "kit/errorwords.h"
#include "kit/formfield.h"
#include "kit/messagebar.h"
#include "kit/pageheader.h"
#include "kit/passwordedit.h"
#include "kit/scale.h"
#include "kit/serverwords.h"
#include "kit/strengthmeter.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace latchkey::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

SignUpPage::SignUpPage(account::SignUpFlow &flow, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_flow(flow)
    , m_countdown(clock)
    , m_header(new PageHeader)
    , m_busy(new BusyIndicator)
    , m_first(new MessageBar)
    , m_message(new MessageBar)
    , m_name(new QLineEdit)
    , m_email(new QLineEdit)
    , m_password(new PasswordEdit)
    , m_setupCode(new QLineEdit)
    , m_nameField(new FormField(m_name))
    , m_emailField(new FormField(m_email))
    , m_passwordField(new FormField(m_password))
    , m_setupField(new FormField(m_setupCode))
    , m_strength(new StrengthMeter)
    , m_create(new QPushButton)
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

    auto *form = new QWidget;
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins({});
    column->setSpacing(space::large);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_first, m_message, m_setupField, m_nameField,
                                          m_emailField, m_passwordField, m_strength})
        column->addWidget(part);
    column->addLayout(buttons);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({}); // whoever shows the form gives it room
    layout->setSpacing(space::large);
    layout->addWidget(m_header);
    layout->addWidget(form);
    layout->addStretch(1);
    setFocusProxy(m_flow.description().setupCodeRequired ? m_setupCode : m_name);
}

void SignUpPage::listen()
{
    m_pause.setInterval(150ms);
    m_pause.setSingleShot(true);
    connect(&m_countdown, &Countdown::ticked, this, &SignUpPage::tick);
    connect(&m_pause, &QTimer::timeout, this, &SignUpPage::judge);
    connect(&m_flow, &account::SignUpFlow::changed, this, &SignUpPage::follow);
    for (QLineEdit *line : {m_name, m_email, m_setupCode}) {
        connect(line, &QLineEdit::returnPressed, this, &SignUpPage::submit);
        // The name and the address count as easily guessed.
        connect(line, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    }
    connect(m_password, &PasswordEdit::submitted, this, &SignUpPage::submit);
    connect(m_password, &PasswordEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_create, &QPushButton::clicked, this, &SignUpPage::submit);
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
    const auto step = m_flow.step();
    if (step != account::SignUpFlow::Step::Form)
        m_password->clear();
    settle();
    showError();
}

void SignUpPage::settle()
{
    const bool isForm = m_flow.step() == account::SignUpFlow::Step::Form;
    const bool isOpen = isForm && !m_flow.isBusy();
    for (QLineEdit *line : {m_name, m_email, m_setupCode, m_password->line()})
        line->setReadOnly(!isOpen);
    m_create->setEnabled(isOpen && !m_countdown.isRunning());
    m_busy->setBusy(m_flow.isBusy());
}

FormField *SignUpPage::fieldOf(const QString &name) const
{
    if (name == "name"_L1)
        return m_nameField;
    if (name == "email"_L1)
        return m_emailField;
    if (name == "password"_L1)
        return m_passwordField;
    if (name == "setupCode"_L1 && m_flow.description().setupCodeRequired)
        return m_setupField;
    return nullptr;
}

void SignUpPage::showError()
{
    const auto &error = m_flow.error();
    const bool isNew = error != m_shown;
    m_shown = error;
    for (FormField *field : {m_nameField, m_emailField, m_passwordField, m_setupField})
        field->clearError();
    if (!error) {
        m_message->hide();
        return;
    }
    if (asksForPatience(*error)) {
        if (isNew)
            m_countdown.start(*error);
        else
            tick();
        return;
    }
    if (FormField *field = fieldOf(error->field)) {
        m_message->hide();
        const api::PasswordPolicy &passwords = m_flow.description().passwords;
        field->setError(passwordWordsOf(*error, passwords.minLength, passwords.maxLength));
        if (error->code == "empty"_L1)
            markEmpty();
        if (isNew)
            field->setFocus();
        return;
    }
    m_message->show(MessageBar::Kind::Danger, wordsOf(*error));
}

/// The flow stops at the first.
void SignUpPage::markEmpty()
{
    const QString words = wordsOf(Error::rejected(u"empty"_s, {}));
    for (FormField *field : {m_setupField, m_nameField, m_emailField, m_passwordField}) {
        const auto *line = field->findChild<QLineEdit *>();
        if (field->isVisibleTo(this) && line->text().trimmed().isEmpty())
            field->setError(words);
    }
}

void SignUpPage::tick()
{
    if (m_countdown.isRunning())
        m_message->show(MessageBar::Kind::Warning, wordsOf(m_countdown.error()));
    else
        m_message->hide();
    settle();
}

void SignUpPage::judge()
{
    const int enough = static_cast<int>(m_flow.description().passwords.minScore);
    if (m_password->isEmpty()) {
        m_strength->setScore(-1, enough);
        return;
    }
    const Secret normal = api::normalPassword(m_password->secret());
    m_strength->setScore(api::passwordScore(normal, {m_name->text(), m_email->text()}), enough);
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
    m_header->setTitle(tr("Create an account"));
    m_header->setSubtitle(placeWords());
    m_first->setVisible(server.firstAccountPending);
    if (server.firstAccountPending)
        m_first->show(MessageBar::Kind::Notice,
                      tr("The first account of this server becomes its administrator."));
    m_setupField->setVisible(server.setupCodeRequired);
    m_setupField->setLabel(tr("Set-up co&de"));
    m_setupField->setHint(tr("The server printed it when it was started for the first time."));
    m_nameField->setLabel(tr("&Name"));
    m_emailField->setLabel(tr("&E-mail"));
    m_passwordField->setLabel(tr("&Password"));
    m_passwordField->setHint(tr("At least %n character(s), and not easy to guess.", nullptr,
                                static_cast<int>(server.passwords.minLength)));
    m_create->setText(tr("&Create account"));
}

} // namespace latchkey::ui
