#include "secrets/system/passphrasehash.h"

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <sodium.h>

#include <array>

namespace latchkey::secrets {

using namespace Qt::StringLiterals;

namespace {

constexpr unsigned long long passes = 3;
constexpr std::size_t memory = 64U << 20U;

unsigned long long sizeOf(const Secret &secret)
{
    return static_cast<unsigned long long>(secret.size());
}

Result<Secret> hashNow(const Secret &passphrase)
{
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (sodium_init() < 0 ||
        crypto_pwhash_str_alg(text.data(), passphrase.reveal().constData(), sizeOf(passphrase),
                              passes, memory, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return failure(Error::of(Error::Kind::Server, u"outOfMemory"_s));
    return Secret(QByteArray(text.data()));
}

Result<bool> matchNow(const Secret &hash, const Secret &passphrase)
{
    if (sodium_init() < 0)
        return failure(Error::of(Error::Kind::Server, u"outOfMemory"_s));
    return crypto_pwhash_str_verify(hash.reveal().constData(), passphrase.reveal().constData(),
                                    sizeOf(passphrase)) == 0;
}

template <class T, class Work>
Call<T> elsewhere(Work work)
{
    const CallSource<T> source;
    auto *watcher = new QFutureWatcher<Result<T>>(qApp);
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, [watcher, source] {
        source.finish(watcher->result());
        watcher->deleteLater();
    });
    watcher->setFuture(QtConcurrent::run(std::move(work)));
    return source.call();
}

} // namespace

Call<Secret> hashPassphrase(const Secret &passphrase)
{
    return elsewhere<Secret>([passphrase] { return hashNow(passphrase); });
}

Call<bool> matchesPassphrase(const Secret &hash, const Secret &passphrase)
{
    return elsewhere<bool>([hash, passphrase] { return matchNow(hash, passphrase); });
}

} // namespace latchkey::secrets
