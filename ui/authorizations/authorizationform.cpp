#include "authorizations/authorizationform.h"

#include "authorizations/authorizationwords.h"
#include "kit/choicebox.h"
#include "kit/errorwords.h"
#include "kit/formfield.h"
#include "kit/scale.h"

#include <QLineEdit>

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
    : EntryForm(parent)
    , m_receiver(new QLineEdit)
    , m_receiverField(new FormField(m_receiver))
    , m_access(new ChoiceBox)
    , m_accessField(new FormField(m_access))
{
    int place = 0;
    for (const Access &access : accesses)
        m_access->addChoice(place++, [access] {
            return authorizationwords::what(access.scope, access.action, AuthorizationSide::Given);
        });
    m_receiver->setMaxLength(longestId);
    for (FormField *field : {m_receiverField, m_accessField})
        field->setMaximumWidth(formWidth);
    build({m_receiverField, m_accessField});
    connect(m_receiver, &QLineEdit::returnPressed, this, &AuthorizationForm::submit);
    connect(m_receiver, &QLineEdit::textChanged, this, [this] { m_wrong.reset(); });
    connect(m_access, &QComboBox::currentIndexChanged, this, &AuthorizationForm::explain);
    AuthorizationForm::begin();
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
    hideFailure();
    settle();
    retranslate();
}

bool AuthorizationForm::isTyped() const
{
    return !m_receiver->text().trimmed().isEmpty();
}

void AuthorizationForm::setReadOnly(bool isReadOnly)
{
    m_receiver->setReadOnly(isReadOnly);
    m_access->setEnabled(!isReadOnly);
}

void AuthorizationForm::showError(const Error &error)
{
    if (!m_authorization && isAboutReceiver(error))
        refuse(error);
    else
        EntryForm::showError(error);
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

void AuthorizationForm::send()
{
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

void AuthorizationForm::explain()
{
    const bool isChosen = m_access->currentIndex() >= 0;
    const Access access = isChosen ? accesses.at(size_t(m_access->chosen())) : Access{};
    m_accessField->setHint(isChosen ? authorizationwords::help(access.scope, access.action)
                                    : QString());
}

void AuthorizationForm::retranslate()
{
    m_receiverField->setLabel(tr("&Account ID of whoever you let in"));
    m_receiverField->setHint(tr("They find it on this page of theirs."));
    if (m_wrong)
        m_receiverField->setError(wordsOf(*m_wrong));
    m_accessField->setLabel(lettered(tr("What they may &do")));
    explain();
    setWords(tr("&Give access"));
}

} // namespace latchkey::ui
