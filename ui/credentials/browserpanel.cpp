#include "credentials/browserpanel.h"

#include "account/browservisit.h"
#include "kit/busyindicator.h"
#include "kit/button.h"
#include "kit/messagebar.h"
#include "kit/mnemonic.h"
#include "kit/scale.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

namespace latchkey::ui {

using namespace std::chrono_literals;
using State = account::BrowserVisit::State;

BrowserPanel::BrowserPanel(account::BrowserVisit &visit, QWidget *parent)
    : QWidget(parent)
    , m_visit(visit)
    , m_what(new QLabel)
    , m_missing(new MessageBar)
    , m_again(new QPushButton)
    , m_copy(new QPushButton)
    , m_cancel(new QPushButton)
    , m_busy(new BusyIndicator)
{
    build();
    m_copied.setSingleShot(true);
    m_copied.setInterval(2s);
    connect(&m_copied, &QTimer::timeout, this, &BrowserPanel::follow);
    connect(&m_visit, &account::BrowserVisit::changed, this, &BrowserPanel::follow);
    connect(m_again, &QPushButton::clicked, &m_visit, &account::BrowserVisit::openAgain);
    connect(m_copy, &QPushButton::clicked, this, &BrowserPanel::copyAddress);
    connect(m_cancel, &QPushButton::clicked, this, &BrowserPanel::cancelled);
    follow();
}

void BrowserPanel::build()
{
    m_what->setWordWrap(true);
    m_what->setTextFormat(Qt::PlainText);
    for (QPushButton *link : {m_copy, m_cancel})
        setKind(link, ButtonKind::Flat);
    auto *first = new QHBoxLayout;
    first->setSpacing(space::small);
    for (QWidget *part : std::initializer_list<QWidget *>{m_again, m_cancel, m_busy})
        first->addWidget(part);
    first->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(space::medium);
    layout->addWidget(m_what);
    layout->addWidget(m_missing);
    layout->addLayout(first);
    layout->addWidget(m_copy, 0, Qt::AlignLeft);
}

void BrowserPanel::setLettered(bool isLettered)
{
    m_isLettered = isLettered;
    follow();
}

void BrowserPanel::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    follow();
}

void BrowserPanel::focusFirst()
{
    QWidget *first = this; // there is nothing to press for a moment, and keys are for nobody else
    for (QPushButton *button : {m_cancel, m_again}) {
        if (button->isEnabled())
            first = button;
    }
    first->setFocus();
}

/// For the browser of another profile, or of another computer with this one's screen.
void BrowserPanel::copyAddress()
{
    QGuiApplication::clipboard()->setText(m_visit.address());
    m_copied.start();
    follow();
}

void BrowserPanel::follow()
{
    const bool isWaiting = m_visit.state() == State::Waiting;
    m_what->setText(whatWords());
    if (m_visit.isBrowserMissing())
        m_missing->show(MessageBar::Kind::Warning,
                        tr("No browser could be opened. Copy the address and open it in a browser "
                           "on this computer."));
    else
        m_missing->hide();
    m_again->setEnabled(isWaiting);
    // What comes next is below it where the code is typed.
    setKind(m_again, m_visit.endsThere() ? ButtonKind::Plain : ButtonKind::Primary);
    m_copy->setEnabled(isWaiting);
    m_cancel->setEnabled(!m_isBusy);
    m_cancel->setVisible(!m_visit.endsThere()); // whoever takes what is typed has a way back
    m_busy->setBusy(!isWaiting);
    const auto lettered = [this](const QString &words) {
        return m_isLettered ? words : withoutMnemonic(words);
    };
    const QString copy = tr("Copy the &address");
    m_again->setText(lettered(tr("&Open the browser again")));
    m_copy->setText(m_copied.isActive() ? tr("Copied") : lettered(copy));
    m_copy->setAccessibleName(withoutMnemonic(copy));
    m_cancel->setText(lettered(tr("Cance&l")));
}

QString BrowserPanel::whatWords() const
{
    const QString &name = m_visit.provider().name;
    if (m_isBusy)
        return tr("You are back from %1. One moment…", "%1 is an identity provider").arg(name);
    if (m_visit.state() != State::Waiting)
        return tr("Finding the way to %1…", "%1 is an identity provider").arg(name);
    if (m_visit.endsThere())
        return tr("Sign in to %1 in your browser. The page there shows a code in the end: bring "
                  "it here.",
                  "%1 is the host of a server")
            .arg(name);
    return tr("Sign in to %1 in your browser. Latchkey goes on by itself when you are done there.",
              "%1 is an identity provider")
        .arg(name);
}

void BrowserPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_isBusy)
        Q_EMIT cancelled();
    else
        QWidget::keyPressEvent(event);
}

void BrowserPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        follow();
    QWidget::changeEvent(event);
}

} // namespace latchkey::ui
