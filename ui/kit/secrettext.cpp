#include "kit/secrettext.h"

#include "kit/boundedbox.h"
#include "kit/copybutton.h"
#include "kit/scale.h"

#include <QFontDatabase>
#include <QLabel>

namespace latchkey::ui {

SecretText::SecretText(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel)
{
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *row = new BoundedBox(QBoxLayout::LeftToRight, this);
    row->setContentsMargins({});
    row->setSpacing(space::small);
    setMaximumWidth(formWidth); // the button stands beside what it copies
    row->addWidget(m_text, 1);
    row->addWidget(CopyButton::ofSecret([this] { return m_secret; }), 0, Qt::AlignTop);
}

void SecretText::setSecret(const Secret &secret)
{
    m_secret = secret;
    m_text->setText(inGroups(secret));
}

void SecretText::setName(const QString &name)
{
    // A name would stand in place of the secret itself.
    m_text->setAccessibleDescription(name);
}

QString SecretText::inGroups(const Secret &secret)
{
    QString grouped;
    const QString plain = secret.revealText();
    for (qsizetype i = 0; i < plain.size(); ++i) {
        if (i > 0 && i % 4 == 0)
            grouped += u' ';
        grouped += plain.at(i);
    }
    return grouped;
}

} // namespace latchkey::ui
