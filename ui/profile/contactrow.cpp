#include "profile/contactrow.h"

#include "kit/foldingpair.h"
#include "kit/scale.h"
#include "kit/subtletext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {

constexpr int narrowestWords = 220;

} // namespace

ContactRow::ContactRow(const QString &icon, QWidget *parent)
    : QWidget(parent)
    , m_icon(icon)
    , m_mark(new IconMark(24))
    , m_value(new QLabel)
    , m_detail(new SubtleText)
    , m_place(new QWidget)
    , m_acts(new QHBoxLayout(m_place))
{
    for (QLabel *words : std::initializer_list<QLabel *>{m_value, m_detail}) {
        words->setTextFormat(Qt::PlainText);
        words->setWordWrap(true);
    }
    auto *words = new QVBoxLayout;
    words->setSpacing(space::hair);
    words->addWidget(m_value);
    words->addWidget(m_detail);
    auto *marked = new QWidget;
    auto *inMarked = new QHBoxLayout(marked);
    inMarked->setContentsMargins({});
    inMarked->setSpacing(space::medium);
    inMarked->addWidget(m_mark, 0, Qt::AlignTop);
    inMarked->addLayout(words, 1);
    m_acts->setContentsMargins({});
    m_acts->setSpacing(space::small);
    m_place->hide();
    auto *layout = new FoldingPair(FoldingPair::Shares::SecondAsItIs, narrowestWords, this);
    layout->setContentsMargins({});
    layout->setSpacing(space::medium);
    layout->addWidget(marked);
    layout->addWidget(m_place);
}

void ContactRow::tell(const QString &value, IconMark::Ink ink, const QString &detail)
{
    m_mark->setIcon(m_icon, ink);
    m_value->setText(value);
    m_detail->setText(detail);
}

QPushButton *ContactRow::addAct()
{
    auto *act = new QPushButton;
    m_acts->addWidget(act);
    m_place->show();
    m_buttons << act;
    return act;
}

void ContactRow::focusFirst()
{
    for (QPushButton *act : std::as_const(m_buttons)) {
        if (act->isVisibleTo(this)) {
            act->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

} // namespace latchkey::ui
