#include "kit/passwordedit.h"

#include "kit/iconmark.h"
#include "kit/icons.h"
#include "kit/scale.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {
constexpr int revealSide = 28;

QKeySequence revealKeys()
{
    return {Qt::CTRL | Qt::Key_R};
}
} // namespace

PasswordEdit::PasswordEdit(QWidget *parent)
    : QWidget(parent)
    , m_line(new QLineEdit(this))
    , m_reveal(new QToolButton(m_line))
    , m_warning(new QWidget(this))
    , m_capsLock(new QLabel(m_warning))
{
    auto *mark = new IconMark(16, m_warning);
    mark->setIcon(QStringLiteral("warning"), IconMark::Ink::Warning);
    auto *words = new QHBoxLayout(m_warning);
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(space::hair);
    words->addWidget(mark);
    words->addWidget(m_capsLock, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::hair);
    column->addWidget(m_line);
    column->addWidget(m_warning);
    m_warning->hide();
    // Tab leads to the next field. Whoever types on without looking must not type at a button,
    // which hands on to the line what it doesn't take itself; so the keyboard has keys of its own
    // for it.
    m_reveal->setAutoRaise(true);
    m_reveal->setCheckable(true);
    m_reveal->setFocusPolicy(Qt::NoFocus);
    m_reveal->setCursor(Qt::ArrowCursor);
    m_reveal->resize(revealSide, revealSide);
    m_line->setTextMargins(0, 0, revealSide, 0);
    m_line->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                                Qt::ImhNoAutoUppercase);
    m_line->installEventFilter(this);
    setFocusProxy(m_line);
    setFocusPolicy(Qt::StrongFocus); // else a label's Alt key would not come here
    reveal(false);
    connect(m_reveal, &QToolButton::toggled, this, &PasswordEdit::reveal);
    connect(m_line, &QLineEdit::textChanged, this, &PasswordEdit::textChanged);
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
    // Not QLineEdit::clear(): that keeps a history, from which Ctrl+Z brings the password back.
    m_line->setText({});
    reveal(false);
}

void PasswordEdit::reveal(bool isRevealed)
{
    const QSignalBlocker quiet(m_reveal);
    m_reveal->setChecked(isRevealed);
    m_reveal->setIcon(icon(isRevealed ? QStringLiteral("eye-off") : QStringLiteral("eye")));
    m_line->setEchoMode(isRevealed ? QLineEdit::Normal : QLineEdit::Password);
    retranslate();
}

void PasswordEdit::place()
{
    const int gap = (m_line->height() - revealSide) / 2;
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    m_reveal->move(isMirrored ? gap : m_line->width() - revealSide - gap, gap);
}

void PasswordEdit::retranslate()
{
    const QString words = m_reveal->isChecked() ? tr("Hide password") : tr("Show password");
    m_reveal->setToolTip(tr("%1 (%2)", "%1 is what it does, %2 are keys")
                             .arg(words, revealKeys().toString(QKeySequence::NativeText)));
    m_reveal->setAccessibleName(words);
    m_capsLock->setText(tr("Caps lock is on."));
}

bool PasswordEdit::take(const QKeyEvent &key)
{
    if (revealKeys() == QKeySequence(key.keyCombination())) {
        m_reveal->toggle();
        return true;
    }
    if (key.key() == Qt::Key_CapsLock)
        m_warning->hide(); // which way it went shows at the next letter
    else
        lookAtCapsLock(key);
    return false;
}

void PasswordEdit::lookAtCapsLock(const QKeyEvent &key)
{
    // No toolkit call tells; a capital without shift does, or a small letter with it.
    const QString typed = key.text();
    if (typed.size() != 1 || typed.front().toLower() == typed.front().toUpper())
        return;
    const bool isShifted = key.modifiers().testFlag(Qt::ShiftModifier);
    const bool isOn = typed.front().isUpper() != isShifted;
    m_warning->setVisible(isOn);
}

bool PasswordEdit::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
        if (take(*static_cast<QKeyEvent *>(event)))
            return true;
        break;
    case QEvent::FocusOut:
        m_warning->hide();
        break;
    case QEvent::Resize:
    case QEvent::LayoutDirectionChange:
        place();
        break;
    default:
        break;
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
