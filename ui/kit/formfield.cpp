#include "kit/formfield.h"

#include "kit/boundedbox.h"
#include "kit/iconmark.h"
#include "kit/mnemonic.h"
#include "kit/scale.h"
#include "kit/theme.h"
#include "kit/wrongmark.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>

namespace latchkey::ui {

FormField::FormField(QWidget *editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_label(new QLabel(this))
    , m_mark(new IconMark(16, this))
    , m_below(new QLabel(this))
{
    auto *below = new QHBoxLayout;
    below->setSpacing(space::hair);
    below->addWidget(m_mark, 0, Qt::AlignTop);
    below->addWidget(m_below, 1);
    auto *column = new BoundedBox(QBoxLayout::TopToBottom, this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::hair);
    column->addWidget(m_label);
    column->addWidget(editor);
    column->addLayout(below);
    m_label->setBuddy(editor);
    m_mark->setIcon(QStringLiteral("error"), IconMark::Ink::Danger);
    m_below->setWordWrap(true);
    m_below->setTextFormat(Qt::PlainText);
    setFocusProxy(editor);
    auto *line = qobject_cast<QLineEdit *>(typedInto());
    if (!line)
        line = editor->findChild<QLineEdit *>();
    if (line)
        // Not textEdited: what assistive technology types counts too.
        connect(line, &QLineEdit::textChanged, this, &FormField::clearError);
    showBelow();
}

/// What a screen reader stops at: within an editor of several parts the one that takes the focus.
QWidget *FormField::typedInto() const
{
    QWidget *widget = m_editor;
    while (widget->focusProxy())
        widget = widget->focusProxy();
    return widget;
}

void FormField::setLabel(const QString &label)
{
    const QString name = withoutMnemonic(label);
    m_label->setText(label);
    m_label->setAccessibleName(name);
    typedInto()->setAccessibleName(name);
}

void FormField::setHint(const QString &hint)
{
    m_hint = hint;
    showBelow();
}

void FormField::setError(const QString &error)
{
    if (error == m_errorText)
        return;
    m_errorText = error;
    showBelow();
    if (!error.isEmpty() && isVisible()) {
        QAccessibleEvent event(typedInto(), QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void FormField::changeEvent(QEvent *event)
{
    if (!m_isRestyling &&
        (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange))
        showBelow();
    QWidget::changeEvent(event);
}

void FormField::showBelow()
{
    const QScopedValueRollback guard(m_isRestyling, true);
    const Colours &colours = coloursOf(palette());
    const QString text = hasError() ? m_errorText : m_hint;
    QPalette own;
    own.setColor(QPalette::WindowText, hasError() ? colours.danger : colours.subtle);
    m_below->setPalette(own);
    m_below->setFont(sized(font(), TypeSize::Caption));
    m_below->setText(text);
    m_below->setVisible(!text.isEmpty());
    m_mark->setVisible(hasError());
    typedInto()->setAccessibleDescription(text);
    setWrong(typedInto(), hasError());
}

} // namespace latchkey::ui
