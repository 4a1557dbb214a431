#include "settings/profiledetails.h"

#include "account/accounts.h"
#include "kit/choicebox.h"
#include "kit/errorwords.h"
#include "kit/formfield.h"
#include "kit/messagebar.h"
#include "kit/scale.h"
#include "kit/wirewords.h"
#include "settings/certificateform.h"
#include "settings/keepingform.h"
#include "settings/proxyform.h"
#include "settings/retryform.h"

#include <QEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

namespace {

/// Below the name, not below the disc beside it.
constexpr int indent = 36 + space::medium;
constexpr int longestLabel = 60;

} // namespace

ProfileDetails::ProfileDetails(const account::ProfileId &id, const SettingsParts &parts,
                               QWidget *parent)
    : QWidget(parent)
    , m_id(id)
    , m_accounts(parts.accounts)
    , m_settings(id, parts.accounts)
    , m_failed(new MessageBar(this))
    , m_label(new QLineEdit)
    , m_labelField(new FormField(m_label, this))
    , m_version(new ChoiceBox)
    , m_versionField(new FormField(m_version, this))
    , m_retries(new RetryForm(this))
    , m_keeping(
          new KeepingForm(*parts.accounts.account(id), m_settings, parts.accounts.keeping(), this))
    , m_proxy(new ProxyForm(ProxyForm::Of::Profile, parts.proxies, this))
    , m_certificate(new CertificateForm(*parts.accounts.account(id), m_settings, this))
{
    m_failed->hide();
    m_label->setMaxLength(longestLabel);
    m_labelField->setMaximumWidth(formWidth);
    m_versionField->setMaximumWidth(formWidth);
    const account::Profile profile = parts.accounts.account(id)->profile();
    for (const int version : account::versionsOf(profile.server.wire.name))
        m_version->addChoice(version, [version] { return wirewords::version(version); });
    m_versionField->setVisible(m_version->count() > 1);
    m_retries->setVisible(account::hasRetries(profile.server.wire.name));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(indent, 0, 0, space::medium);
    layout->setSpacing(space::medium);
    for (QWidget *part : QList<QWidget *>{m_failed, m_labelField, m_versionField, m_retries,
                                          m_keeping, m_proxy, m_certificate})
        layout->addWidget(part);

    connect(m_label, &QLineEdit::editingFinished, this,
            [this] { tell(m_settings.setLabel(m_label->text())); });
    connect(m_version, &ChoiceBox::picked, this,
            [this](int version) { tell(m_settings.setWireVersion(version)); });
    connect(m_retries, &RetryForm::chosen, this,
            [this](const account::RetryChoice &retries) { tell(m_settings.setRetries(retries)); });
    connect(m_proxy, &ProxyForm::chosen, this,
            [this](const account::ProxyChoice &proxy) { tell(m_settings.setProxy(proxy)); });
    showCurrent();
    retranslate();
}

void ProfileDetails::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ProfileDetails::tell(const Result<Nothing> &done)
{
    m_failed->setVisible(!done);
    if (!done)
        m_failed->show(MessageBar::Kind::Danger, wordsOf(done.error()));
}

void ProfileDetails::showCurrent()
{
    const auto profile = m_accounts.profiles().find(m_id);
    if (!profile)
        return;
    m_label->setPlaceholderText(profile->name.isEmpty() ? profile->email : profile->name);
    if (!m_label->hasFocus())
        m_label->setText(profile->label);
    if (profile->server.wire.version)
        m_version->choose(profile->server.wire.version);
    m_retries->setChoice(profile->server.retries);
    m_keeping->showCurrent();
    m_proxy->setChoice(profile->server.proxy);
    m_certificate->showCurrent();
    // Without encryption is only this computer reached, and that by way of no other.
    const bool isElsewhere = profile->server.url.scheme() == u"https"_s;
    m_proxy->setVisible(isElsewhere);
    m_certificate->setVisible(isElsewhere);
}

void ProfileDetails::retranslate()
{
    m_labelField->setLabel(tr("Name on this computer"));
    m_versionField->setLabel(tr("Version of the account API"));
    if (const auto profile = m_accounts.profiles().find(m_id))
        m_versionField->setHint(wirewords::help(profile->server.wire.name));
    m_labelField->setHint(tr("Only you see it. Empty: the name of the account."));
}

} // namespace latchkey::ui
