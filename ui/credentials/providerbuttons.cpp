#include "credentials/providerbuttons.h"

#include "kit/icons.h"
#include "kit/taborder.h"

#include <QEvent>

#include <algorithm>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int besideTheWords = 64; ///< the icon, and what the style leaves free

} // namespace

ProviderButtons::ProviderButtons(std::function<QString(const QString &)> words, QWidget *parent)
    : QWidget(parent)
    , m_words(std::move(words))
    , m_start(new QWidget(this))
{
    m_start->hide();
    m_buttons.column()->setSpacing(space::small);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(m_buttons.column());
    setMaximumWidth(formWidth);
}

QPushButton *ProviderButtons::make(const api::ProviderId &id)
{
    auto *button = new QPushButton(this);
    button->setIcon(icon(u"identity"_s));
    connect(button, &QPushButton::clicked, this, [this, id] {
        const auto found = std::ranges::find(m_providers, id, &api::ProviderCard::id);
        if (found != m_providers.end())
            Q_EMIT chosen(api::ProviderCard(*found));
    });
    return button;
}

void ProviderButtons::follow(const QList<api::ProviderCard> &providers, ButtonKind kind)
{
    m_providers = providers;
    m_kind = kind;
    m_buttons.follow(providers, [this](const api::ProviderId &id) { return make(id); });
    QList<QWidget *> inOrder;
    for (const api::ProviderCard &provider : providers) {
        inOrder << m_buttons.find(provider.id);
        inOrder.last()->show(); // now, so that it can have the focus
    }
    tabAfter(m_start, inOrder);
    tell();
}

void ProviderButtons::setUsable(bool isUsable)
{
    m_isUsable = isUsable;
    tell();
}

void ProviderButtons::focus(const api::ProviderId &id)
{
    if (QPushButton *button = m_buttons.find(id))
        button->setFocus(Qt::OtherFocusReason);
}

void ProviderButtons::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    tell();
}

void ProviderButtons::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        tell();
    QWidget::changeEvent(event);
}

/// A provider is called as its administrator likes, at any length: the button doesn't grow with it,
/// and no letter of it is for the keyboard.
void ProviderButtons::tell()
{
    for (const api::ProviderCard &provider : m_providers) {
        QPushButton *const button = m_buttons.find(provider.id);
        const QString words = m_words(provider.name);
        const QString fitting =
            button->fontMetrics().elidedText(words, Qt::ElideRight, width() - besideTheWords);
        button->setMinimumWidth(1);
        button->setText(QString(fitting).replace(u'&', u"&&"_s));
        button->setAccessibleName(words);
        button->setToolTip(fitting == words ? QString() : words);
        button->setEnabled(m_isUsable);
        setKind(button, m_kind);
    }
}

} // namespace latchkey::ui
