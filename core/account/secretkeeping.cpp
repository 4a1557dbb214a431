#include "account/secretkeeping.h"

#include "api/passwordrules.h"
#include "base/log.h"
#include "secrets/memorysecretstore.h"

namespace latchkey::account {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;

namespace {

QString keyOf(const ProfileId &id)
{
    return u"profile-"_s + id.text();
}

QString trustKey(const ProfileId &id)
{
    return u"trust-"_s + id.text();
}

QString proxyKey(const QString &proxy)
{
    return u"proxy-"_s + proxy;
}

Error fileLocked()
{
    return Error::of(Kind::Forbidden, u"secretFileLocked"_s);
}

} // namespace

SecretKeeping::SecretKeeping(secrets::SecretStore &keychain, OpenFile openFile,
                             std::function<bool()> fileExists, QObject *parent)
    : QObject(parent)
    , m_keychain(keychain)
    , m_memory(std::make_unique<secrets::MemorySecretStore>())
    , m_openFile(std::move(openFile))
    , m_fileExists(std::move(fileExists))
{}

SecretKeeping::~SecretKeeping() = default;

bool SecretKeeping::hasFile() const
{
    return m_file || m_fileExists();
}

bool SecretKeeping::isFileOpen() const
{
    return m_file != nullptr;
}

Call<Nothing> SecretKeeping::openFile(const Secret &passphrase)
{
    const auto judged = api::checkPassword(passphrase, {}, {}, u"passphrase"_s);
    if (!hasFile() && !judged) {
        return Call<Nothing>::finished(
            failure(judged.error().kind == Kind::Rejected
                        ? Error::rejected(u"passphraseTooWeak"_s, u"passphrase"_s)
                        : judged.error()));
    }
    const CallSource<Nothing> source;
    m_openFile(passphrase)
        .then(this, [this, source](const Result<std::shared_ptr<secrets::SecretStore>> &opened) {
            if (!opened) {
                Error error = opened.error();
                if (error.kind == Kind::Rejected)
                    error.field = u"passphrase"_s;
                source.finish(failure(error));
                return;
            }
            m_file = *opened;
            source.finish(Nothing());
            Q_EMIT fileOpened();
        });
    return source.call();
}

secrets::SecretStore *SecretKeeping::storeFor(KeepingPlace place) const
{
    switch (place) {
    case KeepingPlace::Keychain:
        return &m_keychain;
    case KeepingPlace::File:
        return m_file.get();
    case KeepingPlace::Memory:
        return m_memory.get();
    }
    Q_UNREACHABLE();
}

Call<Nothing> SecretKeeping::keep(const ProfileId &id, KeepingPlace place, const Secret &token)
{
    secrets::SecretStore *store = storeFor(place);
    return store ? store->write(keyOf(id), token) : Call<Nothing>::finished(failure(fileLocked()));
}

Call<Secret> SecretKeeping::fetch(const ProfileId &id, KeepingPlace place)
{
    secrets::SecretStore *store = storeFor(place);
    return store ? store->read(keyOf(id)) : Call<Secret>::finished(failure(fileLocked()));
}

Call<Nothing> SecretKeeping::forget(const ProfileId &id, KeepingPlace place)
{
    secrets::SecretStore *store = storeFor(place);
    return store ? store->remove(keyOf(id)) : Call<Nothing>::finished(failure(fileLocked()));
}

Call<Nothing> SecretKeeping::keepTrust(const ProfileId &id, KeepingPlace place, const Secret &trust)
{
    secrets::SecretStore *store = storeFor(place);
    return store ? store->write(trustKey(id), trust)
                 : Call<Nothing>::finished(failure(fileLocked()));
}

Call<Secret> SecretKeeping::fetchTrust(const ProfileId &id, KeepingPlace place)
{
    secrets::SecretStore *store = storeFor(place);
    return store ? store->read(trustKey(id)) : Call<Secret>::finished(failure(fileLocked()));
}

void SecretKeeping::forgetTrust(const ProfileId &id, KeepingPlace place)
{
    if (secrets::SecretStore *store = storeFor(place)) {
        store->remove(trustKey(id)).then(this, [](const Result<Nothing> &forgotten) {
            if (!forgotten && forgotten.error().kind != Kind::NotFound)
                qCWarning(logAccount) << "a device's trust was left:" << forgotten.error();
        });
    }
}

bool SecretKeeping::isAboutKeeping(const Error &error)
{
    return error.code.startsWith("keychain"_L1) || error.code.startsWith("secret"_L1);
}

Call<KeepingPlace> SecretKeeping::keepProxyPassword(const QString &proxy, const Secret &password)
{
    const CallSource<KeepingPlace> source;
    const QString key = proxyKey(proxy);
    m_keychain.write(key, password)
        .then(this, [this, source, key, password](const Result<Nothing> &kept) {
            if (kept) {
                source.finish(KeepingPlace::Keychain);
                return;
            }
            if (!m_file) {
                source.finish(KeepingPlace::Memory);
                return;
            }
            m_file->write(key, password).then(this, [source](const Result<Nothing> &written) {
                source.finish(written ? KeepingPlace::File : KeepingPlace::Memory);
            });
        });
    return source.call();
}

Call<Secret> SecretKeeping::fetchProxyPassword(const QString &proxy)
{
    const CallSource<Secret> source;
    const QString key = proxyKey(proxy);
    m_keychain.read(key).then(this, [this, source, key](const Result<Secret> &found) {
        if (found || !m_file) {
            source.finish(found);
            return;
        }
        m_file->read(key).then(this, [source](const Result<Secret> &read) { source.finish(read); });
    });
    return source.call();
}

void SecretKeeping::forgetProxyPassword(const QString &proxy)
{
    const auto tell = [](const Result<Nothing> &forgotten) {
        if (!forgotten && forgotten.error().kind != Kind::NotFound)
            qCWarning(logAccount) << "a proxy's password was left:" << forgotten.error();
    };
    m_keychain.remove(proxyKey(proxy)).then(this, tell);
    if (m_file)
        m_file->remove(proxyKey(proxy)).then(this, tell);
}

} // namespace latchkey::account
