#include "kit/errorwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace latchkey::ui {

namespace {

struct Entry
{
    QLatin1String code;
    const char *words;
};

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// clang-format off
constexpr Entry entries[] = {
    // What was typed
    {"passwordTooShort"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This password is too short. Please add to it.")},
    {"passwordTooLong"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This password is too long. Please shorten it.")},
    {"passwordTooWeak"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This password is too easy to guess. Add another unrelated word or two.")},
    {"passwordUnchanged"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This is the password you have already. Choose another one.")},
    {"emailUnchanged"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This is the address you have already.")},
    {"emailInvalid"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This is not an e-mail address. It looks like name@example.org.")},
    {"emailTaken"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This address belongs to an account already. If it is yours, sign in instead.")},
    {"userNameInvalid"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This can't be a user name. Take up to 64 characters that can be seen, without an @.")},
    {"userNameTaken"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Somebody has this user name already. Choose another one.")},
    {"nameOrEmailTaken"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This name or this address belongs to an account already. If it is yours, sign in instead.")},
    {"quotaExceeded"_L1, QT_TRANSLATE_NOOP("ErrorWords", "What this account may use is used up. Wait until it is renewed.")},
    {"nameTooLong"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This name is too long. Please shorten it.")},
    {"missingField"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Please fill this in.")},
    {"empty"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Please fill this in.")},
    {"tooShort"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This is too short. Please add to it.")},
    {"tooLong"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This is too long. Please shorten it.")},
    {"outOfRange"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This number is too small or too large. Choose another one.")},
    {"controlCharacter"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This contains a character that can't be used here.")},
    {"wrongType"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This has a form that the server does not take. Check it and try again.")},
    {"unknownValue"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The server does not know this choice. Choose another one.")},
    {"unknownField"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This server is older than Latchkey and does not know all of this. Update the server.")},
    {"malformedJson"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The server could not read what was sent. Update Latchkey and the server to versions that go together.")},
    {"malformedRequest"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The server could not read what was sent. Update Latchkey and the server to versions that go together.")},
    {"signUpRefused"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This address can't be used to sign up. If it is yours, sign in instead.")},
    {"editRefused"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The server did not take this. The user name or the address may belong to another account, or the password be too easy to guess.")},
    {"signUpClosed"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This server takes no new accounts. Ask whoever runs it.")},
    {"setupCodeWrong"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This is not the set-up code. It was printed where the server was started.")},
    {"badAddress"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This is not the address of a server. It looks like accounts.example.org.")},
    {"unusableAddress"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This is not the address of a server. It looks like accounts.example.org.")},
    {"plainHttp"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This address would send your password unprotected. Use one that begins with https.")},
    // The account and its sessions
    {"wrongCredentials"_L1, QT_TRANSLATE_NOOP("ErrorWords", "E-mail and password don't go together. Check both and try again.")},
    {"wrongPassword"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This is not the password. Try again.")},
    {"challengeUnknown"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The sign-in took too long, or there were too many tries. Enter your password again to go on; it is still here.")},
    {"wrongCode"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This is not the code. Try the next one, and check that the clocks of both devices are right.")},
    {"codeTooSoon"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The last code has just left. Wait until it is there, or have another one sent in a minute.")},
    {"tooManyCodes"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Too many codes were sent. Have another one sent in an hour.")},
    {"noMail"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This server sends no mail. Ask whoever runs it.")},
    {"noTexts"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This server sends no text messages. Choose another way, or ask whoever runs it.")},
    {"signUpUnknown"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This took too long. Create the account once more; what you typed is still here.")},
    {"factorUnknown"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This second factor is no longer there. If you were adding it, begin again.")},
    {"tooManyFactors"_L1, QT_TRANSLATE_NOOP("ErrorWords", "There are as many second factors as an account can have. Remove one first.")},
    {"phoneNotValid"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This is not a phone number. Check it; one of another country begins with +.")},
    {"phoneNeedsCountry"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Begin the number with + and the code of its country, e.g. +44.")},
    {"phoneInUse"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Codes come to this phone as a second factor. Remove that in Security first, or change the number.")},
    {"emailNotVerified"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Your e-mail address is not verified yet. Verify it in Profile first.")},
    {"noPhone"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This account has no phone. Add one in Profile first.")},
    {"factorThere"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This second factor is there already.")},
    {"noSecondFactor"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This account has no second factor. Add one first.")},
    {"trustedDeviceUnknown"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This device is not trusted any longer.")},
    {"tooManyTries"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Too many tries. Wait a little and try again.")},
    {"noWayToSignIn"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This account signs in in a way that Latchkey does not know yet. Sign in on the server's own site.")},
    {"otherAccount"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This is another account. To use it beside this one, choose Add an account in Settings.")},
    {"sessionEnded"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This session has been ended. Sign in again to go on; nothing you typed is lost.")},
    {"tooManyApiSessions"_L1, QT_TRANSLATE_NOOP("ErrorWords", "There are as many API sessions as an account can have. End one first.")},
    {"apiSessionEnded"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This API session has ended. Make a new one.")},
    {"isApiSession"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This is an API session. Change its labels on the page API sessions.")},
    {"notForApiSessions"_L1, QT_TRANSLATE_NOOP("ErrorWords", "An API session can't do this. Sign in yourself.")},
    {"notOnBehalf"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Nobody can do this on somebody else's behalf.")},
    {"isAdmin"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Nobody can act on behalf of an administrator.")},
    {"adminStays"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The account of an administrator can't be deleted.")},
    {"preferenceUnknown"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This setting is no longer there. Refresh the list.")},
    {"tooManyPreferences"_L1, QT_TRANSLATE_NOOP("ErrorWords", "There are as many settings as an account can keep. Remove one first.")},
    {"notYourAccount"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This is another account than the one that is signed in.")},
    {"passwordNeeded"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This account asks for its password besides a code by mail. Sign in with the password.")},
    {"expiryOutOfRange"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This end has passed, or is more than ten years away. Choose another one.")},
    {"tooFew"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Please fill this in.")},
    {"tooMany"_L1, QT_TRANSLATE_NOOP("ErrorWords", "These are too many. Please take some away.")},
    {"notTogether"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Only one of these can be chosen.")},
    {"sessionUnknown"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This session is no longer there. Refresh the list.")},
    {"proofDeclined"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Nothing was changed, because it was not confirmed that it is you.")},
    {"nothingToSave"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Nothing was changed, so there is nothing to save.")},
    {"signedOut"_L1, QT_TRANSLATE_NOOP("ErrorWords", "You are signed out. Sign in again to go on.")},
    {"emailUnverified"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This account has no e-mail address that mail can be sent to.")},
    {"userUnknown"_L1, QT_TRANSLATE_NOOP("ErrorWords", "There is no such account, or no longer.")},
    {"cursorInvalid"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The list has changed meanwhile. Refresh it.")},
    {"serverNotTold"_L1, QT_TRANSLATE_NOOP("ErrorWords", "You are signed out here, but the server could not be told. End this session from another device.")},
    {"tokenKept"_L1, QT_TRANSLATE_NOOP("ErrorWords", "You are signed out and the session has ended, but what it was kept in did not let it go. Unlock it and remove the account again.")},
    {"tokenKeptAndServerNotTold"_L1, QT_TRANSLATE_NOOP("ErrorWords", "You are signed out only until the next start: neither could the server be told, nor did what the session is kept in let it go. Unlock that, and sign out again.")},
    {"oldCopyKept"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Your session is kept in the new place now, but the old one did not let its copy go. Unlock that, choose it once more, and then the new one.")},
    {"changedMeanwhile"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Somebody else changed this meanwhile. Compare both and save again.")},
    {"conflictOpen"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Choose for each line which one to keep, then save again.")},
    {"reinstateTooLate"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The time to take this back is over. Sign in there again instead.")},
    {"reviewByLater"_L1, QT_TRANSLATE_NOOP("ErrorWords", "You signed in there before you did here, so only a session that began earlier still can say that it was you.")},
    {"reinstateByOther"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Only whoever ended this session can take it back.")},
    {"childUnknown"_L1, QT_TRANSLATE_NOOP("ErrorWords", "You have made no such account, or it has left you. Refresh the list.")},
    {"tooManyChildren"_L1, QT_TRANSLATE_NOOP("ErrorWords", "You have made as many accounts for others as an account can make.")},
    {"grantExists"_L1, QT_TRANSLATE_NOOP("ErrorWords", "You gave this person a subscription already. Change that one, or end it first.")},
    {"grantToSelf"_L1, QT_TRANSLATE_NOOP("ErrorWords", "You can't give yourself a subscription. Choose somebody else.")},
    {"grantUnknown"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This subscription is no longer there. Refresh the list.")},
    {"grantByOther"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Only whoever gave this subscription can change it. You can end it.")},
    {"grantEnded"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This subscription has ended. Give a new one.")},
    {"tooManyGrants"_L1, QT_TRANSLATE_NOOP("ErrorWords", "You have given as many subscriptions as an account can give. End one first.")},
    {"authorizationExists"_L1, QT_TRANSLATE_NOOP("ErrorWords", "You let this person into that part already. Change that authorization, or take it back first.")},
    {"authorizationToSelf"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Your own account is open to you anyway. Choose somebody else.")},
    {"authorizationUnknown"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This authorization is no longer there. Refresh the list.")},
    {"authorizationByOther"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Only whoever gave this authorization can change it. You can give it back.")},
    {"tooManyAuthorizations"_L1, QT_TRANSLATE_NOOP("ErrorWords", "You have given as many authorizations as an account can give. Take one back first.")},
    {"actionNotGiven"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This part can be shown to others, but not changed by them. Let them read it.")},
    {"receiverStays"_L1, QT_TRANSLATE_NOOP("ErrorWords", "An authorization stays with whom it was given to. Give another one.")},
    {"notAuthorized"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Its owner doesn't let you do that. Ask them.")},
    {"amountZero"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Nothing would be moved. Enter another amount.")},
    {"creditsTooFew"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The account has not so many credits. Take less.")},
    {"creditsTooMany"_L1, QT_TRANSLATE_NOOP("ErrorWords", "No account can have so many credits. Give less.")},
    {"creditsUnknown"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The server did not find this account's credits. Try again later.")},
    {"planUnknown"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The server did not find this account's plan. Try again later.")},
    {"planUpgraded"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This account has this plan or a higher one already. If its e-mail address is not verified yet, verify it in Profile first.")},
    {"tierNotOffered"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This plan can't be chosen here. Choose another one.")},
    // Identity providers
    {"identityUnlinked"_L1, QT_TRANSLATE_NOOP("ErrorWords", "An account with this address exists already. Sign in to it once with its password.")},
    {"identityElsewhere"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This identity signs in to another account already. Remove it there first.")},
    {"identityUnknown"_L1, QT_TRANSLATE_NOOP("ErrorWords", "You were recognised there, but you have no account here. Ask whoever runs this server.")},
    {"identityNotYours"_L1, QT_TRANSLATE_NOOP("ErrorWords", "You signed in there as somebody else. Begin again, and sign in there as who is connected to this account.")},
    {"signInNotAnew"_L1, QT_TRANSLATE_NOOP("ErrorWords", "You were signed in there already. Sign out there, then begin again.")},
    {"signInUndated"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This provider does not say when you signed in there, so it can't confirm that it is you. Sign out here and in again instead.")},
    {"providerUnknown"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This server no longer signs anybody in that way. Choose another one.")},
    {"providerOff"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Signing in that way is switched off at the moment. Choose another one, or ask whoever runs this server.")},
    {"visitUnknown"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This took too long, or was done already. Begin again.")},
    {"visitRefused"_L1, QT_TRANSLATE_NOOP("ErrorWords", "You could not be signed in there. Begin again, or choose another way.")},
    {"visitDenied"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The sign-in was declined in the browser. Begin again if you still want it.")},
    {"visitExpired"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Nobody came back from the browser in time. Begin again.")},
    {"visitAddressUnusable"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The server named an address that can't be opened safely. Ask whoever runs it.")},
    {"returnImpossible"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This computer does not let Latchkey wait for the browser. Choose another way to sign in.")},
    {"signInOver"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The sign-in took too long, or there were too many tries. Begin again.")},
    {"idTokenInvalid"_L1, QT_TRANSLATE_NOOP("ErrorWords", "What was said there about you can't be believed. Begin again; if it stays like this, ask whoever runs this server.")},
    {"clientRefused"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The server's registration there is wrong. Tell whoever runs this server.")},
    {"providerUnreachable"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The identity provider can't be reached from the server. Check its address, or try again later.")},
    {"providerEmailUnverified"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Your e-mail address is not verified there. Verify it there first, then begin again.")},
    {"providerInUse"_L1, QT_TRANSLATE_NOOP("ErrorWords", "People sign in by this provider already. Another client of it is another provider: add that one, too.")},
    {"domainTaken"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Another provider has that domain already.")},
    {"tooManyProviders"_L1, QT_TRANSLATE_NOOP("ErrorWords", "There are as many providers as there may be. Remove one first.")},
    {"lastWayIn"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Nothing else would sign in to this account. Set a password first, or connect another identity.")},
    {"issuerInvalid"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This is not the address of an identity provider. It begins with https and looks like https://login.example.org.")},
    {"issuerMismatch"_L1, QT_TRANSLATE_NOOP("ErrorWords", "What answers there calls itself by another address. Take the one that the provider itself names.")},
    {"notAProvider"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Something answers there, but it is no OpenID provider. Check the address.")},
    {"providerExists"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This provider is set up already. Change that entry instead.")},
    {"domainInvalid"_L1, QT_TRANSLATE_NOOP("ErrorWords", "One of these is not a domain. They look like example.org.")},
    // The way to the server
    {"unknownHost"_L1, QT_TRANSLATE_NOOP("ErrorWords", "There is no server of this name. Check the address.")},
    {"offline"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This computer has no network. As soon as it has one, Latchkey goes on by itself.")},
    {"unreachable"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The server can't be reached from this network. Check the network, a VPN or the proxy.")},
    {"connectionRefused"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Nothing answers at this address. Check it, or ask whether the server is running.")},
    {"connectionLost"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The connection broke. Try again.")},
    {"connectTimeout"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Nothing answers at this address. Check it and the network, then try again.")},
    {"proxyRefused"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The proxy did not let the connection through. Check the proxy in Settings.")},
    {"proxyUnknownHost"_L1, QT_TRANSLATE_NOOP("ErrorWords", "There is no proxy of this name. Check the proxy in Settings.")},
    {"proxyTimeout"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The proxy does not answer. Check the proxy in Settings.")},
    {"proxyLost"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The proxy broke the connection. Try again, or check the proxy in Settings.")},
    {"proxyAuthenticationRequired"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The proxy asks for a name and a password. Enter them in Settings.")},
    {"tlsExpired"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The server's certificate has expired. Whoever runs it must renew it.")},
    {"tlsNotYetValid"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The server's certificate is not valid yet. Check this computer's clock.")},
    {"tlsHostMismatch"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The server's certificate belongs to another name. Check the address.")},
    {"tlsSelfSigned"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Nobody this computer trusts vouches for this server's certificate. If you know the certificate's fingerprint, you can trust it in Settings.")},
    {"tlsUntrusted"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Nobody this computer trusts vouches for this server's certificate. If you know the certificate's fingerprint, you can trust it in Settings.")},
    {"tlsRevoked"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The server's certificate has been withdrawn. Do not sign in; ask whoever runs the server.")},
    {"tlsFailed"_L1, QT_TRANSLATE_NOOP("ErrorWords", "No protected connection could be made. Ask whoever runs the server.")},
    {"notHttp"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Something answers at this address, but it is not a web server. Check the address and the port.")},
    {"noCommonWire"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Something answers at this address, but it is no account server that Latchkey knows. Check the address.")},
    {"replyTooLarge"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The server's answer was too large to be right. Check the address.")},
    {"notOffered"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This server can't do this.")},
    {"busy"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The server has too much to do right now. Try again in a minute.")},
    {"stopping"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The server is being restarted. Try again in a minute.")},
    // What is kept on this computer
    {"wrongPassphrase"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This is not the passphrase of the file. Try again.")},
    {"passphraseTooWeak"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Whoever copies the file could guess this passphrase. Take a few unrelated words.")},
    {"passphrasesDiffer"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The two passphrases are not the same. Type the second one again.")},
    {"secretFileLocked"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The encrypted file is locked. Enter its passphrase.")},
    {"secretFileBroken"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The encrypted file is damaged. It was left as it is.")},
    {"keychainAbsent"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This computer has no keychain. Your session has to be kept elsewhere.")},
    {"keychainLocked"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The keychain is locked. Unlock it and try again.")},
    {"keychainDenied"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The keychain did not let Latchkey in. Allow it there and try again.")},
    {"keychainSlow"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The keychain does not answer. It may be waiting for you in another window.")},
    {"noSecret"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Nothing is kept to sign in with. Sign in again.")},
    {"profileExists"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This account is on the list already. Switch to it in the sidebar.")},
    {"profilesBroken"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The list of profiles could not be read. It was set aside, not deleted.")},
    {"profilesInUse"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Another Latchkey is using the profiles. Close it and try again.")},
    {"profilesTooNew"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The profiles were written by a newer Latchkey. Update this one.")},
    {"unwritableFile"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The file could not be written. Check the folder's permissions and the room on the disk.")},
    {"unreadableFile"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The file could not be read. Check its permissions.")},
    {"keychainFailed"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The keychain did not do it. Unlock it, or keep your session elsewhere.")},
    {"secretNotFound"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Nothing is kept to sign in with. Sign in again.")},
    {"secretFileUnreadable"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The encrypted file could not be read. Check its permissions.")},
    {"secretFileUnwritable"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The encrypted file could not be written. Check the folder's permissions and the room on the disk.")},
    {"outOfMemory"_L1, QT_TRANSLATE_NOOP("ErrorWords", "There is not enough memory for this. Close other programs and try again.")},
    {"noRandomness"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This computer could not make a safe secret. Restart it and try again.")},
    {"noSuchProfile"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This account is no longer on the list. Add it again.")},
    {"profileUnreadable"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This account's entry could not be read. Add the account again.")},
    {"preferencesBroken"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Your settings could not be read and were set aside. Latchkey starts with the usual ones.")},
    {"wrongLock"_L1, QT_TRANSLATE_NOOP("ErrorWords", "That is not it. Try again.")},
    {"lockTooShort"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Too short. Take at least 4 digits, or at least 8 characters.")},
    {"lockTooLong"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Too long. Take at most 128 characters.")},
    {"locksDiffer"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The two are not the same. Type the second one again.")},
    {"lockBusy"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The last try is still being checked. Wait a moment.")},
    {"lockBroken"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The lock of this program could not be read and was set aside. Set it again in the settings.")},
    {"brokenFile"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The file is damaged. It was left as it is.")},
    {"databaseUnsupported"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This kind of database can't be used. Choose a file on this computer.")},
    {"migrationBroken"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The database could not be brought to this version and was left as it was. Restore a backup, or ask for help.")},
    {"ownServerInUse"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The server on this computer is in use by another Latchkey. Close that one and try again.")},
    {"ownServerNotRunning"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The server on this computer does not run.")},
    {"ownServerMoved"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The server on this computer has moved. Try again.")},
    {"databaseInUse"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Another Latchkey has this database open. Close it and try again.")},
    {"moduleMissing"_L1, QT_TRANSLATE_NOOP("ErrorWords", "A part of Latchkey is missing on this computer. Install it again.")},
    {"databaseLinked"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The database has a second name on the disk, under which another server could open it. Remove that name.")},
    {"diskFull"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The disk is full. Make room and try again.")},
    {"provenMeanwhile"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This was confirmed a moment ago. Try again in a few seconds.")},
    {"tooManyLetters"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The owner of this account was written to too often. Try again in an hour.")},
    {"tooManyAccounts"_L1, QT_TRANSLATE_NOOP("ErrorWords", "Too many accounts were made from your network. Try again later.")},
    {"vaultKeyMissing"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The key of this server's secrets is missing. Put its file back beside the database, e.g. from a backup. Nothing was changed.")},
    {"vaultKeyWrong"_L1, QT_TRANSLATE_NOOP("ErrorWords", "This is not the key of this server's secrets. Put the right file back beside the database, e.g. from a backup. Nothing was changed.")},
    {"databaseNewer"_L1, QT_TRANSLATE_NOOP("ErrorWords", "The database was written by a newer Latchkey. Update this one.")},
};
// clang-format on

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ErrorWords)

public:
    static QString ofKind(Error::Kind kind);
    static QString setAsideAs(const QString &file)
    {
        return tr("The list of profiles could not be read. It was not deleted; it is %1 now.")
            .arg(file);
    }
    static QString atLeast(int characters)
    {
        return tr("Use at least %n character(s).", nullptr, characters);
    }
    static QString atMost(int characters)
    {
        return tr("Use at most %n character(s).", nullptr, characters);
    }
    static QString offline(const QString &why, bool isUnsafe, const QString &asOf);
    static QString notKept(const QString &why)
    {
        return tr("%1 Your session works until the program ends; then you sign in again.",
                  "%1 is a sentence that says why it could not be kept")
            .arg(why);
    }
    static QString notStarted(const QString &why)
    {
        return tr("The server on this computer did not start. %1", "%1 is a sentence that says why")
            .arg(why);
    }
    static QString wrongCode(CodeKind kind);
    static QString waiting(const Error &error);
    static QString after(std::chrono::seconds wait);
};

QString Words::wrongCode(CodeKind kind)
{
    switch (kind) {
    case CodeKind::Authenticator:
        break;
    case CodeKind::Sent:
        return tr("This is not the code, or it is too old. Look at the last message, or have "
                  "another code sent.");
    case CodeKind::WrittenDown:
        return tr("This is none of your recovery codes, or it was used already. Try another one.");
    case CodeKind::Given:
        return tr("This is not the code, or it is too old. Check each letter; if all are right, "
                  "ask for another code.");
    }
    return wordsOf(Error::of(Error::Kind::Rejected, u"wrongCode"_s));
}

QString Words::waiting(const Error &error)
{
    const QString when = after(*error.retryAfter);
    if (error.code == "codeTooSoon"_L1)
        return tr("Another code can be sent %1.", "%1 is e.g. 'in 5 minutes'").arg(when);
    if (error.code == "tooManyCodes"_L1) {
        return tr("Too many codes were sent. Another one can be sent %1.",
                  "%1 is e.g. 'in 5 minutes'")
            .arg(when);
    }
    if (error.code == "tooManyTries"_L1)
        return tr("Too many tries. Try again %1.", "%1 is e.g. 'in 5 minutes'").arg(when);
    if (error.code == "tooManyLetters"_L1) {
        return tr("The owner of this account was written to too often. Try again %1.",
                  "%1 is e.g. 'in 5 minutes'")
            .arg(when);
    }
    if (error.code == "tooManyAccounts"_L1) {
        return tr("Too many accounts were made from your network. Try again %1.",
                  "%1 is e.g. 'in 5 minutes'")
            .arg(when);
    }
    return tr("The server is asked too often. Try again %1.", "%1 is e.g. 'in 5 minutes'")
        .arg(when);
}

QString Words::after(std::chrono::seconds wait)
{
    using namespace std::chrono;
    if (wait <= 90s)
        return tr("in %n second(s)", nullptr, int(wait.count()));
    if (wait <= 90min)
        return tr("in %n minute(s)", nullptr, int(ceil<minutes>(wait).count()));
    return tr("in %n hour(s)", nullptr, int(ceil<hours>(wait).count()));
}

QString Words::offline(const QString &why, bool isUnsafe, const QString &asOf)
{
    if (isUnsafe && asOf.isEmpty())
        return why;
    if (isUnsafe)
        return tr("%1 What you see is as of %2.", "%1 is a sentence that says why").arg(why, asOf);
    if (asOf.isEmpty())
        return tr("Offline. %1", "%1 is a sentence that says why").arg(why);
    return tr("Offline. %1 What you see is as of %2.", "%1 is a sentence that says why")
        .arg(why, asOf);
}

QString Words::ofKind(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Network:
        return tr("The server can't be reached. Check the network and try again.");
    case Error::Kind::Timeout:
        return tr("The server takes too long to answer. Try again.");
    case Error::Kind::Cancelled:
        return tr("This was cancelled before it was done. Start it again if you need it.");
    case Error::Kind::Unauthorized:
        return tr("You are signed out. Sign in again to go on.");
    case Error::Kind::StepUpNeeded:
        return tr("Confirm that it is you to go on.");
    case Error::Kind::Forbidden:
        return tr("Your account is not allowed to do this. Ask an administrator.");
    case Error::Kind::NotFound:
        return tr("It is no longer there. Refresh to see what is.");
    case Error::Kind::Conflict:
        return tr("Somebody else was first. Look at what has changed and try again.");
    case Error::Kind::Rejected:
        return tr("The server did not accept this. Check it and try again.");
    case Error::Kind::RateLimited:
        return tr("The server is asked too often. Wait a little and try again.");
    case Error::Kind::Server:
        return tr("The server failed at this. Try again later.");
    case Error::Kind::Protocol:
        return tr("Latchkey does not understand the server's answer. Check the address, or update "
                  "Latchkey.");
    }
    Q_UNREACHABLE();
}

/// What can't be read in an answer has the same codes as what can't be in a form, and nobody here
/// typed it.
bool isAboutAnswer(const Error &error)
{
    return error.kind == Error::Kind::Protocol && error.status != 0;
}

} // namespace

QString wordsOf(const Error &error)
{
    if (error.kind == Error::Kind::RateLimited && error.retryAfter && error.retryAfter->count() > 0)
        return Words::waiting(error);
    if (isAboutAnswer(error))
        return Words::ofKind(error.kind);
    const auto *found = std::ranges::find(entries, error.code, &Entry::code);
    if (error.code == "profilesBroken"_L1 && !error.detail.isEmpty())
        return Words::setAsideAs(error.detail);
    if (found != std::end(entries))
        return QCoreApplication::translate("ErrorWords", found->words);
    return Words::ofKind(error.kind);
}

QString passwordWordsOf(const Error &error, qint64 minLength, qint64 maxLength)
{
    if (error.code == "passwordTooShort"_L1)
        return Words::atLeast(int(minLength));
    if (error.code == "passwordTooLong"_L1)
        return Words::atMost(int(maxLength));
    return wordsOf(error);
}

QString codeWordsOf(const Error &error, CodeKind kind)
{
    return error.code == "wrongCode"_L1 ? Words::wrongCode(kind) : wordsOf(error);
}

bool isAboutCode(const Error &error)
{
    const bool isWait = error.kind == Error::Kind::RateLimited;
    return !isWait && !isAboutAnswer(error) &&
           (error.field == "code"_L1 || error.code == "wrongCode"_L1);
}

bool isUnsafe(const Error &why)
{
    return why.code.startsWith("tls"_L1);
}

QString offlineWordsOf(const Error &why, const QString &asOf)
{
    return Words::offline(wordsOf(why), isUnsafe(why), asOf);
}

QString notKeptWordsOf(const Error &why)
{
    return Words::notKept(wordsOf(why));
}

QString notStartedWordsOf(const Error &why)
{
    return Words::notStarted(wordsOf(why));
}

QStringList codesWithWords()
{
    QStringList codes;
    for (const Entry &entry : entries)
        codes << entry.code;
    return codes;
}

} // namespace latchkey::ui
