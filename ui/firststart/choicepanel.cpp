#include "firststart/choicepanel.h"

#include "kit/icons.h"
#include "kit/mnemonic.h"

#include <QCommandLinkButton>
#include <QEvent>
#include <QVBoxLayout>

namespace latchkey::ui {

ChoicePanel::ChoicePanel(QWidget *parent)
    : QWidget(parent)
    , m_connect(new QCommandLinkButton(this))
    , m_own(new QCommandLinkButton(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_connect);
    layout->addWidget(m_own);
    layout->addStretch(1);
    m_connect->setIcon(icon(QStringLiteral("server")));
    m_own->setIcon(icon(QStringLiteral("laptop")));
    setFocusProxy(m_connect);
    connect(m_connect, &QAbstractButton::clicked, this, &ChoicePanel::connectRequested);
    connect(m_own, &QAbstractButton::clicked, this, &ChoicePanel::ownServerRequested);
    retranslate();
}

void ChoicePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ChoicePanel::retranslate()
{
    m_connect->setText(tr("&Connect to a server"));
    m_connect->setDescription(
        tr("Your account is, or shall be, on a server whose address you know."));
    m_own->setText(tr("&Work on this computer"));
    m_own->setDescription(tr(
        "Latchkey is the server itself. Nothing leaves this computer, and no network is needed."));
    for (QCommandLinkButton *button : {m_connect, m_own}) {
        button->setAccessibleName(withoutMnemonic(button->text()));
        button->setAccessibleDescription(button->description());
    }
}

} // namespace latchkey::ui
