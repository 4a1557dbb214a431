#include "secrets/system/filesecretstore.h"

#include "base/filelock.h"
#include "base/jsonnode.h"
#include "base/jsonwriter.h"

#include <QCoreApplication>
#include <QFile>
#include <QFutureWatcher>
#include <QSaveFile>
#include <QtConcurrentRun>

#include <sodium.h>

namespace latchkey::secrets {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;

namespace {

// The file: mark, salt, check, nonce, sealed contents. All before the contents is authenticated
// too.
const QByteArray mark = "LATCHKEY SECRETS 1\n";
constexpr qsizetype markSize = 19;
constexpr qsizetype saltSize = crypto_pwhash_SALTBYTES;
constexpr qsizetype checkSize = 16; ///< tells a wrong passphrase from a damaged file
constexpr qsizetype nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype keySize = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr unsigned long long passes = 3;
constexpr std::size_t memory = 64U << 20U;
constexpr qsizetype headSize = markSize + saltSize + checkSize + nonceSize;

// Held for one small write, and waited for on the window's thread.
constexpr std::chrono::milliseconds patience{200};

const unsigned char *bytes(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

unsigned char *bytes(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

/// Text of a secret on its way through JSON. One whose buffer somebody else holds too is theirs.
template <class Text>
void wipe(Text &text)
{
    if (text.isDetached())
        sodium_memzero(text.data(), std::size_t(text.size()) * sizeof(*text.constData()));
}

unsigned long long sizeOf(const QByteArray &array)
{
    return static_cast<unsigned long long>(array.size());
}

QByteArray random(qsizetype size)
{
    QByteArray made(size, Qt::Uninitialized);
    randombytes_buf(made.data(), static_cast<std::size_t>(size));
    return made;
}

Secret keyOf(const Secret &passphrase, const QByteArray &salt)
{
    QByteArray key(keySize, Qt::Uninitialized);
    const int failed = crypto_pwhash(bytes(key), sizeOf(key), passphrase.reveal().constData(),
                                     sizeOf(passphrase.reveal()), bytes(salt), passes, memory,
                                     crypto_pwhash_ALG_ARGON2ID13);
    const Secret secret = failed ? Secret() : Secret(key); // it fails only for want of memory
    sodium_memzero(key.data(), static_cast<std::size_t>(key.size()));
    return secret;
}

QByteArray checkOf(const Secret &key)
{
    QByteArray check(checkSize, Qt::Uninitialized);
    const QByteArray about = "passphrase check";
    crypto_generichash(bytes(check), static_cast<std::size_t>(checkSize), bytes(about),
                       sizeOf(about), bytes(key.reveal()), static_cast<std::size_t>(key.size()));
    return check;
}

Error broken(const QString &detail)
{
    return Error::of(Kind::Rejected, u"secretFileBroken"_s, detail);
}

Result<QHash<QString, Secret>> readContents(const QByteArray &plain)
{
    const auto members =
        JsonNode::parse(plain).and_then([](const auto &node) { return node.members(); });
    if (!members)
        return failure(broken(members.error().detail));
    QHash<QString, Secret> secrets;
    for (const auto &[key, node] : *members) {
        auto text = node.text();
        if (!text)
            return failure(broken(text.error().detail));
        QByteArray latin = text->toLatin1();
        QByteArray raw = QByteArray::fromBase64(latin);
        secrets.insert(key, Secret(raw));
        wipe(raw);
        wipe(latin);
        wipe(*text);
    }
    return secrets;
}

QByteArray writeContents(const QHash<QString, Secret> &secrets)
{
    JsonWriter json;
    json.beginObject();
    for (auto each = secrets.begin(); each != secrets.end(); ++each) {
        json.key(each.key().toLatin1());
        QByteArray latin = each->reveal().toBase64();
        QString text = QString::fromLatin1(latin);
        json.value(text);
        wipe(text);
        wipe(latin);
    }
    json.endObject();
    return json.take();
}

} // namespace

FileSecretStore::FileSecretStore(QString path, Opened opened)
    : m_path(std::move(path))
    , m_opened(std::move(opened))
{}

Call<std::shared_ptr<SecretStore>> FileSecretStore::open(const QString &path,
                                                         const Secret &passphrase)
{
    const CallSource<std::shared_ptr<SecretStore>> source;
    auto *watcher = new QFutureWatcher<Result<Opened>>(qApp);
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, [source, watcher, path] {
        source.finish(watcher->result().map([&path](const Opened &opened) {
            return std::shared_ptr<SecretStore>(new FileSecretStore(path, opened));
        }));
        watcher->deleteLater();
    });
    watcher->setFuture(QtConcurrent::run([path, passphrase] { return openNow(path, passphrase); }));
    return source.call();
}

Result<FileSecretStore::Opened> FileSecretStore::openNow(const QString &path,
                                                         const Secret &passphrase)
{
    if (sodium_init() < 0)
        return failure(Error::of(Kind::Rejected, u"noRandomness"_s));
    // Two that begin the file at once: the second finds the first one's.
    const auto lock = FileLock::take(path + u".lock"_s, patience);
    if (!lock)
        return failure(Error::of(Kind::Rejected, u"secretFileUnwritable"_s, lock.error().detail));
    QFile file(path);
    if (file.exists()) {
        if (!file.open(QIODevice::ReadOnly))
            return failure(
                Error::of(Kind::Rejected, u"secretFileUnreadable"_s, file.errorString()));
        return unseal(file.readAll(), passphrase);
    }
    Opened fresh;
    fresh.salt = random(saltSize);
    fresh.fileKey = keyOf(passphrase, fresh.salt);
    if (fresh.fileKey.isEmpty())
        return failure(Error::of(Kind::Rejected, u"outOfMemory"_s));
    // At once, so that a disk that refuses is noticed while the person can still choose otherwise.
    const FileSecretStore store(path, fresh);
    return store.save({}).map([&fresh](Nothing) { return fresh; });
}

Result<FileSecretStore::Opened> FileSecretStore::unseal(const QByteArray &file,
                                                        const Secret &passphrase)
{
    if (!file.startsWith(mark) ||
        file.size() < headSize + qsizetype(crypto_aead_xchacha20poly1305_ietf_ABYTES))
        return failure(broken(u"not such a file, or cut short"_s));
    Opened opened;
    opened.salt = file.mid(mark.size(), saltSize);
    opened.fileKey = keyOf(passphrase, opened.salt);
    if (opened.fileKey.isEmpty())
        return failure(Error::of(Kind::Rejected, u"outOfMemory"_s));
    const QByteArray check = file.mid(mark.size() + saltSize, checkSize);
    if (sodium_memcmp(bytes(check), bytes(checkOf(opened.fileKey)), std::size_t(checkSize)) != 0)
        return failure(Error::rejected(u"wrongPassphrase"_s, u"passphrase"_s));

    return unsealWith(file, opened.fileKey).map([&opened](auto &&secrets) {
        opened.secrets = std::move(secrets);
        return opened;
    });
}

Result<QHash<QString, Secret>> FileSecretStore::unsealWith(const QByteArray &file,
                                                           const Secret &fileKey)
{
    const QByteArray head = file.first(headSize);
    const QByteArray nonce = head.last(nonceSize);
    const QByteArray sealed = file.sliced(headSize);
    QByteArray plain(sealed.size(), Qt::Uninitialized);
    unsigned long long size = 0;
    const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
        bytes(plain), &size, nullptr, bytes(sealed), sizeOf(sealed), bytes(head), sizeOf(head),
        bytes(nonce), bytes(fileKey.reveal()));
    if (failed)
        return failure(broken(u"its contents were changed"_s));
    auto secrets = readContents(plain.first(qsizetype(size)));
    sodium_memzero(plain.data(), std::size_t(plain.size()));
    return secrets;
}

/// What stands in the file now. One that vanished is written again with what is known; one that was
/// begun anew meanwhile has another passphrase, and is not ours to write.
Result<QHash<QString, Secret>> FileSecretStore::present() const
{
    QFile file(m_path);
    if (!file.exists())
        return m_opened.secrets;
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::of(Kind::Rejected, u"secretFileUnreadable"_s, file.errorString()));
    const QByteArray bytes = file.readAll();
    if (!bytes.startsWith(QByteArray(mark + m_opened.salt)) || bytes.size() < headSize)
        return failure(broken(u"it is another file by now"_s));
    return unsealWith(bytes, m_opened.fileKey);
}

Result<Nothing> FileSecretStore::save(const QHash<QString, Secret> &secrets) const
{
    const QByteArray nonce = random(nonceSize);
    const QByteArray head = mark + m_opened.salt + checkOf(m_opened.fileKey) + nonce;
    QByteArray plain = writeContents(secrets);
    QByteArray sealed(plain.size() + qsizetype(crypto_aead_xchacha20poly1305_ietf_ABYTES),
                      Qt::Uninitialized);
    unsigned long long size = 0;
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes(sealed), &size, bytes(plain), sizeOf(plain),
                                               bytes(head), sizeOf(head), nullptr, bytes(nonce),
                                               bytes(m_opened.fileKey.reveal()));
    sodium_memzero(plain.data(), std::size_t(plain.size()));
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(head + sealed.first(qsizetype(size))) < 0 || !file.commit())
        return failure(Error::of(Kind::Rejected, u"secretFileUnwritable"_s, file.errorString()));
    return Nothing();
}

/// What could not be saved does not hold in memory either.
Result<Nothing> FileSecretStore::change(const QString &key, const std::optional<Secret> &to)
{
    const auto lock = FileLock::take(m_path + u".lock"_s, patience);
    if (!lock)
        return failure(Error::of(Kind::Rejected, u"secretFileUnwritable"_s, lock.error().detail));
    auto secrets = present();
    if (!secrets)
        return failure(secrets.error());
    if (to)
        secrets->insert(key, *to);
    else if (!secrets->remove(key)) {
        m_opened.secrets = *std::move(secrets);
        return Nothing();
    }
    return save(*secrets).map([&](Nothing) {
        m_opened.secrets = *std::move(secrets);
        return Nothing();
    });
}

Call<Secret> FileSecretStore::read(const QString &key)
{
    if (auto secrets = present())
        m_opened.secrets = *std::move(secrets);
    if (m_opened.secrets.contains(key))
        return Call<Secret>::finished(m_opened.secrets.value(key));
    return Call<Secret>::finished(failure(Error::of(Kind::NotFound, u"secretNotFound"_s)));
}

Call<Nothing> FileSecretStore::write(const QString &key, const Secret &secret)
{
    return Call<Nothing>::finished(change(key, secret));
}

Call<Nothing> FileSecretStore::remove(const QString &key)
{
    return Call<Nothing>::finished(change(key, std::nullopt));
}

} // namespace latchkey::secrets
