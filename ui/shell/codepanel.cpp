#include "shell/codepanel.h"

#include "kit/button.h"
#include "kit/codeentry.h"
#include "kit/errorwords.h"
#include "kit/scale.h"
#include "kit/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace latchkey::ui {

CodePanel::CodePanel(Ask ask, QWidget *parent)
    : QFrame(parent)
    , m_ask(std::move(ask))
    , m_why(new QLabel(this))
    , m_code(new CodeEntry(this))
    , m_confirm(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    m_why->setWordWrap(true);
    setKind(m_confirm, ButtonKind::Primary);
    auto *acts = new QHBoxLayout;
    acts->addWidget(m_confirm);
    acts->addWidget(m_cancel);
    acts->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::medium, space::large, space::medium);
    layout->setSpacing(space::small);
    layout->addWidget(m_why);
    layout->addWidget(m_code);
    layout->addLayout(acts);
    connect(m_code, &CodeEntry::submitted, this, &CodePanel::submit);
    connect(m_code, &CodeEntry::changed, this, [this] { setBusy(m_isBusy); });
    connect(m_confirm, &QPushButton::clicked, this, &CodePanel::submit);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_ask.decline(); });
    retranslate();
    setBusy(false);
}

void CodePanel::focusCode()
{
    m_code->focusFirst();
}

void CodePanel::submit()
{
    if (m_isBusy || !m_code->isComplete())
        return;
    m_error.reset();
    m_code->setError({});
    setBusy(true);
    const Kind kind = m_code->isRecovery() ? Kind::Recovery : Kind::Authenticator;
    m_calls.add(m_ask.submit(kind, m_code->code()))
        .then(this, [this](const Result<Nothing> &result) {
            setBusy(false);
            if (result)
                return;
            m_error = result.error();
            m_code->setError(wordsOf(*m_error));
        });
}

void CodePanel::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    m_code->setBusy(isBusy);
    m_confirm->setEnabled(!isBusy && m_code->isComplete());
}

void CodePanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CodePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        m_ask.decline();
    else
        QFrame::keyPressEvent(event);
}

void CodePanel::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), coloursOf(palette()).accentSurface);
}

void CodePanel::retranslate()
{
    setAccessibleName(tr("Confirm that it is you"));
    m_why->setText(tr("Confirm that it is you with a code from your authenticator. Then what you "
                      "asked for goes on by itself."));
    m_confirm->setText(tr("Con&firm"));
    m_cancel->setText(tr("&Cancel"));
    if (m_error)
        m_code->setError(wordsOf(*m_error));
}

} // namespace latchkey::ui
