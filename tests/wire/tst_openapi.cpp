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
};

LATCHKEY_TEST(OpenApiTest)

#include "tst_openapi.moc"
