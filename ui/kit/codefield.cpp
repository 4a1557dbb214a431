#include "kit/codefield.h"

#include "kit/scale.h"
#include "kit/stylepaint.h"
#include "kit/theme.h"
#include "kit/wrongmark.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace latchkey::ui {

namespace {

constexpr int widestCell = 40;
constexpr int narrowestCell = 24;
constexpr int cellHeight = 48;
constexpr int gap = space::small;
constexpr int middleGap = space::large; // three and three are easier to compare

constexpr int allGaps = (CodeField::digits - 2) * gap + middleGap;

} // namespace

CodeField::CodeField(QWidget *parent)
    : QLineEdit(parent)
{
    setInputMethodHints(Qt::ImhDigitsOnly);
    setFixedHeight(cellHeight);
    setMaximumWidth(sizeHint().width());
    connect(this, &QLineEdit::textChanged, this, &CodeField::clean);
    retranslate();
}

QSize CodeField::sizeHint() const
{
    return {digits * widestCell + allGaps, cellHeight};
}

QSize CodeField::minimumSizeHint() const
{
    return {digits * narrowestCell + allGaps, cellHeight};
}

QRectF CodeField::cell(int i) const
{
    const int side = std::min(widestCell, (width() - allGaps) / digits);
    const int middle = i >= digits / 2 ? middleGap - gap : 0;
    return QRectF(i * (side + gap) + middle, 0, side, cellHeight);
}

void CodeField::clean(const QString &typed)
{
    QString kept;
    for (const QChar c : typed) {
        if (c.isDigit() && kept.size() < digits)
            kept += QChar(u'0' + c.digitValue());
    }
    if (kept != typed) {
        setText(kept); // comes back here, clean
        return;
    }
    if (kept.size() < digits)
        m_isSubmitted = false;
    else
        submitOnce();
}

void CodeField::submitOnce()
{
    if (m_isSubmitted)
        return;
    m_isSubmitted = true;
    Q_EMIT submitted(text());
}

void CodeField::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && text().size() == digits)
        submitOnce();
    else
        QLineEdit::keyPressEvent(event);
}

void CodeField::mousePressEvent(QMouseEvent *event)
{
    // The cells are not where the line's own letters would be: typing goes on at the end.
    setFocus(Qt::MouseFocusReason);
    end(false);
    event->accept();
}

void CodeField::mouseMoveEvent(QMouseEvent *event)
{
    event->accept();
}

void CodeField::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    painter.setFont(sized(font(), TypeSize::Title));
    const int at = std::min<int>(cursorPosition(), digits - 1);
    for (int i = 0; i < digits; ++i) {
        const bool isNext = hasFocus() && i == at && !hasSelectedText();
        const bool isSelected =
            hasSelectedText() && i >= selectionStart() && i < selectionEnd() && hasFocus();
        QColor line = isEnabled() ? colours.fieldBorder : colours.border;
        if (isWrong(this))
            line = colours.danger;
        else if (isNext)
            line = colours.accent;
        const QColor fill = !isEnabled() ? colours.window
                            : isSelected ? colours.selection
                                         : colours.surface;
        stylepaint::rounded(&painter, cell(i), fill, line, isNext ? 2 : 1);
        painter.setPen(isEnabled() ? colours.text : colours.subtle);
        painter.drawText(cell(i), Qt::AlignCenter, text().mid(i, 1));
        if (isNext && i >= text().size())
            painter.fillRect(QRectF(cell(i).center() - QPointF(0.75, 11), QSizeF(1.5, 22)),
                             colours.text);
    }
}

void CodeField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QLineEdit::changeEvent(event);
}

void CodeField::retranslate()
{
    // A form's label is the better name.
    if (accessibleName() != m_ownName)
        return;
    m_ownName = tr("Six-digit code");
    setAccessibleName(m_ownName);
}

} // namespace latchkey::ui
