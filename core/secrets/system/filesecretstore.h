#pragma once

#include "secrets/secretstore.h"

#include <QHash>
#include <QString>

#include <memory>

namespace latchkey::secrets {

/// Secrets in one encrypted file behind a passphrase: argon2id makes the key, XChaCha20-Poly1305
/// seals the contents and the head of the file. Never in plain text. Another program of the same
/// person may write the file too: each change begins with what stands there now.
class FileSecretStore final : public SecretStore
{
public:
    /// Opens the file, or begins one where there is none. Rejected `wrongPassphrase`, or
    /// `secretFileBroken`; the file is left as it is then. Making the key takes a while, away from
    /// this thread.
    static Call<std::shared_ptr<SecretStore>> open(const QString &path, const Secret &passphrase);

    Call<Secret> read(const QString &key) override;
    Call<Nothing> write(const QString &key, const Secret &secret) override;
    Call<Nothing> remove(const QString &key) override;

private:
    struct Opened
    {
        QByteArray salt;
        Secret fileKey;
        QHash<QString, Secret> secrets;
    };

    FileSecretStore(QString path, Opened opened);

    static Result<Opened> openNow(const QString &path, const Secret &passphrase);
    static Result<Opened> unseal(const QByteArray &file, const Secret &passphrase);
    static Result<QHash<QString, Secret>> unsealWith(const QByteArray &file, const Secret &fileKey);
    Result<QHash<QString, Secret>> present() const;
    Result<Nothing> save(const QHash<QString, Secret> &secrets) const;
    Result<Nothing> change(const QString &key, const std::optional<Secret> &to);

    QString m_path;
    Opened m_opened;
};

} // namespace latchkey::secrets
