#include "auditcommand.h"

#include "base/clock.h"
#include "exitcode.h"
#include "folders.h"
#include "print.h"
#include "server/store/readstore.h"
#include "words.h"

namespace latchkey::app {

using namespace Qt::StringLiterals;

namespace {

struct Asked
{
    storage::DatabaseAddress database;
    std::optional<server::AuditMark> remembered;
};

std::optional<Asked> read(const QStringList &arguments)
{
    if (arguments.value(0) != "verify"_L1 || arguments.size() % 2 == 0)
        return std::nullopt;
    std::optional<server::AuditMark> remembered;
    QString database = dataFolder() + u"/latchkey.db"_s;
    for (qsizetype i = 1; i < arguments.size(); i += 2) {
        const QString &option = arguments.at(i);
        const QString &value = arguments.at(i + 1);
        if (option == "--database"_L1) {
            database = value;
        } else if (option == "--at"_L1) {
            remembered = server::AuditMark::parse(value);
            if (!remembered)
                return std::nullopt;
        } else {
            return std::nullopt;
        }
    }
    const auto address = storage::DatabaseAddress::fromUrl(database);
    if (!address)
        return std::nullopt;
    return Asked{*address, remembered};
}

Result<server::AuditVerdict> verify(const Asked &asked)
{
    const SystemClock clock;
    server::StoreOptions options;
    options.database = asked.database;
    return server::ReadStore::open(options, clock).and_then([&](const auto &store) {
        return store->audit.verify(asked.remembered);
    });
}

} // namespace

int audit(const QStringList &arguments)
{
    const auto asked = read(arguments);
    if (!asked) {
        print(stderr, u"latchkey: expected: audit verify [--database FILE] [--at ROW:HASH]"_s);
        return Misused;
    }
    const auto verdict = verify(*asked);
    if (!verdict) {
        print(stderr, u"latchkey: "_s + inWords(verdict.error()));
        return Failed;
    }
    if (verdict->firstBroken) {
        print(stdout, u"The chain is broken at row %1."_s.arg(*verdict->firstBroken));
        return Failed;
    }
    if (!verdict->isAsRemembered) {
        print(stdout, u"The chain is whole in itself, but row %1 is not the one you remember: rows "
                      "were taken from the end since, or the chain was written anew.\nNow: %2"_s
                          .arg(asked->remembered->seq)
                          .arg(verdict->end.text()));
        return Failed;
    }
    print(stdout, u"The chain is whole: %1 rows. Keep this elsewhere, to notice later whether rows "
                  "were taken away:\n%2"_s.arg(verdict->end.seq)
                      .arg(verdict->end.text()));
    return Done;
}

} // namespace latchkey::app
