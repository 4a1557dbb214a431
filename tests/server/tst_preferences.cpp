#include "pair.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray theme = "/v1/preferences/theme";

class Keeper : public Pair
{
public:
    int set(const QByteArray &value) const
    {
        return ask("PUT", theme, quoted("{'value':'") + value + "\"}").status;
    }
    QList<server::AuditEntry> trail() const { return Pair::trail(u"Preference"_s); }
};

} // namespace

/// What programs keep with an account.
class PreferencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Programs change values all the time, and the trail is kept for ever.
    void theTrailTellsWhichNamesCameAndWent()
    {
        const Keeper ada;
        for (const char *value : {"dark", "light", "light", "dark"})
            QCOMPARE(ada.set(value), 200);
        QCOMPARE(ada.trail().size(), 1);
        QCOMPARE(ada.ask("DELETE", theme).status, 204);
        QCOMPARE(ada.ask("DELETE", theme).status, 404);
        QCOMPARE(ada.trail().size(), 2);
        QCOMPARE(ada.set("dark"), 200);
        const auto trail = ada.trail();
        QCOMPARE(trail.size(), 3);
        for (const server::AuditEntry &entry : trail) {
            QCOMPARE(entry.subject, u"theme"_s);
            QVERIFY(entry.changes.isEmpty());
        }
    }

    void nobodyFillsTheTrailByComingAndGoing()
    {
        Keeper ada;
        for (int came = 0; came < 120; ++came) {
            QCOMPARE(ada.set("dark"), 200);
            QCOMPARE(ada.ask("DELETE", theme).status, 204);
        }
        const qint64 rows = ada.stand.rows(u"audit"_s);
        const Answer refused = ada.ask("PUT", theme, quoted("{'value':'dark'}"));
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.code(), u"tooManyTries"_s);
        QCOMPARE(ada.ask("DELETE", theme).status, 404);
        QCOMPARE(ada.stand.rows(u"audit"_s), rows);
        QCOMPARE(ada.as(ada.bob, "PUT", theme, "{'value':'dark'}").status, 200);
        ada.stand.clock.advance(1h);
        ada.token = ada.stand.signIn("ada");
        QCOMPARE(ada.set("dark"), 200);
        for (int change = 0; change < 120; ++change) // nothing comes by them
            QCOMPARE(ada.set(QByteArray::number(change)), 200);
    }
};

LATCHKEY_TEST(PreferencesTest)

#include "tst_preferences.moc"
