#include "auditcommand.h"

#include "base/clock.h"
#include "exitcode.h"
#include "folders.h"
#include "print.h"
#include "server/store/readstore.h"

namespace latchkey::app {

using namespace Qt::StringLiterals;

int audit(const QStringList &arguments)
{
    server::StoreOptions options;
    options.database.path = dataFolder() + u"/latchkey.db"_s;
    const bool isRight = arguments.value(0) == "verify"_L1
                         && (arguments.size() == 1
                             || (arguments.size() == 3 && arguments.at(1) == "--database"_L1));
    if (!isRight) {
        print(stderr, u"latchkey: expected: audit verify [--database FILE]"_s);
        return Misused;
    }
    if (arguments.size() == 3)
        options.database.path = arguments.at(2);

    const SystemClock clock;
    const auto verdict = server::ReadStore::open(options, clock)
                                 .and_then([](const auto &store) { return store->audit.verify(); });
    if (!verdict) {
        print(stderr, u"latchkey: "_s + verdict.error().detail + u" ("_s + verdict.error().code
                              + u')');
        return Failed;
    }
    if (verdict->firstBroken) {
        print(stdout, u"The chain is broken at row %1."_s.arg(*verdict->firstBroken));
        return Failed;
    }
    print(stdout, u"The chain is whole: %1 rows."_s.arg(verdict->rows));
    return Done;
}

} // namespace latchkey::app
