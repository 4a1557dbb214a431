#include "firststart/connectpanel.h"

#include "firststart/addresscompleter.h"
#include "firststart/wirepanel.h"
#include "kit/button.h"
#include "kit/certificateview.h"
#include "kit/errorwords.h"
#include "kit/formfield.h"
#include "kit/scale.h"
#include "kit/wirewords.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

using namespace Qt::StringLiterals;
using account::ConnectFlow;
using Step = ConnectFlow::Step;

namespace {

/// Long enough that an address is not asked for letter by letter.
constexpr std::chrono::milliseconds typingPause{600};

QLabel *line(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QWidget *group(QWidget *parent, const QList<QWidget *> &widgets)
{
    auto *box = new QWidget(parent);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, space::small, 0, space::small);
    for (QWidget *widget : widgets)
        layout->addWidget(widget);
    return box;
}

} // namespace

ConnectPanel::ConnectPanel(ConnectFlow &flow, QWidget *parent)
    : QWidget(parent)
    , m_flow(flow)
    , m_address(new QLineEdit(flow.typed()))
    , m_field(new FormField(m_address, this))
    , m_progress(line(this))
    , m_server(line(this))
    , m_api(line(this))
    , m_security(line(this))
    , m_wire(new WirePanel(flow.offered(), this))
    , m_certificate(line(this))
    , m_shown(new CertificateView(this))
    , m_trust(new QPushButton(this))
    , m_continue(new QPushButton(this))
{
    m_address->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoAutoUppercase);
    m_address->setCompleter(addressCompleter(flow.offered(), this));
    QFont bold = font();
    bold.setBold(true);
    m_server->setFont(bold);
    m_found = group(this, {m_server, m_api, m_security});
    m_untrusted = group(this, {m_certificate, m_shown, m_trust});
    setKind(m_continue, ButtonKind::Primary);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::large);
    layout->addWidget(m_field);
    layout->addWidget(m_progress);
    layout->addWidget(m_found);
    layout->addWidget(m_untrusted);
    layout->addWidget(m_wire);
    layout->addWidget(m_continue, 0, Qt::AlignLeft);
    layout->addStretch(1);
    setFocusProxy(m_address);

    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, &ConnectPanel::checkNow);
    connect(m_address, &QLineEdit::textChanged, this, &ConnectPanel::checkSoon);
    connect(m_address, &QLineEdit::returnPressed, this, &ConnectPanel::goOn);
    connect(m_continue, &QPushButton::clicked, this, &ConnectPanel::goOn);
    connect(m_trust, &QPushButton::clicked, &m_flow, &ConnectFlow::trustCertificate);
    connect(m_wire, &WirePanel::picked, this, [this] { show(m_flow.step()); });
    connect(&m_flow, &ConnectFlow::changed, this, [this] {
        m_wire->show(m_flow.address().wire, m_flow.step() == Step::Found);
        show(m_flow.step());
    });
    retranslate();
}

void ConnectPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ConnectPanel::checkSoon()
{
    // What was found belonged to another address.
    if (m_flow.step() != Step::Address)
        m_flow.back();
    m_field->clearError();
    if (account::normalAddress(m_address->text()))
        m_pause.start();
    else
        m_pause.stop();
}

void ConnectPanel::checkNow()
{
    m_pause.stop();
    m_flow.check(m_address->text());
}

void ConnectPanel::goOn()
{
    switch (m_flow.step()) {
    case Step::Address:
        checkNow();
        return;
    case Step::Unknown:
    case Step::Found:
        goOnWith(m_wire->chosen());
        return;
    case Step::Checking:
    case Step::Untrusted:
        // Enter never trusts a certificate: that takes its own button.
        return;
    }
}

void ConnectPanel::goOnWith(const std::optional<account::WireChoice> &wire)
{
    if (wire && (m_flow.step() == Step::Unknown || *wire != m_flow.address().wire))
        m_flow.choose(*wire);
    if (m_flow.step() == Step::Found)
        Q_EMIT chosen();
}

void ConnectPanel::show(Step step)
{
    const auto &error = m_flow.error();
    // Whom nobody vouches for is told below, with what can be done about it.
    const bool isTold = step == Step::Untrusted;
    m_field->setError(error && !isTold ? wordsOf(*error) : QString());
    m_progress->setVisible(step == Step::Checking);
    m_found->setVisible(step == Step::Found);
    m_untrusted->setVisible(step == Step::Untrusted);
    m_wire->setVisible(step == Step::Unknown || (step == Step::Found && m_wire->hasVersions()));
    m_continue->setEnabled(step == Step::Found || step == Step::Address ||
                           (step == Step::Unknown && m_wire->chosen()));
    if (step == Step::Found)
        showFound();
    if (step == Step::Untrusted)
        showUntrusted();
}

void ConnectPanel::showFound()
{
    const api::ServerDescription &server = *m_flow.description();
    m_server->setText(server.name.isEmpty() ? m_flow.address().url.host() : server.name);
    const QString wire = wirewords::title(m_flow.address().wire.name);
    m_api->setText(server.version.isEmpty()
                       ? tr("Account API: %1").arg(wire)
                       : tr("Version %1, account API: %2").arg(server.version, wire));
    m_security->setText(securityWords());
}

void ConnectPanel::showUntrusted()
{
    const account::ServerCertificate &shown = *m_flow.certificate();
    m_certificate->setText(
        tr("Nobody that your system trusts vouches for this server. Ask the one who "
           "runs it for the fingerprint of its certificate. Trust it only if "
           "every character is the same:"));
    m_shown->setContent(
        {shown.subject, shown.issuer, shown.validFrom, shown.validUntil, shown.fingerprint});
}

QString ConnectPanel::securityWords() const
{
    if (m_flow.address().url.scheme() == "http"_L1)
        return tr("Not encrypted, but nothing leaves this computer.");
    if (m_flow.certificate())
        return tr("Encrypted. You chose to trust this certificate.");
    return tr("Encrypted. An authority that your system trusts vouches for the certificate.");
}

void ConnectPanel::retranslate()
{
    m_field->setLabel(tr("&Address of the server"));
    m_address->setPlaceholderText(tr("accounts.example.org"));
    m_field->setHint(tr("Or the name of a service, e.g. Temporal."));
    m_progress->setText(tr("Looking for the server…"));
    m_trust->setText(tr("&Trust this certificate"));
    m_continue->setText(tr("&Continue"));
    show(m_flow.step());
}

} // namespace latchkey::ui
