#include "messages/messageslink.h"

#include "account/ownmessages.h"
#include "kit/button.h"
#include "kit/icons.h"
#include "messages/messagespanel.h"

#include <QEvent>

namespace latchkey::ui {

MessagesLink::MessagesLink(account::OwnMessages &messages, const Clock &clock, QWidget *parent)
    : QPushButton(parent)
    , m_messages(messages)
    , m_clock(clock)
{
    setKind(this, ButtonKind::Flat);
    setIcon(ui::icon(QStringLiteral("mail")));
    connect(this, &QPushButton::clicked, this, &MessagesLink::showMessages);
    connect(&messages, &account::OwnMessages::changed, this, &MessagesLink::retranslate);
    retranslate();
}

MessagesLink::~MessagesLink()
{
    // It is the window's, and would stay behind.
    delete m_panel;
}

void MessagesLink::showMessages()
{
    if (!m_panel)
        m_panel = new MessagesPanel(m_messages, m_clock, this);
    m_panel->open();
}

void MessagesLink::changeEvent(QEvent *event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MessagesLink::retranslate()
{
    const int unseen = m_messages.unseen();
    setText(unseen > 0 ? tr("Show &messages (%n new)", nullptr, unseen) : tr("Show &messages"));
}

} // namespace latchkey::ui
