#include "api/operations.h"
#include "support/testrunner.h"
#include "wire/openapi.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace latchkey;
using namespace Qt::StringLiterals;

class OpenApiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCommittedDocumentIsFresh()
    {
        QFile file(QStringLiteral(OPENAPI_DOCUMENT));
        QVERIFY2(file.open(QIODevice::ReadOnly), "run: latchkey openapi > resources/openapi.json");
        QVERIFY2(file.readAll() == wire::openApi(),
                 "stale; run: latchkey openapi > resources/openapi.json");
    }

    void everyOperationIsDescribedOnce()
    {
        QStringList ids;
        const QJsonObject paths =
            QJsonDocument::fromJson(wire::openApi()).object()[u"paths"_s].toObject();
        for (const QJsonValue path : paths) {
            for (const QJsonValue operation : path.toObject())
                ids << operation[u"operationId"_s].toString();
        }
        QCOMPARE(ids.size(), qsizetype(api::Operations::size));
        QCOMPARE(ids.removeDuplicates(), 0);
    }

    void refusalsOfOneOperationAreDescribedToo()
    {
        const QJsonObject paths =
            QJsonDocument::fromJson(wire::openApi()).object()[u"paths"_s].toObject();
        const auto replies = [&paths](const QString &path, const QString &method) {
            return paths[path][method][u"responses"_s].toObject();
        };
        QVERIFY(replies(u"/v1/session"_s, u"post"_s).contains(u"401"_s));
        QVERIFY(replies(u"/v1/users"_s, u"post"_s).contains(u"403"_s));
        QVERIFY(replies(u"/v1/sessions/{id}"_s, u"patch"_s).contains(u"404"_s));
        QVERIFY(replies(u"/v1/sessions/{id}/reinstate"_s, u"post"_s).contains(u"409"_s));
        QVERIFY(replies(u"/v1/me"_s, u"patch"_s).contains(u"412"_s));
        QVERIFY(replies(u"/v1/server"_s, u"get"_s).contains(u"503"_s));
    }
};

LATCHKEY_TEST(OpenApiTest)

#include "tst_openapi.moc"
