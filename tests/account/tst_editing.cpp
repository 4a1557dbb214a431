#include "account/editing.h"
#include "account/profileeditor.h"
#include "account/verification.h"
#include "foreignstage.h"
#include "support/testrunner.h"

#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::account;
using namespace latchkey::test;
using Kind = Error::Kind;
using Field = ProfileEditor::Field;

namespace {

constexpr auto refusedByAurora =
    R"({"success":false,"error":"Invalid username, password, or access token"})";
constexpr auto malformedForAurora =
    R"({"success":false,"error":"One or more API parameters are malformed. Please check your request and try again"})";

QByteArray ofAurora(const QByteArray &name, const QByteArray &email = "ada@example.com")
{
    return R"({"success":true,"username":")" + name + R"(","email":")" + email + R"("})";
}

QByteArray ofOneShot(const QByteArray &name)
{
    return R"({"id":"ee8e77d9-290e-4bb9-84a1-c2b7efb338df","name":")" + name +
           R"(","created_at":"2027-01-15T08:00:00.063095Z"})";
}

/// Ada at a server of another API, which has told who she is.
struct Known : Stage
{
    Known(const QString &wire, int version, const QByteArray &me)
        : account(enterBy(*this, wire, version))
    {
        say(200, me);
    }

    void say(int status, const QByteArray &body) { test::say(*this, status, body); }

    /// What the account asks for by itself meanwhile is told as before.
    HttpRequest upTo(const QByteArray &wanted, const QByteArray &me)
    {
        for (QByteArray next = line(); !next.isEmpty() && next != wanted; next = line())
            say(200, me);
        return asked();
    }

    template <class T>
    void watch(const Call<T> &call)
    {
        call.then(&account, [this](const Result<T> &result) {
            isDone = true;
            error = result ? std::nullopt : std::optional(result.error());
            if constexpr (std::same_as<T, api::User>) {
                if (result)
                    user = *result;
            }
        });
        settle();
    }

    QString keptToken()
    {
        QString kept;
        keeping.fetch(account.id(), KeepingPlace::Keychain)
            .then(&account, [&kept](const Result<Secret> &token) {
                kept = token ? token->revealText() : QString();
            });
        settle();
        return kept;
    }

    /// It failed as expected, and nothing else has happened.
    bool isRefused(const QString &code, const QString &field) const
    {
        return isDone && error && error->kind == Kind::Rejected && error->code == code &&
               error->field == field && account.state().isOnline() &&
               *account.user()->userName == "ada"_L1 &&
               account.user()->email == "ada@example.com"_L1;
    }

    Account &account;
    bool isDone = false;
    std::optional<Error> error;
    api::User user;
};

struct AtAurora : Known
{
    explicit AtAurora(int version = 7)
        : Known(u"aurora"_s, version, ofAurora("ada"))
        , path("/api/v" + QByteArray::number(version))
    {}
    const QByteArray path;
    HttpRequest upToEdit(const QByteArray &me = ofAurora("ada"))
    {
        return upTo("PUT " + path + "/user/info", me);
    }
    void signIn()
    {
        QCOMPARE(line(), QByteArray("POST " + path + "/login"));
        QCOMPARE(asked().body, QByteArray(R"({"username":"ada","password":"right"})"));
        say(200, R"({"success":true,"accessToken":"t2"})");
    }
};

struct AtOneShot : Known
{
    AtOneShot()
        : Known(u"oneshot"_s, 0, ofOneShot("ada"))
    {}
    HttpRequest upToEdit() { return upTo("PATCH /user/update", ofOneShot("ada")); }
};

} // namespace

/// Changing an account where one operation changes all of it.
class EditingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatCanBeEditedIsWhatTheWireHasWordsFor_data()
    {
        QTest::addColumn<QString>("wire");
        QTest::addColumn<int>("version");
        QTest::addColumn<QString>("edited");
        QTest::addColumn<QString>("typed");
        const auto row = [](const char *wire, int version, const QString &edited,
                            const QString &typed) {
            QTest::addRow("%s %d", wire, version)
                << QString::fromLatin1(wire) << version << edited << typed;
        };
        row("aurora", 3, {}, {});
        row("aurora", 7, u"userName email password whole"_s, u"userName email password"_s);
        row("aurora", 11, u"userName email password whole"_s, u"userName email password"_s);
        row("oneshot", 0, u"userName password"_s, u"userName"_s);
        row("wingspan", 0, u"userName name email password"_s, u"userName name"_s);
        row("latchkey", 0, u"userName name email password"_s, u"userName name language"_s);
        row("mmdl", 0, {}, {});
        row("temporal", 0, {}, {});
    }
    void whatCanBeEditedIsWhatTheWireHasWordsFor()
    {
        QFETCH(const QString, wire);
        QFETCH(const int, version);
        Stage stage;
        Account &account = enterBy(stage, wire, version);
        const Editable there = editableOf(account);
        QStringList edited;
        const auto add = [](QStringList &list, bool is, const QString &name) {
            if (is)
                list << name;
        };
        add(edited, there.userName, u"userName"_s);
        add(edited, there.name, u"name"_s);
        add(edited, there.email, u"email"_s);
        add(edited, there.password, u"password"_s);
        add(edited, there.isWhole, u"whole"_s);
        QTEST(edited.join(u' '), "edited");

        const ProfileEditor editor(account);
        QStringList typed;
        add(typed, editor.offers(Field::UserName), u"userName"_s);
        add(typed, editor.offers(Field::Name), u"name"_s);
        add(typed, editor.offers(Field::Email), u"email"_s);
        add(typed, editor.offers(Field::Language), u"language"_s);
        add(typed, editor.asksForPassword(), u"password"_s);
        QTEST(typed.join(u' '), "typed");
        QCOMPARE(ProfileEditor::isOffered(account), !typed.isEmpty());
    }

    void auroraIsToldAllOfItByWhoHasSignedInAnew()
    {
        AtAurora stage;
        stage.watch(
            edit(stage.account, api::EditAccount{.userName = u"countess"_s}, Secret(u"right"_s)));
        stage.signIn();
        const HttpRequest told = stage.upToEdit();
        QCOMPARE(told.body, QByteArray(R"({"username":"countess","email":"ada@example.com",)"
                                       R"("password":"right"})"));
        QCOMPARE(told.headers.value("x-access-token"), QByteArray("t2"));
        stage.say(200, R"({"success":true})");
        QVERIFY(!stage.isDone);
        QCOMPARE(stage.line(), QByteArray("GET /api/v7/user/info"));
        stage.say(200, ofAurora("countess"));
        QVERIFY(stage.isDone && !stage.error);
        QCOMPARE(*stage.user.userName, u"countess"_s);
        QCOMPARE(stage.user.email, u"ada@example.com"_s);
        QCOMPARE(*stage.user.phone, u"+14104350691"_s);
        QCOMPARE(stage.keptToken(), u"t2"_s);
        const Profile profile = stage.account.profile();
        QCOMPARE(profile.login(), u"countess"_s);
        QCOMPARE(profile.email, u"ada@example.com"_s);
        // Whoever is called ada from now on is somebody else.
        api::User other;
        other.isPart = true;
        other.userName = u"ada"_s;
        QVERIFY(stage.accounts.profileFor(profile.server, other).id != profile.id);
        other.userName = u"countess"_s;
        QCOMPARE(stage.accounts.profileFor(profile.server, other).id, profile.id);
    }

    void aMistypedPasswordBecomesNobodys()
    {
        AtAurora stage;
        stage.watch(
            edit(stage.account, api::EditAccount{.userName = u"countess"_s}, Secret(u"rihgt"_s)));
        stage.say(401, refusedByAurora);
        QVERIFY(stage.isRefused(u"wrongPassword"_s, u"password"_s));
        QVERIFY(stage.line().isEmpty());
        QCOMPARE(stage.account.credential()->reveal(), foreignToken());
    }

    void withoutWhatIsAlwaysSaidNothingIs()
    {
        AtAurora stage;
        const size_t before = stage.count();
        stage.watch(edit(stage.account, api::EditAccount{.userName = u"countess"_s}));
        QVERIFY(stage.isRefused(u"empty"_s, u"password"_s));
        stage.watch(edit(stage.account, api::EditAccount{.userName = u" "_s}, Secret(u"right"_s)));
        QVERIFY(stage.isRefused(u"empty"_s, u"userName"_s));
        stage.watch(edit(stage.account, api::EditAccount{.email = QString()}, Secret(u"right"_s)));
        QVERIFY(stage.isRefused(u"empty"_s, u"email"_s));
        QCOMPARE(stage.count(), before);
    }

    void anAddressThatWaitsForItsCodeIsNotYetOnes()
    {
        AtAurora stage;
        stage.watch(edit(stage.account, api::EditAccount{.email = u"new@example.com"_s},
                         Secret(u"right"_s)));
        stage.signIn();
        QVERIFY(stage.upToEdit().body.contains(R"("email":"new@example.com")"));
        stage.say(200, R"({"success":true})");
        stage.say(200, ofAurora("ada"));
        QVERIFY(stage.isDone && !stage.error);
        QCOMPARE(stage.user.email, u"ada@example.com"_s);
        QCOMPARE(stage.account.profile().email, u"ada@example.com"_s);
    }

    void whatWasChangedElsewhereStaysSo()
    {
        AtAurora stage;
        stage.watch(
            edit(stage.account, api::EditAccount{.userName = u"countess"_s}, Secret(u"right"_s)));
        stage.signIn();
        // Another program has left the address that this one still shows.
        const HttpRequest told = stage.upToEdit(ofAurora("ada", "new@example.com"));
        QCOMPARE(told.body, QByteArray(R"({"username":"countess","email":"new@example.com",)"
                                       R"("password":"right"})"));
        stage.say(200, R"({"success":true})");
        stage.say(200, ofAurora("countess", "new@example.com"));
        QVERIFY(stage.isDone && !stage.error);
        QCOMPARE(stage.user.email, u"new@example.com"_s);
    }

    void whatThisProgramKnowsNothingOfStaysSo()
    {
        AtAurora stage(11);
        stage.watch(
            edit(stage.account, api::EditAccount{.userName = u"countess"_s}, Secret(u"right"_s)));
        stage.signIn();
        QByteArray spoken = ofAurora("ada");
        spoken.chop(1);
        const HttpRequest told = stage.upToEdit(spoken + R"(,"autoExecuteTts":true})");
        QCOMPARE(told.body, QByteArray(R"({"username":"countess","email":"ada@example.com",)"
                                       R"("autoExecuteTts":true,"password":"right"})"));
    }

    void whereNobodyTellsWhatIsSoNowNothingIsChanged()
    {
        AtAurora stage;
        stage.watch(
            edit(stage.account, api::EditAccount{.userName = u"countess"_s}, Secret(u"right"_s)));
        stage.signIn();
        while (!stage.isDone && stage.line() == "GET /api/v7/user/info")
            stage.breakOff();
        QVERIFY(stage.isDone && stage.error);
        QCOMPARE(stage.error->kind, Kind::Network);
        QVERIFY(stage.line() != "PUT /api/v7/user/info");
    }

    void whoIsSignedOutMeanwhileStaysSo()
    {
        AtAurora stage;
        stage.watch(
            edit(stage.account, api::EditAccount{.userName = u"countess"_s}, Secret(u"right"_s)));
        stage.asked();
        stage.account.close(AccountState::Reason::ByPerson);
        stage.say(200, R"({"success":true,"accessToken":"t2"})");
        QVERIFY(stage.isDone);
        QCOMPARE(stage.error->code, u"signedOut"_s);
        QVERIFY(!stage.account.credential());
        QVERIFY(stage.line().isEmpty());
    }

    void whatAServerCallsMalformedWasTyped()
    {
        AtAurora stage;
        stage.watch(
            edit(stage.account, api::EditAccount{.userName = u"taken"_s}, Secret(u"right"_s)));
        stage.signIn();
        stage.upToEdit();
        stage.say(400, malformedForAurora);
        QVERIFY(stage.isRefused(u"editRefused"_s, {}));
    }

    void oneShotRenamesByTheNameAlone()
    {
        AtOneShot stage;
        stage.watch(edit(stage.account, api::EditAccount{.userName = u"taken"_s}));
        QCOMPARE(stage.line(), QByteArray("PATCH /user/update"));
        QCOMPARE(stage.asked().body, QByteArray(R"({"name":"taken"})"));
        stage.say(409, R"({"message":"ALREADY_EXISTS"})");
        QVERIFY(stage.isRefused(u"userNameTaken"_s, u"userName"_s));

        stage.watch(edit(stage.account, api::EditAccount{.userName = u"countess"_s}));
        stage.say(200, ofOneShot("countess"));
        QCOMPARE(stage.line(), QByteArray("GET /user/self"));
        stage.breakOff(); // what was told is enough
        QVERIFY(!stage.error);
        QCOMPARE(*stage.user.userName, u"countess"_s);
        QCOMPARE(stage.user.email, u"ada@example.com"_s);
        QCOMPARE(stage.account.profile().email, u"ada@example.com"_s);
    }

    void oneShotTakesAnotherPasswordFromWhoHasSignedInAnew()
    {
        AtOneShot stage;
        QVERIFY(canChangePassword(stage.account));
        QVERIFY(asksForPresentPassword(stage.account));
        const auto change = [&stage](const QString &current, const QString &next) {
            stage.watch(
                changePassword(stage.account, {.current = Secret(current), .next = Secret(next)}));
        };
        change(u"wrong"_s, u"after"_s);
        QCOMPARE(stage.line(), QByteArray("POST /user/login"));
        stage.say(403, R"({"message":"FORBIDDEN"})");
        QVERIFY(stage.isRefused(u"wrongPassword"_s, u"current"_s));
        QVERIFY(stage.line().isEmpty());

        change(u"before"_s, u"before"_s);
        QVERIFY(stage.isRefused(u"passwordUnchanged"_s, u"next"_s));
        QVERIFY(stage.line().isEmpty());

        change(u"before"_s, u"after"_s);
        QCOMPARE(stage.asked().body, QByteArray(R"({"name":"ada","password":"before"})"));
        stage.say(200, R"({"token":"7c1d5bd6-2f9c-4f0e-9d7b-2f3f6c1b5a10"})");
        const HttpRequest told = stage.upToEdit();
        QCOMPARE(told.body, QByteArray(R"({"password":"after"})"));
        QCOMPARE(told.headers.value("Authorization"),
                 QByteArray("Bearer 7c1d5bd6-2f9c-4f0e-9d7b-2f3f6c1b5a10"));
        stage.say(200, ofOneShot("ada"));
        stage.say(200, ofOneShot("ada"));
        QVERIFY(!stage.error);
        QCOMPARE(stage.keptToken(), u"7c1d5bd6-2f9c-4f0e-9d7b-2f3f6c1b5a10"_s);
    }

    void wingspanAsksForProofByItself()
    {
        Known stage(u"wingspan"_s, 0, adaOfWingspan);
        const QByteArray edited = "PATCH /users/user/usr_1";
        QVERIFY(canChangePassword(stage.account));
        QVERIFY(!asksForPresentPassword(stage.account));
        stage.watch(changePassword(stage.account, {.next = Secret(u"after"_s)}));
        QCOMPARE(stage.line(), edited);
        QCOMPARE(stage.asked().body, QByteArray(R"({"password":"after"})"));
        stage.say(403, R"({"error":"OTP verification required"})");
        QVERIFY(stage.account.isProofNeeded());
        QVERIFY(!stage.isDone);
        stage.account.prove(
            api::ProveWithCode{.factor = api::Factor::EmailCode, .code = Secret(u"123456"_s)});
        QCOMPARE(stage.line(), QByteArray("PATCH /users/session/otp"));
        stage.say(200, sessionOfWingspan(2));
        const HttpRequest again = stage.upTo(edited, adaOfWingspan);
        QCOMPARE(again.headers.value("Authorization"), "Bearer " + foreignToken(2));
        stage.say(400, R"({"error":"Password is too weak"})");
        QVERIFY(stage.isRefused(u"passwordTooWeak"_s, u"next"_s));
    }

    void wingspanIsToldWhatOneIsCalledAndNotWhatIsOnPapers()
    {
        Known stage(u"wingspan"_s, 0, adaOfWingspan);
        ProfileEditor editor(stage.account);
        editor.setName(u"Ada Byron"_s);
        stage.watch(editor.save());
        QCOMPARE(stage.asked().body, QByteArray(R"({"profile":{"preferredName":"Ada Byron"}})"));
        stage.say(200, QByteArray(adaOfWingspan)
                           .replace(R"("preferredName":"Ada")", R"("preferredName":"Ada Byron")"));
        QVERIFY(stage.isDone && !stage.error);
        QCOMPARE(stage.account.user()->name, u"Ada Byron"_s);
        QCOMPARE(stage.account.user()->email, u"ada@example.com"_s);
        QVERIFY(!editor.isChanged());
    }

    void wingspanTakesTheCodeOfANewAddressByTheOneWordThatItHas()
    {
        Known stage(u"wingspan"_s, 0, adaOfWingspan);
        stage.watch(emailChange(stage.account, u"new@example.com"_s).take(Secret(u"123456"_s)));
        QCOMPARE(stage.line(), QByteArray("PATCH /users/user/usr_1/verification/email"));
        stage.say(200, R"({"email":"new@example.com","status":"Verified","userId":"usr_1"})");
        QVERIFY(stage.isDone && !stage.error);
        QCOMPARE(stage.account.user()->email, u"new@example.com"_s);
        QCOMPARE(stage.account.user()->name, u"Ada"_s);
    }

    void whatIsTypedStaysWhereItIsRefused()
    {
        AtAurora stage;
        ProfileEditor editor(stage.account);
        editor.setUserName(u"countess"_s);
        stage.watch(editor.save());
        QCOMPARE(editor.error()->field, u"password"_s);
        QCOMPARE(editor.state(), ProfileEditor::State::Editing);
        stage.watch(editor.save(Secret(u"right"_s)));
        QCOMPARE(editor.state(), ProfileEditor::State::Saving);
        stage.signIn();
        stage.upToEdit();
        stage.say(400, malformedForAurora);
        QCOMPARE(editor.error()->code, u"editRefused"_s);
        QCOMPARE(editor.state(), ProfileEditor::State::Editing);
        QCOMPARE(editor.userName().mine, u"countess"_s);
        QCOMPARE(editor.userName().before, u"ada"_s);
        editor.revert();
        QVERIFY(!editor.isChanged() && !editor.error());
    }

    void aNameThatIsTakenIsNoConflictOfVersions()
    {
        AtOneShot stage;
        ProfileEditor editor(stage.account);
        editor.setUserName(u"taken"_s);
        editor.save();
        stage.say(409, R"({"message":"ALREADY_EXISTS"})");
        QCOMPARE(editor.state(), ProfileEditor::State::Editing);
        QCOMPARE(editor.error()->field, u"userName"_s);
        QVERIFY(stage.line().isEmpty()); // nobody asks what has changed
        // While it is typed, somebody else renames the account.
        stage.account.learn([] {
            api::User renamed;
            renamed.isPart = true;
            renamed.userName = u"duchess"_s;
            return renamed;
        }());
        QCOMPARE(editor.state(), ProfileEditor::State::Conflict);
        QCOMPARE(*editor.userName().theirs, u"duchess"_s);
        editor.choose(Field::UserName, ProfileEditor::Side::Theirs);
        QVERIFY(!editor.isChanged());
        QCOMPARE(stage.account.user()->email, u"ada@example.com"_s);
    }
};

LATCHKEY_TEST(EditingTest)

#include "tst_editing.moc"
