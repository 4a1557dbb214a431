#include "kit/messagebar.h"

#include "kit/errorwords.h"
#include "kit/iconmark.h"
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

MessageBar::MessageBar(Shape shape, QWidget *parent)
    : QWidget(parent)
    , m_shape(shape)
    , m_row(new QHBoxLayout(this))
    , m_icon(new IconMark(20, this))
    , m_text(new QLabel(this))
    , m_close(new QToolButton(this))
{
    m_row->setContentsMargins(space::medium, space::hair, space::small, space::hair);
    m_row->setSpacing(space::medium);
    m_row->addWidget(m_icon);
    m_row->addWidget(m_text, 1);
    m_row->addWidget(m_close);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setIcon(icon(QStringLiteral("close")));
    m_close->setAutoRaise(true);
    m_close->hide();
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismissed);
    setMinimumHeight(44);
    setActions({});
    retranslate();
    hide();
}

void MessageBar::show(Kind kind, const QString &text, const QString &action)
{
    show(kind, text, action.isEmpty() ? QStringList() : QStringList(action));
}

void MessageBar::show(Kind kind, const QString &text, const QStringList &actions)
{
    const bool isNews = isHidden() || text != m_text->text();
    showQuietly(kind, text, actions);
    if (!isNews || !isVisible())
        return;
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::showQuietly(Kind kind, const QString &text, const QStringList &actions)
{
    m_kind = kind;
    m_isAboutWay = false;
    m_text->setText(text);
    setAccessibleName(text);
    setActions(actions);
    const Look look = lookOf(kind, coloursOf(palette()));
    m_icon->setIcon(look.icon, look.ink);
    update();
    QWidget::show();
}

void MessageBar::tell(const std::optional<Error> &error)
{
    if (error)
        show(error->kind == Error::Kind::RateLimited ? Kind::Warning : Kind::Danger,
             wordsOf(*error));
    else
        hide();
    m_isAboutWay = error && isAboutWay(*error);
}

void MessageBar::forgetWay()
{
    if (m_isAboutWay)
        hide();
}

void MessageBar::setActions(const QStringList &actions)
{
    // One is there from the start: Tab reaches what comes later last of all.
    while (m_actions.size() < std::max<qsizetype>(1, actions.size())) {
        auto *button = new QPushButton(this);
        connect(button, &QPushButton::clicked, this,
                [this, place = m_actions.size()] { Q_EMIT acted(place); });
        m_row->insertWidget(m_row->indexOf(m_close), button);
        setTabOrder(button, m_close);
        m_actions << button;
    }
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        m_actions.at(i)->setText(actions.value(i));
        m_actions.at(i)->setVisible(i < actions.size());
    }
    setFocusProxy(actions.isEmpty() ? nullptr : m_actions.first());
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::setDismissible(bool isDismissible)
{
    m_close->setVisible(isDismissible);
}

void MessageBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    const Look look = lookOf(m_kind, coloursOf(palette()));
    QPainter painter(this);
    if (m_shape == Shape::Band) {
        painter.fillRect(rect(), look.surface);
        painter.fillRect(0, 0, space::hair, height(), look.colour);
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    QColor line = look.colour;
    if (look.surface != coloursOf(palette()).window) // in high contrast the line is all there is
        line.setAlphaF(0.45F);
    painter.setPen(line);
    painter.setBrush(look.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), cornerRadius,
                            cornerRadius);
}

void MessageBar::retranslate()
{
    m_close->setAccessibleName(tr("Dismiss"));
    m_close->setToolTip(tr("Dismiss"));
}

} // namespace latchkey::ui
