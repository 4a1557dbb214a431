#include "support/postoffice.h"

#include <QJsonDocument>

#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace latchkey::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Not by QProcess: a thread sanitizer does not survive its vfork.
PostOffice::PostOffice(const QStringList &arguments)
{
    int in[2];
    int out[2];
    if (::pipe2(in, O_CLOEXEC) != 0 || ::pipe2(out, O_CLOEXEC) != 0)
        qFatal("no pipe");
    QList<QByteArray> words{"/usr/bin/python3", SUPPORT_FOLDER "/postoffice.py"};
    for (const QString &argument : arguments)
        words << argument.toUtf8();
    std::vector<char *> raw;
    for (QByteArray &word : words)
        raw.push_back(word.data());
    raw.push_back(nullptr);
    m_process = ::fork();
    if (m_process == 0) {
        ::dup2(in[0], STDIN_FILENO);
        ::dup2(out[1], STDOUT_FILENO);
        ::execvp(raw.front(), raw.data());
        ::_exit(1);
    }
    ::close(in[0]);
    ::close(out[1]);
    m_in = in[1];
    m_out = out[0];
    if (arguments.constFirst() != "serve"_L1)
        return;
    const auto ready = next();
    if (!ready)
        qFatal("the post office did not open; is python3-aiosmtpd installed?");
    m_port = quint16((*ready)["port"_L1].toInt());
    m_gateway = quint16((*ready)["gateway"_L1].toInt());
}

PostOffice::~PostOffice()
{
    ::kill(m_process, SIGKILL);
    ::waitpid(m_process, nullptr, 0);
    ::close(m_in);
    ::close(m_out);
}

void PostOffice::write(const QByteArray &line)
{
    const QByteArray bytes = line + '\n';
    for (qsizetype at = 0; at < bytes.size();) {
        const ssize_t written =
            ::write(m_in, bytes.constData() + at, std::size_t(bytes.size() - at));
        if (written <= 0)
            qFatal("the post office is gone");
        at += written;
    }
}

void PostOffice::tell(const QByteArray &command)
{
    write(command);
    while (const auto line = readLine(20s)) {
        if ((*line)["event"_L1] == "told"_L1)
            return;
        m_got << *line;
    }
    qFatal("the post office does not answer");
}

std::optional<QJsonObject> PostOffice::next(std::chrono::milliseconds within)
{
    return m_got.isEmpty() ? readLine(within) : m_got.takeFirst();
}

qsizetype PostOffice::untold()
{
    tell("nothing");
    return m_got.size();
}

std::optional<QJsonObject> PostOffice::readLine(std::chrono::milliseconds within)
{
    const auto end = std::chrono::steady_clock::now() + within;
    while (!m_read.contains('\n')) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            end - std::chrono::steady_clock::now());
        pollfd wait{m_out, POLLIN, 0};
        if (::poll(&wait, 1, int(std::max(left, 0ms).count())) <= 0)
            return {};
        QByteArray piece(65536, '\0');
        const ssize_t got = ::read(m_out, piece.data(), std::size_t(piece.size()));
        if (got <= 0)
            return {};
        m_read.append(piece.constData(), got);
    }
    const QByteArray line = m_read.left(m_read.indexOf('\n'));
    m_read.remove(0, line.size() + 1);
    return QJsonDocument::fromJson(line).object();
}

QJsonObject parseMail(const QByteArray &document)
{
    PostOffice parser({u"parse"_s});
    parser.write(document.toBase64());
    return parser.next().value_or(QJsonObject());
}

} // namespace latchkey::test
