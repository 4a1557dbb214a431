#include "kit/copybutton.h"

#include "kit/icons.h"
#include "kit/secretclipboard.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>

namespace latchkey::ui {

using namespace std::chrono_literals;

CopyButton::CopyButton(std::function<QString()> text, QWidget *parent)
    : QToolButton(parent)
    , m_put([text = std::move(text)] { QGuiApplication::clipboard()->setText(text()); })
{
    setAutoRaise(true);
    m_done.setSingleShot(true);
    m_done.setInterval(2s);
    connect(&m_done, &QTimer::timeout, this, &CopyButton::retranslate);
    connect(this, &QToolButton::clicked, this, &CopyButton::copy);
    retranslate();
}

CopyButton *CopyButton::ofSecret(const std::function<Secret()> &secret, QWidget *parent)
{
    auto *button = new CopyButton([] { return QString(); }, parent);
    button->m_put = [secret] { copySecret(secret()); };
    return button;
}

void CopyButton::copy()
{
    m_put();
    m_done.start();
    retranslate();
    Q_EMIT copied();
}

void CopyButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QToolButton::changeEvent(event);
}

void CopyButton::retranslate()
{
    const bool isDone = m_done.isActive();
    setIcon(ui::icon(isDone ? QStringLiteral("check") : QStringLiteral("copy")));
    const QString words = isDone ? tr("Copied") : tr("Copy");
    setToolTip(words);
    setAccessibleName(words);
}

} // namespace latchkey::ui
