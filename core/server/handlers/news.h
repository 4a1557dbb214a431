#pragma once

#include "api/factors.h"
#include "server/context.h"
#include "server/post/letters.h"
#include "server/store/writestore.h"

#include <memory>

namespace latchkey::server::handlers {

/// What an account's owner is told by mail, whether or not the address is verified, in the
/// transaction of what it tells. Where the server sends no mail nobody is told.
class News
{
public:
    explicit News(std::shared_ptr<const Letters> letters)
        : m_letters(std::move(letters))
    {}

    Result<Nothing> newSignIn(WriteStore &store, const api::User &to,
                              const api::Session &session) const;
    Result<Nothing> passwordChanged(WriteStore &store, const Context &context,
                                    const api::User &to) const;
    Result<Nothing> factorAdded(WriteStore &store, const Context &context, const api::User &to,
                                const api::EnrolledFactor &factor) const;
    Result<Nothing> identityLinked(WriteStore &store, const Context &context, const api::User &to,
                                   const api::Identity &identity) const;
    Result<Nothing> identityUnlinked(WriteStore &store, const Context &context, const api::User &to,
                                     const api::Identity &identity) const;
    Result<Nothing> factorRemoved(WriteStore &store, const Context &context, const api::User &to,
                                  const api::EnrolledFactor &factor) const;
    /// To the address before, with the way back.
    Result<Nothing> emailChanged(WriteStore &store, const Context &context, const api::User &before,
                                 const QString &email, const WayBack &back) const;
    /// To the address before, which nobody is led back to.
    Result<Nothing> emailLeft(WriteStore &store, const Context &context,
                              const api::User &before) const;
    /// To the address that is the account's again, and to the one before it.
    Result<Nothing> emailTakenBack(WriteStore &store, const Context &context,
                                   const api::User &before, const QString &email) const;
    Result<Nothing> phoneChanged(WriteStore &store, const Context &context,
                                 const api::User &to) const;
    Result<Nothing> recoveryCodesMade(WriteStore &store, const Context &context,
                                      const api::User &to) const;
    Result<Nothing> apiSessionMade(WriteStore &store, const Context &context, const api::User &to,
                                   const api::ApiSession &session) const;
    Result<Nothing> apiSessionEnds(WriteStore &store, const api::User &to,
                                   const EndingApiSession &session, Timestamp now) const;
    /// To whose account it is.
    Result<Nothing> accessGiven(WriteStore &store, const Context &context, const api::User &to,
                                const api::Authorization &authorization) const;
    Result<Nothing> actedOnBehalf(WriteStore &store, const api::User &to,
                                  const api::Session &session) const;
    Result<Nothing> accountDeleted(WriteStore &store, const Context &context,
                                   const api::User &to) const;
    Result<Nothing> actedAsParent(WriteStore &store, const api::User &to,
                                  const api::Session &session) const;
    /// To an address whose owner may know nothing of it: nothing that the parent typed freely
    /// stands in it.
    Result<Nothing> accountMade(WriteStore &store, const Context &context, const api::User &to,
                                const api::User &parent) const;
    Result<Nothing> planUpgraded(WriteStore &store, const Context &context,
                                 const api::User &to) const;
    /// Only a recovery code is worth a letter: it was to lie in a drawer.
    Result<Nothing> codeTaken(WriteStore &store, const Context &context, const api::User &to,
                              api::Factor factor) const;

private:
    template <letter::ByMail L>
    Result<Nothing> write(WriteStore &store, const api::User &to, const QString &cause,
                          Timestamp at, const L &about) const;

    std::shared_ptr<const Letters> m_letters;
};

} // namespace latchkey::server::handlers
