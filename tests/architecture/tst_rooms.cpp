#include "sourcetree.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey::test;
using namespace Qt::StringLiterals;

namespace {

/// The house as core/README.md draws it: each room and whom it may include. A room always may
/// include itself.
const QMap<QString, QStringList> &house()
{
    static const QStringList page{u"core/base"_s, u"core/api"_s, u"core/account"_s, u"ui/kit"_s};
    static const QStringList listing = page + QStringList{u"ui/sessions"_s};
    static const QStringList aboutPeople = listing + QStringList{u"ui/people"_s};
    static const QStringList asking = page + QStringList{u"ui/credentials"_s};
    static const QStringList listingAndAsking = listing + QStringList{u"ui/credentials"_s};
    static const QMap<QString, QStringList> rooms{
        {u"core/base"_s, {}},
        {u"core/api"_s, {u"core/base"_s}},
        {u"core/wire"_s,
         {u"core/base"_s, u"core/api"_s, u"core/wire/temporal"_s, u"core/wire/wingspan"_s}},
        {u"core/wire/temporal"_s, {u"core/base"_s, u"core/api"_s, u"core/wire"_s}},
        {u"core/wire/wingspan"_s, {u"core/base"_s, u"core/api"_s, u"core/wire"_s}},
        {u"core/net"_s, {u"core/base"_s}},
        {u"core/net/sockets"_s, {u"core/base"_s, u"core/net"_s}},
        {u"core/secrets"_s, {u"core/base"_s}},
        {u"core/secrets/system"_s, {u"core/base"_s, u"core/secrets"_s}},
        {u"core/storage"_s, {u"core/base"_s}},
        {u"core/account"_s,
         {u"core/base"_s, u"core/api"_s, u"core/wire"_s, u"core/net"_s, u"core/secrets"_s}},
        {u"core/server/http"_s, {}},
        {u"core/server/post"_s, {u"core/base"_s, u"core/api"_s}},
        {u"core/server/openid"_s, {u"core/base"_s}},
        {u"core/server/carriers"_s,
         {u"core/base"_s, u"core/server/openid"_s, u"core/server/post"_s}},
        {u"core/server/store"_s,
         {u"core/base"_s, u"core/api"_s, u"core/storage"_s, u"core/server/post"_s}},
        {u"core/server/guards"_s,
         {u"core/base"_s, u"core/api"_s, u"core/wire"_s, u"core/storage"_s, u"core/server"_s,
          u"core/server/http"_s, u"core/server/store"_s}},
        {u"core/server/handlers"_s,
         {u"core/base"_s, u"core/api"_s, u"core/server"_s, u"core/server/guards"_s,
          u"core/server/openid"_s, u"core/server/post"_s, u"core/server/store"_s}},
        {u"core/server"_s,
         {u"core/base"_s, u"core/api"_s, u"core/wire"_s, u"core/storage"_s, u"core/server/http"_s,
          u"core/server/openid"_s, u"core/server/post"_s, u"core/server/store"_s,
          u"core/server/guards"_s, u"core/server/handlers"_s}},
        {u"ui/kit"_s, {u"core/base"_s}},
        {u"ui/printing"_s, {u"core/base"_s, u"ui/kit"_s}},
        {u"ui/credentials"_s, page},
        {u"ui/shell"_s, asking},
        {u"ui/firststart"_s, page},
        {u"ui/signup"_s, asking},
        {u"ui/signin"_s, asking},
        {u"ui/sessions"_s, page},
        {u"ui/people"_s, page},
        {u"ui/home"_s, listing},
        {u"ui/help"_s, aboutPeople},
        {u"ui/grants"_s, listing},
        {u"ui/authorizations"_s, aboutPeople},
        {u"ui/organisation"_s, listing},
        {u"ui/providers"_s, listing},
        {u"ui/accounts"_s, aboutPeople},
        {u"ui/runningserver"_s, listing},
        {u"ui/profile"_s, aboutPeople + QStringList{u"ui/credentials"_s}},
        {u"ui/security"_s, listingAndAsking},
        {u"ui/access"_s, listing},
        {u"ui/apisessions"_s, listing},
        {u"ui/credits"_s, aboutPeople},
        {u"ui/messages"_s, page},
        {u"ui/lock"_s, page},
        {u"ui/notify"_s, listing},
        {u"ui/settings"_s, page},
    };
    return rooms;
}

/// The library of a room: `core/server/http` is `server_http`, `ui/home` is `home`.
QString libraryOf(const QString &room)
{
    return room.section(u'/', 1).replace(u'/', u'_');
}

} // namespace

class RoomsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFolderIsARoomOfTheHouse()
    {
        for (const SourceFile &file : sourceFiles()) {
            QVERIFY2(file.room == "app"_L1 || house().contains(file.room),
                     qPrintable(file.path + u" is in no room that the table knows"_s));
        }
    }

    void everyIncludeIsAllowed()
    {
        QStringList broken;
        for (const SourceFile &file : sourceFiles()) {
            if (file.room == "app"_L1)
                continue;
            for (const QString &include : file.includes) {
                const QString room = roomOfInclude(include, house().keys());
                if (include.contains(u'/') && room != file.room &&
                    !house().value(file.room).contains(room)) {
                    broken << file.path + u" includes "_s + include;
                }
            }
        }
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    }

    void everyLinkLineTellsTheTruth()
    {
        const auto linked = linkedRooms();
        QStringList broken;
        for (const SourceFile &file : sourceFiles()) {
            if (file.room == "app"_L1)
                continue;
            for (const QString &include : file.includes) {
                const QString room = roomOfInclude(include, house().keys());
                if (!room.isEmpty() && !reaches(linked, libraryOf(file.room), libraryOf(room)))
                    broken << file.path + u" uses "_s + room + u", its link line does not"_s;
            }
        }
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    }

private:
    /// Whether a library links another, itself or by way of what it links. The rooms of the server
    /// may share a library with the room above them.
    static bool reaches(const QMap<QString, QSet<QString>> &linked, const QString &from,
                        const QString &to)
    {
        const auto library = [&linked](QString name) {
            while (!linked.contains(name) && name.contains(u'_'))
                name = name.left(name.lastIndexOf(u'_'));
            return name;
        };
        QStringList open{library(from)};
        QSet<QString> seen;
        while (!open.isEmpty()) {
            const QString next = open.takeLast();
            if (next == library(to))
                return true;
            if (seen.contains(next))
                continue;
            seen.insert(next);
            for (const QString &name : linked.value(next))
                open << name;
        }
        return false;
    }
};

LATCHKEY_TEST(RoomsTest)

#include "tst_rooms.moc"
