#include "apisessions/apisessionform.h"

#include "apisessions/endchoice.h"
#include "apisessions/labelsline.h"
#include "kit/busyindicator.h"
#include "kit/button.h"
#include "kit/errorwords.h"
#include "kit/formfield.h"
#include "kit/messagebar.h"
#include "kit/mnemonic.h"
#include "kit/scale.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

ApiSessionForm::ApiSessionForm(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_failure(new MessageBar)
    , m_labels(new QLineEdit)
    , m_labelsField(new FormField(m_labels))
    , m_end(new EndChoice(clock))
    , m_submit(new QPushButton)
    , m_cancel(new QPushButton)
    , m_busy(new BusyIndicator)
{
    build();
    connect(m_labels, &QLineEdit::returnPressed, this, &ApiSessionForm::submit);
    connect(m_submit, &QPushButton::clicked, this, &ApiSessionForm::submit);
    connect(m_cancel, &QPushButton::clicked, this, &ApiSessionForm::cancelled);
    connect(m_end, &EndChoice::changed, this, &ApiSessionForm::retranslate);
    retranslate();
}

void ApiSessionForm::build()
{
    m_failure->hide();
    m_labelsField->setMaximumWidth(formWidth);
    setKind(m_submit, ButtonKind::Primary);
    auto *acts = new QHBoxLayout;
    for (QWidget *act : std::initializer_list<QWidget *>{m_submit, m_cancel, m_busy})
        acts->addWidget(act);
    acts->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::large);
    column->addWidget(m_failure);
    column->addWidget(m_labelsField);
    column->addWidget(m_end);
    column->addLayout(acts);
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

void ApiSessionForm::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    settle();
}

void ApiSessionForm::setUsable(bool isUsable)
{
    m_isUsable = isUsable;
    settle();
}

void ApiSessionForm::settle()
{
    m_busy->setBusy(m_isBusy);
    m_labels->setReadOnly(m_isBusy);
    m_end->setReadOnly(m_isBusy);
    m_submit->setEnabled(m_isUsable && !m_isBusy);
}

void ApiSessionForm::clearErrors()
{
    m_failure->hide();
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
        m_failure->tell(error);
    }
}

void ApiSessionForm::focusFirst()
{
    m_labels->setFocus(Qt::OtherFocusReason);
    m_labels->selectAll();
}

void ApiSessionForm::submit()
{
    if (!m_submit->isEnabled())
        return;
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

void ApiSessionForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_isBusy)
        Q_EMIT cancelled();
    else
        QWidget::keyPressEvent(event);
}

void ApiSessionForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ApiSessionForm::retranslate()
{
    // Of those for sessions that are there, several may be open at once.
    const auto lettered = [this](const QString &words) {
        return m_session ? withoutMnemonic(words) : words;
    };
    m_labelsField->setLabel(lettered(tr("La&bels")));
    m_end->setLabel(lettered(tr("En&ds")));
    m_labelsField->setHint(
        tr("What will use it, e.g. Backup at night. Put commas between several."));
    m_submit->setText(m_session          ? tr("Save")
                      : m_end->isNever() ? tr("&Create without an end")
                                         : tr("&Create"));
    m_cancel->setText(lettered(tr("Cance&l")));
}

} // namespace latchkey::ui
