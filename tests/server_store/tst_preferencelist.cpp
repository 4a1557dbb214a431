#include "support/testrunner.h"
#include "together.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::server::test;

class PreferenceListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachHasOneValue()
    {
        const Opened opened;
        const auto ada = opened.user();
        const auto bob = opened.user(u"bob@example.com"_s);
        QVERIFY(opened->preferences.set(ada.id, {u"theme"_s, u"dark"_s}).value());
        QVERIFY(opened->preferences.set(ada.id, {u"Theme"_s, {}}).value());
        QVERIFY(opened->preferences.set(bob.id, {u"theme"_s, u"light"_s}).value());
        QVERIFY(!opened->preferences.set(ada.id, {u"theme"_s, u"dark"_s}).value());
        QVERIFY(!opened->preferences.set(ada.id, {u"theme"_s, u"blue"_s}).value());
        const QList<api::Preference> adas{{u"theme"_s, u"blue"_s}, {u"Theme"_s, u""_s}};
        QCOMPARE(opened->preferences.of(ada.id).value(), adas);
        QVERIFY(opened->preferences.remove(ada.id, u"theme"_s).value());
        QVERIFY(!opened->preferences.remove(ada.id, u"theme"_s).value());
        QCOMPARE(opened->preferences.of(ada.id)->size(), 1);
        QCOMPARE(opened->preferences.of(bob.id)->size(), 1);
    }

    void thereAreOnlySoMany()
    {
        const Opened opened;
        const auto ada = opened.user();
        for (qint64 i = 0; i < api::preferencesAtMost; ++i)
            QVERIFY(opened->preferences.set(ada.id, {QString::number(i), u"x"_s}).value());
        const auto more = opened->preferences.set(ada.id, {u"more"_s, u"x"_s});
        QCOMPARE(more.error().kind, Error::Kind::Conflict);
        QCOMPARE(more.error().code, u"tooManyPreferences"_s);
        // Those that are there may change.
        QVERIFY(!opened->preferences.set(ada.id, {u"0"_s, u"y"_s}).value());
        QVERIFY(opened->preferences.remove(ada.id, u"0"_s).value());
        QVERIFY(opened->preferences.set(ada.id, {u"more"_s, u"x"_s}).value());
    }

    void alsoWhenManySetOnesAtOnce()
    {
        const Opened opened;
        const auto ada = opened.user();
        for (qint64 i = 1; i < api::preferencesAtMost; ++i)
            QVERIFY(opened->preferences.set(ada.id, {QString::number(i), u"x"_s}).value());
        std::atomic<int> next = 0;
        QCOMPARE(doneByEight(opened,
                             [&](WriteStore &store) {
                                 const QString name = u"at once %1"_s.arg(++next);
                                 return unless(store.preferences.set(ada.id, {name, u"x"_s}));
                             }),
                 1);
    }
};

LATCHKEY_TEST(PreferenceListTest)

#include "tst_preferencelist.moc"
