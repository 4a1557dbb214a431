#include "firststart/choicebutton.h"

#include "kit/icons.h"
#include "kit/scale.h"
#include "kit/theme.h"

#include <QStyleOptionButton>
#include <QStylePainter>

namespace latchkey::ui {

namespace {

constexpr int iconSide = 20;
constexpr int wrapping = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

} // namespace

ChoiceButton::ChoiceButton(const QString &drawing, QWidget *parent)
    : QCommandLinkButton(parent)
    , m_drawing(drawing)
{}

QFont ChoiceButton::titleFont() const
{
    QFont bold = font();
    bold.setBold(true);
    return bold;
}

QRect ChoiceButton::wordsRect(const QRect &within) const
{
    return within.adjusted(space::large + iconSide + space::medium, space::medium, -space::large,
                           -space::medium);
}

/// Layouts ask many times over, and where lines break takes long to find.
int ChoiceButton::heightForWidth(int width) const
{
    if (m_measuredWords != description() || m_measuredFont != font()) {
        m_heights.clear();
        m_measuredWords = description();
        m_measuredFont = font();
    }
    auto height = m_heights.constFind(width);
    if (height == m_heights.cend())
        height = m_heights.insert(width, measured(width));
    return *height;
}

int ChoiceButton::measured(int width) const
{
    const QRect words = wordsRect({0, 0, width, QWIDGETSIZE_MAX});
    const int title = QFontMetrics(titleFont()).height();
    const int below = fontMetrics().boundingRect(words, wrapping, description()).height();
    return space::medium + title + space::hair + below + space::medium;
}

QSize ChoiceButton::sizeHint() const
{
    return {formWidth, heightForWidth(formWidth)};
}

QSize ChoiceButton::minimumSizeHint() const
{
    const int title = QFontMetrics(titleFont()).horizontalAdvance(text());
    const int width = QWIDGETSIZE_MAX - wordsRect({0, 0, QWIDGETSIZE_MAX, 0}).width() + title;
    return {width, heightForWidth(width)};
}

void ChoiceButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.features |= QStyleOptionButton::CommandLinkButton;
    painter.drawControl(QStyle::CE_PushButtonBevel, option);

    const Colours &colours = coloursOf(palette());
    QRect words = wordsRect(rect());
    const int title = QFontMetrics(titleFont()).height();
    const QRect icon(space::large, words.top() + (title - iconSide) / 2, iconSide, iconSide);
    paintIcon(&painter, QStyle::visualRect(layoutDirection(), rect(), icon), m_drawing,
              isEnabled() ? colours.accent : colours.quiet);
    words = QStyle::visualRect(layoutDirection(), rect(), words);
    const int mnemonic = style()->styleHint(QStyle::SH_UnderlineShortcut, &option, this)
                             ? Qt::TextShowMnemonic
                             : Qt::TextHideMnemonic;
    painter.setFont(titleFont());
    painter.setPen(isEnabled() ? colours.text : colours.quiet);
    painter.drawText(words, int(Qt::AlignLeading) | Qt::AlignTop | mnemonic, text());
    painter.setFont(font());
    painter.setPen(isEnabled() ? colours.subtle : colours.quiet);
    words.setTop(words.top() + title + space::hair);
    painter.drawText(words, wrapping, description());
}

} // namespace latchkey::ui
