#include "doorbell.h"

#include <QFile>
#include <QSocketNotifier>

#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <optional>

namespace latchkey::app {

namespace {

constexpr qsizetype longestLine = 1024;
constexpr int patienceMs = 3000;
constexpr int atMostWaiting = 8;
const QByteArray here = QByteArrayLiteral("here\n");

struct Place
{
    sockaddr_un address{};

    const sockaddr *any() const { return reinterpret_cast<const sockaddr *>(&address); }
};

/// Nothing where the path is too long for a socket.
std::optional<Place> placeAt(const QByteArray &path)
{
    Place place;
    if (std::size_t(path.size()) >= sizeof place.address.sun_path)
        return std::nullopt;
    place.address.sun_family = AF_UNIX;
    std::ranges::copy(path, place.address.sun_path);
    return place;
}

void say(int descriptor, const QByteArray &line)
{
    (void)::send(descriptor, line.constData(), std::size_t(line.size()), MSG_NOSIGNAL);
}

/// Nothing where the other side has closed, or nothing can be read.
QByteArray heard(int descriptor)
{
    std::array<char, longestLine> bytes{};
    const auto count = ::recv(descriptor, bytes.data(), bytes.size(), 0);
    return {bytes.data(), std::max<qsizetype>(0, count)};
}

} // namespace

/// Whoever connected, until its line was heard and answered.
class Doorbell::Guest final : public QObject
{
public:
    Guest(int descriptor, Doorbell &bell)
        : QObject(&bell)
        , m_descriptor(descriptor)
        , m_notifier(descriptor, QSocketNotifier::Read)
    {
        connect(&m_notifier, &QSocketNotifier::activated, &bell, [this, &bell] { hear(bell); });
    }
    ~Guest() override
    {
        m_notifier.setEnabled(false);
        ::close(m_descriptor);
    }

private:
    void hear(Doorbell &bell)
    {
        const QByteArray more = heard(m_descriptor);
        m_heard += more;
        const qsizetype end = m_heard.indexOf('\n');
        if (end < 0 && !more.isEmpty() && m_heard.size() <= longestLine)
            return;
        m_notifier.setEnabled(false);
        deleteLater();
        if (end < 0)
            return;
        Q_EMIT bell.rung(m_heard.first(end).trimmed());
        say(m_descriptor, here);
    }

    const int m_descriptor;
    QSocketNotifier m_notifier;
    QByteArray m_heard;
};

Doorbell::Doorbell(QObject *parent)
    : QObject(parent)
{}

Doorbell::~Doorbell()
{
    qDeleteAll(findChildren<QSocketNotifier *>());
    if (m_descriptor < 0)
        return;
    ::close(m_descriptor);
    ::unlink(m_path.constData());
}

bool Doorbell::hang(const QString &path)
{
    m_path = QFile::encodeName(path);
    const auto place = placeAt(m_path);
    if (!place)
        return false;
    ::unlink(m_path.constData());
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    // Before it listens nobody comes in, whatever the file lets them.
    const bool isThere = descriptor >= 0 &&
                         ::bind(descriptor, place->any(), sizeof place->address) == 0 &&
                         ::chmod(m_path.constData(), S_IRUSR | S_IWUSR) == 0 &&
                         ::listen(descriptor, atMostWaiting) == 0;
    if (!isThere) {
        if (descriptor >= 0)
            ::close(descriptor);
        return false;
    }
    m_descriptor = descriptor;
    auto *notifier = new QSocketNotifier(descriptor, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, &Doorbell::open);
    return true;
}

void Doorbell::open()
{
    for (;;) {
        const int guest = ::accept4(m_descriptor, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
        if (guest < 0)
            return;
        new Guest(guest, *this);
    }
}

bool Doorbell::ring(const QString &path, const QByteArray &line)
{
    const auto place = placeAt(QFile::encodeName(path));
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    bool isHeard = false;
    if (place && descriptor >= 0 &&
        ::connect(descriptor, place->any(), sizeof place->address) == 0) {
        say(descriptor, line + '\n');
        pollfd answer{.fd = descriptor, .events = POLLIN, .revents = 0};
        isHeard = ::poll(&answer, 1, patienceMs) == 1 && heard(descriptor) == here;
    }
    if (descriptor >= 0)
        ::close(descriptor);
    return isHeard;
}

} // namespace latchkey::app
