#include "settings/proxyform.h"

#include "account/proxies.h"
#include "kit/choicebox.h"
#include "kit/formfield.h"
#include "kit/mnemonic.h"
#include "kit/passwordedit.h"
#include "kit/scale.h"

#include <QEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <limits>

namespace latchkey::ui {

using account::KeepingPlace;
using account::ProxyChoice;
using Kind = ProxyChoice::Kind;

namespace {

constexpr int usualProxyPort = 8080;

bool isOwn(Kind kind)
{
    return kind == Kind::Http || kind == Kind::Socks5;
}

} // namespace

ProxyForm::ProxyForm(Of of, account::Proxies &proxies, QWidget *parent)
    : QWidget(parent)
    , m_of(of)
    , m_proxies(proxies)
    , m_kind(new ChoiceBox)
    , m_kindField(new FormField(m_kind, this))
    , m_host(new QLineEdit)
    , m_hostField(new FormField(m_host, this))
    , m_port(new QSpinBox)
    , m_portField(new FormField(m_port, this))
    , m_user(new QLineEdit)
    , m_userField(new FormField(m_user, this))
    , m_password(new PasswordEdit)
    , m_passwordField(new FormField(m_password, this))
    , m_forget(new QPushButton(this))
{
    if (of == Of::Profile)
        m_kind->addChoice(static_cast<int>(Kind::Program), [] { return tr("As the program"); });
    m_kind->addChoice(static_cast<int>(Kind::System), [] { return tr("As the system"); });
    m_kind->addChoice(static_cast<int>(Kind::None), [] { return tr("None"); });
    m_kind->addChoice(static_cast<int>(Kind::Http), [] { return tr("HTTP proxy"); });
    m_kind->addChoice(static_cast<int>(Kind::Socks5), [] { return tr("SOCKS 5 proxy"); });
    m_port->setRange(1, std::numeric_limits<quint16>::max());

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::medium);
    for (FormField *field : {m_kindField, m_hostField, m_portField, m_userField, m_passwordField}) {
        field->setMaximumWidth(formWidth);
        layout->addWidget(field);
    }
    layout->addWidget(m_forget, 0, Qt::AlignLeft);
    listen();
    setChoice({.kind = of == Of::Profile ? Kind::Program : Kind::System});
    retranslate();
}

void ProxyForm::listen()
{
    connect(m_kind, &ChoiceBox::picked, this, [this](int) {
        showFields();
        take();
        if (m_host->isVisible() && m_host->text().isEmpty())
            m_host->setFocus();
    });
    for (QLineEdit *edit : {m_host, m_user})
        connect(edit, &QLineEdit::editingFinished, this, &ProxyForm::take);
    connect(m_port, &QSpinBox::editingFinished, this, &ProxyForm::take);
    connect(m_password->line(), &QLineEdit::editingFinished, this, &ProxyForm::takePassword);
    connect(m_forget, &QPushButton::clicked, this, [this] {
        m_keptIn.reset();
        m_proxies.forgetPassword(m_choice);
    });
    connect(&m_proxies, &account::Proxies::changed, this, &ProxyForm::showFields);
}

void ProxyForm::setChoice(const ProxyChoice &choice)
{
    if (std::exchange(m_choice, choice) != choice)
        m_keptIn.reset();
    if (!m_hostField->hasError()) {
        m_kind->choose(static_cast<int>(choice.kind));
        m_host->setText(choice.host);
        m_port->setValue(choice.port == 0 ? usualProxyPort : choice.port);
        m_user->setText(choice.user);
    }
    showFields();
}

void ProxyForm::take()
{
    ProxyChoice choice{.kind = static_cast<Kind>(m_kind->chosen())};
    if (isOwn(choice.kind)) {
        choice.host = m_host->text().trimmed();
        choice.port = static_cast<quint16>(m_port->value());
        choice.user = m_user->text().trimmed();
    }
    if (isOwn(choice.kind) && choice.host.isEmpty()) {
        m_hostField->setError(tr("Type the name or address of the proxy."));
        return;
    }
    m_hostField->clearError();
    if (choice == m_choice)
        return;
    m_choice = choice;
    m_keptIn.reset();
    showFields();
    Q_EMIT chosen(choice);
}

void ProxyForm::takePassword()
{
    if (m_password->isEmpty() || m_choice.user.isEmpty())
        return;
    const Secret typed = m_password->secret();
    m_password->clear();
    m_proxies.setPassword(m_choice, typed)
        .then(this, [this, of = m_choice](const Result<KeepingPlace> &kept) {
            if (!kept || of != m_choice)
                return;
            m_keptIn = *kept;
            showFields();
        });
}

void ProxyForm::showFields()
{
    const bool isManual = isOwn(static_cast<Kind>(m_kind->chosen()));
    for (FormField *field : {m_hostField, m_portField, m_userField})
        field->setVisible(isManual);
    const bool hasUser = isManual && !m_choice.user.isEmpty();
    m_passwordField->setVisible(hasUser);
    m_passwordField->setHint(passwordWords());
    m_forget->setVisible(hasUser && m_proxies.hasPassword(m_choice));
}

QString ProxyForm::passwordWords() const
{
    if (!m_proxies.hasPassword(m_choice))
        return tr("It is kept where your sessions are, never with the settings.");
    if (!m_keptIn)
        return tr("A password is kept. Type another one to replace it.");
    switch (*m_keptIn) {
    case KeepingPlace::Keychain:
        return tr("The password is kept in the keychain of this computer.");
    case KeepingPlace::File:
        return tr("The keychain did not take the password; it is kept in the encrypted file.");
    case KeepingPlace::Memory:
        return tr("The keychain did not take the password. It holds until the program ends.");
    }
    Q_UNREACHABLE();
}

void ProxyForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ProxyForm::retranslate()
{
    // The program has one proxy; each profile may have its own, and a letter stands once on a page.
    const auto named = [this](const QString &words) {
        return m_of == Of::Program ? words : withoutMnemonic(words);
    };
    m_kindField->setLabel(named(tr("&Proxy")));
    m_kindField->setHint(m_of == Of::Program ? tr("For every profile that has no proxy of its own.")
                                             : QString());
    m_hostField->setLabel(named(tr("&Name or address of the proxy")));
    m_portField->setLabel(named(tr("Po&rt of the proxy")));
    m_userField->setLabel(named(tr("&User name at the proxy, where it asks for one")));
    m_passwordField->setLabel(named(tr("Pass&word at the proxy")));
    m_forget->setText(named(tr("&Forget the password")));
    showFields();
}

} // namespace latchkey::ui
