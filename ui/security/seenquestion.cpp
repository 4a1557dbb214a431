#include "security/seenquestion.h"

#include "kit/button.h"
#include "kit/scale.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

SeenQuestion::SeenQuestion(QWidget *parent)
    : QWidget(parent)
    , m_question(new QLabel)
    , m_connect(new QPushButton)
    , m_cancel(new QPushButton)
{
    m_question->setTextFormat(Qt::PlainText);
    m_question->setWordWrap(true);
    setKind(m_connect, ButtonKind::Primary);
    setKind(m_cancel, ButtonKind::Flat);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::small);
    buttons->addWidget(m_connect);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(space::medium);
    layout->addWidget(m_question);
    layout->addLayout(buttons);
    connect(m_connect, &QPushButton::clicked, this, &SeenQuestion::confirmed);
    connect(m_cancel, &QPushButton::clicked, this, &SeenQuestion::declined);
    retranslate();
}

void SeenQuestion::ask(const api::SeenAtProvider &seen)
{
    m_seen = seen;
    retranslate();
}

void SeenQuestion::setUsable(bool isUsable)
{
    m_connect->setEnabled(isUsable);
}

void SeenQuestion::focusFirst()
{
    m_cancel->setFocus(Qt::OtherFocusReason); // Enter alone must not let anybody in
}

void SeenQuestion::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SeenQuestion::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT declined();
    else
        QWidget::keyPressEvent(event);
}

void SeenQuestion::retranslate()
{
    m_question->setText(
        tr("Connect %1 of %2 to this account? Whoever signs in there signs in here, too.",
           "%1 is an account elsewhere, mostly an e-mail address, %2 an identity provider")
            .arg(m_seen.name, m_seen.provider.name));
    m_connect->setText(tr("Connect"));
    m_cancel->setText(tr("Cancel"));
}

} // namespace latchkey::ui
