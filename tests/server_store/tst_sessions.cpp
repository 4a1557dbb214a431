#include "opened.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::server::test;
using namespace std::chrono_literals;

class SessionsTest : public QObject
{
    Q_OBJECT

    static Asker by(const api::User &user, const BegunSession &begun)
    {
        return {user.id, begun.session.id};
    }

private Q_SLOTS:
    void whatADeviceSaysMakesItSeenAndNoMore()
    {
        Opened opened;
        const api::User ada = opened.user();
        const api::Device laptop{u"Laptop"_s, u"curl"_s, u"Debian 12"_s};
        const auto known = [&](const api::Device &device) {
            return opened->sessions.acquaintance(ada.id, device).value();
        };
        const BegunSession first = opened.session(ada, laptop);
        for (const api::Device &other :
             {api::Device{u"Phone"_s, laptop.program, laptop.system},
              api::Device{laptop.label, u"Latchkey 0.1"_s, laptop.system},
              api::Device{laptop.label, laptop.program, u"BSD"_s},
              api::Device{laptop.label, laptop.program, laptop.system, u"a mark"_s}})
            QCOMPARE(known(other), Acquaintance::None);
        opened.clock.advance(1min);
        const BegunSession second = opened.session(ada, laptop);
        QVERIFY(opened->sessions.review({ada.id, first.session.id}, second.session.id,
                                        api::Verdict::Mine));
        QCOMPARE(known(laptop), Acquaintance::Seen);
    }

    void aDeviceIsKnownByItsMark()
    {
        Opened opened;
        const api::User ada = opened.user();
        const api::User eve = opened.user(u"eve@example.com"_s);
        const api::Device laptop{u"Laptop"_s, u"Latchkey 0.1"_s, u"Debian 12"_s, u"a mark"_s};
        const auto known = [&](const api::User &user, const api::Device &device) {
            return opened->sessions.acquaintance(user.id, device).value();
        };
        QCOMPARE(known(ada, laptop), Acquaintance::None);
        const BegunSession first = opened.session(ada, laptop);
        QVERIFY(!first.session.device.mark);
        const Asker asker{ada.id, first.session.id};
        QCOMPARE(known(ada, laptop), Acquaintance::Seen);
        QCOMPARE(known(ada, {{}, u"Latchkey 0.2"_s, {}, u"a mark"_s}), Acquaintance::Seen);
        QCOMPARE(known(eve, laptop), Acquaintance::None);
        for (const std::optional<QString> &mark : {std::optional<QString>(u"another"_s), {}})
            QCOMPARE(known(ada, {laptop.label, laptop.program, laptop.system, mark}),
                     Acquaintance::None);
        opened.clock.advance(1min);
        const BegunSession second = opened.session(ada, laptop);
        QVERIFY(opened->sessions.review(asker, second.session.id, api::Verdict::Mine));
        QCOMPARE(known(ada, laptop), Acquaintance::Known);
        QVERIFY(opened->sessions.end(asker, second.session.id, api::EndReason::SignedOut));
        QCOMPARE(known(ada, laptop), Acquaintance::Known);
        opened.clock.advance(24h * 90);
        QCOMPARE(known(ada, laptop), Acquaintance::None);
        const BegunSession theirs = opened.session(ada, laptop);
        QVERIFY(opened->sessions.end(asker, theirs.session.id, api::EndReason::NotRecognised));
        QCOMPARE(known(ada, laptop), Acquaintance::None);
    }

    void aDeviceOfTheSignUpIsKnown()
    {
        Opened opened;
        const api::User ada = opened.user();
        const api::Device laptop{u"Laptop"_s, u"Latchkey 0.1"_s, u"Debian 12"_s, u"a mark"_s};
        QVERIFY(opened->sessions.begin({.user = ada.id,
                                        .device = laptop,
                                        .address = u"127.0.0.1"_s,
                                        .proof = api::Proof::SignUp}));
        QCOMPARE(opened->sessions.acquaintance(ada.id, laptop).value(), Acquaintance::Known);
    }

    void allEndAtOnce()
    {
        Opened opened;
        const api::User ada = opened.user();
        const BegunSession one = opened.session(ada);
        const BegunSession other = opened.session(ada);
        const BegunSession eves = opened.session(opened.user(u"eve@example.com"_s));
        const auto ended = opened->sessions.endAll(ada.id, api::EndReason::PasswordChanged).value();
        QCOMPARE(ended.size(), 2);
        QVERIFY(!ended.first().end->by);
        QVERIFY(!opened.isAlive(one) && !opened.isAlive(other));
        QVERIFY(opened.isAlive(eves));
    }

    void beginsAndIsFound()
    {
        const Opened opened;
        const auto ada = opened.user();
        const auto begun = opened.session(ada);
        QCOMPARE(begun.token.size(), 43);
        const auto found = opened->sessions.find(by(ada, begun), begun.session.id);
        QCOMPARE(*found, begun.session);
        QVERIFY(found->current);
        QVERIFY(opened.isAlive(begun));
        QCOMPARE(opened.stateOf(Secret(QByteArray("lks_x"))), HotSession::State::Unknown);
        QFile file(opened.options.database.path + u"-wal"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains(begun.token.reveal()));
    }

    void livesAsLongAsItsRoleAllows()
    {
        Opened opened;
        const auto admin = opened.user();
        const auto person = opened.user(u"eve@example.com"_s);
        const auto start = opened.clock.now();
        QCOMPARE(opened.session(admin).session.expiresAt - start, 30min);
        QCOMPARE(opened.session(person).session.expiresAt - start, std::chrono::days(14));
    }

    void theLeastUsedOfTooManyExpires()
    {
        Opened opened(false);
        opened.options.sessions.livingAtMost = 2;
        opened.store = WriteStore::open(opened.options, opened.clock).value();
        const auto ada = opened.user();
        const auto eve = opened.session(opened.user(u"eve@example.com"_s));
        const auto first = opened.session(ada);
        opened.clock.advance(1s);
        const auto second = opened.session(ada);
        opened.clock.advance(1min);
        QVERIFY(opened->sessions.touch(first.session.id, u"::1"_s).value());
        const auto third = opened.session(ada);
        QVERIFY(opened.isAlive(first) && opened.isAlive(third) && opened.isAlive(eve));
        QVERIFY(!opened.isAlive(second));
    }

    void tellsWhenALivingOneWasProven()
    {
        Opened opened;
        const auto ada = opened.user();
        const Asker asker = by(ada, opened.session(ada));
        QCOMPARE(opened->sessions.proven(asker).value()->at, opened.clock.now());
        QVERIFY(opened->sessions.end(asker, asker.session, api::EndReason::SignedOut));
        QVERIFY(!opened->sessions.proven(asker).value());
    }

    void isTouchedOnceAMinuteUpToItsAbsoluteEnd()
    {
        Opened opened;
        const auto admin = opened.user();
        const auto begun = opened.session(admin);
        const auto id = begun.session.id;
        const auto start = opened.clock.now();
        opened.clock.advance(59s);
        QVERIFY(!opened->sessions.touch(id, u"::1"_s).value());
        opened.clock.advance(1s);
        QVERIFY(opened->sessions.isTouchDue(start, opened.clock.now() + 14 * 24h));
        QVERIFY(opened->sessions.touch(id, u"::1"_s).value());
        const auto touched = opened->sessions.find(by(admin, begun), id).value();
        QCOMPARE(touched.address, u"::1"_s);
        QCOMPARE(touched.expiresAt, start + 31min);
        for (int i = 0; i < 24; ++i) {
            opened.clock.advance(29min);
            QVERIFY(opened->sessions.touch(id, u"::1"_s).value());
        }
        QCOMPARE(opened->sessions.find(by(admin, begun), id)->expiresAt, start + 12h);
        opened.clock.advance(30min);
        QVERIFY(!opened->sessions.touch(id, u"::1"_s).value());
        QCOMPARE(opened.stateOf(begun.token), HotSession::State::Expired);
        QCOMPARE(opened->sessions.find(by(admin, begun), id)->end->reason, api::EndReason::Expired);
    }

    void isEndedOnce()
    {
        Opened opened;
        const auto ada = opened.user();
        const auto mine = opened.session(ada);
        const auto other = opened.session(ada);
        const auto ended =
            opened->sessions.end(by(ada, mine), other.session.id, api::EndReason::EndedByOwner);
        QVERIFY(ended->changed);
        QCOMPARE(ended->session.end->by, mine.session.id);
        QCOMPARE(ended->session.end->reinstatableUntil, opened.clock.now() + 10s);
        const auto again =
            opened->sessions.end(by(ada, mine), other.session.id, api::EndReason::EndedByOwner);
        QVERIFY(!again->changed);
        QVERIFY(!opened.isAlive(other));
    }

    void ofSomebodyElseIsUnknown()
    {
        const Opened opened;
        const auto ada = opened.user();
        const auto eve = opened.user(u"eve@example.com"_s);
        const auto mine = opened.session(ada);
        const auto hers = opened.session(eve);
        const Asker asker = by(eve, hers);
        const auto reason = api::EndReason::EndedByOwner;
        QCOMPARE(opened->sessions.end(asker, mine.session.id, reason).error().code,
                 u"sessionUnknown"_s);
        QCOMPARE(opened->sessions.rename(asker, mine.session.id, u"x"_s).error().code,
                 u"sessionUnknown"_s);
        QCOMPARE(opened->sessions.reinstate(asker, mine.session.id).error().code,
                 u"sessionUnknown"_s);
        QVERIFY(opened.isAlive(mine));
        QVERIFY(opened->sessions.endOthers(asker, reason, Sessions::Reach::All)->isEmpty());
    }

    void isTakenBackWithinTenSecondsByWhoEndedIt()
    {
        Opened opened;
        const auto ada = opened.user();
        const auto mine = opened.session(ada);
        const auto third = opened.session(ada);
        const auto other = opened.session(ada);
        const auto id = other.session.id;
        QVERIFY(opened->sessions.end(by(ada, mine), id, api::EndReason::EndedByOwner));
        QCOMPARE(opened->sessions.reinstate(by(ada, third), id).error().code,
                 u"reinstateByOther"_s);
        opened.clock.advance(9999ms);
        const auto back = opened->sessions.reinstate(by(ada, mine), id);
        QVERIFY(back->changed && !back->session.end);
        QVERIFY(!opened->sessions.reinstate(by(ada, mine), id)->changed);
        QVERIFY(opened.isAlive(other));
        QVERIFY(opened->sessions.end(by(ada, mine), id, api::EndReason::EndedByOwner));
        opened.clock.advance(10s);
        QCOMPARE(opened->sessions.reinstate(by(ada, mine), id).error().code, u"reinstateTooLate"_s);
    }

    void afterAPasswordChangeNothingIsTakenBack()
    {
        const Opened opened;
        const auto ada = opened.user();
        const auto mine = opened.session(ada);
        const auto other = opened.session(ada);
        const auto ended = opened->sessions.endOthers(
            by(ada, mine), api::EndReason::PasswordChanged, Sessions::Reach::All);
        QCOMPARE(ended->size(), 1);
        QVERIFY(!ended->first().end->reinstatableUntil);
        QVERIFY(!opened->sessions.reinstate(by(ada, mine), other.session.id));
    }

    void reviewAndRename()
    {
        const Opened opened;
        const auto ada = opened.user();
        const auto mine = opened.session(ada);
        const auto other = opened.session(ada);
        const auto asker = by(ada, mine);
        const auto id = other.session.id;
        QVERIFY(opened->sessions.review(asker, id, api::Verdict::Mine)->session.reviewed);
        QVERIFY(!opened->sessions.review(asker, id, api::Verdict::Mine)->changed);
        QCOMPARE(opened->sessions.rename(asker, id, u"Desk"_s)->session.device.label, u"Desk"_s);
        const auto ended = opened->sessions.review(asker, id, api::Verdict::NotMine);
        QCOMPARE(ended->session.end->reason, api::EndReason::NotRecognised);
    }

    void onlyWhoWasThereBeforeVouchesForASession()
    {
        Opened opened;
        const auto ada = opened.user();
        const auto mine = opened.session(ada);
        opened.clock.advance(1s);
        const auto stranger = opened.session(ada);
        for (const auto &about : {stranger, mine}) {
            const auto said =
                opened->sessions.review(by(ada, stranger), about.session.id, api::Verdict::Mine);
            QCOMPARE(said.error().code, u"reviewByLater"_s);
        }
        QVERIFY(!opened->sessions.find(by(ada, mine), stranger.session.id)->reviewed);
    }

    void aTokenWhoseAnswerWasLostProvesOnceMore()
    {
        Opened opened;
        const auto ada = opened.user();
        const auto mine = opened.session(ada);
        const auto prove = [&](const BegunSession &held, bool isFormer) {
            opened.clock.advance(3s);
            return opened->sessions.replaceToken(
                by(ada, mine), api::Level::Password,
                {opened.clock.now(), held.session.provenAt, isFormer});
        };
        const auto lost = prove(mine, false);
        const auto again = prove(*lost, true);
        QVERIFY(opened.isFormer(mine.token));
        QCOMPARE(opened.stateOf(lost->token), HotSession::State::Unknown);
        QVERIFY(!opened.isFormer(again->token));
        const auto next = prove(*again, false);
        QCOMPARE(opened.stateOf(mine.token), HotSession::State::Unknown);
        QVERIFY(opened.isFormer(again->token));
    }

    /// For a minute the one before does the same, and is no way past that.
    void aRenewedTokenRunsOut()
    {
        Opened opened;
        opened.user(); // the administrator, whose sessions live shorter
        const auto ada = opened.user(u"bea@example.com"_s);
        const auto mine = opened.session(ada);
        const Timestamp start = opened.clock.now();
        const auto renew = [&](Timestamp madeAt, bool isFormer, const api::SessionTerms &terms) {
            return opened->sessions.renew(by(ada, mine), api::Role::User,
                                          {opened.clock.now(), madeAt, isFormer}, terms);
        };
        opened.clock.advance(1h);
        const auto next = renew(start, false, {});
        QCOMPARE(next->session.provenAt, start);
        QCOMPARE(next->session.expiresAt, opened.clock.now() + api::personLife.idle);
        QVERIFY(opened.isFormer(mine.token));
        QVERIFY(!opened.isFormer(next->token));
        const Timestamp renewedAt = opened.clock.now();
        QCOMPARE(renew(renewedAt, true, {}).error().code, u"provenMeanwhile"_s);
        QCOMPARE(renew(start, false, {}).error().code, u"provenMeanwhile"_s);
        opened.clock.advance(4s);
        QVERIFY(renew(renewedAt, true, {}));
        QCOMPARE(opened.stateOf(next->token), HotSession::State::Unknown);
        opened.clock.advance(std::chrono::days(91));
        QCOMPARE(renew(renewedAt + 4s, false, {}).error().kind, Error::Kind::Unauthorized);
    }

    void termsSayHowLongItMayBeRenewed()
    {
        Opened opened;
        opened.user(); // the administrator, whose sessions live shorter
        const auto ada = opened.user(u"bea@example.com"_s);
        const api::SessionTerms terms{.realm = "t",
                                      .firstLife = std::chrono::hours(24),
                                      .isProlongedByUse = false,
                                      .renewableFor = std::chrono::hours(24)};
        const auto begun = opened->sessions.begin({.user = ada.id, .terms = terms});
        const Timestamp start = opened.clock.now();
        QCOMPARE(begun->session.expiresAt, start + 24h);
        opened.clock.advance(23h);
        QVERIFY(opened->sessions.touch(begun->session.id, {}).value());
        QCOMPARE(opened->sessions.find(by(ada, *begun), begun->session.id)->expiresAt, start + 24h);
        const auto next = opened->sessions.renew(by(ada, *begun), api::Role::User,
                                                 {opened.clock.now(), start, false}, terms);
        QCOMPARE(next->session.expiresAt, start + 47h);
        opened.clock.advance(2h);
        const auto late = opened->sessions.renew(by(ada, *begun), api::Role::User,
                                                 {opened.clock.now(), start + 23h, false}, terms);
        QCOMPARE(late.error().code, u"sessionEnded"_s);
    }

    void howASessionBeganStays()
    {
        Opened opened;
        const auto ada = opened.user();
        const auto begun = opened->sessions.begin(
            {.user = ada.id, .proof = api::Proof::SignUp, .level = api::Level::Password});
        const Asker asker{ada.id, begun->session.id};
        const auto proven = opened->sessions.replaceToken(
            asker, api::Level::SecondFactor, {opened.clock.now(), begun->session.provenAt, false});
        QCOMPARE(proven->session.proof, api::Proof::SignUp);
    }

    void ofSeveralProofsAtOnceTheFirstHolds()
    {
        Opened opened;
        const auto ada = opened.user();
        const auto mine = opened.session(ada);
        opened.clock.advance(1min);
        const auto prove = [&](bool isFormer, Timestamp provenAt) {
            return opened->sessions.replaceToken(by(ada, mine), api::Level::Password,
                                                 {opened.clock.now(), provenAt, isFormer});
        };
        const auto first = prove(false, mine.session.provenAt);
        const auto second = prove(false, mine.session.provenAt);
        QCOMPARE(second.error().code, u"provenMeanwhile"_s);
        QCOMPARE(second.error().kind, Error::Kind::Conflict);
        QVERIFY(!opened.isFormer(first->token));
        QVERIFY(opened.stateOf(first->token) == HotSession::State::Live);
        QVERIFY(second.error().retryAfter);
        opened.clock.advance(1s);
        QCOMPARE(prove(true, first->session.provenAt).error().code, u"provenMeanwhile"_s);
        QVERIFY(opened.stateOf(first->token) == HotSession::State::Live);
        // The same of two that lost the first answer.
        opened.clock.advance(1min);
        const auto third = prove(true, first->session.provenAt);
        // It waited for its turn longer than a former token rests.
        const HeldToken early{third->session.provenAt, third->session.provenAt, true};
        opened.clock.advance(10s);
        QCOMPARE(
            opened->sessions.replaceToken(by(ada, mine), api::Level::Password, early).error().code,
            u"provenMeanwhile"_s);
        QCOMPARE(prove(true, first->session.provenAt).error().code, u"provenMeanwhile"_s);
        QVERIFY(opened.stateOf(third->token) == HotSession::State::Live);
    }

    void aNewLevelIsANewToken()
    {
        Opened opened;
        const auto ada = opened.user();
        const auto mine = opened.session(ada);
        opened.clock.advance(5min);
        const auto proven =
            opened->sessions.replaceToken(by(ada, mine), api::Level::SecondFactor,
                                          {opened.clock.now(), mine.session.provenAt, false});
        QCOMPARE(proven->session.provenAt, opened.clock.now());
        QCOMPARE(proven->session.id, mine.session.id);
        QVERIFY(opened.isFormer(mine.token));
        QVERIFY(!opened.isFormer(proven->token));
        QVERIFY(opened.stateOf(proven->token) == HotSession::State::Live);
        const auto last = [&] { return opened->sessions.proven(by(ada, mine)).value().value(); };
        const Timestamp byFactor = opened.clock.now();
        QVERIFY(last().byFactorAt == byFactor);
        opened.clock.advance(1min);
        const auto again =
            opened->sessions.replaceToken(by(ada, mine), api::Level::Password,
                                          {opened.clock.now(), proven->session.provenAt, false});
        QVERIFY(again);
        QCOMPARE(last().at, opened.clock.now());
        QVERIFY(last().byFactorAt == byFactor);
        QVERIFY(opened->sessions.end(by(ada, mine), mine.session.id, api::EndReason::SignedOut));
        const auto late =
            opened->sessions.replaceToken(by(ada, mine), api::Level::Password,
                                          {opened.clock.now(), again->session.provenAt, false});
        QCOMPARE(late.error().kind, Error::Kind::Unauthorized);
    }

    void housekeepingWritesDownWhatExpired()
    {
        Opened opened;
        const auto ada = opened.user();
        const auto begun = opened.session(ada);
        opened.clock.advance(31min);
        QCOMPARE(opened->sessions.endExpired(10)->size(), 1);
        QCOMPARE(opened->sessions.endExpired(10)->size(), 0);
        const auto found = opened->sessions.find(by(ada, begun), begun.session.id);
        QCOMPARE(found->end->at, begun.session.expiresAt);
        opened.clock.advance(std::chrono::days(90));
        QCOMPARE(opened->sessions.forgetOld(10).value(), 1);
    }

    void whoseOwnBeganItFindsASessionOnBehalf()
    {
        const Opened opened;
        const auto ada = opened.user();
        const auto bob = opened.user(u"bob@example.com"_s);
        const auto asking = [&](const BegunSession &begun) {
            return Asker{ada.id, begun.session.id};
        };
        const BegunSession own = opened.session(ada);
        const BegunSession other = opened.session(ada);
        opened.session(bob);
        const auto found = [&](const Asker &asker) {
            return opened->sessions.begunOnBehalf(asker, bob.id).value();
        };
        QVERIFY(!found(asking(own)));
        NewSession fresh;
        fresh.user = bob.id;
        fresh.kind = api::SessionKind::OnBehalf;
        fresh.proof = api::Proof::Session;
        fresh.until = opened.clock.now() + 30min;
        fresh.onBehalf = NewOnBehalf{asking(own), u"They asked for help"_s};
        const BegunSession acting = opened->sessions.begin(fresh).value();
        QCOMPARE(found(asking(own))->session, acting.session.id);
        QCOMPARE(found(asking(own))->user, bob.id);
        QVERIFY(!found(asking(other)));
        QVERIFY(!found({bob.id, own.session.id}));
        QVERIFY(!opened->sessions.begunOnBehalf(asking(own), ada.id).value());
        const Asker theirs{bob.id, opened.session(bob).session.id};
        QVERIFY(opened->sessions.end(theirs, acting.session.id, api::EndReason::EndedByOwner));
        QVERIFY(!found(asking(own)));
    }
};

LATCHKEY_TEST(SessionsTest)

#include "tst_sessions.moc"
