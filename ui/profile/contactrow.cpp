#include "profile/contactrow.h"

#include "kit/scale.h"
#include "kit/subtletext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

ContactRow::ContactRow(const QString &icon, QWidget *parent)
    : QWidget(parent)
    , m_icon(icon)
    , m_mark(new IconMark(24))
    , m_value(new QLabel)
    , m_detail(new SubtleText)
    , m_acts(new QHBoxLayout)
{
    for (QLabel *words : std::initializer_list<QLabel *>{m_value, m_detail}) {
        words->setTextFormat(Qt::PlainText);
        words->setWordWrap(true);
    }
    auto *words = new QVBoxLayout;
    words->setSpacing(space::hair);
    words->addWidget(m_value);
    words->addWidget(m_detail);
    m_acts->setSpacing(space::small);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(space::medium);
    layout->addWidget(m_mark, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    layout->addLayout(m_acts);
    layout->setAlignment(m_acts, Qt::AlignVCenter);
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
