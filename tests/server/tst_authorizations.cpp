#include "pair.h"
#include "support/testrunner.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace latchkey;
using namespace latchkey::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using server::FieldChange;

namespace {

const QByteArray next = "four quiet walruses dance 9";

/// Ada, who lets Bob in.
class Giver : public Pair
{
public:
    Answer giving(const QByteArray &scope = "profile", const QByteArray &action = "read") const
    {
        return post("/v1/authorizations", "{'receiver':'" + idOf(bob) + "','scope':'" + scope +
                                              "','action':'" + action + "'}");
    }
    /// Answers where it is.
    QByteArray give(const QByteArray &scope = "profile", const QByteArray &action = "read") const
    {
        return "/v1/authorizations/" + textIn(giving(scope, action).json(), "id");
    }
    /// What Bob gets where Ada's account is.
    int openToBob() const { return as(bob, "GET", "/v1/accounts/" + adasId).status; }
    qint64 told(const QByteArray &who) const { return Pair::told(who, "authorizationsChanged"); }
    QList<server::AuditEntry> trail() const { return Pair::trail(u"Authorization"_s); }
    qint64 letters() const
    {
        const QStringList all = wordsTo(email);
        return std::ranges::count_if(
            all, [](const QString &words) { return words.contains(u"Given from:"_s); });
    }

    const QByteArray adasId = idOf(token);
};

} // namespace

/// Accounts that let others in.
class AuthorizationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothAreToldOfEachChange()
    {
        const Giver ada;
        const QByteArray path = ada.give();
        QCOMPARE(ada.told(ada.token), 1);
        QCOMPARE(ada.told(ada.bob), 1);
        QCOMPARE(ada.ask("PATCH", path, quoted("{'action':'write'}")).status, 200);
        QCOMPARE(ada.told(ada.token), 2);
        QCOMPARE(ada.told(ada.bob), 2);
        QCOMPARE(ada.ask("PATCH", path, quoted("{'action':'write'}")).status, 200);
        QCOMPARE(ada.told(ada.bob), 2);
        QCOMPARE(ada.as(ada.bob, "DELETE", path).status, 200);
        QCOMPARE(ada.told(ada.token), 3);
        QCOMPARE(ada.told(ada.bob), 3);
    }

    void theTrailSaysWhoChangedWhat()
    {
        const Giver ada;
        const QByteArray path = ada.give();
        QCOMPARE(ada.ask("PATCH", path, quoted("{'action':'write'}")).status, 200);
        QCOMPARE(ada.as(ada.bob, "DELETE", path).status, 200);
        const auto trail = ada.trail();
        QCOMPARE(trail.size(), 3);
        const QString adasId = QString::fromLatin1(ada.adasId);
        const QString bobsId = QString::fromLatin1(ada.idOf(ada.bob));
        for (const server::AuditEntry &entry : trail)
            QVERIFY(path.endsWith(entry.subject.toLatin1()));
        QCOMPARE(trail[0].actor, api::UserId(adasId));
        QCOMPARE(trail[2].actor, api::UserId(bobsId));
        QCOMPARE(trail[0].changes, (QList<FieldChange>{{u"giver"_s, {}, adasId},
                                                       {u"receiver"_s, {}, bobsId},
                                                       {u"scope"_s, {}, u"profile"_s},
                                                       {u"action"_s, {}, u"read"_s}}));
        QCOMPARE(trail[1].changes, (QList<FieldChange>{{u"action"_s, u"read"_s, u"write"_s}}));
        QCOMPARE(trail[2].changes, (QList<FieldChange>{{u"giver"_s, adasId, {}},
                                                       {u"receiver"_s, bobsId, {}},
                                                       {u"scope"_s, u"profile"_s, {}},
                                                       {u"action"_s, u"write"_s, {}}}));
    }

    void aLetterTellsWhoseAccountItIs()
    {
        const Giver ada;
        const QByteArray path = ada.give();
        QCOMPARE(ada.letters(), 1);
        QVERIFY(ada.wordsTo(Member::email).first().contains(u"Who: bob"_s));
        const auto change = [&](const char *to) {
            return ada.ask("PATCH", path, quoted(to)).status;
        };
        QCOMPARE(change("{'action':'write'}"), 200);
        QCOMPARE(ada.letters(), 2);
        QCOMPARE(change("{'action':'read'}"), 200);
        QCOMPARE(change("{}"), 200);
        QCOMPARE(ada.letters(), 2);
        QCOMPARE(change("{'scope':'sessions'}"), 200);
        QCOMPARE(ada.letters(), 3);
        QCOMPARE(ada.ask("DELETE", path).status, 200);
        QCOMPARE(ada.letters(), 3);
        QVERIFY(!ada.wordsTo("bob@example.com").join(u' ').contains(u"Given from:"_s));
    }

    /// However often whoever asks lets somebody in and takes it back.
    void thereAreOnlySoManyLetters()
    {
        const Giver ada;
        const QByteArray path = ada.give();
        const auto change = [&](const char *to) { return ada.ask("PATCH", path, quoted(to)); };
        for (int letters = 1; letters < 20; ++letters) {
            QCOMPARE(change("{'action':'write'}").status, 200);
            QCOMPARE(change("{'action':'read'}").status, 200);
        }
        const Answer refused = change("{'action':'write'}");
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.code(), u"tooManyLetters"_s);
        QCOMPARE(ada.letters(), 20);
        QCOMPARE(textIn(ada.ask("GET", path).json(), "action"), "read");
    }

    void whatTheyDoIsTheirsInTheTrail()
    {
        const Giver ada;
        ada.give("profile", "write");
        const Answer shown = ada.as(ada.bob, "GET", "/v1/accounts/" + ada.adasId);
        QCOMPARE(shown.json(), ada.me());
        QCOMPARE(shown.field("ETag"), "\"1\"");
        Browser asking(ada.stand.port());
        asking.token = ada.bob;
        const Answer renamed = asking.ask("PATCH", "/v1/accounts/" + ada.adasId,
                                          quoted("{'name':'Countess'}"), {{"If-Match", "\"1\""}});
        QCOMPARE(renamed.status, 200);
        QCOMPARE(textIn(ada.me(), "name"), "Countess");
        const auto trail = ada.Pair::trail(u"updateAccount"_s);
        QCOMPARE(trail.size(), 1);
        QCOMPARE(trail[0].actor, api::UserId(QString::fromLatin1(ada.idOf(ada.bob))));
        QCOMPARE(trail[0].subject, QString::fromLatin1(ada.adasId));
        QCOMPARE(ada.Pair::told(ada.token, "profileChanged"), 1);
        QCOMPARE(ada.Pair::told(ada.bob, "profileChanged"), 0);
    }

    void nothingElseOpens()
    {
        const Giver ada;
        ada.give("profile", "write");
        ada.give("sessions");
        const QByteArray account = "/v1/accounts/" + ada.adasId;
        QCOMPARE(ada.as(ada.bob, "DELETE", account).code(), u"roleTooLow"_s);
        Browser asking(ada.stand.port());
        asking.token = ada.bob;
        const QByteArray userName = quoted("{'userName':'mine'}");
        QCOMPARE(asking.ask("PATCH", account, userName, {{"If-Match", "\"1\""}}).code(),
                 u"unknownField"_s);
        const Answer sessions = ada.as(ada.bob, "GET", account + "/sessions");
        const QByteArray id =
            textIn(sessions.json()[u"sessions"_s].toArray().first().toObject(), "id");
        QVERIFY(!id.isEmpty());
        QCOMPARE(ada.as(ada.bob, "DELETE", "/v1/sessions/" + id).status, 404);
        QCOMPARE(ada.me()[u"version"_s].toInt(), 1);
    }

    void programsUseWhatTheirOwnerWasGivenAndGiveNothing()
    {
        const Giver ada;
        ada.give();
        const auto programOf = [&ada](const QByteArray &who) {
            const Answer made =
                ada.as(who, "POST", "/v1/api-sessions", "{'labels':['a'],'unlimited':true}");
            return textIn(made.json(), "secret");
        };
        const QByteArray bobs = programOf(ada.bob);
        QCOMPARE(ada.as(bobs, "GET", "/v1/accounts/" + ada.adasId).status, 200);
        const Answer given =
            ada.as(programOf(ada.token), "POST", "/v1/authorizations",
                   "{'receiver':'" + ada.idOf(ada.bob) + "','scope':'sessions','action':'read'}");
        QCOMPARE(given.status, 403);
        QCOMPARE(given.code(), u"notForApiSessions"_s);
    }

    void aNewPasswordTakesThemBack()
    {
        const Giver ada;
        ada.give();
        const QByteArray change =
            quoted("{'current':'") + goodPassword + quoted("','next':'") + next;
        const auto told = ada.told(ada.bob);
        QCOMPARE(ada.openToBob(), 200);
        QCOMPARE(
            ada.ask("POST", "/v1/me/password", change + quoted("','keepOthers':false}")).status,
            200);
        QCOMPARE(ada.openToBob(), 403);
        QCOMPARE(ada.told(ada.bob), told + 1);
    }

    /// Who was let in until when is nowhere else, once it is taken back.
    void eachThatIsTakenBackIsInTheTrail()
    {
        const Giver ada;
        const QByteArray profile = ada.give("profile", "write");
        const QByteArray sessions = ada.give("sessions");
        const QByteArray change = quoted("{'current':'") + goodPassword + quoted("','next':'") +
                                  next + quoted("','keepOthers':false}");
        const auto told = ada.told(ada.bob);
        QCOMPARE(ada.ask("POST", "/v1/me/password", change).status, 200);
        QCOMPARE(ada.told(ada.bob), told + 1);
        QStringList revoked;
        const auto trail = ada.Pair::trail(u"changePassword"_s);
        for (const server::AuditEntry &entry : trail) {
            if (entry.subject.startsWith(u"atz_"_s)) {
                revoked << entry.subject;
                const QString bobsId = QString::fromLatin1(ada.idOf(ada.bob));
                QVERIFY(entry.changes.contains(FieldChange{u"receiver"_s, bobsId, {}}));
            }
        }
        QCOMPARE(revoked.size(), 2);
        for (const QString &subject : std::as_const(revoked))
            QVERIFY(profile.endsWith(subject.toLatin1()) || sessions.endsWith(subject.toLatin1()));
    }

    void aNewPasswordThatKeepsSessionsKeepsThem()
    {
        const Giver ada;
        ada.give();
        const QByteArray change =
            quoted("{'current':'") + goodPassword + quoted("','next':'") + next;
        QCOMPARE(ada.ask("POST", "/v1/me/password", change + quoted("','keepOthers':true}")).status,
                 200);
        QCOMPARE(ada.openToBob(), 200);
    }

    void aResetTakesThemBack()
    {
        const Giver ada;
        ada.give();
        const QByteArray id = textIn(Browser(ada.stand.port())
                                         .post("/v1/resets", quoted("{'email':'ada@example.com'}"))
                                         .json(),
                                     "id");
        const QByteArray reset = quoted("{'id':'") + id + quoted("','code':'") + ada.codeTo() +
                                 quoted("','password':'") + next + "\"}";
        const Answer done = Browser(ada.stand.port()).post("/v1/password", reset);
        QCOMPARE(done.status, 204);
        QCOMPARE(ada.openToBob(), 403);
        QCOMPARE(ada.stand.rows(u"authorizations"_s), 0);
    }

    void whoeverWasNotMeLetNobodyIn()
    {
        Giver ada;
        const QByteArray own = ada.give();
        ada.stand.clock.advance(1s);
        const QByteArray thief = ada.stand.signIn("ada");
        const QByteArray mine = std::exchange(ada.token, thief);
        const QByteArray session = textIn(ada.ask("GET", "/v1/session").json(), "id");
        const QByteArray theirs = ada.give("sessions");
        ada.token = mine;
        QCOMPARE(ada.post("/v1/sessions/" + session + "/review", "{'verdict':'notMine'}").status,
                 200);
        QCOMPARE(ada.ask("GET", own).status, 200);
        QCOMPARE(ada.ask("GET", theirs).status, 404);
        QCOMPARE(ada.openToBob(), 200);
        QCOMPARE(ada.as(ada.bob, "GET", "/v1/accounts/" + ada.adasId + "/sessions").status, 403);
    }
};

LATCHKEY_TEST(AuthorizationsTest)

#include "tst_authorizations.moc"
