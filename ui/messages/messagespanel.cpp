#include "messages/messagespanel.h"

#include "account/ownmessages.h"
#include "kit/scale.h"
#include "messages/messagesview.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace latchkey::ui {

namespace {

constexpr QSize largest(860, 560);

} // namespace

MessagesPanel::MessagesPanel(account::OwnMessages &messages, const Clock &clock, QWidget *from)
    : Overlay(surfaceOver(from))
    , m_title(new QLabel)
    , m_view(new MessagesView(messages, clock))
    , m_close(new QPushButton)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    layout->setSpacing(space::large);
    layout->addWidget(m_title);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_close, 0, Qt::AlignRight);
    shutOut();
    connect(m_close, &QPushButton::clicked, this, &Overlay::dismiss);
    retranslate();
    hide();
}

void MessagesPanel::open()
{
    rise(m_view);
}

void MessagesPanel::changeEvent(QEvent *event)
{
    Overlay::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
}

void MessagesPanel::place()
{
    const QSize room = parentWidget()->size() - QSize(2 * space::wide, 2 * space::wide);
    resize(largest.boundedTo(room));
    move((parentWidget()->width() - width()) / 2,
         std::max(0, (parentWidget()->height() - height()) / 3));
}

void MessagesPanel::retranslate()
{
    const QString title = tr("Messages of the server on this computer");
    m_title->setFont(sized(font(), TypeSize::Heading));
    m_title->setText(title);
    setAccessibleName(title);
    m_close->setText(tr("C&lose"));
}

} // namespace latchkey::ui
