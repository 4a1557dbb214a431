#include "messages/messagespanel.h"

#include "account/ownmessages.h"
#include "kit/scale.h"
#include "messages/messagesview.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace latchkey::ui {

namespace {

constexpr QSize largest(860, 560);

} // namespace

MessagesPanel::MessagesPanel(account::OwnMessages &messages, const Clock &clock,
                             QWidget *from)
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
    connect(m_close, &QPushButton::clicked, this, &MessagesPanel::dismiss);
    parentWidget()->installEventFilter(this);
    retranslate();
    hide();
}

void MessagesPanel::open()
{
    m_focusBefore = window()->focusWidget();
    place();
    show();
    m_view->setFocus(Qt::ShortcutFocusReason);
}

void MessagesPanel::dismiss()
{
    const bool wasOpen = isVisible();
    hide();
    if (wasOpen && m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

bool MessagesPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return Overlay::eventFilter(watched, event);
}

void MessagesPanel::changeEvent(QEvent *event)
{
    Overlay::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
}

void MessagesPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        Overlay::keyPressEvent(event);
}

/// Round and round in here: the page below is out of reach until the panel goes.
bool MessagesPanel::focusNextPrevChild(bool next)
{
    QWidget *widget = window()->focusWidget();
    for (QWidget *start = widget; widget;) {
        widget = next ? widget->nextInFocusChain() : widget->previousInFocusChain();
        if (widget == start)
            break;
        if (isAncestorOf(widget) && widget->isVisible() && widget->isEnabled() &&
            !widget->focusProxy() && (widget->focusPolicy() & Qt::TabFocus) != 0) {
            widget->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            break;
        }
    }
    return true;
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
