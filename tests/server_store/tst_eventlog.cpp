#include "opened.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::server::test;
using namespace std::chrono_literals;

class EventLogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatWasNotSeen()
    {
        Opened opened;
        const auto ada = opened.user();
        const auto eve = opened.user(u"eve@example.com"_s);
        const auto begun = opened.session(ada);
        const Asker asker{ada.id, begun.session.id};
        const auto seen = opened->events.newest().value();
        const auto started =
            opened->events.append(ada.id, api::EventKind::SessionStarted, begun.session.id);
        QVERIFY(opened->events.append(eve.id, api::EventKind::ProfileChanged));
        QVERIFY(opened->events.append(ada.id, api::EventKind::ProfileChanged));
        QCOMPARE(opened->notices.take().size(), 3);
        const auto told = opened->events.after(asker, seen, 10).value();
        QCOMPARE(told.size(), 2);
        QCOMPARE(told[0].session, begun.session);
        QCOMPARE(told[1].user, ada);
        QCOMPARE(opened->events.after(asker, *started, 10)->size(), 1);
        QCOMPARE(opened->events.after(asker, told.last().id, 10)->size(), 0);
    }

    void countsThoseOfADay()
    {
        Opened opened;
        const auto ada = opened.user();
        const auto count = [&] { return opened->events.sessionsBegunLately().value(); };
        QCOMPARE(count(), 0);
        for (int i = 0; i < 2; ++i) {
            QVERIFY(opened->events.append(ada.id, api::EventKind::SessionStarted));
            QVERIFY(opened->events.append(ada.id, api::EventKind::SessionEnded));
            opened.clock.advance(12h);
        }
        QCOMPARE(count(), 1);
        opened.clock.advance(12h);
        QCOMPARE(count(), 0);
    }

    void whatIsGoneIsSaid()
    {
        Opened opened;
        const auto ada = opened.user();
        const Asker asker{ada.id, opened.session(ada).session.id};
        const auto first = opened->events.append(ada.id, api::EventKind::ProfileChanged);
        const auto second = opened->events.append(ada.id, api::EventKind::ProfileChanged);
        opened.clock.advance(24h);
        QCOMPARE(opened->events.forgetOld(10).value(), 2);
        QCOMPARE(opened->events.newest().value(), *second);
        QCOMPARE(opened->events.after(asker, *second, 10)->size(), 0);
        for (const auto &seen : {*first, api::EventId(u"99"_s), api::EventId(u"x"_s)}) {
            const auto told = opened->events.after(asker, seen, 10).value();
            QCOMPARE(told.size(), 1);
            QCOMPARE(told[0].kind, api::EventKind::Resync);
            QCOMPARE(told[0].id, *second);
        }
        const auto third = opened->events.append(ada.id, api::EventKind::ProfileChanged);
        QCOMPARE(third->text().toInt(), second->text().toInt() + 1);
    }
};

LATCHKEY_TEST(EventLogTest)

#include "tst_eventlog.moc"
