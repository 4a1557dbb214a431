#include "profile/phonecard.h"

#include "account/account.h"
#include "account/verification.h"
#include "kit/card.h"
#include "kit/errorwords.h"
#include "kit/messagebar.h"
#include "kit/question.h"
#include "kit/scale.h"
#include "kit/toast.h"
#include "profile/contacteditor.h"
#include "profile/contactrow.h"

#include <QEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPointer>
#include <QPushButton>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

namespace {

/// Where a number that names no country is probably from.
std::optional<QString> hereabouts()
{
    const QString region = QLocale::territoryToCode(QLocale::system().territory());
    return region.size() == 2 ? std::optional(region) : std::nullopt;
}

} // namespace

PhoneCard::PhoneCard(account::Account &account, const Clock &clock, Toast &toast, QWidget *parent)
    : QWidget(parent)
    , m_account(account)
    , m_toast(toast)
    , m_card(new Card)
    , m_row(new ContactRow(u"phone"_s))
    , m_add(m_row->addAct())
    , m_remove(m_row->addAct())
    , m_message(new MessageBar)
    , m_question(new Question(ButtonKind::Danger))
    , m_editor(new ContactEditor(account, clock))
{
    build();
    listen();
    retranslate();
}

void PhoneCard::build()
{
    m_editor->line()->setInputMethodHints(Qt::ImhDialableCharactersOnly);
    m_editor->line()->setMaxLength(static_cast<int>(api::typedPhoneLimits.max));
    m_message->hide();
    m_card->body()->setSpacing(space::large);
    for (QWidget *part : std::initializer_list<QWidget *>{m_row, m_message, m_question, m_editor})
        m_card->body()->addWidget(part);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
}

void PhoneCard::listen()
{
    connect(m_add, &QPushButton::clicked, this, &PhoneCard::ask);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        m_error.reset();
        m_isAsking = true;
        retranslate();
        m_question->focusFirst();
    });
    connect(m_question, &Question::confirmed, this, &PhoneCard::remove);
    connect(m_question, &Question::declined, this, &PhoneCard::keep);
    connect(m_message, &MessageBar::acted, this, &PhoneCard::securityRequested);
    connect(m_editor, &ContactEditor::changed, this, &PhoneCard::typedChanged);
    connect(m_editor, &ContactEditor::messagesWanted, this, &PhoneCard::messagesWanted);
    connect(m_editor, &ContactEditor::left, this, [this] {
        settle();
        focusFirst();
    });
    connect(m_editor, &ContactEditor::done, this, [this] {
        m_toast.say(tr("Texts to %1 reach you.", "%1 is a phone number")
                        .arg(m_user.phone.value_or(QString())));
        settle();
        focusFirst();
    });
}

void PhoneCard::follow(const api::User &user, bool isUsable)
{
    m_user = user;
    m_isUsable = isUsable;
    m_isAsking = m_isAsking && user.phone;
    retranslate();
}

void PhoneCard::begin()
{
    if (m_user.phone || !m_add->isEnabled() || m_editor->isOpen())
        focusFirst();
    else
        ask();
}

void PhoneCard::ask()
{
    m_error.reset();
    m_editor->ask([this](const QString &typed) {
        return account::phoneVerification(m_account, typed, hereabouts());
    });
    retranslate();
}

void PhoneCard::focusFirst()
{
    if (m_editor->isOpen())
        m_editor->focusFirst();
    else
        m_row->focusFirst();
}

bool PhoneCard::isTyped() const
{
    return m_editor->isTyped();
}

void PhoneCard::remove()
{
    m_isRemoving = true;
    settle();
    m_account.ask(api::RemovePhone{})
        .then(&m_toast, [card = QPointer(this), &toast = m_toast](const Result<api::User> &result) {
            const bool isNews = result || result.error().kind != Error::Kind::Cancelled;
            if (result)
                toast.say(tr("The phone is removed."));
            if (!card)
                return;
            card->m_isRemoving = false;
            if (!result && isNews)
                card->m_error = result.error();
            card->keep();
        });
}

void PhoneCard::keep()
{
    m_isAsking = false;
    retranslate();
    if (m_error && m_error->code == "phoneInUse"_L1)
        m_message->setFocus(Qt::OtherFocusReason);
    else
        focusFirst();
}

void PhoneCard::settle()
{
    const bool isBeside = m_editor->isOpen() || m_isAsking;
    m_add->setVisible(!isBeside && m_account.can<api::StartPhoneVerification>());
    m_remove->setVisible(!isBeside && m_user.phone && m_account.can<api::RemovePhone>());
    m_add->setEnabled(m_isUsable);
    m_remove->setEnabled(m_isUsable);
    m_question->setVisible(m_isAsking);
    m_question->setUsable(m_isUsable);
    m_question->setBusy(m_isRemoving);
    m_editor->setUsable(m_isUsable);
}

void PhoneCard::showError()
{
    if (m_error)
        m_message->show(MessageBar::Kind::Danger, wordsOf(*m_error),
                        m_error->code == "phoneInUse"_L1 ? tr("Open Security") : QString());
    else
        m_message->hide();
}

void PhoneCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PhoneCard::retranslate()
{
    m_card->setTitle(tr("Phone"));
    if (m_user.phone)
        m_row->tell(*m_user.phone, IconMark::Ink::Success,
                    tr("Verified: texts to this number reach you."));
    else
        m_row->tell(tr("No phone"), IconMark::Ink::Subtle,
                    tr("With one, codes can come to you as texts."));
    m_add->setText(m_user.phone ? tr("Ch&ange") : tr("Add a &phone"));
    m_add->setAccessibleName(m_user.phone ? tr("Change the phone") : tr("Add a phone"));
    m_remove->setText(tr("&Remove"));
    m_remove->setAccessibleName(tr("Remove the phone"));
    m_question->setWords(tr("Codes can then no longer come to %1.", "%1 is a phone number")
                             .arg(m_user.phone.value_or(QString())),
                         tr("Remove phone"));
    m_editor->setWords(
        {.label = tr("Phone number"),
         .hint = hereabouts() ? tr("Written as you like. One of another country begins with +.")
                              : tr("It begins with + and the country, e.g. +1 410 435 0691."),
         .what = m_user.phone ? tr("It takes the place of %1 once the code is typed here.",
                                   "%1 is a phone number")
                                    .arg(*m_user.phone)
                              : QString()});
    showError();
    settle();
}

} // namespace latchkey::ui
