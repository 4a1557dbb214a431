#include "kit/pageheader.h"

#include "kit/scale.h"
#include "kit/subtletext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QRegularExpression>

namespace latchkey::ui {

namespace {

/// A long address may go on in the next line behind each of its parts: as one word it would make the
/// window as wide as itself.
QString breakable(const QString &text)
{
    constexpr qsizetype longest = 30;
    QStringList words = text.split(u' ');
    for (QString &word : words) {
        if (word.size() <= longest)
            continue;
        static const QRegularExpression between(QStringLiteral("(?<=[@._-])(?=\\w)"));
        word.replace(between, QString(QChar(0x200b)));
    }
    return words.join(u' ');
}

} // namespace

PageHeader::PageHeader(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_subtitle(new SubtleText(this))
    , m_actions(new QHBoxLayout)
{
    auto *words = new QVBoxLayout;
    words->setSpacing(space::hair);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    m_actions->setSpacing(space::small);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, space::small);
    row->addLayout(words, 1);
    row->addLayout(m_actions);
    m_subtitle->hide();
    m_subtitle->setWordWrap(true);
    restyle();
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void PageHeader::setSubtitle(const QString &subtitle)
{
    m_subtitle->setText(breakable(subtitle));
    m_subtitle->setAccessibleName(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
}

void PageHeader::addAction(QWidget *action)
{
    m_actions->addWidget(action, 0, Qt::AlignVCenter);
}

void PageHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        restyle();
    QWidget::changeEvent(event);
}

void PageHeader::restyle()
{
    m_title->setFont(sized(font(), TypeSize::Title));
}

} // namespace latchkey::ui
