#include "messages/messagespage.h"

#include "account/ownmessages.h"
#include "kit/pageheader.h"
#include "kit/scale.h"
#include "messages/messagesview.h"

#include <QAction>
#include <QEvent>
#include <QVBoxLayout>

namespace latchkey::ui {

MessagesPage::MessagesPage(account::OwnMessages &messages, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_messages(messages)
    , m_header(new PageHeader)
    , m_view(new MessagesView(messages, clock))
    , m_copy(new QAction(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    layout->setSpacing(space::large);
    layout->addWidget(m_header);
    layout->addWidget(m_view, 1);
    setFocusProxy(m_view);

    m_copy->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    m_copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_copy);
    connect(m_copy, &QAction::triggered, m_view, &MessagesView::copyCode);
    connect(m_view, &MessagesView::chosen, this, [this] { m_copy->setEnabled(m_view->hasCode()); });
    m_copy->setEnabled(m_view->hasCode());
    retranslate();
}

void MessagesPage::refresh()
{
    m_messages.load();
}

void MessagesPage::select(qint64 number)
{
    m_view->select(number);
}

void MessagesPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MessagesPage::retranslate()
{
    m_header->setTitle(tr("Messages"));
    m_header->setSubtitle(
        tr("What the server on this computer would have mailed or texted, to all its accounts. "
           "Nothing of it leaves this computer."));
    m_copy->setText(tr("Copy the code of this message"));
}

} // namespace latchkey::ui
