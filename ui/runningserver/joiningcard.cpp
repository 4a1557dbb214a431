#include "runningserver/joiningcard.h"

#include "kit/busyindicator.h"
#include "kit/card.h"
#include "kit/iconmark.h"
#include "kit/messagebar.h"
#include "kit/scale.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

JoiningCard::JoiningCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card)
    , m_message(new MessageBar)
    , m_mark(new IconMark(20))
    , m_words(new QLabel)
    , m_busy(new BusyIndicator)
    , m_switch(new QPushButton)
{
    m_message->hide();
    m_words->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::medium);
    row->addWidget(m_mark);
    row->addWidget(m_words, 1);
    row->addWidget(m_busy);
    row->addWidget(m_switch);
    m_card->body()->addWidget(m_message);
    m_card->body()->addLayout(row);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
    connect(m_switch, &QPushButton::clicked, this, [this] {
        m_message->hide();
        Q_EMIT openRequested(!m_isOpen);
    });
    retranslate();
}

void JoiningCard::tell(bool isOpen, bool isSetting, bool isUsable)
{
    m_isOpen = isOpen;
    if (isSetting && m_switch->hasFocus()) // it is back at the switch once that is set
        setFocus(Qt::OtherFocusReason);
    m_switch->setEnabled(isUsable && !isSetting);
    if (!isSetting && hasFocus())
        m_switch->setFocus(Qt::OtherFocusReason);
    m_busy->setBusy(isSetting);
    retranslate();
}

void JoiningCard::setChangeable(bool isChangeable)
{
    m_switch->setVisible(isChangeable);
}

void JoiningCard::setError(const std::optional<Error> &error)
{
    m_message->tell(error);
}

void JoiningCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void JoiningCard::retranslate()
{
    m_card->setTitle(tr("Sign-up"));
    m_mark->setIcon(m_isOpen ? u"check"_s : u"lock"_s,
                    m_isOpen ? IconMark::Ink::Success : IconMark::Ink::Warning);
    m_words->setText(m_isOpen ? tr("Open: whoever reaches this server can create an account.")
                              : tr("Closed: nobody can create an account by themselves. Who has "
                                   "one signs in as before."));
    m_switch->setText(m_isOpen ? tr("&Close sign-up") : tr("&Open sign-up"));
}

} // namespace latchkey::ui
