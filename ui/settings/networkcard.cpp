#include "settings/networkcard.h"

#include "kit/choicebox.h"
#include "kit/formfield.h"
#include "kit/scale.h"
#include "settings/proxyform.h"

#include <QVBoxLayout>

namespace latchkey::ui {

namespace {

constexpr int mostRetries = 5;

} // namespace

NetworkCard::NetworkCard(account::PreferencesStore &preferences, account::Proxies &proxies,
                         QWidget *parent)
    : PreferenceCard(preferences, parent)
    , m_proxy(new ProxyForm(ProxyForm::Of::Program, proxies, this))
    , m_retries(new ChoiceBox)
    , m_retriesField(new FormField(m_retries, this))
{
    for (int retries = 0; retries <= mostRetries; ++retries) {
        m_retries->addChoice(retries, [retries] {
            return retries == 0 ? tr("Never") : tr("Up to %n time(s)", nullptr, retries);
        });
    }
    m_retriesField->setMaximumWidth(formWidth);
    for (QWidget *part : QList<QWidget *>{m_proxy, m_retriesField})
        card().body()->addWidget(part);

    connect(m_proxy, &ProxyForm::chosen, this, [this](const account::ProxyChoice &proxy) {
        change([&proxy](account::Preferences &preferences) { preferences.proxy = proxy; });
    });
    connect(m_retries, &ChoiceBox::picked, this, [this](int value) {
        change([value](account::Preferences &preferences) { preferences.retries = value; });
    });
    NetworkCard::showCurrent();
    NetworkCard::retranslate();
}

void NetworkCard::showCurrent()
{
    m_proxy->setChoice(current().proxy);
    m_retries->choose(static_cast<int>(current().retries));
}

void NetworkCard::retranslate()
{
    card().setTitle(tr("Network"));
    m_retriesField->setLabel(tr("&Try again by itself"));
    m_retriesField->setHint(tr("Only where asking twice can do no harm."));
}

} // namespace latchkey::ui
