#pragma once

#include "api/profile.h"
#include "base/call.h"

/// Changing an account where the server's API has one operation for all of it.
namespace latchkey::account {

class Account;

/// What `EditAccount` has words for there; nothing where the API doesn't know it.
struct Editable
{
    bool userName = false;
    bool name = false;
    bool email = false;
    bool password = false;
    bool isWhole = false; ///< all of it is said each time, and the password as it is
};

Editable editableOf(const Account &account);

/// Ends with the account as it is known then. Where the API is told all of it, or lets nobody prove
/// less, whoever gives their `present` password is signed in anew first: no word that was mistyped
/// becomes the password. A wrong one is Rejected, and nothing has changed.
Call<api::User> edit(Account &account, const api::EditAccount &change, const Secret &present = {});

bool canChangePassword(const Account &account);
/// Who they are is shown by the present one; else the server asks for proof by itself.
bool asksForPresentPassword(const Account &account);
/// By whichever operation the API has for it.
Call<Nothing> changePassword(Account &account, const api::ChangePassword &change);

} // namespace latchkey::account
