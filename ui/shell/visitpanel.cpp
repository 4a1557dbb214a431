#include "shell/visitpanel.h"

#include "account/account.h"
#include "account/identitystore.h"
#include "account/surroundings.h"
#include "credentials/browserpanel.h"
#include "credentials/providerbuttons.h"
#include "kit/messagebar.h"
#include "kit/scale.h"
#include "kit/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace latchkey::ui {

VisitPanel::VisitPanel(account::Account &account, const account::IdentityStore &identities,
                       QWidget *parent)
    : QFrame(parent)
    , m_identities(identities)
    , m_proof(account, identities)
    , m_error(account.surroundings().clock)
    , m_why(new QLabel)
    , m_message(new MessageBar)
    , m_browser(new BrowserPanel(m_proof.visit()))
    , m_providers(new ProviderButtons([](const QString &name) {
        return tr("Continue with %1", "%1 is an identity provider").arg(name);
    }))
    , m_cancel(new QPushButton)
{
    build();
    connect(&m_proof, &account::ProofByProvider::changed, this, &VisitPanel::follow);
    connect(&m_identities, &account::IdentityStore::changed, this, &VisitPanel::follow);
    connect(&m_error, &HeldError::changed, this, &VisitPanel::showError);
    connect(m_browser, &BrowserPanel::cancelled, &m_proof.visit(), &account::BrowserVisit::cancel);
    connect(m_providers, &ProviderButtons::chosen, this,
            [this](const api::ProviderCard &provider) { m_proof.begin(provider); });
    connect(m_cancel, &QPushButton::clicked, this, &VisitPanel::declined);
    retranslate();
    follow();
}

void VisitPanel::build()
{
    m_why->setWordWrap(true);
    m_message->hide();
    m_browser->hide();
    m_browser->setLettered(false);
    setKind(m_cancel, ButtonKind::Flat);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::medium, space::large, space::medium);
    layout->setSpacing(space::small);
    for (QWidget *part : std::initializer_list<QWidget *>{m_why, m_message, m_browser, m_providers})
        layout->addWidget(part);
    layout->addWidget(m_cancel, 0, Qt::AlignLeft);
}

void VisitPanel::focusFirst()
{
    if (m_wasAway)
        m_browser->focusFirst();
    else
        m_providers->focusFirst();
}

void VisitPanel::follow()
{
    const bool isAway = m_proof.isProving() || m_proof.visit().isUnderWay();
    m_providers->follow(m_identities.providers(), ButtonKind::Primary);
    m_browser->setBusy(m_proof.isProving());
    m_browser->setVisible(isAway);
    m_providers->setVisible(!isAway);
    m_cancel->setVisible(!isAway);
    // Once it has served it is gone from sight, and the focus is elsewhere.
    if (std::exchange(m_wasAway, isAway) != isAway && isVisible()) {
        if (isAway)
            m_browser->focusFirst();
        else
            m_providers->focus(m_proof.visit().provider().id);
    }
    m_error.follow(isAway ? std::nullopt : m_proof.error());
    showError();
}

void VisitPanel::showError()
{
    m_providers->setUsable(!m_error.isHolding());
    m_message->tell(m_error.error());
}

void VisitPanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void VisitPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_wasAway)
        Q_EMIT declined();
    else
        QFrame::keyPressEvent(event);
}

void VisitPanel::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), coloursOf(palette()).accentSurface);
}

void VisitPanel::retranslate()
{
    setAccessibleName(tr("Confirm that it is you"));
    m_why->setText(tr("Confirm that it is you: sign in once more where you always do. Then what "
                      "you asked for goes on by itself."));
    m_cancel->setText(tr("&Cancel"));
    showError();
}

} // namespace latchkey::ui
