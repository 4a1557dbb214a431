#include "account/profileeditor.h"

#include "account/account.h"
#include "account/editing.h"

namespace latchkey::account {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;

namespace {

/// What they have now, beside what I began with and what I want.
template <class T>
void meet(EditedField<T> &field, const T &theirs)
{
    if (field.mine == field.before || field.mine == theirs)
        field = {.before = theirs, .mine = theirs, .theirs = std::nullopt};
    else if (theirs != field.before || field.theirs)
        field.theirs = theirs;
}

template <class T>
void decide(EditedField<T> &field, ProfileEditor::Side side)
{
    if (!field.theirs)
        return;
    field.before = *field.theirs;
    if (side == ProfileEditor::Side::Theirs)
        field.mine = *field.theirs;
    field.theirs.reset();
}

template <class T>
void giveUp(EditedField<T> &field)
{
    field.mine = field.before;
    field.theirs.reset();
}

template <class T>
std::optional<T> wanted(const EditedField<T> &field)
{
    return field.isChanged() ? std::optional(field.mine) : std::nullopt;
}

/// Another account may stand in the way as well, which is about one field.
bool isMeanwhile(const Error &error)
{
    return error.kind == Kind::Conflict && error.field.isEmpty();
}

/// What was typed while the answer was on its way stays.
template <class T>
void endSaving(EditedField<T> &field, const std::optional<T> &sent, const T &saved)
{
    const bool isUntouched = field.mine == sent.value_or(field.before);
    field = {.before = saved, .mine = isUntouched ? saved : field.mine, .theirs = std::nullopt};
}

} // namespace

ProfileEditor::ProfileEditor(Account &account, QObject *parent)
    : QObject(parent)
    , m_account(account)
{
    connect(&account, &Account::userChanged, this, &ProfileEditor::takeUser);
    takeUser();
    connect(&account, &Account::stateChanged, this, &ProfileEditor::hearOfState);
}

bool ProfileEditor::isOffered(const Account &account)
{
    return account.can<api::UpdateProfile>() || account.can<api::EditAccount>();
}

bool ProfileEditor::offers(Field field) const
{
    if (m_account.can<api::UpdateProfile>())
        return field != Field::Email;
    const Editable there = editableOf(m_account);
    switch (field) {
    case Field::Name:
        return there.name;
    case Field::UserName:
        return there.userName;
    case Field::Email:
        return there.email && !m_account.can<api::StartEmailChange>();
    case Field::Language:
        return false;
    }
    Q_UNREACHABLE();
}

bool ProfileEditor::asksForPassword() const
{
    return !m_account.can<api::UpdateProfile>() && editableOf(m_account).isWhole;
}

bool ProfileEditor::canLackUserName() const
{
    return m_account.can<api::UpdateProfile>();
}

void ProfileEditor::takeUser()
{
    const auto &user = m_account.user();
    // While saving, what comes may be our own change; the answer tells.
    if (!user || m_state == State::Saving || user->version < m_basedOn)
        return;
    meet(m_name, user->name);
    meet(m_userName, user->userName.value_or(QString()));
    meet(m_email, user->email);
    meet(m_language, user->language);
    m_basedOn = user->version;
    settle();
}

void ProfileEditor::settle()
{
    const bool isConflict =
        m_name.theirs || m_userName.theirs || m_email.theirs || m_language.theirs;
    m_state = isConflict ? State::Conflict : State::Editing;
    Q_EMIT changed();
}

void ProfileEditor::setName(const QString &name)
{
    m_name.mine = name;
    Q_EMIT changed();
}

void ProfileEditor::setUserName(const QString &name)
{
    m_userName.mine = name;
    Q_EMIT changed();
}

void ProfileEditor::setEmail(const QString &email)
{
    m_email.mine = email;
    Q_EMIT changed();
}

void ProfileEditor::setLanguage(api::Language language)
{
    m_language.mine = language;
    Q_EMIT changed();
}

void ProfileEditor::choose(Field field, Side side)
{
    switch (field) {
    case Field::Name:
        decide(m_name, side);
        break;
    case Field::UserName:
        decide(m_userName, side);
        break;
    case Field::Email:
        decide(m_email, side);
        break;
    case Field::Language:
        decide(m_language, side);
        break;
    }
    settle();
}

void ProfileEditor::revert()
{
    if (m_state == State::Saving || m_state == State::Empty)
        return;
    m_error.reset();
    giveUp(m_name);
    giveUp(m_userName);
    giveUp(m_email);
    giveUp(m_language);
    m_state = State::Editing;
    takeUser();
}

Call<api::User> ProfileEditor::save(const Secret &password)
{
    const auto refuse = [](const QString &code) {
        return Call<api::User>::finished(failure(Error::of(Kind::Rejected, code)));
    };
    if (m_state == State::Conflict)
        return refuse(u"conflictOpen"_s);
    if (m_state != State::Editing || !isChanged())
        return refuse(u"nothingToSave"_s);
    m_state = State::Saving;
    m_error.reset();
    const CallSource<api::User> source;
    const Changes changes{wanted(m_name), wanted(m_userName), wanted(m_email), wanted(m_language)};
    send(changes, password).then(this, [this, source, changes](const Result<api::User> &result) {
        if (result) {
            takeSaved(changes, *result);
            source.finish(*result);
        } else if (isMeanwhile(result.error())) {
            takeConflict(result.error(), source);
        } else {
            fail(result.error());
            source.finish(failure(result.error()));
        }
    });
    Q_EMIT changed();
    return source.call();
}

Call<api::User> ProfileEditor::send(const Changes &changes, const Secret &password)
{
    if (!m_account.can<api::UpdateProfile>()) {
        const api::EditAccount edited{.userName = changes.userName,
                                      .name = changes.name,
                                      .email = changes.email,
                                      .password = {}};
        return edit(m_account, edited, password);
    }
    return m_account.ask(api::UpdateProfile{.basedOn = m_basedOn,
                                            .name = changes.name,
                                            .userName = changes.userName,
                                            .language = changes.language});
}

void ProfileEditor::takeSaved(const Changes &sent, const api::User &user)
{
    endSaving(m_name, sent.name, user.name);
    endSaving(m_userName, sent.userName, user.userName.value_or(QString()));
    endSaving(m_email, sent.email, user.email);
    endSaving(m_language, sent.language, user.language);
    m_basedOn = user.version;
    settle();
    Q_EMIT saved();
}

void ProfileEditor::takeConflict(const Error &conflict, const CallSource<api::User> &source)
{
    m_account.ask(api::Me{}).then(this, [this, conflict, source](const Result<api::User> &theirs) {
        fail(conflict);
        if (theirs)
            takeUser();
        source.finish(failure(conflict));
    });
}

/// What kept it from being saved is no longer so.
void ProfileEditor::hearOfState()
{
    if (!m_error || !isAboutWay(*m_error) || !m_account.state().isOnline())
        return;
    m_error.reset();
    Q_EMIT changed();
}

void ProfileEditor::fail(const Error &error)
{
    m_error = error;
    m_state = State::Editing;
    takeUser();
}

} // namespace latchkey::account
