#include "kit/glance.h"

#include "kit/busyindicator.h"
#include "kit/messagebar.h"
#include "kit/scale.h"

#include <QLabel>
#include <QVBoxLayout>

namespace latchkey::ui {

Glance::Glance(QWidget *parent)
    : QWidget(parent)
    , m_failure(new MessageBar)
    , m_words(new QLabel)
    , m_busy(new BusyIndicator)
{
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(space::medium);
    layout->addWidget(m_failure);
    layout->addWidget(m_words);
    layout->addWidget(m_busy, 0, Qt::AlignLeft);
    m_failure->hide();
    setText({});
}

void Glance::begin()
{
    m_failure->hide();
    m_busy->setBusy(true);
    setText({});
}

void Glance::end(const std::optional<Error> &error)
{
    m_busy->setBusy(false);
    m_failure->tell(error);
}

void Glance::setText(const QString &text)
{
    m_words->setText(text);
    m_words->setVisible(!text.isEmpty());
}

} // namespace latchkey::ui
