#include "people/accountendcard.h"

#include "account/account.h"
#include "kit/button.h"
#include "kit/card.h"
#include "kit/scale.h"
#include "kit/typedconfirmation.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey::ui {

AccountEndCard::AccountEndCard(By by, const account::Account &account, QWidget *parent)
    : QWidget(parent)
    , m_by(by)
    , m_account(account)
    , m_card(new Card)
    , m_what(new QLabel)
    , m_open(new QPushButton)
    , m_confirmation(new TypedConfirmation(TypedConfirmation::Use::Warning))
{
    m_what->setWordWrap(true);
    m_what->setTextFormat(Qt::PlainText);
    setKind(m_open, ButtonKind::Danger);
    m_card->body()->setSpacing(space::large);
    m_card->body()->addWidget(m_what);
    m_card->body()->addWidget(m_open, 0, Qt::AlignLeft);
    m_card->body()->addWidget(m_confirmation);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
    connect(m_open, &QPushButton::clicked, this, [this] {
        ask(true);
        m_confirmation->setFocus(Qt::OtherFocusReason);
    });
    connect(m_confirmation, &TypedConfirmation::left, this, [this] {
        ask(false);
        m_open->setFocus(Qt::OtherFocusReason);
    });
    connect(m_confirmation, &TypedConfirmation::confirmed, this, &AccountEndCard::endRequested);
    ask(false);
    retranslate();
}

void AccountEndCard::ask(bool isAsking)
{
    m_confirmation->begin();
    m_confirmation->setVisible(isAsking);
    settle();
}

void AccountEndCard::tell(const api::User &user, bool isEnding, bool isUsable)
{
    m_user = user;
    m_isEnding = isEnding;
    m_isUsable = isUsable;
    retranslate();
    settle();
}

void AccountEndCard::setError(const std::optional<Error> &error)
{
    m_confirmation->setError(error);
}

void AccountEndCard::settle()
{
    m_open->setVisible(m_user.role != api::Role::Admin && m_confirmation->isHidden());
    m_open->setEnabled(m_isUsable && !m_isEnding);
    m_confirmation->follow(m_isEnding, m_isUsable);
}

void AccountEndCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

/// Of what servers like this one have for an account.
QString AccountEndCard::kept() const
{
    QStringList kept{tr("profile")};
    if (m_account.can<api::ListSessions>())
        kept << tr("sessions");
    if (m_account.can<api::ListApiSessions>())
        kept << tr("API sessions");
    if (m_account.can<api::ListFactors>())
        kept << tr("second factors");
    if (m_account.can<api::ShowCredits>())
        kept << tr("credits");
    if (m_account.can<api::ListGivenGrants>())
        kept << tr("subscriptions");
    return QLocale().createSeparatedList(kept);
}

QString AccountEndCard::whatGoes() const
{
    if (m_user.role == api::Role::Admin)
        return tr("The account of an administrator can't be deleted: somebody must be left who can "
                  "let others in.");
    if (m_by == By::Owner)
        return tr("You can delete your account, and with it all that this server keeps of you: %1.",
                  "a list of things")
            .arg(kept());
    return tr("The account can be deleted, and with it all that this server keeps of it: %1.",
              "a list of things")
        .arg(kept());
}

QString AccountEndCard::whatItMeans() const
{
    if (m_by == By::Owner)
        return tr("Nobody can bring it back. You are signed out everywhere at once, and others can "
                  "take your address and user name.");
    return tr("Nobody can bring it back. %1 is signed out everywhere at once, and others can take "
              "the address and the user name.",
              "%1 is a person")
        .arg(m_user.name);
}

void AccountEndCard::retranslate()
{
    const bool isOwn = m_by == By::Owner;
    m_card->setTitle(tr("End of the account"));
    m_what->setText(whatGoes());
    m_open->setText(isOwn ? tr("Delete my account…") : tr("&Delete the account…"));
    m_open->setAccessibleName(
        isOwn ? QString() : tr("Delete the account of %1…", "%1 is a person").arg(m_user.name));
    m_confirmation->setWords(whatItMeans(), isOwn ? tr("Delete my account for good")
                                                  : tr("Delete the account for good"));
    // Of whom was found by a tag there may be no more than a name.
    const QString login = api::loginOf(m_user);
    m_confirmation->setName(login.isEmpty() ? api::nameOf(api::cardOf(m_user)) : login);
}

} // namespace latchkey::ui
