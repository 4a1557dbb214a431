#include "base/filelock.h"

#include <QFile>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <thread>
#include <unistd.h>

namespace latchkey {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds pause{5};

struct flock wholeFile()
{
    struct flock all{};
    all.l_type = F_WRLCK;
    all.l_whence = SEEK_SET;
    return all;
}

bool isAlive(qint64 process)
{
    return ::kill(static_cast<pid_t>(process), 0) == 0 || errno == EPERM;
}

Error refusal(Error::Kind kind, const QString &code, const QString &path, int number)
{
    return Error::of(kind, code, path + u": "_s + QString::fromLocal8Bit(std::strerror(number)));
}

} // namespace

FileLock::FileLock(int descriptor)
    : m_descriptor(descriptor)
{}

FileLock::~FileLock()
{
    // While it is still ours: the next holder's words must not be the ones that go.
    std::ignore = ::ftruncate(m_descriptor, 0);
    ::close(m_descriptor);
}

Result<std::unique_ptr<FileLock>> FileLock::take(const QString &path,
                                                 std::chrono::milliseconds patience)
{
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return failure(refusal(Error::Kind::Server, u"lockFailed"_s, path, errno));
    const auto end = std::chrono::steady_clock::now() + patience;
    // Not the process but this very opening of the file has it: another one in this program is
    // refused too, and closing that one takes nothing from us.
    struct flock all = wholeFile();
    while (::fcntl(descriptor, F_OFD_SETLK, &all) != 0) {
        const int number = errno;
        const bool isHeld = number == EAGAIN || number == EACCES;
        if ((isHeld && std::chrono::steady_clock::now() < end) || number == EINTR) {
            std::this_thread::sleep_for(pause);
            continue;
        }
        ::close(descriptor);
        return failure(isHeld ? refusal(Error::Kind::Conflict, u"lockHeld"_s, path, number)
                              : refusal(Error::Kind::Server, u"lockFailed"_s, path, number));
    }
    std::unique_ptr<FileLock> lock(new FileLock(descriptor));
    if (!lock->tell({}))
        return failure(refusal(Error::Kind::Server, u"lockFailed"_s, path, errno));
    return lock;
}

bool FileLock::tell(const QByteArray &words)
{
    const QByteArray text = QByteArray::number(qint64(::getpid())) + '\n' + words + '\n';
    return ::ftruncate(m_descriptor, 0) == 0 &&
           ::pwrite(m_descriptor, text.constData(), size_t(text.size()), 0) == text.size();
}

std::optional<FileLock::Holder> FileLock::holderOf(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CLOEXEC);
    if (descriptor < 0)
        return std::nullopt;
    struct flock all = wholeFile();
    const bool isHeld = ::fcntl(descriptor, F_OFD_GETLK, &all) == 0 && all.l_type != F_UNLCK;
    char bytes[512];
    const ssize_t size = isHeld ? ::pread(descriptor, bytes, sizeof bytes, 0) : 0;
    ::close(descriptor);
    if (!isHeld)
        return std::nullopt;
    const QByteArray text(bytes, std::max<ssize_t>(size, 0));
    const qsizetype line = text.indexOf('\n');
    const qint64 process = line < 0 ? 0 : text.first(line).toLongLong();
    // Between the end of one holder and the first word of the next the file speaks for the dead.
    if (process <= 0 || !text.endsWith('\n') || !isAlive(process))
        return Holder();
    return Holder{process, text.sliced(line + 1).chopped(text.size() > line + 1 ? 1 : 0)};
}

} // namespace latchkey
