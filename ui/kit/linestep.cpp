#include "kit/linestep.h"

#include "kit/errorwords.h"
#include "kit/formfield.h"
#include "kit/passwordedit.h"

#include <QLineEdit>

namespace latchkey::ui {

LineStep::LineStep(Typed typed, QWidget *parent)
    : FormStep(parent)
    , m_typed(typed)
{
    if (typed == Typed::Password) {
        auto *edit = new PasswordEdit;
        m_line = edit->line();
        m_field = new FormField(edit);
    } else {
        m_line = new QLineEdit;
        m_field = new FormField(m_line);
    }
    if (typed == Typed::Email)
        m_line->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    if (typed == Typed::Code) // keyboards learn what is typed, and it may sign in
        m_line->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                                    Qt::ImhNoAutoUppercase);
    setFocusProxy(m_field);
    build({m_field});
    connect(m_line, &QLineEdit::returnPressed, this, &LineStep::submit);
}

void LineStep::setWords(const Words &words)
{
    FormStep::setWords(words);
    m_field->setLabel(words.label);
    m_field->setHint(words.hint);
}

void LineStep::setText(const QString &text)
{
    // Unlike QLineEdit::clear() it leaves nothing that could be undone.
    if (m_line->text() != text)
        m_line->setText(text);
}

QString LineStep::text() const
{
    return m_line->text();
}

Secret LineStep::secret() const
{
    return Secret(m_typed == Typed::Code ? m_line->text().trimmed() : m_line->text());
}

void LineStep::setReadOnly(bool isReadOnly)
{
    m_line->setReadOnly(isReadOnly);
}

void LineStep::setError(const std::optional<Error> &error)
{
    m_field->setError(!error                   ? QString()
                      : m_typed == Typed::Code ? codeWordsOf(*error, CodeKind::Given)
                                               : wordsOf(*error));
    // Who has to wait may type on meanwhile.
    if (!error || error->kind == Error::Kind::RateLimited)
        return;
    if (m_typed == Typed::Password)
        m_line->selectAll();
    m_line->setFocus();
}

void LineStep::focusFirst()
{
    m_line->setFocus();
    m_line->selectAll();
}

} // namespace latchkey::ui
