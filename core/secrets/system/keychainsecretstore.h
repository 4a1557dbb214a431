#pragma once

#include "base/clock.h"
#include "secrets/secretstore.h"

#include <QObject>
#include <QSet>

namespace latchkey {
class Alarm;
}

namespace QKeychain {
class Job;
}

namespace latchkey::secrets {

/// The system's keychain. When it can't, it says how things stand: `keychainAbsent`,
/// `keychainLocked`, `keychainDenied`, or `keychainSlow` when it does not answer in time, e.g.
/// because it asks the person something in a window of its own.
class KeychainSecretStore final : public SecretStore
{
public:
    explicit KeychainSecretStore(Alarm &alarm, QString service = QStringLiteral("Latchkey"),
                                 std::chrono::milliseconds patience = std::chrono::seconds(20));

    Call<Secret> read(const QString &key) override;
    Call<Nothing> write(const QString &key, const Secret &secret) override;
    Call<Nothing> remove(const QString &key) override;

private:
    template <class T>
    Call<T> run(QKeychain::Job *job, const QString &key,
                std::function<Result<T>(QKeychain::Job &)> outcome);
    void takeBack(const QString &key);

    Alarm &m_alarm;
    QString m_service;
    std::chrono::milliseconds m_patience;
    QSet<QString> m_kept; ///< keys under which somebody still wants what was written
    QObject m_jobs;
};

} // namespace latchkey::secrets
