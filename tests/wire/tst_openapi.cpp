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

    void saysHowLongASessionLives()
    {
        const QString about =
            QJsonDocument::fromJson(wire::openApi())
                .object()[u"components"_s][u"securitySchemes"_s][u"bearer"_s][u"description"_s]
                .toString();
        for (const QString &told :
             {u"14 days"_s, u"90 days"_s, u"30 minutes"_s, u"12 hours"_s, u"expiresAt"_s})
            QVERIFY2(about.contains(told), qPrintable(about));
    }

    void saysHowASessionIsToBeProven()
    {
        const QJsonValue ending = QJsonDocument::fromJson(wire::openApi())
                                      .object()[u"paths"_s][u"/v1/sessions/{id}"_s][u"delete"_s];
        QCOMPARE(ending[u"x-proven-within-seconds"_s].toInt(), 300);
        QCOMPARE(ending[u"x-proven-with"_s].toString(), u"password"_s);
    }
};

LATCHKEY_TEST(OpenApiTest)

#include "tst_openapi.moc"
