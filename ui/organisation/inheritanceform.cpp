#include "organisation/inheritanceform.h"

#include "kit/scale.h"
#include "kit/subtletext.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace latchkey::ui {

using inheritancewords::parts;

InheritanceForm::InheritanceForm(QWidget *parent)
    : EntryForm(parent)
    , m_what(new SubtleText)
{
    m_what->setWordWrap(true);
    auto *choices = new QWidget;
    auto *column = new QVBoxLayout(choices);
    column->setContentsMargins({});
    column->setSpacing(space::small);
    for (QCheckBox *&box : m_boxes) {
        box = new QCheckBox;
        column->addWidget(box);
    }
    build({m_what, choices});
    InheritanceForm::begin();
}

void InheritanceForm::begin(const api::Inheritance &inheritance)
{
    m_inheritance = inheritance;
    for (std::size_t place = 0; place < parts.size(); ++place)
        m_boxes.at(place)->setChecked(inheritance.*parts.at(place) == api::Inherited::Parent);
    hideFailure();
    settle();
    retranslate();
}

void InheritanceForm::follow(const api::Inheritance &inheritance)
{
    const api::Inheritance now = ticked();
    for (std::size_t place = 0; place < parts.size(); ++place) {
        const auto part = parts.at(place);
        if (now.*part == m_inheritance.*part)
            m_boxes.at(place)->setChecked(inheritance.*part == api::Inherited::Parent);
    }
    m_inheritance = inheritance;
}

api::Inheritance InheritanceForm::ticked() const
{
    api::Inheritance ticked;
    for (std::size_t place = 0; place < parts.size(); ++place)
        ticked.*parts.at(place) =
            m_boxes.at(place)->isChecked() ? api::Inherited::Parent : api::Inherited::None;
    return ticked;
}

void InheritanceForm::focusFirst()
{
    m_boxes.front()->setFocus(Qt::OtherFocusReason);
}

void InheritanceForm::send()
{
    if (isTyped())
        Q_EMIT setRequested(ticked());
    else
        Q_EMIT cancelled();
}

void InheritanceForm::setReadOnly(bool isReadOnly)
{
    for (QCheckBox *box : m_boxes)
        box->setEnabled(!isReadOnly);
}

void InheritanceForm::retranslate()
{
    m_what->setText(tr("What the account takes from yours. Programs that move money go by it; "
                       "Latchkey only keeps it for them."));
    for (std::size_t place = 0; place < parts.size(); ++place)
        m_boxes.at(place)->setText(inheritancewords::name(parts.at(place)));
    setWords({});
}

} // namespace latchkey::ui
