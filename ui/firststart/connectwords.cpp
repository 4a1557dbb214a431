#include "firststart/connectwords.h"

#include "kit/errorwords.h"

#include <QCoreApplication>
#include <QHash>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

QString connectWords(const Error &error)
{
    static const QHash<QString, const char *> known{
        {u"empty"_s, QT_TRANSLATE_NOOP("ConnectPanel", "Type the address of the server.")},
        {u"badAddress"_s,
         QT_TRANSLATE_NOOP(
             "ConnectPanel",
             "This is not the address of a server. It looks like account.example.org.")},
        {u"plainHttp"_s,
         QT_TRANSLATE_NOOP("ConnectPanel",
                           "Without encryption everybody on the way could read your password. Use "
                           "an address that begins with https://.")},
        {u"unknownHost"_s,
         QT_TRANSLATE_NOOP("ConnectPanel", "No server has this name. Is it typed right?")},
        {u"connectionRefused"_s,
         QT_TRANSLATE_NOOP("ConnectPanel", "The computer is there, but no server answers on it.")},
        {u"offline"_s, QT_TRANSLATE_NOOP("ConnectPanel", "This computer has no network now.")},
        {u"timeout"_s, QT_TRANSLATE_NOOP("ConnectPanel", "The server does not answer.")},
        {u"notHttp"_s, QT_TRANSLATE_NOOP("ConnectPanel",
                                         "Something answers there, but it is no account server.")},
        {u"noCommonWire"_s,
         QT_TRANSLATE_NOOP("ConnectPanel",
                           "This server speaks no account API that Latchkey knows.")},
        {u"tlsExpired"_s,
         QT_TRANSLATE_NOOP("ConnectPanel",
                           "The certificate of the server has expired. Ask the one who runs it.")},
        {u"tlsNotYetValid"_s,
         QT_TRANSLATE_NOOP("ConnectPanel",
                           "The certificate of the server is not valid yet. Is the clock of this "
                           "computer right?")},
        {u"tlsHostMismatch"_s,
         QT_TRANSLATE_NOOP("ConnectPanel",
                           "The certificate of the server belongs to another name. Somebody may be "
                           "standing in between.")},
        {u"tlsRevoked"_s,
         QT_TRANSLATE_NOOP("ConnectPanel",
                           "The certificate of the server was withdrawn. Do not connect.")},
        {u"tlsSelfSigned"_s,
         QT_TRANSLATE_NOOP("ConnectPanel", "Nobody vouches for the certificate of this server.")},
        {u"tlsUntrusted"_s,
         QT_TRANSLATE_NOOP("ConnectPanel", "Nobody vouches for the certificate of this server.")},
    };
    const char *english = known.value(error.code);
    if (!english && error.kind == Error::Kind::Protocol)
        english = known.value(u"notHttp"_s);
    return english ? QCoreApplication::translate("ConnectPanel", english) : wordsOf(error);
}

} // namespace latchkey::ui
