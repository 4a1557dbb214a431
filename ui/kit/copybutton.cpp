#include "kit/copybutton.h"

#include "kit/icons.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QEvent>
#include <QGuiApplication>
#include <QMimeData>

namespace latchkey::ui {

using namespace std::chrono_literals;

namespace {

// A digest, so that nothing keeps the secret itself while it waits.
QByteArray digestOf(const QString &text)
{
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
}

} // namespace

CopyButton::CopyButton(std::function<QString()> text, Content content, QWidget *parent)
    : QToolButton(parent)
    , m_text(std::move(text))
    , m_content(content)
{
    setAutoRaise(true);
    m_done.setSingleShot(true);
    m_done.setInterval(2s);
    connect(&m_done, &QTimer::timeout, this, &CopyButton::retranslate);
    connect(this, &QToolButton::clicked, this, &CopyButton::copy);
    retranslate();
}

void CopyButton::copy()
{
    const QString text = m_text();
    if (m_content == Content::Secret)
        putSecret(text);
    else
        QGuiApplication::clipboard()->setText(text);
    m_done.start();
    retranslate();
    Q_EMIT copied();
}

void CopyButton::putSecret(const QString &text) const
{
    auto *content = new QMimeData;
    content->setText(text);
    // Clipboard histories that know this mark don't keep what bears it.
    content->setData(QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret"));
    QGuiApplication::clipboard()->setMimeData(content);
    // The application, not this button: the page may be gone by then and the secret must go too.
    QTimer::singleShot(m_secretLife, qApp, [digest = digestOf(text)] {
        QClipboard *clipboard = QGuiApplication::clipboard();
        if (digestOf(clipboard->text()) == digest)
            clipboard->clear();
    });
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
    QString words = isDone ? tr("Copied") : tr("Copy");
    if (isDone && m_content == Content::Secret) {
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(m_secretLife);
        words =
            tr("Copied. It leaves the clipboard in %n second(s).", nullptr, int(seconds.count()));
    }
    setToolTip(words);
    setAccessibleName(words);
}

} // namespace latchkey::ui
