#include "kit/copyline.h"

#include "kit/copybutton.h"
#include "kit/scale.h"
#include "kit/subtletext.h"

#include <QHBoxLayout>
#include <QLabel>

namespace latchkey::ui {

CopyLine::CopyLine(QWidget *parent)
    : QWidget(parent)
    , m_words(new SubtleText)
    , m_text(new QLabel)
{
    m_words->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::small);
    line->addWidget(m_text);
    line->addWidget(new CopyButton([this] { return m_text->text(); }));
    line->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(space::hair);
    layout->addWidget(m_words);
    layout->addLayout(line);
}

void CopyLine::setWords(const QString &words, const QString &name)
{
    m_words->setText(words);
    m_text->setAccessibleName(name);
}

void CopyLine::setText(const QString &text)
{
    m_text->setText(text);
}

} // namespace latchkey::ui
