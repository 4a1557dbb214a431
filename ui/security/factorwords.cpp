#include "security/factorwords.h"

#include <QCoreApplication>

namespace latchkey::ui::factorwords {

using namespace Qt::StringLiterals;
using api::Factor;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(FactorWords)
};

} // namespace

QString icon(Factor kind)
{
    return kind == Factor::EmailCode ? u"mail"_s
           : kind == Factor::SmsCode ? u"message"_s
                                     : u"key"_s;
}

QString kind(Factor kind)
{
    return kind == Factor::EmailCode ? Words::tr("Codes by e-mail")
           : kind == Factor::SmsCode ? Words::tr("Codes as texts")
                                     : Words::tr("Authenticator app");
}

QString origin(Factor kind, const std::optional<api::User> &user)
{
    const auto to = user ? target(kind, *user) : std::nullopt;
    if (kind == Factor::EmailCode && to)
        return Words::tr("Codes come by mail to %1.").arg(*to);
    if (kind == Factor::SmsCode && to)
        return Words::tr("Codes come as texts to %1.").arg(*to);
    return factorwords::kind(kind);
}

QString removing(Factor kind)
{
    return kind == Factor::EmailCode ? Words::tr("Remove codes by e-mail")
           : kind == Factor::SmsCode ? Words::tr("Remove codes as texts")
                                     : Words::tr("Remove authenticator");
}

QString removed(Factor kind)
{
    return kind == Factor::EmailCode ? Words::tr("Codes by e-mail are removed.")
           : kind == Factor::SmsCode ? Words::tr("Codes as texts are removed.")
                                     : Words::tr("The authenticator is removed.");
}

std::optional<QString> target(Factor kind, const api::User &user)
{
    if (kind == Factor::EmailCode)
        return user.emailVerified ? std::optional(user.email) : std::nullopt;
    return kind == Factor::SmsCode ? user.phone : std::nullopt;
}

} // namespace latchkey::ui::factorwords
