#include "apisessions/apisessionform.h"

#include "apisessions/endchoice.h"
#include "apisessions/labelsline.h"
#include "kit/errorwords.h"
#include "kit/formfield.h"
#include "kit/scale.h"

#include <QLineEdit>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

ApiSessionForm::ApiSessionForm(const Clock &clock, QWidget *parent)
    : EntryForm(parent)
    , m_labels(new QLineEdit)
    , m_labelsField(new FormField(m_labels))
    , m_end(new EndChoice(clock))
{
    m_labelsField->setMaximumWidth(formWidth);
    build({m_labelsField, m_end});
    connect(m_labels, &QLineEdit::returnPressed, this, &ApiSessionForm::submit);
    connect(m_end, &EndChoice::changed, this, &ApiSessionForm::retranslate);
    retranslate();
}

void ApiSessionForm::begin()
{
    m_session.reset();
    m_labels->clear();
    m_end->begin();
    clearErrors();
    retranslate();
}

void ApiSessionForm::begin(const api::ApiSession &session)
{
    m_session = session;
    m_labels->setText(labelsline::written(session.labels));
    m_end->begin(session.expiresAt);
    clearErrors();
    retranslate();
}

bool ApiSessionForm::isTyped() const
{
    return !m_labels->text().trimmed().isEmpty();
}

void ApiSessionForm::setReadOnly(bool isReadOnly)
{
    m_labels->setReadOnly(isReadOnly);
    m_end->setReadOnly(isReadOnly);
}

void ApiSessionForm::clearErrors()
{
    hideFailure();
    m_labelsField->clearError();
    m_end->setError({});
}

void ApiSessionForm::showError(const Error &error)
{
    if (error.field == "labels"_L1) {
        m_labelsField->setError(wordsOf(error));
        focusFirst();
    } else if (error.field == "expiresAt"_L1) {
        m_end->setError(wordsOf(error));
    } else {
        EntryForm::showError(error);
    }
}

void ApiSessionForm::focusFirst()
{
    m_labels->setFocus(Qt::OtherFocusReason);
    m_labels->selectAll();
}

void ApiSessionForm::send()
{
    clearErrors();
    const QList<QString> labels = labelsline::read(m_labels->text());
    const bool isLabelless = m_session && m_session->labels.isEmpty();
    if (labels.isEmpty() && !isLabelless)
        return showError(Error::rejected(u"empty"_s, u"labels"_s));
    const auto unlimited = m_end->isNever() ? std::optional(true) : std::nullopt;
    if (!m_session) {
        Q_EMIT createRequested(
            {.labels = labels, .expiresAt = m_end->moment(), .unlimited = unlimited});
        return;
    }
    const bool isRelabelled = labels != m_session->labels;
    if (!isRelabelled && m_end->isKept()) {
        Q_EMIT cancelled();
        return;
    }
    Q_EMIT updateRequested({.id = m_session->id,
                            .labels = isRelabelled ? std::optional(labels) : std::nullopt,
                            .expiresAt = m_end->moment(),
                            .unlimited = unlimited});
}

void ApiSessionForm::retranslate()
{
    m_labelsField->setLabel(lettered(tr("La&bels")));
    m_end->setLabel(lettered(tr("En&ds")));
    m_labelsField->setHint(
        tr("What will use it, e.g. Backup at night. Put commas between several."));
    setWords(m_end->isNever() ? tr("&Create without an end") : tr("&Create"));
}

} // namespace latchkey::ui
