#include "spoken.h"
#include "support/testrunner.h"

#include <QJsonArray>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What asks for a fresh session there: whom an administrator deletes, and whether people may join.
struct MmdlAdministration
{
    const Stand &stand;
    QByteArray number;

    explicit MmdlAdministration(const Stand &onThat, const QByteArray &token)
        : stand(onThat)
    {
        const Answer all = ask("GET", "/mmdl/api/admin/getusers", {}, token);
        const QJsonArray users =
            all.json().value(u"data"_s).toObject().value(u"message"_s).toArray();
        for (const auto user : users) {
            if (user.toObject().value(u"level"_s) == u"0"_s)
                number = QByteArray::number(user.toObject().value(u"users_id"_s).toInteger());
        }
    }

    Answer ask(const QByteArray &method, const QByteArray &path, const QByteArray &body,
               const QByteArray &token) const
    {
        return Browser(stand.port()).ask(method, path, body, mmdl.holding(token));
    }
    Answer remove(const QByteArray &token) const
    {
        return ask("DELETE", "/mmdl/api/admin/deleteuser?userid=" + number, {}, token);
    }
    Answer close(const QByteArray &token) const
    {
        return ask("POST", "/mmdl/api/settings/modify",
                   quoted("{'name':'GLOBAL_DISABLE_USER_REGISTRATION','value':'0'}"), token);
    }
};

} // namespace

/// Who administers over MMDL asks for what every administrator does.
class MmdlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A new password by a code, with its rules: tst_foreignresets.cpp.
    void anAdministratorOfMmdlIsFreshAndAudited()
    {
        Stand stand;
        const QByteArray begun = mmdl.begin(stand, "root");
        QCOMPARE(mmdl.join(stand, "ada").status, 200);
        const MmdlAdministration root(stand, begun);
        QVERIFY(!root.number.isEmpty());
        stand.clock.advance(6min);
        QCOMPARE(mmdl.whoAmI(stand, begun).status, 200);
        const auto noted = [&stand](const QString &operation) {
            return stand.rows(
                u"audit WHERE outcome = 'done' AND operation = '%1'"_s.arg(operation));
        };
        const QByteArray late = quoted("{'success':false,'data':{'message':'PLEASE_LOGIN'}}");
        for (const Answer &refused : {root.remove(begun), root.close(begun)}) {
            QCOMPARE(refused.status, 401);
            QCOMPARE(refused.body, late);
        }
        QCOMPARE(stand.rows(u"users"_s), 2);
        QCOMPARE(noted(u"removeAccount"_s) + noted(u"editServerSettings"_s), 0);
        QCOMPARE(mmdl.join(stand, "eve").status, 200);

        const QByteArray fresh = mmdl.token(mmdl.enter(stand, "root"));
        QCOMPARE(root.remove(fresh).status, 200);
        QCOMPARE(stand.rows(u"users"_s), 2);
        QCOMPARE(noted(u"removeAccount"_s), 1);
        QCOMPARE(root.close(fresh).status, 200);
        QCOMPARE(noted(u"editServerSettings"_s), 1);
        QCOMPARE(mmdl.join(stand, "bob").status, 401);
    }
};

LATCHKEY_TEST(MmdlTest)

#include "tst_mmdl.moc"
