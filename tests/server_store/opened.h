#pragma once

#include "server/store/readstore.h"
#include "server/store/writer.h"
#include "server/store/writestore.h"
#include "support/manualclock.h"

#include <QTemporaryDir>

#include <future>

namespace latchkey::server::test {

using namespace Qt::StringLiterals;

inline MasterKeySource aKey(char byte = 'k')
{
    return [byte](bool) { return Secret(QByteArray(Vault::keySize, byte)); };
}

/// A store in a folder of its own, with a clock that stands still.
struct Opened
{
    QTemporaryDir folder;
    latchkey::test::ManualClock clock;
    StoreOptions options;
    std::unique_ptr<WriteStore> store;

    explicit Opened(bool openNow = true)
    {
        options.database.path = folder.filePath(u"accounts.db"_s);
        options.masterKey = aKey();
        if (openNow)
            store = WriteStore::open(options, clock).value();
    }

    WriteStore *operator->() const { return store.get(); }

    api::User user(const QString &email = u"ada@example.com"_s) const
    {
        return insertUser(*store, email);
    }
    static api::User insertUser(WriteStore &into, const QString &email)
    {
        return into.users
            .insert({email, u"Ada \"中\" \n\x1"_s, api::Language::Chinese,
                     Secret(QByteArray("$argon2id$x"))})
            .value();
    }
    BegunSession session(const api::User &user, const QString &label = u"Laptop"_s) const
    {
        return session(user, api::Device{label, u"Latchkey 0.1"_s, u"Debian 12"_s});
    }
    BegunSession session(const api::User &user, const api::Device &device) const
    {
        NewSession fresh;
        fresh.user = user.id;
        fresh.role = user.role;
        fresh.device = device;
        fresh.address = u"192.0.2.1"_s;
        return store->sessions.begin(fresh).value();
    }

    /// As the server finds it at a request.
    HotSession::State stateOf(const Secret &token) const
    {
        const auto sessions = HotSessionRead::open(store->database()).value();
        const auto state = sessions->find(token.reveal(), clock.now())->state;
        sessions->endTurn();
        return state;
    }
    bool isFormer(const Secret &token) const
    {
        const auto sessions = HotSessionRead::open(store->database()).value();
        const bool isFormer = sessions->find(token.reveal(), clock.now())->isFormer;
        sessions->endTurn();
        return isFormer;
    }
    bool isAlive(const BegunSession &begun) const
    {
        return stateOf(begun.token) == HotSession::State::Live;
    }
};

/// Gives a work to the writer and waits for its end.
inline Result<Nothing> written(Writer &writer, Writer::Work work)
{
    std::promise<Result<Nothing>> end;
    writer.submit(std::move(work),
                  [&end](const Result<Nothing> &outcome) { end.set_value(outcome); });
    return end.get_future().get();
}

} // namespace latchkey::server::test
