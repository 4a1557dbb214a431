#include "kit/codefield.h"

#include "kit/scale.h"
#include "kit/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

namespace latchkey::ui {

CodeField::CodeField(QWidget *parent)
    : QLineEdit(parent)
{
    setInputMethodHints(Qt::ImhDigitsOnly);
    setFixedSize(sizeHint());
    connect(this, &QLineEdit::textChanged, this, &CodeField::clean);
    retranslate();
}

QSize CodeField::sizeHint() const
{
    return {digits * 44 - space::small, 48};
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
    if (kept.size() < digits) {
        m_isSubmitted = false;
    } else if (!m_isSubmitted) {
        m_isSubmitted = true;
        Q_EMIT submitted(kept);
    }
}

void CodeField::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && text().size() == digits)
        Q_EMIT submitted(text());
    else
        QLineEdit::keyPressEvent(event);
}

void CodeField::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(sized(font(), TypeSize::Title));
    const int at = std::min<int>(cursorPosition(), digits - 1);
    for (int i = 0; i < digits; ++i) {
        const QRectF cell(i * 44 + 1, 1, 34, height() - 2);
        const bool isNext = hasFocus() && i == at;
        painter.setPen(QPen(isNext ? colours.accent : colours.border, isNext ? 2 : 1));
        painter.setBrush(colours.surface);
        painter.drawRoundedRect(cell, cornerRadius, cornerRadius);
        painter.setPen(colours.text);
        painter.drawText(cell, Qt::AlignCenter, text().mid(i, 1));
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
    setAccessibleName(tr("Six-digit code"));
}

} // namespace latchkey::ui
