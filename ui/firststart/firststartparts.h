#pragma once

#include "account/profile.h"
#include "base/call.h"

#include <QString>
#include <QUrl>

#include <functional>
#include <optional>

class QWidget;

namespace latchkey::account {
class Accounts;
class SignInFlow;
class SignUpFlow;
} // namespace latchkey::account

namespace latchkey::ui {

/// What first start is put together from. It knows the forms for signing in and up by what they do.
struct FirstStartParts
{
    account::Accounts &accounts;
    /// Starts the server inside this program, or finds it running, and says where it listens.
    std::function<Call<QUrl>()> startOwnServer;
    /// The form lives no longer than its flow.
    std::function<QWidget *(account::SignInFlow &, QWidget *parent)> makeSignIn;
    std::function<QWidget *(account::SignUpFlow &, QWidget *parent)> makeSignUp;
    /// Something was typed into that form for signing up.
    std::function<bool(const QWidget *)> isSignUpTyped;
};

} // namespace latchkey::ui
