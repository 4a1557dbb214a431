#include "shell/statebar.h"

#include "kit/icons.h"
#include "kit/scale.h"
#include "kit/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace latchkey::ui {

namespace {

constexpr int Mark = space::hair;
constexpr int Padding = space::medium;
constexpr int IconSide = 18;

QColor markOf(BarStack::Tone tone, const Colours &colours)
{
    switch (tone) {
    case BarStack::Tone::Notice:
        return colours.accent;
    case BarStack::Tone::Good:
        return colours.success;
    case BarStack::Tone::Warning:
        return colours.warning;
    case BarStack::Tone::Trouble:
        return colours.danger;
    }
    Q_UNREACHABLE();
}

QColor groundOf(BarStack::Tone tone, const Colours &colours)
{
    switch (tone) {
    case BarStack::Tone::Notice:
        return colours.accentSurface;
    case BarStack::Tone::Good:
        return colours.successSurface;
    case BarStack::Tone::Warning:
        return colours.warningSurface;
    case BarStack::Tone::Trouble:
        return colours.dangerSurface;
    }
    Q_UNREACHABLE();
}

QString iconOf(BarStack::Tone tone)
{
    switch (tone) {
    case BarStack::Tone::Notice:
        return QStringLiteral("info");
    case BarStack::Tone::Good:
        return QStringLiteral("check");
    case BarStack::Tone::Warning:
    case BarStack::Tone::Trouble:
        return QStringLiteral("warning");
    }
    Q_UNREACHABLE();
}

} // namespace

StateBar::StateBar(BarStack::Bar bar, QWidget *parent)
    : QFrame(parent)
    , m_bar(std::move(bar))
    , m_text(new QLabel(this))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Mark + 2 * Padding + IconSide, Padding / 2, Padding, Padding / 2);
    layout->setSpacing(Padding);
    layout->addWidget(m_text, 1);
    for (const BarStack::Act &act : std::as_const(m_bar.acts)) {
        auto *button = new QPushButton(this);
        // Later: what it does may take this very bar away.
        connect(button, &QPushButton::clicked, this, act.run, Qt::QueuedConnection);
        layout->addWidget(button);
        m_buttons << button;
    }
    if (m_bar.isDismissible) {
        m_close = new QToolButton(this);
        m_close->setText(QStringLiteral("×"));
        m_close->setAutoRaise(true);
        connect(m_close, &QToolButton::clicked, this, &StateBar::dismissed, Qt::QueuedConnection);
        layout->addWidget(m_close);
    }
    retranslate();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString StateBar::text() const
{
    return m_text->text();
}

void StateBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void StateBar::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), groundOf(m_bar.tone, colours));
    painter.fillRect(0, 0, Mark, height(), markOf(m_bar.tone, colours));
    const QPixmap drawing =
        iconPixmap(iconOf(m_bar.tone), markOf(m_bar.tone, colours), IconSide, devicePixelRatioF());
    painter.drawPixmap(Mark + space::medium, (height() - IconSide) / 2, drawing);
}

void StateBar::retranslate()
{
    m_text->setText(m_bar.text());
    setAccessibleName(m_bar.text());
    for (qsizetype i = 0; i < m_buttons.size(); ++i)
        m_buttons.at(i)->setText(m_bar.acts.at(i).title());
    if (m_close) {
        m_close->setAccessibleName(tr("Dismiss"));
        m_close->setToolTip(tr("Dismiss"));
    }
}

} // namespace latchkey::ui
