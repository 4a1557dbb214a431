#include "firststart/choicepanel.h"

#include "firststart/choicebutton.h"
#include "kit/mnemonic.h"
#include "kit/scale.h"

#include <QEvent>
#include <QVBoxLayout>

namespace latchkey::ui {

ChoicePanel::ChoicePanel(QWidget *parent)
    : QWidget(parent)
    , m_connect(new ChoiceButton(QStringLiteral("server"), this))
    , m_own(new ChoiceButton(QStringLiteral("laptop"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::medium);
    layout->addWidget(m_connect);
    layout->addWidget(m_own);
    layout->addStretch(1);
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
        tr("Your account is on a server, or will be. You need the server's address."));
    m_own->setText(tr("&Work on this computer"));
    m_own->setDescription(tr(
        "Latchkey is the server itself. Nothing leaves this computer, and no network is needed."));
    for (ChoiceButton *button : {m_connect, m_own}) {
        button->setAccessibleName(withoutMnemonic(button->text()));
        button->setAccessibleDescription(button->description());
    }
}

} // namespace latchkey::ui
