#include "support/sample.h"
#include "support/testrunner.h"
#include "wire/fieldjson.h"
#include "wire/ownwire.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::wire;

namespace {

template <class T>
QByteArray shown(const T &value)
{
    JsonWriter json;
    if constexpr (!std::same_as<T, Nothing>)
        writeJson(json, value);
    return json.take();
}

} // namespace

Q_DECLARE_METATYPE(latchkey::wire::Wire)

/// Whatever one side of a wire writes, its other side reads back whole: every operation of every
/// wire.
class RoundTripTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOperationOfEveryWire_data()
    {
        QTest::addColumn<Wire>("wire");
        QTest::newRow("own") << ownWire();
    }

    void everyOperationOfEveryWire()
    {
        QFETCH(Wire, wire);
        int walked = 0;
        api::Operations::forEach([&]<class Op>() {
            if (!wire.can<Op>())
                return;
            ++walked;
            const auto &translation = wire.translation<Op>();
            const Op asked = test::Sampler().make<Op>();
            const HttpRequest request = translation->writeRequest(asked);
            const auto parameters = translation->routes.first().match(request.path);
            QVERIFY2(parameters, Op::traits.name);
            const auto understood = translation->readRequest(request, *parameters);
            QVERIFY2(understood, understood ? "" : qPrintable(understood.error().field));
            QCOMPARE(shown(*understood), shown(asked));

            const auto said = test::Sampler().make<typename Op::Reply>();
            const auto heard = wire.read(translation->writeReply(said, request), asked);
            QVERIFY2(heard, Op::traits.name);
            QCOMPARE(shown(*heard), shown(said));
        });
        QVERIFY(walked > 0);
    }

    void credentials()
    {
        const Wire wire = ownWire();
        HttpRequest request;
        QVERIFY(!wire.takeCredential(request.headers));
        wire.putCredential(request, Secret(QByteArray("lks_abc")));
        QCOMPARE(wire.takeCredential(request.headers)->reveal(), QByteArray("lks_abc"));
        QVERIFY(!wire.takeCredential({{"Authorization", "Basic abc"}}));
        QCOMPARE(wire.takeCredential({{"authorization", "bearer abc"}})->reveal(),
                 QByteArray("abc"));
    }
};

LATCHKEY_TEST(RoundTripTest)

#include "tst_roundtrip.moc"
