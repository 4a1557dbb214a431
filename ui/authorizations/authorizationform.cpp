#include "authorizations/authorizationform.h"

#include "authorizations/authorizationwords.h"
#include "kit/busyindicator.h"
#include "kit/button.h"
#include "kit/choicebox.h"
#include "kit/errorwords.h"
#include "kit/formfield.h"
#include "kit/messagebar.h"
#include "kit/mnemonic.h"
#include "kit/scale.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace latchkey::ui {

using namespace Qt::StringLiterals;
using api::AccessAction;
using api::AccessScope;

namespace {

constexpr int longestId = 200;

/// Everything that can be given; a choice is the place of one.
struct Access
{
    AccessScope scope;
    AccessAction action;

    bool operator==(const Access &) const = default;
};
constexpr std::array accesses{Access{AccessScope::Profile, AccessAction::Read},
                              Access{AccessScope::Profile, AccessAction::Write},
                              Access{AccessScope::Sessions, AccessAction::Read}};
static_assert(std::ranges::all_of(accesses, [](const Access &access) {
    return canBeGiven(access.scope, access.action);
}));

bool isAboutReceiver(const Error &error)
{
    return error.field == "receiver"_L1 || error.code == "userUnknown"_L1 ||
           error.code == "authorizationExists"_L1 || error.code == "authorizationToSelf"_L1;
}

} // namespace

AuthorizationForm::AuthorizationForm(QWidget *parent)
    : QWidget(parent)
    , m_failure(new MessageBar)
    , m_receiver(new QLineEdit)
    , m_receiverField(new FormField(m_receiver))
    , m_access(new ChoiceBox)
    , m_accessField(new FormField(m_access))
    , m_submit(new QPushButton)
    , m_cancel(new QPushButton)
    , m_busy(new BusyIndicator)
{
    int place = 0;
    for (const Access &access : accesses)
        m_access->addChoice(place++, [access] {
            return authorizationwords::what(access.scope, access.action, AuthorizationSide::Given);
        });
    build();
    connect(m_receiver, &QLineEdit::returnPressed, this, &AuthorizationForm::submit);
    connect(m_receiver, &QLineEdit::textChanged, this, [this] { m_wrong.reset(); });
    connect(m_access, &QComboBox::currentIndexChanged, this, &AuthorizationForm::explain);
    connect(m_submit, &QPushButton::clicked, this, &AuthorizationForm::submit);
    connect(m_cancel, &QPushButton::clicked, this, &AuthorizationForm::cancelled);
    begin();
}

void AuthorizationForm::build()
{
    m_failure->hide();
    m_receiver->setMaxLength(longestId);
    setKind(m_submit, ButtonKind::Primary);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::large);
    column->addWidget(m_failure);
    for (FormField *field : {m_receiverField, m_accessField}) {
        field->setMaximumWidth(formWidth);
        column->addWidget(field);
    }
    auto *acts = new QHBoxLayout;
    for (QWidget *act : std::initializer_list<QWidget *>{m_submit, m_cancel, m_busy})
        acts->addWidget(act);
    acts->addStretch();
    column->addLayout(acts);
}

void AuthorizationForm::begin()
{
    m_authorization.reset();
    m_access->choose(0);
    fill();
}

/// What can't be named is no choice, and so nothing is chosen.
void AuthorizationForm::begin(const api::Authorization &authorization)
{
    m_authorization = authorization;
    const auto *found =
        std::ranges::find(accesses, Access{authorization.scope, authorization.action});
    if (found == accesses.end())
        m_access->setCurrentIndex(-1);
    else
        m_access->choose(int(found - accesses.begin()));
    fill();
}

void AuthorizationForm::fill()
{
    m_wrong.reset();
    m_receiver->clear();
    m_receiverField->clearError();
    m_receiverField->setVisible(!m_authorization);
    m_failure->hide();
    settle();
    retranslate();
}

bool AuthorizationForm::isTyped() const
{
    return !m_receiver->text().trimmed().isEmpty();
}

void AuthorizationForm::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    settle();
}

void AuthorizationForm::setUsable(bool isUsable)
{
    m_isUsable = isUsable;
    settle();
}

void AuthorizationForm::settle()
{
    m_busy->setBusy(m_isBusy);
    m_receiver->setReadOnly(m_isBusy);
    m_access->setEnabled(!m_isBusy);
    m_submit->setEnabled(m_isUsable && !m_isBusy);
}

void AuthorizationForm::showError(const Error &error)
{
    if (!m_authorization && isAboutReceiver(error))
        refuse(error);
    else
        m_failure->tell(error);
}

void AuthorizationForm::refuse(const Error &error)
{
    m_wrong = error;
    m_receiverField->setError(wordsOf(error));
    m_receiver->setFocus();
}

void AuthorizationForm::focusFirst()
{
    QWidget *const first = m_authorization ? static_cast<QWidget *>(m_access) : m_receiver;
    first->setFocus(Qt::OtherFocusReason);
}

void AuthorizationForm::submit()
{
    if (!m_submit->isEnabled())
        return;
    m_failure->hide();
    const QString receiver = m_receiver->text().trimmed();
    if (m_authorization) {
        change();
    } else if (receiver.isEmpty()) {
        refuse(Error::rejected(u"empty"_s, u"receiver"_s));
    } else {
        const Access &access = accesses.at(size_t(m_access->chosen()));
        Q_EMIT giveRequested(
            {.receiver = api::UserId(receiver), .scope = access.scope, .action = access.action});
    }
}

/// What stays is not sent.
void AuthorizationForm::change()
{
    api::UpdateAuthorization wanted{.id = m_authorization->id, .scope = {}, .action = {}};
    if (m_access->currentIndex() >= 0) {
        const Access &access = accesses.at(size_t(m_access->chosen()));
        if (access.scope != m_authorization->scope)
            wanted.scope = access.scope;
        if (access.action != m_authorization->action)
            wanted.action = access.action;
    }
    if (wanted.scope || wanted.action)
        Q_EMIT changeRequested(wanted);
    else
        Q_EMIT cancelled();
}

void AuthorizationForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_isBusy)
        Q_EMIT cancelled();
    else
        QWidget::keyPressEvent(event);
}

void AuthorizationForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void AuthorizationForm::explain()
{
    const bool isChosen = m_access->currentIndex() >= 0;
    const Access access = isChosen ? accesses.at(size_t(m_access->chosen())) : Access{};
    m_accessField->setHint(isChosen ? authorizationwords::help(access.scope, access.action)
                                    : QString());
}

void AuthorizationForm::retranslate()
{
    // Of those for authorizations that are there, several may be open at once.
    const auto lettered = [this](const QString &words) {
        return m_authorization ? withoutMnemonic(words) : words;
    };
    m_receiverField->setLabel(tr("&Account ID of whoever you let in"));
    m_receiverField->setHint(tr("They find it on this page of theirs."));
    if (m_wrong)
        m_receiverField->setError(wordsOf(*m_wrong));
    m_accessField->setLabel(lettered(tr("What they may &do")));
    explain();
    m_submit->setText(m_authorization ? tr("Save") : tr("&Give access"));
    m_cancel->setText(lettered(tr("Cance&l")));
}

} // namespace latchkey::ui
