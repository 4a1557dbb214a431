#include "settings/networkcard.h"

#include "kit/formfield.h"
#include "kit/scale.h"
#include "settings/choicebox.h"

#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <limits>

namespace latchkey::ui {

using Kind = account::ProxyChoice::Kind;

namespace {

constexpr int MostRetries = 5;
constexpr int UsualProxyPort = 8080;

} // namespace

NetworkCard::NetworkCard(account::PreferencesStore &preferences, QWidget *parent)
    : PreferenceCard(preferences, parent)
    , m_kind(new ChoiceBox)
    , m_kindField(new FormField(m_kind, this))
    , m_host(new QLineEdit)
    , m_hostField(new FormField(m_host, this))
    , m_port(new QSpinBox)
    , m_portField(new FormField(m_port, this))
    , m_user(new QLineEdit)
    , m_userField(new FormField(m_user, this))
    , m_retries(new ChoiceBox)
    , m_retriesField(new FormField(m_retries, this))
{
    m_kind->addChoice(static_cast<int>(Kind::System), [] { return tr("As the system"); });
    m_kind->addChoice(static_cast<int>(Kind::None), [] { return tr("None"); });
    m_kind->addChoice(static_cast<int>(Kind::Http), [] { return tr("HTTP proxy"); });
    m_kind->addChoice(static_cast<int>(Kind::Socks5), [] { return tr("SOCKS 5 proxy"); });
    m_port->setRange(1, std::numeric_limits<quint16>::max());
    for (int retries = 0; retries <= MostRetries; ++retries) {
        m_retries->addChoice(retries, [retries] {
            return retries == 0 ? tr("Never") : tr("Up to %n time(s)", nullptr, retries);
        });
    }
    for (FormField *field : {m_kindField, m_hostField, m_portField, m_userField, m_retriesField}) {
        field->setMaximumWidth(formWidth);
        card().body()->addWidget(field);
    }

    connect(m_kind, &ChoiceBox::picked, this, [this](int) {
        showProxyFields();
        takeProxy();
        if (m_host->isVisible() && m_host->text().isEmpty())
            m_host->setFocus();
    });
    for (QLineEdit *edit : {m_host, m_user})
        connect(edit, &QLineEdit::editingFinished, this, &NetworkCard::takeProxy);
    connect(m_port, &QSpinBox::editingFinished, this, &NetworkCard::takeProxy);
    connect(m_retries, &ChoiceBox::picked, this, [this](int value) {
        change([value](account::Preferences &preferences) { preferences.retries = value; });
    });
    NetworkCard::showCurrent();
    NetworkCard::retranslate();
}

void NetworkCard::showCurrent()
{
    const account::ProxyChoice &proxy = current().proxy;
    // A proxy without a host is not taken yet: what is typed so far stays.
    if (!m_hostField->hasError()) {
        m_kind->choose(static_cast<int>(proxy.kind));
        m_host->setText(proxy.host);
        m_port->setValue(proxy.port == 0 ? UsualProxyPort : proxy.port);
        m_user->setText(proxy.user);
    }
    m_retries->choose(static_cast<int>(current().retries));
    showProxyFields();
}

void NetworkCard::takeProxy()
{
    account::ProxyChoice proxy{static_cast<Kind>(m_kind->chosen()), {}, 0, {}};
    const bool isManual = proxy.kind == Kind::Http || proxy.kind == Kind::Socks5;
    if (isManual) {
        proxy.host = m_host->text().trimmed();
        proxy.port = static_cast<quint16>(m_port->value());
        proxy.user = m_user->text().trimmed();
    }
    if (isManual && proxy.host.isEmpty()) {
        m_hostField->setError(tr("Type the name or address of the proxy."));
        return;
    }
    m_hostField->clearError();
    if (proxy != current().proxy)
        change([&proxy](account::Preferences &preferences) { preferences.proxy = proxy; });
}

void NetworkCard::showProxyFields()
{
    const auto kind = static_cast<Kind>(m_kind->chosen());
    const bool isManual = kind == Kind::Http || kind == Kind::Socks5;
    for (FormField *field : {m_hostField, m_portField, m_userField})
        field->setVisible(isManual);
}

void NetworkCard::retranslate()
{
    card().setTitle(tr("Network"));
    m_kindField->setLabel(tr("Proxy"));
    m_kindField->setHint(tr("For accounts that are added from now on."));
    m_hostField->setLabel(tr("Name or address of the proxy"));
    m_portField->setLabel(tr("Port of the proxy"));
    m_userField->setLabel(tr("User name at the proxy, where it asks for one"));
    m_retriesField->setLabel(tr("Try again by itself"));
    m_retriesField->setHint(tr("Only where asking twice can do no harm."));
}

} // namespace latchkey::ui
