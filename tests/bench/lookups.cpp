// The read behind a token check, with nothing around it: lookups FOLDER SECONDS READS_A_TURN
// Prints look-ups a second of processor time.
#include "cputime.h"
#include "server/store/hotjson.h"
#include "server/store/readstore.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

using namespace latchkey;
using namespace latchkey::server;
using namespace Qt::StringLiterals;

namespace {

/// Zero when a token was not found.
double lookUpsASecond(HotSessionRead &hot, const QList<QByteArray> &tokens, int seconds,
                      int readsATurn, Timestamp now)
{
    const auto begun = bench::cpuTime();
    const auto until = begun + std::chrono::seconds(seconds);
    qint64 count = 0;
    qsizetype next = 0;
    std::string body;
    while (bench::cpuTime() < until) {
        for (int i = 0; i < readsATurn; ++i) {
            const auto row =
                hot.find(tokens.at(next++ % tokens.size()), now, HotSession::Told::Session);
            if (!row || row->state != HotSession::State::Live)
                return 0;
            body = currentSessionAsJson(*row);
        }
        hot.endTurn();
        count += readsATurn;
    }
    return double(count) / std::chrono::duration<double>(bench::cpuTime() - begun).count();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4) {
        std::fputs("lookups FOLDER SECONDS READS_A_TURN\n", stderr);
        return 2;
    }
    QFile file(arguments.at(1) + u"/tokens"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 1;
    const QList<QByteArray> tokens = file.readAll().trimmed().split('\n');
    const SystemClock clock;
    StoreOptions options;
    options.database.path = arguments.at(1) + u"/accounts.db"_s;
    const auto store = ReadStore::open(options, clock);
    if (!store) {
        std::fprintf(stderr, "lookups: %s\n", qUtf8Printable(store.error().code));
        return 1;
    }
    const double rate = lookUpsASecond((*store)->hotSessions(), tokens, arguments.at(2).toInt(),
                                       arguments.at(3).toInt(), clock.now());
    std::printf("%.0f\n", rate);
    return rate > 0 ? 0 : 1;
}
