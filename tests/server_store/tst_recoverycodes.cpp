#include "storage/database.h"
#include "support/testrunner.h"
#include "together.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::server::test;
using namespace std::chrono_literals;

class RecoveryCodesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tenThatWorkOnceInAnyOrder()
    {
        Opened opened;
        const api::User user = opened.user();
        QVERIFY(!opened->recoveryCodes.left(user.id).value());
        const QList<Secret> codes = opened->recoveryCodes.make(user.id).value();
        QCOMPARE(codes.size(), 10);
        const QRegularExpression form(u"^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$"_s);
        QSet<QString> different;
        for (const Secret &code : codes) {
            QVERIFY(form.match(code.revealText()).hasMatch());
            different << code.revealText();
        }
        QCOMPARE(different.size(), 10);
        for (int i = 9; i >= 0; --i) {
            QVERIFY(opened->recoveryCodes.use(user.id, codes.at(i)).value());
            QVERIFY(!opened->recoveryCodes.use(user.id, codes.at(i)).value());
            QCOMPARE(opened->recoveryCodes.left(user.id).value()->left, qint64(i));
        }
        QCOMPARE(opened->recoveryCodes.left(user.id).value()->madeAt, opened.clock.now());
    }

    void asTheyAreTyped()
    {
        const Opened opened;
        const api::User user = opened.user();
        QVERIFY(opened->database().begin()); // many at once, and no disk in between
        const auto works = [&](const std::function<QByteArray(QByteArray)> &typed) {
            for (;;) { // until one has a digit of each kind
                const QList<Secret> codes = opened->recoveryCodes.make(user.id).value();
                for (const Secret &code : codes) {
                    if (code.reveal().contains('0') && code.reveal().contains('1'))
                        return opened->recoveryCodes.use(user.id, Secret(typed(code.reveal())))
                            .value();
                }
            }
        };
        QVERIFY(works([](const QByteArray &code) { return code.toLower(); }));
        QVERIFY(works([](QByteArray code) { return code.replace("-", ""); }));
        QVERIFY(
            works([](QByteArray code) { return QByteArray(' ' + code.replace('-', "  ") + ' '); }));
        QVERIFY(works([](QByteArray code) { return code.replace('0', 'o').replace('1', 'l'); }));
        QVERIFY(works([](QByteArray code) { return code.replace('0', 'O').replace('1', 'I'); }));
        QVERIFY(!works([](const QByteArray &code) { return QByteArray(code + '0'); }));
        QVERIFY(!works([](const QByteArray &code) { return code.first(5); }));
        QVERIFY(!works([](const QByteArray &) { return QByteArray(); }));
    }

    void aNewSetKillsTheOld()
    {
        const Opened opened;
        const api::User user = opened.user();
        const api::User other = opened.user(u"bob@example.com"_s);
        const QList<Secret> old = opened->recoveryCodes.make(user.id).value();
        const QList<Secret> codes = opened->recoveryCodes.make(user.id).value();
        QVERIFY(!opened->recoveryCodes.use(user.id, old.first()).value());
        QVERIFY(!opened->recoveryCodes.use(other.id, codes.first()).value());
        QVERIFY(opened->recoveryCodes.use(user.id, codes.first()).value());
        QVERIFY(opened->recoveryCodes.forgetAll(user.id));
        QVERIFY(!opened->recoveryCodes.left(user.id).value());
        QVERIFY(!opened->recoveryCodes.use(user.id, codes.last()).value());
    }

    void oneCodeAtOnceWorksOnce()
    {
        Opened opened;
        const api::User user = opened.user();
        const Secret code = opened->recoveryCodes.make(user.id).value().first();
        opened.store.reset();
        QCOMPARE(doneByEight(opened,
                             [&](WriteStore &store) {
                                 return unless(store.recoveryCodes.use(user.id, code));
                             }),
                 1);
    }
};

LATCHKEY_TEST(RecoveryCodesTest)

#include "tst_recoverycodes.moc"
