#include "providers/providerform.h"

#include "account/browservisit.h"
#include "kit/choicebox.h"
#include "kit/errorwords.h"
#include "kit/formfield.h"
#include "kit/passwordedit.h"
#include "kit/scale.h"
#include "kit/subtletext.h"
#include "providers/domainsline.h"

#include <QCheckBox>
#include <QLineEdit>

namespace latchkey::ui {

using namespace Qt::StringLiterals;
using api::ProviderKind;

namespace {

constexpr QLatin1StringView googlesIssuer("https://accounts.google.com");

/// Said of what was found at the address, not of how it is written.
bool isAboutIssuer(const Error &error)
{
    return error.field == "issuer"_L1 || error.code == "issuerInvalid"_L1 ||
           error.code == "issuerMismatch"_L1 || error.code == "notAProvider"_L1 ||
           error.code == "providerUnreachable"_L1 || error.code == "providerExists"_L1;
}

} // namespace

ProviderForm::ProviderForm(QWidget *parent)
    : EntryForm(parent)
    , m_kind(new ChoiceBox)
    , m_kindField(new FormField(m_kind))
    , m_secret(new PasswordEdit)
    , m_dropsSecret(new QCheckBox)
    , m_makesAccounts(new QCheckBox)
    , m_return(new SubtleText)
{
    m_kind->addChoice(int(ProviderKind::OpenId), [] { return tr("OpenID Connect"); });
    m_kind->addChoice(int(ProviderKind::Google), [] { return tr("Google"); });
    makeLines();
    build({m_kindField, m_fields.at(Line::Name), m_fields.at(Line::Issuer),
           m_fields.at(Line::ClientId), m_fields.at(Line::ClientSecret), m_dropsSecret,
           m_fields.at(Line::Domains), m_makesAccounts, m_return});
    connect(m_kind, &ChoiceBox::picked, this, &ProviderForm::takeKind);
    connect(m_dropsSecret, &QCheckBox::toggled, this, &ProviderForm::settle);
    for (const auto &[which, line] : m_lines)
        connect(line, &QLineEdit::returnPressed, this, &ProviderForm::submit);
    ProviderForm::begin();
}

void ProviderForm::makeLines()
{
    for (const auto &[which, longest] : {std::pair{Line::Name, api::providerNameLimits.max},
                                         {Line::Issuer, api::issuerLimits.max},
                                         {Line::ClientId, api::clientIdLimits.max},
                                         {Line::ClientSecret, api::clientSecretLimits.max},
                                         {Line::Domains, qint64(4000)}}) {
        const bool isSecret = which == Line::ClientSecret;
        QLineEdit *const edit = isSecret ? m_secret->line() : new QLineEdit;
        edit->setMaxLength(static_cast<int>(longest));
        m_lines[which] = edit;
        m_fields[which] = new FormField(isSecret ? static_cast<QWidget *>(m_secret) : edit);
        m_fields[which]->setMaximumWidth(formWidth);
    }
    m_kindField->setMaximumWidth(formWidth);
    m_return->setWordWrap(true);
    m_return->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    connect(line(Line::Issuer), &QLineEdit::textChanged, this, &ProviderForm::tellReturn);
}

void ProviderForm::begin()
{
    m_provider.reset();
    fill({});
}

void ProviderForm::begin(const api::Provider &provider)
{
    m_provider = provider;
    fill(provider);
}

void ProviderForm::fill(const api::Provider &provider)
{
    m_kind->choose(int(provider.kind));
    m_typedIssuer.clear();
    line(Line::Name)->setText(provider.name);
    line(Line::Issuer)->setText(provider.issuer);
    line(Line::ClientId)->setText(provider.clientId);
    line(Line::ClientSecret)->setText({});
    line(Line::Domains)->setText(domainsline::written(provider.domains));
    m_dropsSecret->setChecked(false);
    m_dropsSecret->setVisible(provider.hasSecret);
    m_makesAccounts->setChecked(provider.makesAccounts);
    m_kindField->setVisible(!m_provider);
    clearErrors();
    settle();
    retranslate();
}

bool ProviderForm::isTyped() const
{
    const bool isGoogles = text(Line::Issuer) == googlesIssuer;
    return !text(Line::Name).isEmpty() || !text(Line::ClientId).isEmpty() ||
           !line(Line::ClientSecret)->text().isEmpty() || !text(Line::Domains).isEmpty() ||
           (!text(Line::Issuer).isEmpty() && !isGoogles);
}

/// There is one Google, and its address is known.
void ProviderForm::takeKind()
{
    QLineEdit *const issuer = line(Line::Issuer);
    const bool isGoogle = m_kind->chosen() == int(ProviderKind::Google);
    if (isGoogle && issuer->text() != googlesIssuer)
        m_typedIssuer = issuer->text();
    issuer->setText(isGoogle ? QString(googlesIssuer) : m_typedIssuer);
    if (isGoogle && text(Line::Name).isEmpty())
        line(Line::Name)->setText(u"Google"_s);
    settle();
}

QString ProviderForm::text(Line which) const
{
    return line(which)->text().trimmed();
}

/// Nothing where it stays, an empty one where it goes.
std::optional<Secret> ProviderForm::secret() const
{
    if (m_dropsSecret->isChecked())
        return Secret();
    const QString typed = text(Line::ClientSecret);
    return typed.isEmpty() ? std::nullopt : std::optional(Secret(typed));
}

void ProviderForm::setReadOnly(bool isReadOnly)
{
    for (const auto &[which, edit] : m_lines)
        edit->setReadOnly(isReadOnly);
    const bool isGoogle = m_kind->chosen() == int(ProviderKind::Google);
    line(Line::Issuer)->setReadOnly(isReadOnly || isGoogle || m_provider.has_value());
    m_secret->setEnabled(!m_dropsSecret->isChecked());
    m_dropsSecret->setEnabled(!isReadOnly);
    m_kind->setEnabled(!isReadOnly);
    m_makesAccounts->setEnabled(!isReadOnly);
}

void ProviderForm::clearErrors()
{
    m_wrong.reset();
    hideFailure();
    for (const auto &[which, field] : m_fields)
        field->clearError();
}

void ProviderForm::showError(const Error &error)
{
    static const std::pair<QLatin1StringView, Line> fields[] = {
        {"name"_L1, Line::Name},
        {"clientId"_L1, Line::ClientId},
        {"clientSecret"_L1, Line::ClientSecret},
        {"domains"_L1, Line::Domains}};
    std::optional<Line> about;
    for (const auto &[name, which] : fields) {
        if (error.field.startsWith(name)) // of a list it says which one, too
            about = which;
    }
    if (error.code == "domainInvalid"_L1)
        about = Line::Domains;
    if (isAboutIssuer(error))
        about = Line::Issuer;
    if (error.code == "clientRefused"_L1)
        about = Line::ClientId;
    if (about)
        refuse(*about, error);
    else
        EntryForm::showError(error);
}

void ProviderForm::refuse(Line which, const Error &error)
{
    m_wrong = {which, error};
    m_fields.at(which)->setError(wordsOf(error));
    line(which)->setFocus();
}

void ProviderForm::focusFirst()
{
    QWidget *const first = m_provider ? static_cast<QWidget *>(line(Line::Name)) : m_kind;
    first->setFocus(Qt::OtherFocusReason);
}

bool ProviderForm::isFilled(std::initializer_list<Line> needed)
{
    for (const Line which : needed) {
        if (!text(which).isEmpty())
            continue;
        refuse(which, Error::rejected(u"empty"_s, {}));
        return false;
    }
    return true;
}

void ProviderForm::send()
{
    clearErrors();
    if (!isFilled({Line::Name, Line::Issuer, Line::ClientId}))
        return;
    if (m_provider) {
        edit();
        return;
    }
    Q_EMIT addRequested({.kind = ProviderKind(m_kind->chosen()),
                         .name = text(Line::Name),
                         .issuer = text(Line::Issuer),
                         .clientId = text(Line::ClientId),
                         .clientSecret = secret(),
                         .domains = domainsline::read(text(Line::Domains)),
                         .makesAccounts = m_makesAccounts->isChecked()});
}

/// What stays is not sent.
void ProviderForm::edit()
{
    const auto other = [](const auto &now, const auto &before) {
        return now == before ? std::nullopt : std::optional(now);
    };
    const api::EditProvider wanted{
        .id = m_provider->id,
        .name = other(text(Line::Name), m_provider->name),
        .clientId = other(text(Line::ClientId), m_provider->clientId),
        .clientSecret = secret(),
        .domains = other(domainsline::read(text(Line::Domains)), m_provider->domains),
        .makesAccounts = other(m_makesAccounts->isChecked(), m_provider->makesAccounts)};
    const bool isChange = wanted.name || wanted.clientId || wanted.clientSecret || wanted.domains ||
                          wanted.makesAccounts;
    if (isChange)
        Q_EMIT editRequested(wanted);
    else
        Q_EMIT cancelled();
}

void ProviderForm::retranslate()
{
    m_kindField->setLabel(tr("&Kind"));
    retranslateLines();
    if (m_wrong)
        m_fields.at(m_wrong->first)->setError(wordsOf(m_wrong->second));
    m_dropsSecret->setText(lettered(tr("&Use no client secret any more")));
    m_makesAccounts->setText(lettered(tr("&Make accounts for people it knows")));
    m_makesAccounts->setToolTip(tr("Whoever signs in by it and has no account here gets one. Else "
                                   "they are told to ask for one."));
    tellReturn();
    setWords(tr("&Add"));
}

/// Each provider has a place of its own to send browsers back to.
void ProviderForm::tellReturn()
{
    m_return->setText(
        tr("At the provider, register Latchkey as a program for desktops, with this address to "
           "return to, at any port: %1")
            .arg(account::BrowserVisit::returnAddress(text(Line::Issuer))));
}

void ProviderForm::retranslateLines()
{
    const auto tell = [this](Line which, const QString &label, const QString &hint) {
        m_fields.at(which)->setLabel(lettered(label));
        m_fields.at(which)->setHint(hint);
    };
    tell(Line::Name, tr("&Name"),
         tr("As people know it. The button says: Continue with this name."));
    tell(Line::Issuer, tr("Address of the &provider (issuer)"),
         tr("As the provider itself names it, e.g. https://login.example.org."));
    tell(Line::ClientId, tr("Clien&t ID"), tr("What the provider calls this server."));
    tell(Line::ClientSecret, tr("Client &secret"),
         m_provider && m_provider->hasSecret
             ? tr("There is one, which nobody is shown. Leave this empty to keep it.")
             : tr("Where the provider gave one. Nobody is shown it again."));
    tell(Line::Domains, tr("&Domains"),
         tr("Whose e-mail addresses are led to it at once, e.g. example.org, example.com."));
}

} // namespace latchkey::ui
