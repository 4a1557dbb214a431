#include "../account/foreignstage.h"
#include "account/apisessionstore.h"
#include "apisessions/apisessionspage.h"
#include "apisessions/labelsline.h"
#include "pagestage.h"
#include "support/testrunner.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QPushButton>
#include <QToolButton>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;
using namespace std::chrono_literals;
using Kind = Error::Kind;

namespace {

/// The page, with what the server has.
struct Keys : PageStage
{
    account::Account &account = open(sample());
    account::ApiSessionStore &store = *accounts.apiSessions(account.id());
    ApiSessionsPage *page =
        show(new ApiSessionsPage(account, store, *accounts.sessions(account.id()), clock, toast));

    api::ApiSession one(const QString &id, const QString &label,
                        std::chrono::minutes made = 24h) const
    {
        return {.id = api::SessionId(id),
                .labels = {label},
                .createdAt = ago(made),
                .secretMadeAt = ago(made),
                .expiresAt = clock.now() + 24h * 30};
    }
    void list(const QList<api::ApiSession> &sessions)
    {
        answer<api::ListApiSessions>({.sessions = sessions});
        settle();
    }
    template <class Control = QAbstractButton>
    Control *find(const QString &name) const
    {
        return named<Control>(page, name);
    }
    void press(const QString &name) const
    {
        auto *button = find(name);
        if (!button)
            qFatal("no button: %s", qPrintable(name));
        QTest::keyClick(button, Qt::Key_Space);
        test::settle();
    }
    QByteArray body() { return asked().body; }
};

const Secret theSecret(u"lk_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf3TQtQq"_s);

} // namespace

/// Sessions for programs: the page.
class ApiSessionsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void labelsAreOneLineAndBack_data()
    {
        QTest::addColumn<QList<QString>>("labels");
        QTest::addColumn<QString>("line");
        QTest::newRow("one") << QList<QString>{u"Backup"_s} << u"Backup"_s;
        QTest::newRow("two") << QList<QString>{u"a"_s, u"team: b"_s} << u"a, team: b"_s;
        QTest::newRow("comma") << QList<QString>{u"a, b"_s, u"c"_s} << u"\"a, b\", c"_s;
        QTest::newRow("chinese comma") << QList<QString>{u"备份，夜间"_s} << u"\"备份，夜间\""_s;
        QTest::newRow("quotes") << QList<QString>{u"\"x\", y"_s} << u"\"\"\"x\"\", y\""_s;
        QTest::newRow("quote inside") << QList<QString>{u"12\" disk"_s} << u"12\" disk"_s;
    }
    void labelsAreOneLineAndBack()
    {
        QFETCH(const QList<QString>, labels);
        QTEST(labelsline::written(labels), "line");
        QCOMPARE(labelsline::read(labelsline::written(labels)), labels);
    }

    void labelsAreReadAsTheyAreTyped()
    {
        QCOMPARE(labelsline::read(u" a ,, b，c、 d,"_s),
                 (QList<QString>{u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
        QVERIFY(labelsline::read(u" , "_s).isEmpty());
        QCOMPARE(labelsline::read(u"\"open, end"_s), QList<QString>{u"open, end"_s});
    }

    void anEmptyPageSaysWhatTheyAreFor()
    {
        Keys keys;
        QVERIFY(!says(keys.page, u"No program uses"_s));
        keys.list({});
        QVERIFY(says(keys.page, u"No program uses your account by itself"_s));
        keys.press(u"New API session"_s);
        QVERIFY(keys.find<QLineEdit>(u"Labels"_s)->hasFocus());
    }

    void oneIsMadeAndItsSecretShownOnce()
    {
        Keys keys;
        keys.list({});
        keys.press(u"New API session"_s);
        QTest::keyClicks(keys.find<QLineEdit>(u"Labels"_s), u"Backup, team: a"_s);
        QVERIFY(keys.page->hasUnsavedChanges());
        QTest::keyClick(keys.find<QLineEdit>(u"Labels"_s), Qt::Key_Return);
        QCOMPARE(keys.line(), QByteArray("POST /v1/api-sessions"));
        const QByteArray end = toRfc3339(keys.clock.now() + 24h * 30).toLatin1();
        QCOMPARE(keys.body(),
                 "{\"labels\":[\"Backup\",\"team: a\"],\"expiresAt\":\"" + end + "\"}");
        keys.answer<api::CreateApiSession>({keys.one(u"a1"_s, u"Backup"_s, 0min), theSecret});
        settle();
        QVERIFY(says(keys.page, u"The secret of Backup"_s));
        auto *text = keys.find<QLineEdit>(u"Secret"_s);
        QCOMPARE(text->text(), theSecret.revealText());
        QVERIFY(text->hasFocus());
        QVERIFY(keys.page->hasUnsavedChanges());
        QVERIFY(!keys.find(u"New API session"_s));
        QVERIFY(!keys.find(u"New secret for Backup"_s)->isEnabled());
        keys.press(u"Copy"_s);
        QCOMPARE(QApplication::clipboard()->text(), theSecret.revealText());
        QVERIFY(!keys.find(u"Done"_s)->isEnabled());
        keys.press(u"I have saved it"_s);
        keys.press(u"Done"_s);
        QVERIFY(!keys.page->hasUnsavedChanges());
        QVERIFY(!keys.find<QLineEdit>(u"Secret"_s));
        QVERIFY(says(keys.page, u"Not used yet."_s));
        QVERIFY(keys.find(u"New API session"_s)->hasFocus());
    }

    void timesThatNobodyToldAreNotSaid()
    {
        Keys keys;
        api::ApiSession untold = keys.one(u"a1"_s, u"Backup"_s);
        untold.createdAt = untold.secretMadeAt = {};
        keys.list({untold});
        QVERIFY(says(keys.page, u"Ends: "_s));
        for (const QString &invented : {u"Made"_s, u"Not used yet"_s, u"for 90 days"_s, u"1970"_s})
            QVERIFY2(!says(keys.page, invented), qPrintable(invented));
    }

    void withoutAnEndItWarnsAndSaysSo()
    {
        Keys keys;
        keys.list({});
        keys.press(u"New API session"_s);
        auto *end = keys.find<QComboBox>(u"Ends"_s);
        QVERIFY(end);
        QVERIFY(!says(keys.page, u"Whoever gets hold"_s));
        QTest::keyClick(end, Qt::Key_End);
        QVERIFY(says(keys.page, u"Whoever gets hold"_s));
        QTest::keyClicks(keys.find<QLineEdit>(u"Labels"_s), u"Backup"_s);
        keys.press(u"Create without an end"_s);
        QCOMPARE(keys.body(), QByteArray(R"({"labels":["Backup"],"unlimited":true})"));
    }

    void nothingTypedIsLostWhenItIsRefused()
    {
        Keys keys;
        keys.list({});
        keys.press(u"New API session"_s);
        keys.press(u"Create"_s);
        QCOMPARE(keys.line(), QByteArray());
        QVERIFY(says(keys.page, u"Please fill this in."_s));
        auto *labels = keys.find<QLineEdit>(u"Labels"_s);
        QTest::keyClicks(labels, u"Backup"_s);
        keys.press(u"Create"_s);
        QVERIFY(!keys.find(u"Create"_s)->isEnabled());
        keys.refuse(Error::of(Kind::Conflict, u"tooManyApiSessions"_s));
        settle();
        QVERIFY(says(keys.page, u"as many API sessions as an account can have"_s));
        QCOMPARE(labels->text(), u"Backup"_s);
        QTest::keyClick(labels, Qt::Key_Escape);
        QVERIFY(!keys.find<QLineEdit>(u"Labels"_s));
    }

    void theActGoesOnOnceItIsKnownWhoAsks()
    {
        Keys keys;
        keys.list({});
        keys.press(u"New API session"_s);
        QTest::keyClicks(keys.find<QLineEdit>(u"Labels"_s), u"Backup"_s);
        keys.press(u"Create"_s);
        keys.refuse(stepUp());
        settle();
        QVERIFY(keys.account.isProofNeeded());
        keys.account.declineProof();
        settle();
        QVERIFY(says(keys.page, u"not confirmed that it is you"_s));
        keys.press(u"Create"_s);
        keys.refuse(stepUp());
        settle();
        keys.account.prove(Secret(u"right"_s));
        keys.answer<api::ProveWithPassword>(keys.signedIn());
        settle();
        keys.answer<api::CreateApiSession>({keys.one(u"a1"_s, u"Backup"_s, 0min), theSecret});
        settle();
        QVERIFY(says(keys.page, u"The secret of Backup"_s));
    }

    void whatWantsALookIsMarked()
    {
        Keys keys;
        auto soon = keys.one(u"a1"_s, u"Soon"_s);
        soon.lastUsedAt = keys.ago(5min);
        soon.lastUsedFrom = u"192.0.2.7"_s;
        soon.expiresAt = keys.clock.now() + 24h * 3;
        auto idle = keys.one(u"a2"_s, u"Idle"_s, 24h * 91);
        idle.expiresAt.reset();
        auto ended = keys.one(u"a3"_s, u"Gone"_s);
        ended.end = api::SessionEnd{.at = keys.ago(5min), .reason = api::EndReason::Expired};
        keys.list({soon, idle, keys.one(u"a4"_s, u"Fine"_s), ended});
        QVERIFY(says(keys.page, u"It ends soon."_s));
        QVERIFY(says(keys.page, u"Nothing has used it for 90 days."_s));
        QVERIFY(says(keys.page, u"Last used: 5 minute(s) ago, from 192.0.2.7."_s));
        QVERIFY(says(keys.page, u"Never ends."_s));
        QVERIFY(says(keys.page, u"5 minute(s) ago: Expired"_s));
        QVERIFY(!keys.find(u"End Gone"_s));
    }

    void labelsAndEndAreChangedInPlace()
    {
        Keys keys;
        keys.list({keys.one(u"a1"_s, u"Backup"_s)});
        keys.press(u"Change Backup"_s);
        auto *labels = keys.find<QLineEdit>(u"Labels"_s);
        QVERIFY(labels->hasFocus());
        QCOMPARE(labels->text(), u"Backup"_s);
        keys.press(u"Save"_s); // nothing was changed, so nothing is sent
        QCOMPARE(keys.line(), QByteArray());
        keys.press(u"Change Backup"_s);
        QTest::keyClicks(labels, u"CI"_s); // all was selected
        QTest::keyClick(labels, Qt::Key_Return);
        QCOMPARE(keys.line(), QByteArray("PATCH /v1/api-sessions/a1"));
        QCOMPARE(keys.body(), QByteArray(R"({"labels":["CI"]})"));
        keys.answer<api::UpdateApiSession>(keys.one(u"a1"_s, u"CI"_s));
        settle();
        QVERIFY(keys.find(u"Change CI"_s)->hasFocus());
    }

    void aNewSecretIsAskedForTwice()
    {
        Keys keys;
        keys.list({keys.one(u"a1"_s, u"Backup"_s)});
        keys.press(u"New secret for Backup"_s);
        QVERIFY(says(keys.page, u"stops working at once"_s));
        QVERIFY(keys.find(u"Cancel"_s)->hasFocus());
        keys.press(u"Make a new secret"_s);
        QCOMPARE(keys.line(), QByteArray("POST /v1/api-sessions/a1/secret"));
        keys.answer<api::RotateApiSession>({keys.one(u"a1"_s, u"Backup"_s), theSecret});
        settle();
        QCOMPARE(keys.find<QLineEdit>(u"Secret"_s)->text(), theSecret.revealText());
    }

    void noNewSecretIsOfferedWhereTheServerMakesNone()
    {
        PageStage stage;
        account::Account &account = enterBy(stage, u"wingspan"_s);
        say(stage, 200, adaOfWingspan);
        const QWidget *page = stage.show(
            new ApiSessionsPage(account, *stage.accounts.apiSessions(account.id()),
                                *stage.accounts.sessions(account.id()), stage.clock, stage.toast));
        QCOMPARE(stage.line(), QByteArray("GET /users/session/api"));
        say(stage, 200, R"([{"expiration":"2099-02-14T08:00:00.000Z","isUnlimitedExpiration":false,
            "labels":{"Backup":""},"sessionId":"ses_2","sessionType":"API","userId":"usr_1"}])");
        QVERIFY(named<QAbstractButton>(page, u"Change Backup"_s));
        QVERIFY(named<QAbstractButton>(page, u"End Backup"_s));
        QVERIFY(!named<QAbstractButton>(page, u"New secret for Backup"_s));
    }

    void anEndingCanBeTakenBack()
    {
        Keys keys;
        keys.list({keys.one(u"a1"_s, u"Backup"_s)});
        keys.press(u"End Backup"_s);
        QCOMPARE(keys.line(), QByteArray("DELETE /v1/sessions/a1"));
        api::Session session = keys.device(u"a1"_s, u"Backup"_s);
        session.kind = api::SessionKind::Api;
        session.end = api::SessionEnd{.at = keys.clock.now(),
                                      .reason = api::EndReason::EndedByOwner,
                                      .reinstatableUntil = keys.clock.now() + 10s};
        keys.answer<api::EndSession>(session);
        settle();
        QCOMPARE(keys.toast.text(), u"Ended: Backup"_s);
        QCOMPARE(keys.line(), QByteArray("GET /v1/api-sessions"));
        keys.list({});
        keys.toast.act();
        QCOMPARE(keys.line(), QByteArray("POST /v1/sessions/a1/reinstate"));
    }

    void aFailedLoadKeepsTheOldRows()
    {
        Keys keys;
        keys.refuse(Error::of(Kind::Server, u"internal"_s));
        settle();
        QVERIFY(says(keys.page, u"could not be loaded"_s));
        keys.press(u"Try again"_s);
        keys.list({keys.one(u"a1"_s, u"Backup"_s)});
        keys.page->refresh();
        keys.refuse(Error::of(Kind::Server, u"internal"_s));
        settle();
        QVERIFY(says(keys.page, u"Backup"_s));
        QVERIFY(keys.find(u"Try again"_s));
    }

    void aSecretThatCameTooLateIsSpokenOf()
    {
        Keys keys;
        keys.list({});
        keys.press(u"New API session"_s);
        QTest::keyClicks(keys.find<QLineEdit>(u"Labels"_s), u"Backup"_s);
        keys.press(u"Create"_s);
        delete keys.page;
        keys.answer<api::CreateApiSession>({keys.one(u"a1"_s, u"Backup"_s, 0min), theSecret});
        settle();
        QVERIFY(keys.toast.text().contains(u"could not be shown"_s));
    }

private:
    static Error stepUp()
    {
        Error error = Error::of(Kind::StepUpNeeded, u"stepUpNeeded"_s);
        error.requiredLevel = u"password"_s;
        return error;
    }
};

LATCHKEY_TEST(ApiSessionsPageTest)

#include "tst_apisessions.moc"
