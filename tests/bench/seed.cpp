// Fills a database as a server of some size has it: seed FOLDER USERS SESSIONS PASSWORD
// Leaves in the folder accounts.db, tokens (some, spread over all) and emails (some).
#include "server/masterkey.h"
#include "server/passwordhashing.h"
#include "server/store/writestore.h"
#include "storage/database.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cstdio>

using namespace latchkey;
using namespace latchkey::server;
using namespace Qt::StringLiterals;

namespace {

constexpr int tokensKept = 4096;
constexpr int emailsKept = 256;

Result<QList<api::User>> addUsers(WriteStore &store, int count, const Secret &hash)
{
    QList<api::User> users;
    for (int i = 0; i < count; ++i) {
        const QString number = u"%1"_s.arg(i, 6, 10, QChar(u'0'));
        auto added = store.users.insert({.email = u"person"_s + number + u"@example.org"_s,
                                         .name = u"Person "_s + number,
                                         .passwordHash = hash});
        if (!added)
            return failure(std::move(added).error());
        users << *added;
    }
    return users;
}

Result<QList<Secret>> addSessions(WriteStore &store, int count, const QList<api::User> &users)
{
    QList<Secret> tokens;
    const int every = std::max(1, count / tokensKept);
    for (int i = 0; i < count; ++i) {
        const api::User &user = users.at(i % users.size());
        NewSession fresh;
        fresh.user = user.id;
        fresh.role = user.role;
        fresh.device = {u"Laptop"_s, u"Latchkey 0.1"_s, u"Debian 12"_s};
        fresh.address = u"192.0.2.1"_s;
        const auto begun = store.sessions.begin(fresh);
        if (!begun)
            return failure(begun.error());
        if (i % every == 0)
            tokens << begun->token;
    }
    return tokens;
}

bool write(const QString &path, const QList<QByteArray> &lines)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(lines.join('\n') + '\n') > 0;
}

Result<Nothing> seed(const QDir &folder, int userCount, int sessionCount, const Secret &password)
{
    const SystemClock clock;
    StoreOptions options;
    options.database.path = folder.filePath(u"accounts.db"_s);
    options.masterKey = [places = MasterKeyPlaces::of({}, options.database.path)](bool wasUsed) {
        return masterKey(places, wasUsed);
    };
    auto store = WriteStore::open(options, clock);
    if (!store)
        return failure(std::move(store).error());
    // One hash for all: hashing is measured elsewhere.
    const auto hash = PasswordHashing::hash(password);
    if (!hash)
        return failure(hash.error());
    QList<QByteArray> emails;
    QList<QByteArray> tokens;
    storage::Database &database = (*store)->database();
    return database.begin()
        .and_then([&](Nothing) { return addUsers(**store, userCount, *hash); })
        .and_then([&](const QList<api::User> &users) {
            // The first is the administrator, whose sessions are short.
            for (qsizetype i = 1; i < users.size() && i <= emailsKept; ++i)
                emails << users.at(i).email.toUtf8();
            return addSessions(**store, sessionCount, users);
        })
        .and_then([&](const QList<Secret> &kept) {
            for (const Secret &token : kept)
                tokens << token.reveal();
            return database.commit();
        })
        .and_then([&](Nothing) -> Result<Nothing> {
            if (write(folder.filePath(u"emails"_s), emails) &&
                write(folder.filePath(u"tokens"_s), tokens))
                return Nothing();
            return failure(Error::of(Error::Kind::Server, u"fileUnwritable"_s));
        });
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 5) {
        std::fputs("seed FOLDER USERS SESSIONS PASSWORD\n", stderr);
        return 2;
    }
    const auto done = seed(QDir(arguments.at(1)), arguments.at(2).toInt(), arguments.at(3).toInt(),
                           Secret(arguments.at(4).toUtf8()));
    if (done)
        return 0;
    std::fprintf(stderr, "seed: %s %s\n", qUtf8Printable(done.error().code),
                 qUtf8Printable(done.error().detail));
    return 1;
}
