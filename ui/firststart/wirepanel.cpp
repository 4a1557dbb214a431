#include "firststart/wirepanel.h"

#include "kit/choicebox.h"
#include "kit/formfield.h"
#include "kit/scale.h"
#include "kit/wirewords.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace latchkey::ui {

WirePanel::WirePanel(const QList<account::WireOffer> &offers, QWidget *parent)
    : QWidget(parent)
    , m_offers(offers)
    , m_lead(new QLabel(this))
    , m_wire(new ChoiceBox)
    , m_wireField(new FormField(m_wire, this))
    , m_version(new ChoiceBox)
    , m_versionField(new FormField(m_version, this))
{
    m_lead->setWordWrap(true);
    for (qsizetype at = 0; at < m_offers.size(); ++at) {
        m_wire->addChoice(static_cast<int>(at),
                          [name = m_offers[at].name] { return wirewords::title(name); });
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::medium);
    for (QWidget *part : QList<QWidget *>{m_lead, m_wireField, m_versionField})
        layout->addWidget(part);
    connect(m_wire, &ChoiceBox::picked, this, [this] {
        offerVersions();
        retranslate();
        Q_EMIT picked();
    });
    connect(m_version, &ChoiceBox::picked, this, &WirePanel::picked);
    retranslate();
}

void WirePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void WirePanel::show(const account::WireChoice &wire, bool isKnown)
{
    m_lead->setVisible(!isKnown);
    m_wireField->setVisible(!isKnown);
    m_wire->setCurrentIndex(-1);
    for (qsizetype at = 0; isKnown && at < m_offers.size(); ++at) {
        if (m_offers[at].name == wire.name)
            m_wire->choose(static_cast<int>(at));
    }
    offerVersions();
    if (wire.version)
        m_version->choose(wire.version);
    retranslate();
}

bool WirePanel::hasVersions() const
{
    return m_version->count() > 1;
}

const account::WireOffer *WirePanel::offer() const
{
    return m_wire->currentIndex() < 0 ? nullptr : &m_offers[m_wire->chosen()];
}

std::optional<account::WireChoice> WirePanel::chosen() const
{
    const account::WireOffer *spoken = offer();
    if (!spoken)
        return std::nullopt;
    return account::WireChoice{.name = spoken->name,
                               .version = spoken->versions.isEmpty() ? 0 : m_version->chosen()};
}

void WirePanel::offerVersions()
{
    const account::WireOffer *spoken = offer();
    m_version->clearChoices();
    for (const int version : spoken ? spoken->versions : QList<int>())
        m_version->addChoice(version, [version] { return wirewords::version(version); });
    m_versionField->setVisible(hasVersions());
}

void WirePanel::retranslate()
{
    const account::WireOffer *spoken = offer();
    m_lead->setText(tr("Somebody answers there, but does not say which account API is spoken. If "
                       "you know it, choose it here; else ask the one who runs the server."));
    m_wireField->setLabel(tr("Account A&PI"));
    m_wire->setPlaceholderText(tr("Choose one"));
    m_wireField->setHint(spoken ? wirewords::help(spoken->name) : QString());
    m_versionField->setLabel(tr("&Version of the API"));
}

} // namespace latchkey::ui
