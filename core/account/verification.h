#pragma once

#include "account/codeflow.h"

/// What codes are sent for in one's own account. The account outlives each of them.
namespace latchkey::account {

class Account;

/// Whether there is any way. Where the API can't have a code sent, it takes what came after the
/// sign-up.
bool canVerifyEmail(const Account &account);
CodeFlow::Purpose emailVerification(Account &account);
/// The code goes to the new address.
CodeFlow::Purpose emailChange(Account &account, const QString &email);
/// The code is there already: another program asked for it, which has no place for it.
CodeFlow::Purpose begunEmailChange(Account &account);
/// `phone` however it is written; `region` counts where it names no country.
CodeFlow::Purpose phoneVerification(Account &account, const QString &phone,
                                    const std::optional<QString> &region);
/// Codes by mail or as texts become a second factor.
CodeFlow::Purpose codesEnrolment(Account &account, api::Factor kind, const QString &name);

} // namespace latchkey::account
