#pragma once

#include "api/session.h"
#include "base/result.h"

namespace latchkey::api {

/// What a person calls themselves, without spaces around it. Rejected `empty` where nothing of it
/// would be seen.
Result<QString> normalName(const QString &typed, const QString &field);

/// As it is kept: NFC, without spaces around it. Rejected `userNameInvalid` where it has an `@`,
/// which tells it from an e-mail address, or anything that is not seen.
Result<QString> normalUserName(const QString &typed, const QString &field);
/// What two user names are compared by.
QString userNameKey(const QString &normal);

/// With which every tag begins that an account was given, and no user name.
inline constexpr QChar tagSign = u'@';
inline bool isGivenTag(const QString &tag)
{
    return tag.startsWith(tagSign);
}

/// What somebody signs in by: an e-mail address, which has an `@`, or a user name.
Result<QString> normalLogin(const QString &typed, const QString &field);
inline bool isEmail(const QString &login)
{
    return login.contains(u'@');
}

/// What a person calls a thing, which may have no name. Rejected `empty` where it has one and
/// nothing of it would be seen.
Result<QString> normalLabel(const QString &typed, const QString &field);

/// Why somebody did a thing, in their words. Rejected `tooShort`, `tooLong`, or as a name is.
Result<QString> normalReason(const QString &typed, const QString &field);

/// As they are kept: each once, in their order. Rejected `empty`, `tooLong`, `controlCharacter`,
/// `tooMany`. How few there may be is up to who asks.
Result<QList<QString>> normalApiLabels(const QList<QString> &typed, const QString &field);

/// The same for each thing that a program says of itself.
Result<Device> normalDevice(const Device &said, const QString &field);

} // namespace latchkey::api
