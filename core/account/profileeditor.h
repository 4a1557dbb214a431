#pragma once

#include "api/profile.h"
#include "base/call.h"
#include "base/secret.h"

#include <QObject>

#include <optional>

namespace latchkey::account {

class Account;

/// One field while it is edited: before, mine, and theirs where somebody else changed it meanwhile.
template <class T>
struct EditedField
{
    T before{};
    T mine{};
    std::optional<T> theirs;

    bool isChanged() const { return mine != before; }
    bool isInConflict() const { return theirs && *theirs != mine; }
};

/// The profile's form: what the server's API lets be changed. What is typed stays through every
/// failure.
class ProfileEditor final : public QObject
{
    Q_OBJECT

public:
    enum class State { Empty, Editing, Saving, Conflict };
    Q_ENUM(State)
    enum class Field { Name, UserName, Email, Language };
    enum class Side { Mine, Theirs };

    explicit ProfileEditor(Account &account, QObject *parent = nullptr);

    /// There is something that it lets be changed.
    static bool isOffered(const Account &account);
    bool offers(Field field) const;
    /// ... and wants to see with each change.
    bool asksForPassword() const;
    bool canLackUserName() const;

    /// Empty until the account's user is known.
    State state() const { return m_state; }
    const EditedField<QString> &name() const { return m_name; }
    /// Empty where the account has none.
    const EditedField<QString> &userName() const { return m_userName; }
    /// Offered where it becomes another one without a code.
    const EditedField<QString> &email() const { return m_email; }
    const EditedField<api::Language> &language() const { return m_language; }
    bool isChanged() const
    {
        return m_name.isChanged() || m_userName.isChanged() || m_email.isChanged() ||
               m_language.isChanged();
    }
    const std::optional<Error> &error() const { return m_error; }

    void setName(const QString &name);
    void setUserName(const QString &name);
    void setEmail(const QString &email);
    void setLanguage(api::Language language);
    /// In a conflict, settles one field. `save` then sends what is left of mine.
    void choose(Field field, Side side);
    void revert();

    /// Goes on when the page is gone. A conflict ends it as Conflict after theirs were loaded.
    Call<api::User> save(const Secret &password = {});

Q_SIGNALS:
    void changed();
    void saved();

private:
    struct Changes
    {
        std::optional<QString> name;
        std::optional<QString> userName;
        std::optional<QString> email;
        std::optional<api::Language> language;
    };

    void takeUser();
    Call<api::User> send(const Changes &changes, const Secret &password);
    void takeSaved(const Changes &sent, const api::User &user);
    void takeConflict(const Error &conflict, const CallSource<api::User> &source);
    void fail(const Error &error);
    void settle();
    void hearOfState();

    Account &m_account;
    State m_state = State::Empty;
    qint64 m_basedOn = 0;
    EditedField<QString> m_name;
    EditedField<QString> m_userName;
    EditedField<QString> m_email;
    EditedField<api::Language> m_language;
    std::optional<Error> m_error;
};

} // namespace latchkey::account
