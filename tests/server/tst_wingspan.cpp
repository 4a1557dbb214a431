#include "member.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray session = "/wingspan/users/session";
const QByteArray otp = "/wingspan/users/session/otp";
const QByteArray pending = "/wingspan/users/pending/session";

QByteArray emailed(const QByteArray &email = Member::email)
{
    return quoted("{'email':'") + email + "\"}";
}

QByteArray entering(const QByteArray &email = Member::email)
{
    return emailed(email).chopped(1) + quoted(",'password':'") + goodPassword + "\"}";
}

QByteArray coded(const QByteArray &code)
{
    return quoted("{'code':'") + code + "\"}";
}

QByteArray refused(const QByteArray &text)
{
    return quoted("{'error':'") + text + "\"}";
}

/// Nobody's, or whoever's has that token.
Answer ask(const Stand &stand, const QByteArray &method, const QByteArray &path,
           const QByteArray &body = {}, const QByteArray &token = {})
{
    Browser browser(stand.port());
    browser.token = token;
    return browser.ask(method, path, body);
}

QByteArray begunIn(const Answer &answer)
{
    return answer.field("Wingspan-Session");
}

QByteArray userOf(const Answer &me)
{
    return textIn(me.json(), "id");
}

/// How many rows the audit trail got since it was last asked.
class Noted
{
public:
    explicit Noted(const Stand &stand)
        : m_stand(stand)
        , m_before(stand.rows(u"audit"_s))
    {}
    qint64 since()
    {
        const qint64 now = m_stand.rows(u"audit"_s);
        return now - std::exchange(m_before, now);
    }

private:
    const Stand &m_stand;
    qint64 m_before;
};

void threeTries(server::ServerConfig &config)
{
    config.throttle.password.freeFailures = 3;
    config.throttle.recovery.freeFailures = 3;
}

} // namespace

/// What Wingspan has words for that other foreign wires have none for: it gets round nothing
/// either.
class WingspanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAddressThatWaitsForItsCodeIsTold()
    {
        Member ada;
        const QByteArray token = begunIn(ask(ada.stand, "POST", session, entering()));
        const QByteArray path = "/wingspan/users/user/" + textIn(ada.me(), "id");
        const QByteArray next = "countess@example.com";
        const auto pendingIn = [](const Answer &user) {
            return textIn(user.json().value(u"emailVerificationState"_s).toObject(),
                          "emailPendingVerification");
        };
        const Answer edited = ask(ada.stand, "PATCH", path, emailed(next), token);
        QCOMPARE(edited.status, 200);
        QCOMPARE(textIn(edited.json(), "email"), Member::email);
        QCOMPARE(pendingIn(edited), next);
        const QByteArray code = quoted("{'emailVerificationId':'") + ada.codeTo(next) + "\"}";
        QCOMPARE(ask(ada.stand, "PATCH", path + "/verification/email", code, token).status, 200);
        const Answer after = ask(ada.stand, "PATCH", path, emailed(next), token);
        QCOMPARE(textIn(after.json(), "email"), next);
        QVERIFY(pendingIn(after).isEmpty()); // what is so already is no change
    }

    void aPasswordIsHalfOfItWhereASecondFactorIsAskedFor()
    {
        Member ada;
        ada.askForMail();
        Noted noted(ada.stand);
        const QByteArray guest = begunIn(ask(ada.stand, "POST", session, entering()));
        QVERIFY(guest.startsWith("chl_"));
        QCOMPARE(noted.since(), 1);
        // It is no session, here or on our own wire.
        for (const char *path : {"/wingspan/users/session/api", "/v1/me"})
            QCOMPARE(ask(ada.stand, "GET", path, {}, guest).status, 401);
        QCOMPARE(ask(ada.stand, "GET", session + "/token/" + guest).status, 403);
        QCOMPARE(ask(ada.stand, "POST", otp, quoted("{'channel':'Email'}"), guest).status, 204);
        const QByteArray code = ada.codeTo();
        QCOMPARE(noted.since(), 1);
        const Answer wrong = ask(ada.stand, "PATCH", otp, coded(otherThan(code)), guest);
        QCOMPARE(wrong.status, 400);
        QCOMPARE(wrong.body, refused("Invalid verification code"));
        QCOMPARE(noted.since(), 1);
        const QByteArray token = begunIn(ask(ada.stand, "PATCH", otp, coded(code), guest));
        QCOMPARE(ask(ada.stand, "GET", "/wingspan/users/session/api", {}, token).status, 200);
        QCOMPARE(noted.since(), 1);
        QCOMPARE(ask(ada.stand, "PATCH", otp, coded(code), guest).status, 404);
    }

    void codesOfAChallengeAreTriesOfThePassword()
    {
        Member ada(threeTries);
        ada.askForMail();
        ada.stand.clock.advance(2h);
        const QByteArray guest = begunIn(ask(ada.stand, "POST", session, entering()));
        ask(ada.stand, "POST", otp, quoted("{'channel':'Email'}"), guest);
        const QByteArray code = ada.codeTo();
        for (int i = 1; i <= 2; ++i)
            QCOMPARE(ask(ada.stand, "PATCH", otp, coded(otherThan(code, i)), guest).status, 400);
        const Answer late = ask(ada.stand, "PATCH", otp, coded(code), guest);
        QCOMPARE(late.status, 429);
        QVERIFY(late.field("Retry-After").toInt() > 0);
        QCOMPARE(ada.stand.trySignIn(Member::email, goodPassword).status, 429);
    }

    void mailedCodesAreCounted()
    {
        Member ada(threeTries);
        ada.stand.clock.advance(2h);
        Noted noted(ada.stand);
        const QByteArray held = begunIn(ask(ada.stand, "POST", pending, emailed()));
        QCOMPARE(noted.since(), 1);
        const QByteArray code = ada.codeTo();
        for (int i = 1; i <= 3; ++i)
            QCOMPARE(ask(ada.stand, "PATCH", otp, coded(otherThan(code, i)), held).status, 400);
        QCOMPARE(noted.since(), 3);
        QCOMPARE(ask(ada.stand, "PATCH", otp, coded(code), held).status, 429);
    }

    void aMailboxIsNoSecondFactorOfItself()
    {
        Member ada;
        ada.askForMail();
        const QByteArray held = begunIn(ask(ada.stand, "POST", pending, emailed()));
        const Answer refusal = ask(ada.stand, "PATCH", otp, coded(ada.codeTo()), held);
        QCOMPARE(refusal.status, 409);
        QCOMPARE(refusal.body, refused("passwordNeeded"));
        QCOMPARE(begunIn(refusal), QByteArray());
    }

    /// What is asked of strangers is answered alike whether or not there is such an account.
    void nobodyLearnsWhoIsThere()
    {
        Member ada;
        const auto shapes = [&](const QByteArray &email) {
            Browser::Fields json{{"Accept", "application/json"}};
            const auto asking = [&](const QByteArray &path) {
                return Browser(ada.stand.port()).ask("POST", path, emailed(email), json);
            };
            const Answer waiting = asking(pending);
            const Answer reset = ask(ada.stand, "POST", "/wingspan/users/user/password/reset",
                                     emailed(email).chopped(1) + quoted(",'userType':'Member'}"));
            return QList<QVariant>{asking("/wingspan/users/authentication").body,
                                   waiting.status,
                                   waiting.json().keys(),
                                   waiting.json().value(u"expiration"_s),
                                   reset.status,
                                   reset.body};
        };
        QCOMPARE(shapes(Member::email), shapes("nobody@example.com"));
    }

    void actingForOthersAsksForALevelAndIsNoted()
    {
        Member root; // the first of all is the administrator
        root.stand.signUp("bob");
        const QByteArray path = "/wingspan/users/session/requesting-user";
        const QByteArray bob = emailed("bob@example.com");
        const auto enter = [&](const QByteArray &email) {
            return begunIn(ask(root.stand, "POST", session, entering(email)));
        };
        QCOMPARE(ask(root.stand, "POST", path, bob, enter("bob@example.com")).status, 403);
        const QByteArray admin = enter(Member::email);
        root.stand.clock.advance(6min);
        const Answer late = ask(root.stand, "POST", path, bob, admin);
        QCOMPARE(late.status, 403);
        QCOMPARE(late.body, refused("OTP verification required"));
        const QByteArray fresh = enter(Member::email);
        QCOMPARE(ask(root.stand, "POST", path, emailed(), fresh).status, 403);
        Noted noted(root.stand);
        const QByteArray acting = begunIn(ask(root.stand, "POST", path, bob, fresh));
        QVERIFY(!acting.isEmpty());
        QCOMPARE(noted.since(), 1);
        QVERIFY(root.wordsTo("bob@example.com").first().contains(u"Wingspan"_s));
        QCOMPARE(ask(root.stand, "GET", session + "/api", {}, acting).status, 200);
        QCOMPARE(ask(root.stand, "POST", session + "/api", "{}", acting).status, 403);
        root.stand.clock.advance(30min);
        QCOMPARE(ask(root.stand, "GET", session + "/api", {}, acting).status, 403);
    }

    /// Its secret is worth something on this wire alone, and less than a person's session.
    void anApiSessionIsNobodysRank()
    {
        Member root;
        const QByteArray admin = begunIn(ask(root.stand, "POST", session, entering()));
        const Answer made = ask(root.stand, "POST", session + "/api", "{}", admin);
        const QByteArray secret = textIn(made.json(), "token");
        QCOMPARE(ask(root.stand, "GET", session + "/api", {}, secret).status, 200);
        QCOMPARE(ask(root.stand, "GET", "/v1/me", {}, secret).status, 401);
        root.stand.signUp("bob");
        QCOMPARE(ask(root.stand, "POST", session + "/requesting-user", emailed("bob@example.com"),
                     secret)
                     .status,
                 403);
        QCOMPARE(ask(root.stand, "POST", session + "/api", "{}", secret).status, 403);
        QCOMPARE(ask(root.stand, "PATCH", otp, coded("123456"), secret).status, 403);
        root.stand.clock.advance(6min);
        QCOMPARE(ask(root.stand, "POST", session + "/api", "{}", admin).body,
                 refused("OTP verification required"));
    }

    void anAuthorizationStaysWithWhomItWasGivenTo()
    {
        Member ada;
        ada.stand.signUp("bob");
        const QByteArray bob =
            begunIn(ask(ada.stand, "POST", session, entering("bob@example.com")));
        const QByteArray path = "/wingspan/users/authorization";
        const QByteArray ofAda = textIn(ada.me(), "id");
        const QByteArray edit = quoted("{'allowedScope':'profile','requestingUserId':'");
        const QJsonObject given = ask(ada.stand, "POST", path, edit + ofAda + "\"}", bob).json();
        QCOMPARE(textIn(given, "allowedAction"), "Read");
        QCOMPARE(textIn(given, "allowedScopeGroupId"), "profile");
        const QByteArray one = path + '/' + textIn(given, "authorizationId");
        QCOMPARE(ask(ada.stand, "PATCH", one, edit + ofAda + "\"}", bob).json(), given);
        const Answer other =
            ask(ada.stand, "PATCH", one, edit + textIn(given, "userId") + "\"}", bob);
        QCOMPARE(other.status, 400);
        QCOMPARE(other.body, refused("receiver: receiverStays"));
    }

    void onlyOnesOwnAccountCanBeNamed()
    {
        Member ada;
        ada.stand.signUp("bob");
        const QByteArray bob =
            begunIn(ask(ada.stand, "POST", session, entering("bob@example.com")));
        const QByteArray ofAda = "/wingspan/users/user/" + textIn(ada.me(), "id");
        QCOMPARE(ask(ada.stand, "GET", ofAda, {}, bob).status, 403);
        QCOMPARE(ask(ada.stand, "PATCH", ofAda, quoted("{'tag':'bobs'}"), bob).status, 403);
        QCOMPARE(
            ask(ada.stand, "POST", ofAda + "/verification/email", emailed("eve@example.com"), bob)
                .status,
            403);
        const QByteArray lists = "/wingspan/users/authorization/accounts/";
        QCOMPARE(ask(ada.stand, "GET", lists + textIn(ada.me(), "id"), {}, bob).status, 403);
        Browser acting(ada.stand.port());
        acting.token = bob;
        QCOMPARE(
            acting.ask("GET", session + "/api", {}, {{"X-WINGSPAN-USER", textIn(ada.me(), "id")}})
                .status,
            403);
    }

    /// Whoever names an account acts in it by the session that theirs began there.
    void anotherAccountIsActedInByASession()
    {
        Member root; // the first of all is the administrator
        const QByteArray own = root.stand.signUp("bob");
        const QByteArray bob = userOf(ask(root.stand, "GET", "/v1/me", {}, own));
        const auto enter = [&] { return begunIn(ask(root.stand, "POST", session, entering())); };
        const QByteArray admin = enter();
        const auto inBobs = [&](const QByteArray &method, const QByteArray &path,
                                const QByteArray &token) {
            Browser acting(root.stand.port());
            acting.token = token;
            const QByteArray body = method == "GET" ? "" : "{}";
            return acting.ask(method, path, body, {{"X-WINGSPAN-USER", bob}}).status;
        };
        const QByteArray page = "/wingspan/users/user/" + bob;
        QCOMPARE(inBobs("GET", page, admin), 403);
        const QByteArray begin = session + "/requesting-user";
        QCOMPARE(ask(root.stand, "POST", begin, emailed("bob@example.com"), admin).status, 204);
        QCOMPARE(inBobs("GET", page, admin), 200);
        QCOMPARE(inBobs("GET", session + "/api", admin), 200);
        // Nothing more than that session may: and it is nobody else's, and no other session's.
        QCOMPARE(inBobs("POST", session + "/api", admin), 403);
        QCOMPARE(inBobs("PATCH", page, admin), 403);
        QCOMPARE(inBobs("POST", begin, admin), 403);
        const QByteArray grants = "/wingspan/users/subscription-grant";
        QCOMPARE(inBobs("GET", grants, admin), 200);
        QCOMPARE(inBobs("DELETE", grants + "/grt_x", admin), 403);
        QCOMPARE(inBobs("GET", page, enter()), 403);
        QCOMPARE(ask(root.stand, "GET", page, {}, admin).status, 403);
        // Whose account it is in the header is no other's in the path.
        QCOMPARE(inBobs("GET", "/wingspan/users/user/" + textIn(root.me(), "id"), admin), 403);
        root.stand.clock.advance(30min);
        QCOMPARE(inBobs("GET", page, admin), 403);
    }

    void whoOwnsTheAccountEndsIt()
    {
        Member root;
        const QByteArray own = root.stand.signUp("bob");
        const QByteArray bob = userOf(ask(root.stand, "GET", "/v1/me", {}, own));
        const QByteArray admin = begunIn(ask(root.stand, "POST", session, entering()));
        ask(root.stand, "POST", session + "/requesting-user", emailed("bob@example.com"), admin);
        Browser acting(root.stand.port());
        acting.token = admin;
        const auto status = [&] {
            return acting.ask("GET", "/wingspan/users/user/" + bob, {}, {{"X-WINGSPAN-USER", bob}})
                .status;
        };
        QCOMPARE(status(), 200);
        QCOMPARE(ask(root.stand, "POST", "/v1/sessions/end-others", "{}", own).status, 200);
        QCOMPARE(status(), 403);
    }

    void anAddressIsToldToWhoeverIsSignedIn()
    {
        Member ada;
        const QByteArray bob = ada.stand.signUp("bob");
        const QByteArray token =
            begunIn(ask(ada.stand, "POST", session, entering("bob@example.com")));
        const QByteArray byEmail = "/wingspan/users/user/email/ada%40example.com";
        const Answer found = ask(ada.stand, "GET", byEmail, {}, token);
        QCOMPARE(found.status, 200);
        QCOMPARE(textIn(found.json(), "userId"), textIn(ada.me(), "id"));
        QVERIFY(!found.body.contains(Member::email));
        QCOMPARE(ask(ada.stand, "GET", byEmail).status, 401);
        const QByteArray tag = textIn(ada.me(), "tag");
        const QByteArray byTag = "/wingspan/users/user/tag/" + tag.toPercentEncoding();
        const Answer tagged = ask(ada.stand, "GET", byTag, {}, token);
        QCOMPARE(textIn(tagged.json()[u"user"_s].toObject(), "tag"), tag);
        // On our own wire it is not.
        const QByteArray find = "/v1/users/find-by-email";
        QCOMPARE(ask(ada.stand, "POST", find, emailed(), bob).status, 403);
        QCOMPARE(ask(ada.stand, "POST", find, emailed(), ada.token).status, 200);
        // Nobody walks through all there are.
        int asked = 0;
        while (asked < 40 && ask(ada.stand, "GET", byEmail, {}, token).status == 200)
            ++asked;
        QVERIFY(asked < 40);
        QCOMPARE(ask(ada.stand, "GET", byEmail, {}, token).status, 429);
    }

    void whoIsPendingBecomesActiveByAMailedCode()
    {
        Member root;
        const QByteArray eve = "eve@example.com";
        const QByteArray users = "/wingspan/users/";
        const Answer made = ask(root.stand, "POST", users + "pending/user", emailed(eve));
        QCOMPARE(made.status, 200);
        QCOMPARE(textIn(made.json(), "status"), QByteArray("Pending"));
        QCOMPARE(ask(root.stand, "POST", users + "pending/user", emailed(eve)).status, 409);
        QCOMPARE(ask(root.stand, "POST", session, entering(eve)).status, 401);
        QCOMPARE(ask(root.stand, "POST", users + "pending/user",
                     quoted("{'email':'bob@example.com','password':'a good one 77'}"))
                     .status,
                 400);
        root.stand.clock.advance(2min);
        const QByteArray guest = begunIn(ask(root.stand, "POST", pending, emailed(eve)));
        const Answer begun = ask(root.stand, "PATCH", otp, coded(root.codeTo(eve)), guest);
        const QByteArray page = users + "user/" + textIn(made.json(), "userId");
        const Answer shown = ask(root.stand, "GET", page, {}, begunIn(begun));
        QCOMPARE(textIn(shown.json(), "status"), QByteArray("Active"));
        QVERIFY(!shown.json()[u"isPasswordSet"_s].toBool());
        // As its program sends the whole of it back.
        const QByteArray tag = textIn(shown.json(), "tag");
        QVERIFY(tag.startsWith('@'));
        QCOMPARE(
            ask(root.stand, "PATCH", page, quoted("{'tag':'") + tag + "\"}", begunIn(begun)).status,
            200);
    }
};

LATCHKEY_TEST(WingspanTest)

#include "tst_wingspan.moc"
