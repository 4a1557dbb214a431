#include "secrets/system/keychainsecretstore.h"

#include "base/alarm.h"
#include "base/log.h"
#include "secrets/system/secretservice.h"

#include <qt6keychain/keychain.h>

namespace latchkey::secrets {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;

namespace {

/// The library tells little and some of it wrong: a keyring that stayed locked reads as an entry
/// that is not there, and everything else is "other". The service itself is asked for the rest.
Error described(const QKeychain::Job &job, secretservice::State state)
{
    switch (state) {
    case secretservice::State::Absent:
        return Error::of(Kind::Rejected, u"keychainAbsent"_s, job.errorString());
    case secretservice::State::Locked:
        return Error::of(Kind::Rejected, u"keychainLocked"_s);
    case secretservice::State::Silent:
        return Error::of(Kind::Timeout, u"keychainSlow"_s, job.errorString());
    case secretservice::State::Open:
        break;
    }
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        // Who writes looks for nothing: the place for it was not made, since nobody said yes.
        if (qobject_cast<const QKeychain::WritePasswordJob *>(&job))
            return Error::of(Kind::Rejected, u"keychainDenied"_s, job.errorString());
        return Error::of(Kind::NotFound, u"secretNotFound"_s);
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return Error::of(Kind::Rejected, u"keychainDenied"_s, job.errorString());
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return Error::of(Kind::Rejected, u"keychainAbsent"_s, job.errorString());
    default:
        return Error::of(Kind::Rejected, u"keychainFailed"_s, job.errorString());
    }
}

} // namespace

KeychainSecretStore::KeychainSecretStore(Alarm &alarm, QString service,
                                         std::chrono::milliseconds patience)
    : m_alarm(alarm)
    , m_service(std::move(service))
    , m_patience(patience)
{}

template <class T>
Call<T> KeychainSecretStore::run(QKeychain::Job *job, const QString &key,
                                 std::function<Result<T>(QKeychain::Job &)> outcome)
{
    const CallSource<T> source;
    job->setParent(&m_jobs);
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(key);
    QObject::connect(job, &QKeychain::Job::finished, &m_jobs,
                     [this, source, outcome](QKeychain::Job *ended) {
                         if (ended->error() == QKeychain::NoError)
                             return source.finish(outcome(*ended));
                         // The job goes when this returns; its words are needed a little longer.
                         ended->setAutoDelete(false);
                         secretservice::look().then(&m_jobs, [source, ended](const auto &state) {
                             source.finish(failure(described(*ended, *state)));
                             ended->deleteLater();
                         });
                     });
    m_alarm.after(m_patience).then(&m_jobs, [source](const Result<Nothing> &) {
        source.finish(failure(Error::of(Kind::Timeout, u"keychainSlow"_s)));
    });
    const Call<T> call = source.call();
    job->start();
    return call;
}

Call<Secret> KeychainSecretStore::read(const QString &key)
{
    return run<Secret>(new QKeychain::ReadPasswordJob(m_service), key, [](QKeychain::Job &job) {
        return Result<Secret>(Secret(static_cast<QKeychain::ReadPasswordJob &>(job).binaryData()));
    });
}

/// A write goes on after its time is over, e.g. until the person answers the keychain. Whoever
/// chose to keep the secret elsewhere meanwhile must not have it there after all.
Call<Nothing> KeychainSecretStore::write(const QString &key, const Secret &secret)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setTextData(secret.revealText());
    m_kept.insert(key);
    QObject::connect(job, &QKeychain::Job::finished, &m_jobs, [this, key](QKeychain::Job *ended) {
        if (ended->error() == QKeychain::NoError && !m_kept.contains(key))
            takeBack(key);
    });
    const auto call = run<Nothing>(job, key, [](QKeychain::Job &) { return Result<Nothing>(); });
    call.then(&m_jobs, [this, key](const Result<Nothing> &written) {
        if (!written)
            m_kept.remove(key);
    });
    return call;
}

Call<Nothing> KeychainSecretStore::remove(const QString &key)
{
    m_kept.remove(key);
    return run<Nothing>(new QKeychain::DeletePasswordJob(m_service), key,
                        [](QKeychain::Job &) { return Result<Nothing>(); });
}

void KeychainSecretStore::takeBack(const QString &key)
{
    qCInfo(logSecrets) << "the keychain kept a secret too late; it is removed again";
    remove(key).then(&m_jobs, [](const Result<Nothing> &removed) {
        if (!removed && removed.error().kind != Kind::NotFound)
            qCWarning(logSecrets) << "it could not be removed:" << removed.error();
    });
}

} // namespace latchkey::secrets
