#include "opened.h"
#include "server/store/sessionlist.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::server::test;
using namespace std::chrono_literals;

class SessionListTest : public QObject
{
    Q_OBJECT

    static SessionList listIn(const Opened &opened)
    {
        return {opened->database(), opened.clock, opened.options.sessions};
    }

private Q_SLOTS:
    void pagesStayInOrderWhileRowsChange()
    {
        Opened opened;
        const auto ada = opened.user();
        QList<api::SessionId> ids;
        QList<BegunSession> begun;
        for (int i = 0; i < 10; ++i) {
            begun << opened.session(ada);
            opened.clock.advance(1ms);
        }
        const Asker asker{ada.id, begun.first().session.id};
        SessionList list = listIn(opened);
        const auto end = [&](int i) {
            QVERIFY(opened->sessions.end(asker, begun[i].session.id, api::EndReason::EndedByOwner));
            opened.clock.advance(1ms);
        };
        end(3);
        end(2);
        auto page = list.page(asker, {}, 3).value();
        const auto take = [&] {
            for (const auto &session : page.sessions)
                ids << session.id;
        };
        take();
        QVERIFY(page.next);
        begun << opened.session(ada); // newer than the first page: it moves nothing
        end(9);                       // one that was shown
        end(1);                       // one that was not
        while (page.next) {
            page = list.page(asker, page.next, 3).value();
            take();
        }
        QList<api::SessionId> expected;
        for (const int i : {9, 8, 7, 6, 5, 4, 0, 1, 9, 2, 3})
            expected << begun[i].session.id;
        QCOMPARE(ids, expected);
        opened.clock.advance(std::chrono::days(90));
        QVERIFY(list.page(asker, {}, 100)->sessions.size() == 7);
    }

    void aBadCursorIsRefused()
    {
        const Opened opened;
        const auto ada = opened.user();
        const Asker asker{ada.id, opened.session(ada).session.id};
        SessionList list = listIn(opened);
        for (const QString &bad : {u"x"_s, u"%%%"_s, u"bGl2aW5n"_s})
            QCOMPARE(list.page(asker, bad, 3).error().code, u"cursorInvalid"_s);
    }
};

LATCHKEY_TEST(SessionListTest)
#include "tst_sessionlist.moc"
