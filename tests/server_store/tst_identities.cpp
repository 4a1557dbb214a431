#include "server/store/token.h"
#include "support/testrunner.h"
#include "together.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::server::test;
using namespace std::chrono_literals;

namespace {

NewProvider anExample()
{
    return {.kind = api::ProviderKind::OpenId,
            .name = u"Example"_s,
            .issuer = u"https://login.example.com"_s,
            .clientId = u"latchkey"_s,
            .clientSecret = Secret(QByteArray("the secret")),
            .domains = {u"example.com"_s, u"example.org"_s},
            .makesAccounts = true};
}

NewVisit to(const api::Provider &provider, bool endsHere = false)
{
    return {.provider = provider.id,
            .returnTo = u"http://127.0.0.1:1/back"_s,
            .endsHere = endsHere,
            .state = u"the state"_s,
            .nonce = u"the nonce"_s,
            .verifier = Secret(QByteArray("the verifier"))};
}

const Secret theCode(QByteArray("the code"));

bool isUnknown(const Result<Visit> &visit)
{
    return !visit && visit.error().code == u"visitUnknown"_s;
}

} // namespace

/// Identity providers, browsers on their way there, and whom they saw.
class IdentitiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretsAreSealedAndDomainsLead()
    {
        const Opened opened;
        const api::Provider added = opened->providers.add(anExample()).value();
        QVERIFY(added.hasSecret);
        QCOMPARE(opened->providers.secretOf(added.id).value()->revealText(), u"the secret"_s);
        QCOMPARE(opened->providers.findByDomain(u"example.org"_s).value()->id, added.id);
        QVERIFY(!opened->providers.findByDomain(u"example.net"_s).value());
        QCOMPARE(opened->providers.add(anExample()).error().code, u"providerExists"_s);
        NewProvider other = anExample();
        other.clientId = u"other"_s;
        QCOMPARE(opened->providers.add(other).error().code, u"domainTaken"_s);
    }

    void whoIsOffLeadsNobody()
    {
        const Opened opened;
        const api::Provider added = opened->providers.add(anExample()).value();
        api::EditProvider off;
        off.id = added.id;
        off.isOn = false;
        QVERIFY(!opened->providers.edit(off).value().isOn);
        QVERIFY(!opened->providers.findByDomain(u"example.com"_s).value());
        QCOMPARE(opened->providers.findOn(added.id).error().code, u"providerUnknown"_s);
        QVERIFY(opened->providers.find(added.id));
    }

    void aCodeIsRedeemedOnce()
    {
        Opened opened;
        const api::Provider provider = opened->providers.add(anExample()).value();
        const auto made = opened->providerVisits.make(to(provider)).value();
        QCOMPARE(made.expiresAt, opened.clock.now() + 10min);
        QVERIFY(isUnknown(opened->providerVisits.redeem(made.id, u"another"_s, theCode)));
        QVERIFY(isUnknown(opened->providerVisits.redeem(made.id, {}, theCode)));
        QVERIFY(isUnknown(opened->providerVisits.redeem(made.id, u"the state"_s, {})));
        const Visit visit = opened->providerVisits.redeem(made.id, u"the state"_s, theCode).value();
        QCOMPARE(visit.nonce, u"the nonce"_s);
        QCOMPARE(visit.verifier.revealText(), u"the verifier"_s);
        QCOMPARE(visit.code->revealText(), u"the code"_s);
        QVERIFY(!visit.seen);
        QVERIFY(isUnknown(opened->providerVisits.redeem(made.id, u"the state"_s, theCode)));
    }

    void whoWasSeenStaysForAsLongAsTheVisit()
    {
        Opened opened;
        const api::Provider provider = opened->providers.add(anExample()).value();
        const auto made = opened->providerVisits.make(to(provider)).value();
        QVERIFY(opened->providerVisits.redeem(made.id, u"the state"_s, theCode));
        QVERIFY(opened->providerVisits.saw(made.id, {.subject = u"sub"_s,
                                                     .email = u"ada@example.com"_s,
                                                     .isEmailVerified = true,
                                                     .name = {}}));
        for (int i = 0; i < 2; ++i) {
            const Visit seen = opened->providerVisits.redeem(made.id, {}, {}).value();
            QCOMPARE(seen.seen->subject, u"sub"_s);
            QCOMPARE(seen.seen->isEmailVerified, true);
        }
        opened.clock.advance(10min);
        QVERIFY(isUnknown(opened->providerVisits.redeem(made.id, {}, {})));
        QCOMPARE(opened->providerVisits.forgetOld(100).value(), 1);
    }

    void whatProvesASessionIsThatSessionsAlone()
    {
        Opened opened;
        const api::Provider provider = opened->providers.add(anExample()).value();
        const api::SessionId session(u"ses_1"_s);
        NewVisit begun = to(provider);
        begun.proves = session;
        const auto made = opened->providerVisits.make(begun).value();
        const Timestamp then = opened.clock.now();
        opened.clock.advance(1min);
        const auto redeem = [&](const std::optional<api::SessionId> &as) {
            return opened->providerVisits.redeem(made.id, u"the state"_s, theCode, as);
        };
        QVERIFY(isUnknown(redeem({})));
        QVERIFY(isUnknown(redeem(api::SessionId(u"ses_2"_s))));
        const Visit visit = redeem(session).value();
        QVERIFY(visit.begunAt == then);
        QVERIFY(isUnknown(redeem(session)));
        // Nor does what signs in prove anything.
        NewVisit other = to(provider);
        other.state = u"another state"_s;
        const auto entering = opened->providerVisits.make(other).value();
        QVERIFY(isUnknown(
            opened->providerVisits.redeem(entering.id, u"another state"_s, theCode, session)));
    }

    void thePageTakesWhatWasToEndThere()
    {
        const Opened opened;
        const api::Provider provider = opened->providers.add(anExample()).value();
        const auto made = opened->providerVisits.make(to(provider, true)).value();
        // No program brings a code in the page's place.
        QVERIFY(isUnknown(opened->providerVisits.redeem(made.id, u"the state"_s, theCode)));
        const auto shown = opened->providerVisits.returned(u"the state"_s, theCode).value();
        QVERIFY(shown != made.id);
        QVERIFY(!opened->providerVisits.returned(u"the state"_s, theCode));
        QVERIFY(isUnknown(opened->providerVisits.redeem(made.id, {}, {})));
        QVERIFY(isUnknown(opened->providerVisits.redeem(shown, u"the state"_s, theCode)));
        const Visit visit = opened->providerVisits.redeem(shown, {}, {}).value();
        QCOMPARE(visit.code->revealText(), u"the code"_s);
    }

    void anIdentityIsOneAccounts()
    {
        Opened opened;
        const api::User ada = opened.user();
        const api::User bob = opened.user(u"bob@example.com"_s);
        const IdentityKey key{opened->providers.add(anExample()).value().id, u"sub"_s};
        const api::Identity linked = opened->identities.link(ada.id, key, u"ada"_s).value();
        QCOMPARE(opened->identities.ownerOf(key).value(), ada.id);
        // Once more it is the same, with the name that it has now.
        const api::Identity again = opened->identities.link(ada.id, key, u"ada@"_s).value();
        QCOMPARE(again.id, linked.id);
        QCOMPARE(again.name, u"ada@"_s);
        QCOMPARE(opened->identities.link(bob.id, key, u"bob"_s).error().code,
                 u"identityElsewhere"_s);
        QVERIFY(opened->identities.unlink(bob.id, linked.id));
        QCOMPARE(opened->identities.of(ada.id).value().size(), 1);
        opened.clock.advance(1h);
        QVERIFY(opened->identities.link(ada.id, {key.provider, u"a thief's"_s}, u"thief"_s));
        QCOMPARE(opened->identities.unlinkSince(ada.id, opened.clock.now() - 1min).value(), 1);
        QCOMPARE(opened->identities.of(ada.id).value().constFirst().id, linked.id);
        QVERIFY(opened->providers.remove(key.provider));
        QVERIFY(opened->identities.of(ada.id).value().isEmpty());
    }

    void anIdTokenSignsInOnce()
    {
        Opened opened;
        const QByteArray hash = sha256("a token");
        QVERIFY(opened->identities.useToken(hash, opened.clock.now() + 1h).value());
        QVERIFY(!opened->identities.useToken(hash, opened.clock.now() + 1h).value());
        QCOMPARE(opened->identities.forgetOld(100).value(), 0);
        opened.clock.advance(1h);
        QCOMPARE(opened->identities.forgetOld(100).value(), 1);
    }
};

LATCHKEY_TEST(IdentitiesTest)

#include "tst_identities.moc"
