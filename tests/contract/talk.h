#pragma once

#include "columns.h"
#include "support/scriptedserver.h"

#include <QMetaType>

namespace latchkey::test {

api::Traits traitsOf(const QByteArray &operation);

/// What differs from what is expected; nothing where all is well.
QStringList judged(const std::optional<Refusal> &wanted, const Outcome &outcome);

/// What of a request is not as it is written down.
QStringList compared(const HttpRequest &sent, const HttpRequest &written);

/// The server that says what is written down, and a client that asks it.
class Talk
{
public:
    explicit Talk(const Column &column, qint64 repeats = 0);

    Outcome ask(const Row &row) { return row.ask(m_client, scene); }
    Client &client() { return m_client; }

    ScriptedServer server;
    const Scene scene;

private:
    const ManualClock m_clock{scene.now};
    Client m_client;
};

/// The first row of each operation that succeeds over this wire.
void everyGoodAnswer(const Column &column,
                     const std::function<void(const Row &, const Written &)> &visit);

/// ... over each wire, as the rows of a test: column, row, written.
void testEveryGoodAnswer();
/// ... and not the first alone, over these.
void testEveryAnswer(const QList<Column> &columns);

} // namespace latchkey::test

Q_DECLARE_METATYPE(latchkey::test::Column)
Q_DECLARE_METATYPE(latchkey::test::Row)
Q_DECLARE_METATYPE(latchkey::test::Written)

#define NOTHING_WRONG(wrong)                                                  \
    do {                                                                      \
        const QStringList found = (wrong);                                    \
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u"\n          "_s))); \
    } while (false)
