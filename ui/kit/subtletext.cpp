#include "kit/subtletext.h"

#include "kit/theme.h"

#include <QEvent>
#include <QScopedValueRollback>

namespace latchkey::ui {

SubtleText::SubtleText(QWidget *parent)
    : QLabel(parent)
{
    recolour();
}

SubtleText::SubtleText(const QString &text, QWidget *parent)
    : QLabel(text, parent)
{
    recolour();
}

void SubtleText::changeEvent(QEvent *event)
{
    const auto type = event->type();
    if ((type == QEvent::ApplicationPaletteChange || type == QEvent::PaletteChange) &&
        !m_isRecolouring)
        recolour();
    QLabel::changeEvent(event);
}

void SubtleText::recolour()
{
    const QScopedValueRollback guard(m_isRecolouring, true);
    QPalette own;
    own.setColor(QPalette::WindowText, coloursOf(palette()).subtle);
    setPalette(own);
}

} // namespace latchkey::ui
