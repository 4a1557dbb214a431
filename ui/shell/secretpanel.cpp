#include "shell/secretpanel.h"

#include "kit/button.h"
#include "kit/errorwords.h"
#include "kit/formfield.h"
#include "kit/passwordedit.h"
#include "kit/scale.h"
#include "kit/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

SecretPanel::SecretPanel(Ask ask, QWidget *parent)
    : QFrame(parent)
    , m_ask(std::move(ask))
    , m_why(new QLabel(this))
    , m_secret(new PasswordEdit)
    , m_field(new FormField(m_secret, this))
    , m_confirm(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    m_why->setWordWrap(true);
    m_field->setMaximumWidth(formWidth);
    setKind(m_confirm, ButtonKind::Primary);

    auto *acts = new QHBoxLayout;
    acts->addWidget(m_confirm);
    acts->addWidget(m_cancel);
    acts->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::medium, space::large, space::medium);
    layout->setSpacing(space::small);
    layout->addWidget(m_why);
    layout->addWidget(m_field);
    layout->addLayout(acts);

    // Not textEdited: what assistive technology types counts too.
    connect(m_secret->line(), &QLineEdit::textChanged, this, [this] { setBusy(m_isBusy); });
    connect(m_secret, &PasswordEdit::submitted, this, &SecretPanel::submit);
    connect(m_confirm, &QPushButton::clicked, this, &SecretPanel::submit);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_ask.decline(); });
    retranslate();
    setBusy(false);
}

void SecretPanel::focusSecret()
{
    m_secret->line()->setFocus(Qt::OtherFocusReason);
}

void SecretPanel::setDeclinable(bool isDeclinable)
{
    m_cancel->setVisible(isDeclinable);
}

void SecretPanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SecretPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_cancel->isHidden())
        m_ask.decline();
    else
        QFrame::keyPressEvent(event);
}

void SecretPanel::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), coloursOf(palette()).accentSurface);
}

void SecretPanel::submit()
{
    if (m_isBusy || m_secret->isEmpty())
        return;
    m_error.reset();
    setBusy(true);
    m_calls.add(m_ask.submit(m_secret->secret())).then(this, [this](const Result<Nothing> &result) {
        if (!result) {
            m_error = result.error();
            m_secret->line()->selectAll();
            focusSecret();
        }
        setBusy(false);
        retranslate();
    });
}

void SecretPanel::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    m_secret->line()->setReadOnly(isBusy);
    m_confirm->setEnabled(!isBusy && !m_secret->isEmpty());
}

void SecretPanel::retranslate()
{
    const Words words = m_ask.words();
    setAccessibleName(words.name);
    m_why->setText(words.why);
    m_field->setLabel(words.label);
    m_confirm->setText(words.confirm);
    m_cancel->setText(words.cancel);
    m_field->setError(m_error ? wordsOf(*m_error) : QString());
}

} // namespace latchkey::ui
