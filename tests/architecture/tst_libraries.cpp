#include "sourcetree.h"
#include "support/testrunner.h"

#include <QFile>
#include <QLibraryInfo>
#include <QTest>

#include <algorithm>

using namespace latchkey::test;
using namespace Qt::StringLiterals;

namespace {

const QString unknownOfQt = u"another module of Qt"_s;

/// Each library that is one room's own business, and the rooms and files it stays in.
const QMap<QString, QStringList> &homes()
{
    static const QStringList windows{u"ui/"_s,
                                     u"app/appearance."_s,
                                     u"app/browser."_s,
                                     u"app/desktop."_s,
                                     u"app/firstframe."_s,
                                     u"app/ownserver."_s,
                                     u"app/quitsignals."_s,
                                     u"app/windowmodule."_s};
    static const QMap<QString, QStringList> all{
        {u"asio"_s, {u"core/server/http/"_s}},
        {u"cjose"_s, {u"core/server/openid/signedtoken.cpp"_s}},
        {u"curl"_s, {u"core/server/carriers/"_s}},
        {u"dlfcn.h"_s, {u"core/base/latelibrary.h"_s}},
        {u"fontconfig"_s, {u"app/fontsahead.cpp"_s}},
        {u"liboath"_s, {u"core/server/store/totp.cpp"_s}},
        {u"openssl"_s, {u"core/server/http/"_s, u"core/server/store/"_s}},
        {u"qt6keychain"_s, {u"core/secrets/system/"_s}},
        {u"simdjson.h"_s, {u"core/base/jsonnode.cpp"_s}},
        {u"sodium.h"_s, {u"core/secrets/system/"_s, u"core/server/"_s}},
        {u"sqlite3.h"_s, {u"core/server/store/"_s}},
        {u"phonenumbers"_s, {u"core/server/phonenumber.cpp"_s}},
        {u"qrencode.h"_s, {u"ui/kit/qrview.cpp"_s}},
        {u"zxcvbn.h"_s, {u"core/api/passwordrules.cpp"_s}},
        {u"QtDBus"_s,
         {u"core/secrets/system/"_s, u"ui/lock/"_s, u"ui/notify/"_s, u"app/locking."_s,
          u"app/signinnews."_s}},
        {u"QtGui"_s, windows},
        {u"QtNetwork"_s, {u"core/net/sockets/"_s}},
        {u"QtPrintSupport"_s, {u"ui/printing/"_s}},
        {u"QtSql"_s, {u"core/storage/"_s, u"core/server/store/"_s}},
        {u"QtSvg"_s, {u"ui/kit/drawingtool.cpp"_s}},
        {u"QtWidgets"_s, windows},
        {unknownOfQt, {}},
    };
    return all;
}

/// The library that a header belongs to: Qt's by the folder that holds it, another's by its name.
QString libraryOf(const QString &header)
{
    const QString top = header.section(u'/', 0, 0);
    if (top == "asio.hpp"_L1)
        return u"asio"_s;
    if (!header.startsWith(u'Q'))
        return top;
    const QString folder = QLibraryInfo::path(QLibraryInfo::HeadersPath);
    for (const QString &module :
         {u"QtCore"_s, u"QtConcurrent"_s, u"QtDBus"_s, u"QtGui"_s, u"QtNetwork"_s,
          u"QtPrintSupport"_s, u"QtSql"_s, u"QtSvg"_s, u"QtWidgets"_s}) {
        if (top == module || QFile::exists(folder + u'/' + module + u'/' + header))
            return module;
    }
    return unknownOfQt;
}

} // namespace

class LibrariesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhatAHeaderBelongsTo()
    {
        QCOMPARE(libraryOf(u"asio/ssl.hpp"_s), u"asio"_s);
        QCOMPARE(libraryOf(u"QString"_s), u"QtCore"_s);
        QCOMPARE(libraryOf(u"QNetworkReply"_s), u"QtNetwork"_s);
        QCOMPARE(libraryOf(u"QSqlQuery"_s), u"QtSql"_s);
        QCOMPARE(libraryOf(u"vector"_s), u"vector"_s);
#ifdef LATCHKEY_WITH_WINDOW
        QCOMPARE(libraryOf(u"QColor"_s), u"QtGui"_s);
        QCOMPARE(libraryOf(u"QtWidgets"_s), u"QtWidgets"_s);
        QCOMPARE(libraryOf(u"QWidget"_s), u"QtWidgets"_s);
#endif
    }

    void librariesStayAtHome()
    {
        QStringList broken;
        for (const SourceFile &file : sourceFiles()) {
            for (const QString &header : file.libraries) {
                const QString library = libraryOf(header);
                const auto home = homes().constFind(library);
                if (home == homes().constEnd())
                    continue;
                const bool isAtHome = std::ranges::any_of(
                    *home, [&](const QString &place) { return file.path.startsWith(place); });
                if (!isAtHome)
                    broken << file.path + u" includes "_s + header + u" of "_s + library;
            }
        }
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    }

    /// Its tests run under the thread sanitizer, which knows nothing of an uninstrumented Qt.
    void theEngineKnowsNoQt()
    {
        for (const SourceFile &file : sourceFiles()) {
            if (file.room != "core/server/http"_L1)
                continue;
            for (const QString &header : file.libraries)
                QVERIFY2(!header.startsWith(u'Q'), qPrintable(file.path + u' ' + header));
        }
    }
};

LATCHKEY_TEST(LibrariesTest)

#include "tst_libraries.moc"
