#pragma once

#include "account/profile.h"
#include "base/call.h"
#include "base/secret.h"

#include <QObject>

#include <functional>
#include <memory>

namespace latchkey::secrets {
class SecretStore;
}

namespace latchkey::account {

/// Puts each profile's token where the person wanted it: keychain, encrypted file or memory.
/// Never anywhere else, and never in plain text on a disk.
class SecretKeeping final : public QObject
{
    Q_OBJECT

public:
    /// Opens the encrypted file, or makes it where there is none.
    using OpenFile =
        std::function<Call<std::shared_ptr<secrets::SecretStore>>(const Secret &passphrase)>;

    SecretKeeping(secrets::SecretStore &keychain, OpenFile openFile,
                  std::function<bool()> fileExists, QObject *parent = nullptr);
    ~SecretKeeping() override;

    /// There is a file already, so a passphrase opens it rather than begins it.
    bool hasFile() const;
    bool isFileOpen() const;
    /// A wrong passphrase is Rejected with code `wrongPassphrase`, and for a file that is only to
    /// be made one that could be guessed with `passphraseTooWeak`.
    Call<Nothing> openFile(const Secret &passphrase);

    Call<Nothing> keep(const ProfileId &id, KeepingPlace place, const Secret &token);
    /// Ends as NotFound where none was kept.
    Call<Secret> fetch(const ProfileId &id, KeepingPlace place);
    Call<Nothing> forget(const ProfileId &id, KeepingPlace place);

    /// What lets this device sign in without a second factor; it stands beside the token, and stays
    /// when that goes.
    Call<Nothing> keepTrust(const ProfileId &id, KeepingPlace place, const Secret &trust);
    Call<Secret> fetchTrust(const ProfileId &id, KeepingPlace place);
    void forgetTrust(const ProfileId &id, KeepingPlace place);

    /// In the keychain, else in the file where that is open; `Memory` says that it is in neither.
    Call<KeepingPlace> keepProxyPassword(const QString &proxy, const Secret &password);
    Call<Secret> fetchProxyPassword(const QString &proxy);
    void forgetProxyPassword(const QString &proxy);

    /// It comes from where tokens are kept, and not e.g. from the server.
    static bool isAboutKeeping(const Error &error);

Q_SIGNALS:
    void fileOpened();

private:
    secrets::SecretStore *storeFor(KeepingPlace place) const;

    secrets::SecretStore &m_keychain;
    std::unique_ptr<secrets::SecretStore> m_memory;
    std::shared_ptr<secrets::SecretStore> m_file;
    OpenFile m_openFile;
    std::function<bool()> m_fileExists;
};

} // namespace latchkey::account
