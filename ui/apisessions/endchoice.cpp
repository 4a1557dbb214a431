#include "apisessions/endchoice.h"

#include "kit/choicebox.h"
#include "kit/formfield.h"
#include "kit/messagebar.h"
#include "kit/relativetime.h"
#include "kit/scale.h"

#include <QEvent>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {

constexpr int keep = -1;
constexpr int never = 0;
constexpr int usual = 30; ///< days, as all others

} // namespace

EndChoice::EndChoice(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_choice(new ChoiceBox)
    , m_field(new FormField(m_choice))
    , m_warning(new MessageBar)
{
    m_field->setMaximumWidth(formWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::large);
    column->addWidget(m_field);
    column->addWidget(m_warning);
    connect(m_choice, &ChoiceBox::currentIndexChanged, this, &EndChoice::settle);
    begin();
}

void EndChoice::begin()
{
    m_present.reset();
    m_choice->clearChoices();
    for (const int days : {7, 30, 90})
        m_choice->addChoice(days, [days] { return tr("In %n day(s)", nullptr, days); });
    m_choice->addChoice(365, [] { return tr("In a year"); });
    m_choice->addChoice(never, [] { return tr("Never"); });
    m_choice->choose(usual);
    settle();
}

void EndChoice::begin(const std::optional<Timestamp> &present)
{
    begin();
    m_present = present;
    m_choice->addChoice(keep, [] { return tr("As it is now"); });
    m_choice->choose(keep);
    settle();
}

bool EndChoice::isKept() const
{
    return m_choice->chosen() == keep;
}

bool EndChoice::isNever() const
{
    return m_choice->chosen() == never;
}

std::optional<Timestamp> EndChoice::moment() const
{
    if (isKept() || isNever())
        return std::nullopt;
    return m_clock.now() + std::chrono::days(m_choice->chosen());
}

void EndChoice::setLabel(const QString &label)
{
    m_field->setLabel(label);
}

void EndChoice::setReadOnly(bool isReadOnly)
{
    m_choice->setEnabled(!isReadOnly);
}

void EndChoice::setError(const QString &words)
{
    m_field->setError(words);
}

void EndChoice::settle()
{
    const auto end = isKept() ? m_present : moment();
    m_field->setHint(end        ? tr("That is %1.", "%1 is a date and time").arg(exactTime(*end))
                     : isKept() ? tr("It never ends.")
                                : QString());
    if (isNever())
        m_warning->show(MessageBar::Kind::Warning,
                        tr("Whoever gets hold of its secret can use your account until somebody "
                           "notices. Choose an end where you can: it can be moved later."));
    else
        m_warning->hide();
    Q_EMIT changed();
}

void EndChoice::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        settle();
    QWidget::changeEvent(event);
}

} // namespace latchkey::ui
