#include "pair.h"
#include "spoken.h"
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

    /// Its clients of version 11 always say all of it, and those before nothing.
    void auroraKeepsWhatItsClientsAskFor()
    {
        const Stand stand;
        const QByteArray token = aurora.token(aurora.join(stand, "ada"));
        const QByteArray all =
            quoted("{'username':'ada','email':'ada@example.com','password':'") + goodPassword + '"';
        const auto asked = [&](const char *method, const QByteArray &version,
                               const QByteArray &body = {}) {
            return Browser(stand.port())
                .ask(method, "/aurora/api/" + version + "/user/info", body, aurora.holding(token));
        };
        const auto put = [&](const char *version, const QByteArray &more = {}) {
            return asked("PUT", version, all + more + '}').status;
        };
        const auto told = [&](const QString &name) {
            return asked("GET", "v11").json().value(name);
        };
        const QString speech = u"autoExecuteTts"_s;
        const QString voice = u"preferredTtsCharacter"_s;
        QCOMPARE(put("v11", R"(,"autoExecuteTts":true,"preferredTtsCharacter":3)"), 200);
        QCOMPARE(told(speech), QJsonValue(true));
        QCOMPARE(told(voice), QJsonValue(3));
        QCOMPARE(put("v7"), 200);
        QCOMPARE(put("v11", R"(,"autoExecuteTts":true)"), 200);
        QCOMPARE(told(speech), QJsonValue(true));
        QCOMPARE(told(voice), QJsonValue(3));
        QCOMPARE(stand.rows(u"audit WHERE subject = 'aurora.autoExecuteTts'"_s), 1);
        QCOMPARE(put("v11", R"(,"autoExecuteTts":false,"preferredTtsCharacter":0)"), 200);
        QCOMPARE(told(speech), QJsonValue(false));
        QCOMPARE(told(voice), QJsonValue(0));
        QCOMPARE(stand.rows(u"preferences"_s), 0);
        // What is kept for programs has its limits, and nobody's profile waits for those.
        for (int came = 1; came < 119; ++came) {
            QCOMPARE(put("v11", R"(,"autoExecuteTts":true)"), 200);
            QCOMPARE(put("v11", R"(,"autoExecuteTts":false)"), 200);
        }
        QCOMPARE(put("v11", R"(,"autoExecuteTts":true)"), 200);
        QCOMPARE(told(speech), QJsonValue(false));
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
