#include "kit/avatardisc.h"

#include <QPainter>
#include <QTextBoundaryFinder>

namespace latchkey::ui {

namespace {

/// What a person sees as one character, e.g. an emoji of several code points.
QStringList characters(const QString &text)
{
    QStringList found;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    for (qsizetype from = 0, to = finder.toNextBoundary(); to > from;
         from = to, to = finder.toNextBoundary())
        found << text.mid(from, to - from);
    return found;
}

bool isEastAsian(const QString &character)
{
    switch (QChar::script(character.toUcs4().value(0))) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
        return true;
    default:
        return false;
    }
}

} // namespace

QString initialsOf(const QString &name)
{
    const QStringList words = name.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return QStringLiteral("?");
    const QStringList first = characters(words.first());
    if (isEastAsian(first.first()))
        return first.size() > 2 ? first.sliced(first.size() - 2).join(QString()) : first.last();
    if (words.size() == 1)
        return first.first().toUpper();
    return first.first().toUpper() + characters(words.last()).first().toUpper();
}

QColor discColourOf(const QString &name)
{
    static constexpr QRgb colours[] = {0x2459c4, 0x7a3fb0, 0xa8326e, 0xb3261e, 0x8f4a00,
                                       0x4d6300, 0x1d6f42, 0x00696f, 0x3f5873, 0x5b4bc4};
    // Not qHash: it differs from one run to the next.
    quint32 sum = 2166136261U;
    for (const QChar c : name)
        sum = (sum ^ c.unicode()) * 16777619U;
    return colours[sum % std::size(colours)];
}

void paintDisc(QPainter &painter, const QRectF &rect, const QString &name)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(discColourOf(name));
    painter.drawEllipse(rect);
    QFont letters = painter.font();
    letters.setPixelSize(std::max(1, int(rect.height() * 0.4)));
    letters.setWeight(QFont::Bold);
    painter.setFont(letters);
    painter.setPen(Qt::white);
    painter.drawText(rect, Qt::AlignCenter, initialsOf(name));
    painter.restore();
}

AvatarDisc::AvatarDisc(int size, QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(size, size);
}

void AvatarDisc::setName(const QString &name)
{
    m_name = name;
    setAccessibleName(name);
    update();
}

void AvatarDisc::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintDisc(painter, QRectF(rect()), m_name);
}

} // namespace latchkey::ui
