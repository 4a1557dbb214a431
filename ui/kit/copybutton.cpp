#include "kit/copybutton.h"

#include "kit/icons.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QTimer>

namespace latchkey::ui {

using namespace std::chrono_literals;

CopyButton::CopyButton(std::function<QString()> text, Content content, QWidget *parent)
    : QToolButton(parent)
    , m_text(std::move(text))
    , m_content(content)
{
    setIcon(ui::icon(QStringLiteral("copy")));
    setAutoRaise(true);
    connect(this, &QToolButton::clicked, this, &CopyButton::copy);
    retranslate();
}

void CopyButton::copy()
{
    const QString text = m_text();
    QGuiApplication::clipboard()->setText(text);
    if (m_content == Content::Secret) {
        // The application, not this button: the page may be gone by then and the secret must go
        // too.
        QTimer::singleShot(30s, qApp, [text] {
            if (QGuiApplication::clipboard()->text() == text)
                QGuiApplication::clipboard()->clear();
        });
    }
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
    setToolTip(tr("Copy"));
    setAccessibleName(tr("Copy"));
}

} // namespace latchkey::ui
