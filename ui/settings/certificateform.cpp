#include "settings/certificateform.h"

#include "account/account.h"
#include "account/profilesettings.h"
#include "kit/certificateview.h"
#include "kit/errorwords.h"
#include "kit/messagebar.h"
#include "kit/scale.h"
#include "kit/subtletext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

using account::ServerCertificate;

namespace {

void put(CertificateView *view, const std::optional<ServerCertificate> &certificate)
{
    view->setVisible(certificate.has_value());
    if (certificate) {
        view->setContent({certificate->subject, certificate->issuer, certificate->validFrom,
                          certificate->validUntil, certificate->fingerprint});
    }
}

} // namespace

CertificateForm::CertificateForm(account::Account &account, account::ProfileSettings &settings,
                                 QWidget *parent)
    : QWidget(parent)
    , m_account(account)
    , m_settings(settings)
    , m_title(new SubtleText(this))
    , m_standing(new SubtleText(this))
    , m_trustedView(new CertificateView(this))
    , m_failed(new MessageBar(this))
    , m_seenWords(new SubtleText(this))
    , m_seenView(new CertificateView(this))
    , m_look(new QPushButton(this))
    , m_trust(new QPushButton(this))
    , m_forget(new QPushButton(this))
{
    for (SubtleText *words : {m_standing, m_seenWords})
        words->setWordWrap(true);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(space::small);
    for (QPushButton *act : {m_look, m_trust, m_forget})
        acts->addWidget(act);
    acts->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    for (QWidget *part :
         QList<QWidget *>{m_title, m_standing, m_trustedView, m_failed, m_seenWords, m_seenView})
        layout->addWidget(part);
    layout->addLayout(acts);

    connect(m_look, &QPushButton::clicked, this, &CertificateForm::look);
    connect(m_trust, &QPushButton::clicked, this, &CertificateForm::trust);
    connect(m_forget, &QPushButton::clicked, this, &CertificateForm::forget);
    showCurrent();
}

CertificateForm::~CertificateForm()
{
    m_looking.cancel();
}

void CertificateForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CertificateForm::showCurrent()
{
    m_trusted = m_settings.trusted();
    retranslate();
}

void CertificateForm::look()
{
    m_look->setEnabled(false);
    m_error.reset();
    m_looking = m_settings.look();
    m_looking.then(this, [this](const Result<ServerCertificate> &seen) {
        m_look->setEnabled(true);
        m_seen = seen ? std::optional(*seen) : std::nullopt;
        if (!seen)
            m_error = seen.error();
        retranslate();
    });
    retranslate();
}

void CertificateForm::trust()
{
    // The profile's change comes back here before `trust` does.
    const ServerCertificate seen = *m_seen;
    take(m_settings.trust(seen));
}

void CertificateForm::forget()
{
    m_seen.reset();
    take(m_settings.forgetCertificate());
}

void CertificateForm::take(const Result<Nothing> &done)
{
    m_error = done ? std::nullopt : std::optional(done.error());
    showCurrent();
}

bool CertificateForm::isToBeTrusted() const
{
    const bool isVouchedFor = !m_trusted && m_account.state().isOnline();
    return m_seen && !isVouchedFor && (!m_trusted || m_trusted->pem != m_seen->pem);
}

QString CertificateForm::standingWords() const
{
    return m_trusted ? tr("You chose to trust this certificate of the server:")
                     : tr("An authority that your system trusts has to vouch for the server.");
}

QString CertificateForm::seenWords() const
{
    if (m_trusted && m_trusted->pem == m_seen->pem)
        return tr("The server shows this very certificate now.");
    if (!isToBeTrusted())
        return tr("The server shows this certificate, and an authority vouches for it:");
    return tr("The server shows this certificate now. Ask the one who runs the server for its "
              "fingerprint. Trust it only if every character is the same:");
}

void CertificateForm::retranslate()
{
    m_title->setText(tr("Certificate of the server"));
    m_standing->setText(standingWords());
    put(m_trustedView, m_trusted);
    m_failed->setVisible(m_error.has_value());
    if (m_error)
        m_failed->show(MessageBar::Kind::Danger, wordsOf(*m_error));
    m_seenWords->setVisible(m_seen.has_value());
    if (m_seen)
        m_seenWords->setText(seenWords());
    const bool isSame = m_trusted && m_seen && m_trusted->pem == m_seen->pem;
    put(m_seenView, isSame ? std::nullopt : m_seen);
    m_look->setText(m_look->isEnabled() ? tr("Look at it now") : tr("Looking…"));
    m_look->setAccessibleName(tr("Look at the certificate that the server shows now"));
    m_trust->setText(tr("Trust this certificate"));
    m_trust->setVisible(isToBeTrusted());
    m_forget->setText(tr("Trust it no longer"));
    m_forget->setVisible(m_trusted.has_value());
}

} // namespace latchkey::ui
