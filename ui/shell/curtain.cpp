#include "shell/curtain.h"

#include "kit/surface.h"

#include <QApplication>
#include <QDialog>
#include <QEvent>
#include <QStackedWidget>
#include <QToolTip>

namespace latchkey::ui {

namespace {

bool isInput(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
    case QEvent::ShortcutOverride:
    case QEvent::Shortcut:
    case QEvent::InputMethod:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::ContextMenu:
    case QEvent::DragEnter:
    case QEvent::Drop:
    case QEvent::ToolTip:
        return true;
    default:
        return false;
    }
}

} // namespace

Curtain::Curtain(QStackedWidget &layers, Surface &surface)
    : QObject(&layers)
    , m_layers(layers)
    , m_surface(surface)
{
    // News go on to come to the pages, and some would take the focus along.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (m_front && now && isBehind(now))
            m_front->setFocus(Qt::OtherFocusReason);
    });
}

void Curtain::draw(QWidget *front)
{
    lift();
    closeOthers();
    m_focusBefore = m_layers.window()->focusWidget();
    m_front = front;
    m_layers.addWidget(front);
    m_layers.setCurrentWidget(front);
    front->setFocus(Qt::OtherFocusReason);
    qApp->installEventFilter(this);
}

void Curtain::lift()
{
    if (!m_front)
        return;
    qApp->removeEventFilter(this);
    QWidget *front = m_front;
    m_front = nullptr;
    m_layers.setCurrentWidget(&m_surface);
    m_layers.removeWidget(front);
    front->hide();
    front->deleteLater();
    if (m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

bool Curtain::eventFilter(QObject *watched, QEvent *event)
{
    const auto *widget = isInput(event->type()) ? qobject_cast<QWidget *>(watched) : nullptr;
    if (widget && isBehind(widget))
        return true;
    return QObject::eventFilter(watched, event);
}

/// What stands in windows of its own would stay in sight.
void Curtain::closeOthers() const
{
    QToolTip::hideText();
    while (QWidget *popup = QApplication::activePopupWidget()) {
        popup->close();
        if (QApplication::activePopupWidget() == popup)
            break;
    }
    for (QWidget *other : QApplication::topLevelWidgets()) {
        if (other == m_layers.window() || !other->isVisible())
            continue;
        if (auto *dialog = qobject_cast<QDialog *>(other))
            dialog->reject();
        else
            other->close();
    }
}

bool Curtain::isBehind(const QWidget *widget) const
{
    return widget == &m_surface || m_surface.isAncestorOf(widget);
}

} // namespace latchkey::ui
