#include "kit/pageheader.h"

#include "kit/scale.h"
#include "kit/subtletext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace latchkey::ui {

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
    m_subtitle->setText(subtitle);
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
