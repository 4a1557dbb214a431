#include "kit/passwordedit.h"

#include "kit/icons.h"
#include "kit/scale.h"
#include "kit/subtletext.h"

#include <QAction>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace latchkey::ui {

PasswordEdit::PasswordEdit(QWidget *parent)
    : QWidget(parent)
    , m_line(new QLineEdit(this))
    , m_reveal(new QAction(this))
    , m_capsLock(new SubtleText(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::hair);
    column->addWidget(m_line);
    column->addWidget(m_capsLock);
    m_capsLock->hide();
    m_line->addAction(m_reveal, QLineEdit::TrailingPosition);
    m_line->installEventFilter(this);
    setFocusProxy(m_line);
    reveal(false);
    connect(m_reveal, &QAction::triggered, this, [this] { reveal(!m_isRevealed); });
    connect(m_line, &QLineEdit::textEdited, this, &PasswordEdit::textEdited);
    connect(m_line, &QLineEdit::returnPressed, this, &PasswordEdit::submitted);
}

Secret PasswordEdit::secret() const
{
    return Secret(m_line->text());
}

bool PasswordEdit::isEmpty() const
{
    return m_line->text().isEmpty();
}

void PasswordEdit::clear()
{
    m_line->clear();
    reveal(false);
}

void PasswordEdit::reveal(bool isRevealed)
{
    m_isRevealed = isRevealed;
    m_line->setEchoMode(isRevealed ? QLineEdit::Normal : QLineEdit::Password);
    m_reveal->setIcon(icon(isRevealed ? QStringLiteral("eye-off") : QStringLiteral("eye")));
    retranslate();
}

void PasswordEdit::retranslate()
{
    m_reveal->setText(m_isRevealed ? tr("Hide password") : tr("Show password"));
    m_capsLock->setText(tr("Caps lock is on."));
}

void PasswordEdit::lookAtCapsLock(const QString &typed, bool isShifted)
{
    // No toolkit call tells; a capital without shift does.
    if (typed.size() != 1 || !typed.front().isLetter() ||
        typed.front().toLower() == typed.front().toUpper())
        return;
    m_capsLock->setVisible(typed.front().isUpper() != isShifted);
}

bool PasswordEdit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_CapsLock)
            m_capsLock->hide();
        else
            lookAtCapsLock(key->text(), key->modifiers() & Qt::ShiftModifier);
    } else if (event->type() == QEvent::FocusOut) {
        m_capsLock->hide();
    }
    return QWidget::eventFilter(watched, event);
}

void PasswordEdit::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace latchkey::ui
