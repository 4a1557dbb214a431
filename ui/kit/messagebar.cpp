#include "kit/messagebar.h"

#include "kit/iconmark.h"
#include "kit/scale.h"
#include "kit/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace latchkey::ui {

namespace {

struct Look
{
    QString icon;
    IconMark::Ink ink;
    QColor colour;
    QColor surface;
};

Look lookOf(MessageBar::Kind kind, const Colours &colours)
{
    switch (kind) {
    case MessageBar::Kind::Notice:
        return {QStringLiteral("info"), IconMark::Ink::Accent, colours.accent,
                colours.accentSurface};
    case MessageBar::Kind::Success:
        return {QStringLiteral("check"), IconMark::Ink::Success, colours.success,
                colours.successSurface};
    case MessageBar::Kind::Warning:
        return {QStringLiteral("warning"), IconMark::Ink::Warning, colours.warning,
                colours.warningSurface};
    case MessageBar::Kind::Danger:
        return {QStringLiteral("error"), IconMark::Ink::Danger, colours.danger,
                colours.dangerSurface};
    }
    Q_UNREACHABLE();
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconMark(20, this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::medium, space::hair, space::small, space::hair);
    row->setSpacing(space::medium);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    connect(m_action, &QPushButton::clicked, this, &MessageBar::acted);
    setMinimumHeight(44);
    hide();
}

void MessageBar::show(Kind kind, const QString &text, const QString &action)
{
    m_kind = kind;
    m_text->setText(text);
    setAccessibleName(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    const Look look = lookOf(kind, coloursOf(palette()));
    m_icon->setIcon(look.icon, look.ink);
    update();
    QWidget::show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    const Look look = lookOf(m_kind, coloursOf(palette()));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor line = look.colour;
    if (look.surface != coloursOf(palette()).window) // in high contrast the line is all there is
        line.setAlphaF(0.45F);
    painter.setPen(line);
    painter.setBrush(look.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), cornerRadius,
                            cornerRadius);
}

} // namespace latchkey::ui
