#include "lock/lockscreen.h"

#include "account/applock.h"
#include "kit/button.h"
#include "kit/errorwords.h"
#include "kit/formfield.h"
#include "kit/iconmark.h"
#include "kit/messagebar.h"
#include "kit/passwordedit.h"
#include "kit/scale.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

namespace {

constexpr int markSide = 48;

} // namespace

LockScreen::LockScreen(account::AppLock &lock, ForgottenCard::Forget forget, QWidget *parent)
    : QWidget(parent)
    , m_lock(lock)
    , m_error(lock.clock())
    , m_title(new QLabel)
    , m_message(new MessageBar)
    , m_form(new QWidget)
    , m_secret(new PasswordEdit)
    , m_field(new FormField(m_secret))
    , m_unlock(new QPushButton)
    , m_forgotten(new QPushButton)
    , m_forgottenCard(new ForgottenCard(std::move(forget)))
{
    build();
    connect(m_secret, &PasswordEdit::textChanged, this, &LockScreen::settle);
    connect(m_secret, &PasswordEdit::submitted, this, &LockScreen::submit);
    connect(m_unlock, &QPushButton::clicked, this, &LockScreen::submit);
    connect(m_forgotten, &QPushButton::clicked, this, [this] { showForgotten(true); });
    connect(m_forgottenCard, &ForgottenCard::left, this, [this] { showForgotten(false); });
    connect(&m_error, &HeldError::changed, this, [this] {
        retranslate();
        settle();
    });
    retranslate();
    settle();
}

void LockScreen::build()
{
    auto *mark = new IconMark(markSide);
    mark->setIcon(QStringLiteral("lock"), IconMark::Ink::Accent);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_message->hide();
    setKind(m_unlock, ButtonKind::Primary);
    setKind(m_forgotten, ButtonKind::Flat);
    m_forgottenCard->hide();
    auto *form = new QVBoxLayout(m_form);
    form->setContentsMargins({});
    form->setSpacing(space::medium);
    form->addWidget(m_field);
    form->addWidget(m_unlock);
    form->addWidget(m_forgotten, 0, Qt::AlignCenter);

    auto *column = new QVBoxLayout;
    column->setSpacing(space::large);
    column->addStretch(2);
    column->addWidget(mark, 0, Qt::AlignCenter);
    column->addWidget(m_title);
    column->addWidget(m_message);
    column->addWidget(m_form);
    column->addWidget(m_forgottenCard);
    column->addStretch(3);
    // As narrow as a form, and narrower where the window is.
    auto *measure = new QWidget;
    measure->setLayout(column);
    measure->setMaximumWidth(formWidth);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    row->addStretch(1);
    row->addWidget(measure, 1000);
    row->addStretch(1);
    setFocusProxy(m_secret);
}

void LockScreen::submit()
{
    if (!m_unlock->isEnabled())
        return;
    m_isBusy = true;
    settle();
    m_lock.unlock(m_secret->secret()).then(this, [this](const Result<Nothing> &unlocked) {
        m_isBusy = false;
        m_secret->clear();
        if (!unlocked) {
            m_error.set(unlocked.error());
            m_secret->line()->setFocus(Qt::OtherFocusReason);
        }
        retranslate();
        settle();
    });
}

void LockScreen::settle()
{
    m_secret->line()->setReadOnly(m_isBusy);
    m_unlock->setEnabled(!m_isBusy && !m_error.isHolding() && !m_secret->isEmpty());
}

void LockScreen::showForgotten(bool isShown)
{
    m_form->setVisible(!isShown);
    m_forgottenCard->setVisible(isShown);
    if (isShown)
        m_forgottenCard->focusFirst();
    else
        m_secret->line()->setFocus(Qt::OtherFocusReason);
}

void LockScreen::tellUnsaved()
{
    m_isUnsavedTold = true;
    retranslate();
}

void LockScreen::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
}

void LockScreen::retranslate()
{
    setAccessibleName(tr("Latchkey is locked"));
    m_title->setFont(sized(font(), TypeSize::Title));
    m_title->setText(tr("Latchkey is locked"));
    m_field->setLabel(m_lock.isPin() ? tr("&PIN") : tr("&Passphrase"));
    m_unlock->setText(tr("&Unlock"));
    m_forgotten->setText(m_lock.isPin() ? tr("&Forgotten the PIN?")
                                        : tr("&Forgotten the passphrase?"));
    const auto error = m_error.error();
    m_field->setError(error ? wordsOf(*error) : QString());
    m_message->setVisible(m_isUnsavedTold);
    if (m_isUnsavedTold) {
        m_message->show(MessageBar::Kind::Warning,
                        tr("The window stayed open: something in it is not saved. Unlock it "
                           "first."));
    }
}

} // namespace latchkey::ui
