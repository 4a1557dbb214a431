#include "kit/overlay.h"

#include "kit/scale.h"
#include "kit/stylepaint.h"
#include "kit/surface.h"
#include "kit/taborder.h"
#include "kit/theme.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

namespace latchkey::ui {

namespace {

/// All of the window, and nothing to the mouse where nobody says otherwise.
class Shade final : public QWidget
{
public:
    explicit Shade(QWidget *window)
        : QWidget(window)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        window->installEventFilter(this);
        hide();
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Resize && isVisible())
            setGeometry(parentWidget()->rect());
        return QWidget::eventFilter(watched, event);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QColor shade(Qt::black);
        shade.setAlphaF(coloursOf(palette()).isDark ? 0.45F : 0.22F);
        QPainter(this).fillRect(rect(), shade);
    }
};

} // namespace

Overlay::Overlay(QWidget *window)
    : QWidget(window)
    , m_shade(new Shade(window))
{
    // What is clicked here is not meant for what lies below.
    setAttribute(Qt::WA_NoMousePropagation);
}

Overlay::~Overlay()
{
    // It is the window's, and would stay behind.
    delete m_shade;
}

void Overlay::rise(QWidget *first)
{
    if (!isVisible())
        m_focusBefore = window()->focusWidget();
    show();
    first->setFocus(Qt::ShortcutFocusReason);
}

void Overlay::dismiss()
{
    if (!isVisible())
        return;
    // First the focus, then the hiding: otherwise Qt hands it to whatever is next. Who clicked into
    // something else has it there.
    const QWidget *focus = window()->focusWidget();
    const bool isHere = !focus || focus == this || isAncestorOf(focus);
    if (isHere && m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    hide();
}

void Overlay::shutOut()
{
    m_shutsOut = true;
    m_shade->setAttribute(Qt::WA_TransparentForMouseEvents, false);
    m_shade->setAttribute(Qt::WA_NoMousePropagation);
}

QWidget *Overlay::surfaceOver(QWidget *within)
{
    QWidget *surface = within;
    while (surface->parentWidget() && !surface->isWindow() && !qobject_cast<Surface *>(surface))
        surface = surface->parentWidget();
    return surface;
}

bool Overlay::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress && !m_shutsOut && isBeside(watched))
        dismiss();
    else if (event->type() == QEvent::Resize && watched == parentWidget())
        place();
    return QWidget::eventFilter(watched, event);
}

/// Also on what takes no focus. A menu of a field is a window of its own, not beside it.
bool Overlay::isBeside(const QObject *watched) const
{
    const auto *widget = qobject_cast<const QWidget *>(watched);
    return widget && widget->window() == window() && widget != this && !isAncestorOf(widget);
}

void Overlay::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QWidget::keyPressEvent(event);
}

bool Overlay::focusNextPrevChild(bool next)
{
    goToNextStop(this, next);
    return true; // also where there is none: nobody leaves it by Tab
}

void Overlay::showEvent(QShowEvent *event)
{
    place();
    qApp->installEventFilter(this);
    m_shade->setGeometry(parentWidget()->rect());
    m_shade->show();
    m_shade->raise();
    raise();
    QWidget::showEvent(event);
}

void Overlay::hideEvent(QHideEvent *event)
{
    qApp->removeEventFilter(this);
    m_shade->hide();
    QWidget::hideEvent(event);
}

void Overlay::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    stylepaint::rounded(&painter, rect(), colours.surface, colours.fieldBorder);
}

} // namespace latchkey::ui
