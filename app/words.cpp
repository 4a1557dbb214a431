#include "words.h"

#include <algorithm>
#include <array>

namespace latchkey::app {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    QLatin1StringView code;
    const char16_t *text;
};

constexpr std::array known{
    Words{"brokenFile"_L1, u"a file is damaged and could not be set aside"},
    Words{"databaseCorrupt"_L1, u"the database is damaged"},
    Words{"databaseForeign"_L1, u"this is no database of Latchkey's server"},
    Words{"databaseInUse"_L1, u"the database is in use"},
    Words{"databaseLinked"_L1, u"the database has more than one name"},
    Words{"databaseLocked"_L1, u"another program holds the database"},
    Words{"databaseNewer"_L1, u"the database was written by a newer Latchkey"},
    Words{"databaseReadOnly"_L1, u"the database can't be written"},
    Words{"databaseUnreachable"_L1, u"the database can't be opened"},
    Words{"diskFull"_L1, u"the disk is full"},
    Words{"higherRole"_L1, u"whoever has a higher role can't be helped from here"},
    Words{"keychainAbsent"_L1, u"this computer has no keychain, or it does not run"},
    Words{"keychainDenied"_L1, u"the keychain refused"},
    Words{"keychainLocked"_L1, u"the keychain is locked; unlock it and try again"},
    Words{"keychainSlow"_L1, u"the keychain does not answer"},
    Words{"listenFailed"_L1, u"can't listen there"},
    Words{"lockFailed"_L1, u"the file that says what is in use can't be written"},
    Words{"migrationBroken"_L1, u"the database could not be brought to this version; it stopped at "
                                u"the last step that worked"},
    Words{"moduleMissing"_L1, u"a part of Latchkey is missing on this computer; install it again"},
    Words{"noMail"_L1, u"this server sends no mail"},
    Words{"ownServerInUse"_L1, u"the server on this computer is in use by another Latchkey"},
    Words{"ownServerMoved"_L1, u"the server on this computer has moved; try again"},
    Words{"preferencesBroken"_L1,
          u"the settings could not be read and were set aside; the usual ones are taken"},
    Words{"profileUnreadable"_L1, u"an account's entry in the list of profiles can't be read"},
    Words{"profilesBroken"_L1, u"the list of profiles could not be read and was set aside"},
    Words{"profilesInUse"_L1, u"another Latchkey is using the list of profiles; try again"},
    Words{"profilesTooNew"_L1, u"the list of profiles was written by a newer Latchkey"},
    Words{"roleTooLow"_L1, u"this account may not help others"},
    Words{"secretFileLocked"_L1, u"the encrypted file is locked"},
    Words{"secretsMissing"_L1, u"a part of Latchkey is missing on this computer; install it again"},
    Words{"sessionEnded"_L1, u"the session has ended; sign in again with the window"},
    Words{"sessionLocked"_L1, u"the keychain with the session can't be opened from here"},
    Words{"sessionUnknown"_L1, u"there is no such session"},
    Words{"signedOut"_L1, u"not signed in; sign in with the window first"},
    Words{"stepUpNeeded"_L1, u"the session must be proven again; do so in the window first"},
    Words{"tokenUnknown"_L1, u"the session has ended; sign in again with the window"},
    Words{"unreadableFile"_L1, u"a file can't be read"},
    Words{"unwritableFile"_L1, u"a file can't be written"},
    Words{"userUnknown"_L1, u"there is no such account"},
    Words{
        "vaultKeyMissing"_L1,
        u"the key that this database's secrets are sealed with can't be read; nothing was changed"},
    Words{"vaultKeyWrong"_L1,
          u"this is not the key that this database's secrets are sealed with; nothing was changed"},
    Words{"wireUnknown"_L1, u"this server does not speak such an account API"},
    Words{"wrongPassphrase"_L1, u"this is not the passphrase"},
};

QString ofKind(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Network:
        return u"the server can't be reached"_s;
    case Error::Kind::Timeout:
        return u"the server does not answer"_s;
    case Error::Kind::Cancelled:
        return u"broken off"_s;
    case Error::Kind::Unauthorized:
        return u"not signed in; sign in with the window first"_s;
    case Error::Kind::StepUpNeeded:
        return u"the session must be proven again; do so in the window first"_s;
    case Error::Kind::Forbidden:
        return u"this is not allowed"_s;
    case Error::Kind::NotFound:
        return u"there is no such thing"_s;
    case Error::Kind::Conflict:
        return u"it has changed meanwhile"_s;
    case Error::Kind::Rejected:
        return u"this was refused"_s;
    case Error::Kind::RateLimited:
        return u"too many requests; try again later"_s;
    case Error::Kind::Server:
        return u"the server failed"_s;
    case Error::Kind::Protocol:
        return u"the server said what can't be understood"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

QString inWords(const Error &error)
{
    const auto *const found = std::ranges::find_if(
        known, [&error](const Words &words) { return error.code == words.code; });
    const bool isKnown = found != known.end();
    QString text = isKnown ? QString::fromUtf16(found->text) : ofKind(error.kind);
    if (!error.detail.isEmpty())
        text += u": "_s + error.detail;
    else if (!isKnown && !error.code.isEmpty())
        text += u" ("_s + error.code + u')'; // better than nothing, where nobody wrote words
    return text;
}

} // namespace latchkey::app
