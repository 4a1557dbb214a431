#include "server/masterkey.h"

#include "base/log.h"
#include "server/store/token.h"
#include "server/store/vault.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace latchkey::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestFile = 1024;
constexpr const char *variable = "LATCHKEY_KEY";

Error missing(const QString &why)
{
    return Error::of(Error::Kind::Server, u"vaultKeyMissing"_s, why);
}

Result<Secret> decoded(const QByteArray &text, const QString &where)
{
    const auto key =
        QByteArray::fromBase64Encoding(text.trimmed(), QByteArray::AbortOnBase64DecodingErrors);
    if (!key || (*key).size() != Vault::keySize) {
        return failure(Error::of(Error::Kind::Server, u"vaultKeyWrong"_s,
                                 where + u" holds no base64 of 32 bytes"_s));
    }
    return Secret(*key);
}

Result<Secret> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(missing(path + u": "_s + file.errorString()));
    struct stat status{};
    if (::fstat(file.handle(), &status) == 0 && (status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        qCWarning(logServer) << "others than its owner may use the key file" << path;
    return decoded(file.read(longestFile), path);
}

/// A descriptor that is closed whatever happens.
class Descriptor
{
public:
    Descriptor(const QByteArray &path, int flags, mode_t mode = 0)
        : m_number(::open(path.constData(), flags | O_CLOEXEC, mode))
    {}
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    bool isOpen() const { return m_number >= 0; }
    bool write(const QByteArray &bytes) const
    {
        return ::write(m_number, bytes.constData(), static_cast<size_t>(bytes.size())) ==
               bytes.size();
    }
    bool sync() const { return ::fsync(m_number) == 0; }

private:
    int m_number;
};

/// Whole on the disk before it has its name, which nobody else's file may have.
bool writeNew(const QString &path, const QByteArray &text)
{
    const QByteArray name = QFile::encodeName(path);
    const QByteArray rough = name + '.' + randomBytes(6).toHex();
    const bool isWritten = [&] {
        const Descriptor file(rough, O_WRONLY | O_CREAT | O_EXCL, S_IRUSR | S_IWUSR);
        return file.isOpen() && file.write(text) && file.sync();
    }();
    const bool isNamed = isWritten && ::link(rough.constData(), name.constData()) == 0;
    const int trouble = errno;
    ::unlink(rough.constData());
    errno = trouble;
    if (!isNamed)
        return false;
    const Descriptor folder(QFile::encodeName(QFileInfo(path).absolutePath()),
                            O_RDONLY | O_DIRECTORY);
    return folder.isOpen() && folder.sync();
}

Result<Secret> made(const QString &path)
{
    const Secret key(randomBytes(Vault::keySize));
    const Secret text(QByteArray(key.reveal().toBase64() + '\n'));
    if (writeNew(path, text.reveal()))
        return key;
    if (errno == EEXIST)
        return read(path); // another server makes it at this moment
    return failure(missing(path + u": "_s + QString::fromLocal8Bit(std::strerror(errno))));
}

} // namespace

MasterKeyPlaces MasterKeyPlaces::of(const QString &file, const QString &database)
{
    const QString real = QFileInfo(database).canonicalFilePath();
    MasterKeyPlaces places;
    places.file = file;
    places.text = Secret(qgetenv(variable));
    places.credentials = QFile::decodeName(qgetenv("CREDENTIALS_DIRECTORY"));
    places.beside = (real.isEmpty() ? database : real) + u".key"_s;
    return places;
}

QString MasterKeyPlaces::inUse() const
{
    if (!file.isEmpty())
        return file;
    if (!text.isEmpty())
        return QString::fromLatin1(variable);
    const QString credential = QDir(credentials).filePath(u"latchkey-key"_s);
    return !credentials.isEmpty() && QFileInfo::exists(credential) ? credential : beside;
}

Result<Secret> masterKey(const MasterKeyPlaces &places, bool wasUsed)
{
    const QString place = places.inUse();
    if (places.file.isEmpty() && !places.text.isEmpty())
        return decoded(places.text.reveal(), place);
    return wasUsed || QFileInfo::exists(place) ? read(place) : made(place);
}

} // namespace latchkey::server
