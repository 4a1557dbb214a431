#include "kit/confirmbutton.h"

#include "kit/button.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>

namespace latchkey::ui {

using namespace std::chrono_literals;

ConfirmButton::ConfirmButton(QWidget *parent)
    : QPushButton(parent)
    , m_guard(QApplication::doubleClickInterval())
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(6s);
    connect(&m_patience, &QTimer::timeout, this, [this] { ask(false); });
    connect(this, &QPushButton::clicked, this, &ConfirmButton::press);
}

void ConfirmButton::setWords(const QString &first, const QString &deed)
{
    m_first = first;
    m_deed = deed;
    setText(m_isAsking ? m_deed : m_first);
}

void ConfirmButton::press()
{
    if (!m_isAsking) {
        ask(true);
    } else if (m_askedAt.elapsed() >= m_guard.count()) {
        ask(false);
        Q_EMIT confirmed();
    }
}

void ConfirmButton::ask(bool isAsking)
{
    if (isAsking == m_isAsking)
        return;
    m_isAsking = isAsking;
    setKind(this, isAsking ? ButtonKind::Danger : ButtonKind::Plain);
    setText(isAsking ? m_deed : m_first);
    if (!isAsking) {
        m_patience.stop();
        return;
    }
    m_askedAt.start();
    m_patience.start();
    QAccessibleEvent event(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

void ConfirmButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_isAsking)
        ask(false);
    else
        QPushButton::keyPressEvent(event);
}

void ConfirmButton::focusOutEvent(QFocusEvent *event)
{
    ask(false);
    QPushButton::focusOutEvent(event);
}

} // namespace latchkey::ui
