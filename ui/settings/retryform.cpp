#include "settings/retryform.h"

#include "kit/choicebox.h"
#include "kit/formfield.h"
#include "kit/scale.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QVBoxLayout>

#include <limits>

namespace latchkey::ui {

using account::bounded;
using account::RetryChoice;
using std::chrono::milliseconds;
using Strategy = RetryChoice::Strategy;

namespace {

using Seconds = std::chrono::duration<double>;

double secondsOf(milliseconds time)
{
    return Seconds(time).count();
}

milliseconds timeOf(const QDoubleSpinBox &box)
{
    return std::chrono::round<milliseconds>(Seconds(box.value()));
}

/// From the least to the most that a choice may be, which is said in one place.
void bind(QDoubleSpinBox &box, milliseconds RetryChoice::*time)
{
    RetryChoice least;
    least.initialInterval = milliseconds::min();
    least.*time = milliseconds::min();
    RetryChoice most;
    most.*time = milliseconds::max();
    box.setRange(secondsOf(bounded(least).*time), secondsOf(bounded(most).*time));
}

} // namespace

RetryForm::RetryForm(QWidget *parent)
    : QWidget(parent)
    , m_strategy(new ChoiceBox)
    , m_strategyField(new FormField(m_strategy, this))
    , m_first(new QDoubleSpinBox)
    , m_firstField(new FormField(m_first, this))
    , m_longest(new QDoubleSpinBox)
    , m_longestField(new FormField(m_longest, this))
    , m_factor(new QDoubleSpinBox)
    , m_factorField(new FormField(m_factor, this))
    , m_altogether(new QDoubleSpinBox)
    , m_altogetherField(new FormField(m_altogether, this))
    , m_lost(new QCheckBox(this))
{
    m_strategy->addChoice(static_cast<int>(Strategy::None), [] { return tr("Never"); });
    m_strategy->addChoice(static_cast<int>(Strategy::Backoff),
                          [] { return tr("After waits that grow"); });
    bind(*m_first, &RetryChoice::initialInterval);
    bind(*m_longest, &RetryChoice::maxInterval);
    bind(*m_altogether, &RetryChoice::maxElapsedTime);
    for (QDoubleSpinBox *time : {m_first, m_longest, m_altogether})
        time->setDecimals(1);
    m_factor->setRange(bounded({.exponent = 0}).exponent,
                       bounded({.exponent = std::numeric_limits<double>::max()}).exponent);
    m_factor->setSingleStep(0.1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::medium);
    for (FormField *field :
         {m_strategyField, m_firstField, m_factorField, m_longestField, m_altogetherField}) {
        field->setMaximumWidth(formWidth);
        layout->addWidget(field);
    }
    layout->addWidget(m_lost);

    connect(m_strategy, &ChoiceBox::picked, this, &RetryForm::take);
    for (QDoubleSpinBox *number : {m_first, m_longest, m_factor, m_altogether})
        connect(number, &QDoubleSpinBox::editingFinished, this, &RetryForm::take);
    connect(m_lost, &QCheckBox::clicked, this, &RetryForm::take);
    setChoice({});
    retranslate();
}

void RetryForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RetryForm::setChoice(const RetryChoice &choice)
{
    m_choice = choice;
    m_strategy->choose(static_cast<int>(choice.strategy));
    m_first->setValue(secondsOf(choice.initialInterval));
    m_longest->setValue(secondsOf(choice.maxInterval));
    m_factor->setValue(choice.exponent);
    m_altogether->setValue(secondsOf(choice.maxElapsedTime));
    m_lost->setChecked(choice.retryConnectionErrors);
    showFields();
}

void RetryForm::take()
{
    const RetryChoice choice = bounded({.strategy = static_cast<Strategy>(m_strategy->chosen()),
                                        .initialInterval = timeOf(*m_first),
                                        .maxInterval = timeOf(*m_longest),
                                        .exponent = m_factor->value(),
                                        .maxElapsedTime = timeOf(*m_altogether),
                                        .retryConnectionErrors = m_lost->isChecked()});
    if (choice == m_choice)
        return;
    setChoice(choice);
    Q_EMIT chosen(choice);
}

void RetryForm::showFields()
{
    const bool isRepeated = m_choice.strategy == Strategy::Backoff;
    for (QWidget *part :
         QList<QWidget *>{m_firstField, m_factorField, m_longestField, m_altogetherField, m_lost})
        part->setVisible(isRepeated);
}

void RetryForm::retranslate()
{
    m_strategyField->setLabel(tr("Try again by itself"));
    m_strategyField->setHint(tr("Only where asking twice can do no harm."));
    m_firstField->setLabel(tr("First wait"));
    m_factorField->setLabel(tr("Each further wait, times"));
    m_longestField->setLabel(tr("Longest wait"));
    m_altogetherField->setLabel(tr("Altogether no longer than"));
    m_lost->setText(tr("Also when the connection broke"));
    for (QDoubleSpinBox *time : {m_first, m_longest, m_altogether})
        time->setSuffix(tr(" s", "seconds, behind a number"));
}

} // namespace latchkey::ui
