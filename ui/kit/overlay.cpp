#include "kit/overlay.h"

#include "kit/scale.h"
#include "kit/stylepaint.h"
#include "kit/surface.h"
#include "kit/theme.h"

#include <QEvent>
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

void Overlay::shutOut()
{
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

void Overlay::showEvent(QShowEvent *event)
{
    m_shade->setGeometry(parentWidget()->rect());
    m_shade->show();
    m_shade->raise();
    raise();
    QWidget::showEvent(event);
}

void Overlay::hideEvent(QHideEvent *event)
{
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
