#include "settings/lockcard.h"

#include "account/applock.h"
#include "kit/card.h"
#include "kit/choicebox.h"
#include "kit/formfield.h"
#include "kit/messagebar.h"
#include "kit/scale.h"
#include "kit/subtletext.h"
#include "settings/lockform.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace latchkey::ui {

LockCard::LockCard(account::AppLock &lock, QWidget *parent)
    : QWidget(parent)
    , m_lock(lock)
    , m_card(new Card)
    , m_message(new MessageBar)
    , m_state(new QLabel)
    , m_lead(new SubtleText)
    , m_idle(new ChoiceBox)
    , m_idleField(new FormField(m_idle))
    , m_screen(new QCheckBox)
    , m_begin(new QPushButton)
    , m_change(new QPushButton)
    , m_end(new QPushButton)
    , m_form(new LockForm(lock))
{
    build();
    listen();
    retranslate();
}

void LockCard::build()
{
    for (const int minutes : {1, 5, 15, 30}) {
        m_idle->addChoice(
            minutes, [minutes] { return tr("After %n minute(s) without use", nullptr, minutes); });
    }
    m_idle->addChoice(0, [] { return tr("Never"); });
    m_idleField->setMaximumWidth(formWidth);
    m_state->setWordWrap(true);
    m_lead->setWordWrap(true);
    m_message->hide();
    m_form->hide();
    auto *acts = new QHBoxLayout;
    for (QPushButton *act : {m_begin, m_change, m_end})
        acts->addWidget(act);
    acts->addStretch(1);
    QVBoxLayout *const body = m_card->body();
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_message, m_state, m_lead, m_idleField, m_screen})
        body->addWidget(part);
    body->addLayout(acts);
    body->addWidget(m_form);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
}

void LockCard::listen()
{
    connect(&m_lock, &account::AppLock::changed, this, &LockCard::showCurrent);
    connect(m_idle, &ChoiceBox::picked, this,
            [this](int minutes) { tell(m_lock.setIdleTime(std::chrono::minutes(minutes))); });
    connect(m_screen, &QCheckBox::toggled, this,
            [this](bool isOn) { tell(m_lock.setLocksWithScreen(isOn)); });
    const auto open = [this](LockForm::For what) {
        m_form->open(what);
        showCurrent();
        m_form->focusFirst();
    };
    connect(m_begin, &QPushButton::clicked, this, [open] { open(LockForm::For::Begin); });
    connect(m_change, &QPushButton::clicked, this, [open] { open(LockForm::For::Change); });
    connect(m_end, &QPushButton::clicked, this, [open] { open(LockForm::For::End); });
    connect(m_form, &LockForm::closed, this, [this] {
        showCurrent();
        focusFirst();
    });
}

void LockCard::focusFirst()
{
    QWidget *first = m_lock.isOn() ? m_change : m_begin;
    if (!m_form->isHidden())
        m_form->focusFirst();
    else
        first->setFocus(Qt::OtherFocusReason);
}

void LockCard::tell(const Result<Nothing> &written)
{
    m_message->setVisible(!written);
    if (!written) {
        m_message->show(MessageBar::Kind::Warning,
                        tr("This holds until the program ends, but it could not be saved."));
    }
}

void LockCard::showCurrent()
{
    const QSignalBlocker quiet(m_screen);
    m_idle->choose(static_cast<int>(m_lock.idleTime().count()));
    m_screen->setChecked(m_lock.locksWithScreen());
    const bool isOpen = !m_form->isHidden();
    m_idleField->setVisible(m_lock.isOn());
    m_screen->setVisible(m_lock.isOn());
    m_begin->setVisible(!m_lock.isOn() && !isOpen);
    m_change->setVisible(m_lock.isOn() && !isOpen);
    m_end->setVisible(m_lock.isOn() && !isOpen);
    m_state->setVisible(m_lock.isOn());
}

void LockCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LockCard::retranslate()
{
    m_card->setTitle(tr("Lock"));
    m_state->setText(
        tr("The lock is on: Latchkey asks for it when it starts, and Ctrl+L locks at once."));
    m_lead->setText(
        tr("A PIN or passphrase keeps people from the open program while you are away. It "
           "encrypts nothing: your sessions stay where you keep them, and whoever can use "
           "your account on this computer needs no window to read its files."));
    m_idleField->setLabel(tr("Lock by it&self"));
    m_screen->setText(tr("Also when the scr&een is locked"));
    m_begin->setText(tr("Set a PIN or passphrase…"));
    m_change->setText(tr("C&hange it…"));
    m_end->setText(tr("Turn off…"));
    showCurrent();
}

} // namespace latchkey::ui
