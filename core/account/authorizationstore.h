#pragma once

#include "account/liststore.h"
#include "api/authorizations.h"
#include "api/events.h"

#include <QSet>

namespace latchkey::account {

class Account;

/// Whom an account lets into which part of it, and who lets it in, as the server last told.
class AuthorizationStore final : public ListStore
{
    Q_OBJECT

public:
    explicit AuthorizationStore(Account &account, QObject *parent = nullptr);
    ~AuthorizationStore() override;

    bool isOffered() const override;
    bool canGive() const;
    bool canChange() const;
    bool canRevoke() const;

    /// Into what an account lets this one in.
    bool canLook(const api::Authorization &authorization) const;
    /// It lets this one change the profile.
    bool canEdit(const api::Authorization &authorization) const;
    /// Where somebody else is signed in can be asked for at all.
    bool canListSessions() const;
    /// Whether that account lets this one see where it is signed in.
    bool showsSessions(const api::UserId &giver) const;

    /// Of both the newest first.
    QList<api::Authorization> received() const;
    QList<api::Authorization> given() const;
    bool isEmpty() const { return m_all.isEmpty(); }
    bool isPending(const api::AuthorizationId &id) const { return m_pending.contains(id); }
    /// That account's profile is being changed.
    bool isEditing(const api::UserId &giver) const { return m_edited.contains(giver); }

    Call<api::Authorization> give(const api::CreateAuthorization &wanted);
    Call<api::Authorization> change(const api::UpdateAuthorization &wanted);
    /// Whether it was given or received. Answers what it was.
    Call<api::Authorization> revoke(const api::AuthorizationId &id);
    Call<api::User> showAccount(const api::UserId &giver);
    /// Conflict `changedMeanwhile` where it is another than was seen.
    Call<api::User> editAccount(const api::UpdateAccount &wanted);
    Call<api::AccountSessions> listSessions(const api::UserId &giver);

    // Not for pages.
    void take(const api::Event &event);

private:
    void ask() override;
    bool isOwn(const api::Authorization &authorization) const;
    void settleOne(const api::AuthorizationId &id, const Result<api::Authorization> &result);

    Account &m_account;
    QList<api::Authorization> m_all;
    QSet<api::AuthorizationId> m_pending;
    QSet<api::UserId> m_edited;
};

} // namespace latchkey::account
