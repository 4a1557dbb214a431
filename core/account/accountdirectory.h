#pragma once

#include "api/accounts.h"
#include "base/callscope.h"

#include <QObject>
#include <QSet>

#include <optional>

namespace latchkey::account {

class Account;

/// The accounts of a server, for its administrators: page by page, in the order in which they
/// came; or the one that somebody looks for.
class AccountDirectory final : public QObject
{
    Q_OBJECT

public:
    explicit AccountDirectory(Account &account, QObject *parent = nullptr);
    ~AccountDirectory() override;

    /// Whether the server knows of it, and this account may. Both can change.
    static bool isOffered(const Account &account);

    /// As far as they were read.
    const QList<api::User> &users() const { return m_users; }
    bool isLoading() const { return m_isLoading; }
    bool isLoaded() const { return m_isLoaded; }
    /// Why the last load failed. What was known before stays.
    const std::optional<Error> &lastError() const { return m_lastError; }
    /// Anew, as many as were read.
    void load();

    bool hasMore() const { return m_next.has_value(); }
    bool isLoadingMore() const { return m_isLoadingMore; }
    /// The next page, where there is one and none is on its way.
    void loadMore();

    bool canFind() const;
    /// By an e-mail address, a user name or a tag; with nothing typed nobody is looked for.
    void find(const QString &typed);
    const QString &wanted() const { return m_wanted; }
    bool isFinding() const { return m_isFinding; }
    /// Of what others than its owner are told by a name, there is no address.
    const std::optional<api::User> &found() const { return m_found; }
    const std::optional<Error> &findError() const { return m_findError; }

    bool canRemove() const;
    bool isRemoving(const api::UserId &id) const { return m_removing.contains(id); }
    Call<Nothing> remove(const api::UserId &id);

Q_SIGNALS:
    void changed();

private:
    void askAnew();
    void takeAnew(const Result<api::AccountPage> &page);
    template <api::Operation Op>
    void look(const Op &operation, api::User (*userOf)(const typename Op::Reply &));
    void takeFound(const Result<api::User> &found);
    void forget(const api::UserId &id);

    Account &m_account;
    CallScope m_loads;
    CallScope m_looks;
    int m_loadRound = 0; ///< answers to an earlier load are nobody's any more
    int m_lookRound = 0;
    QList<api::User> m_users;
    std::optional<QString> m_next; ///< cursor of what follows them
    api::AccountPage m_fresh;      ///< what a load has read so far
    bool m_isLoading = false;
    bool m_isLoaded = false;
    bool m_isLoadingMore = false;
    std::optional<Error> m_lastError;
    QString m_wanted;
    bool m_isFinding = false;
    std::optional<api::User> m_found;
    std::optional<Error> m_findError;
    QSet<api::UserId> m_removing;
};

} // namespace latchkey::account
