#include "kit/question.h"

#include "kit/busyindicator.h"
#include "kit/scale.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

namespace latchkey::ui {

Question::Question(ButtonKind kind, QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel)
    , m_confirm(new QPushButton)
    , m_decline(new QPushButton)
    , m_busy(new BusyIndicator)
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    setKind(m_confirm, kind);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(space::small);
    for (QWidget *act : std::initializer_list<QWidget *>{m_confirm, m_decline, m_busy})
        acts->addWidget(act);
    acts->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::medium);
    column->addWidget(m_text);
    column->addLayout(acts);
    connect(m_confirm, &QPushButton::clicked, this, &Question::confirmed);
    connect(m_decline, &QPushButton::clicked, this, &Question::declined);
    retranslate();
}

void Question::setWords(const QString &question, const QString &confirm)
{
    m_text->setText(question);
    m_confirm->setText(confirm);
}

void Question::setUsable(bool isUsable)
{
    m_isUsable = isUsable;
    settle();
}

void Question::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    settle();
}

void Question::settle()
{
    m_confirm->setEnabled(m_isUsable && !m_isBusy);
    m_decline->setEnabled(!m_isBusy);
    m_busy->setBusy(m_isBusy);
}

void Question::focusFirst()
{
    m_decline->setFocus(Qt::OtherFocusReason); // Enter alone must not do anything
}

void Question::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_isBusy)
        Q_EMIT declined();
    else
        QWidget::keyPressEvent(event);
}

void Question::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void Question::retranslate()
{
    m_decline->setText(tr("Cancel"));
}

} // namespace latchkey::ui
