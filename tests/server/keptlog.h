#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QString>

#include <mutex>

namespace latchkey::test {

/// As long as it lives, what is logged is kept here.
class KeptLog
{
public:
    KeptLog() { before = qInstallMessageHandler(keep); }
    ~KeptLog() { qInstallMessageHandler(before); }
    KeptLog(const KeptLog &) = delete;
    KeptLog &operator=(const KeptLog &) = delete;

    static QByteArray text()
    {
        const std::scoped_lock lock(mutex);
        return lines;
    }

private:
    static void keep(QtMsgType, const QMessageLogContext &, const QString &line)
    {
        const std::scoped_lock lock(mutex);
        lines += line.toUtf8() + '\n';
    }

    static inline std::mutex mutex;
    static inline QByteArray lines;
    static inline QtMessageHandler before = nullptr;
};

/// Everything that a server with this database wrote beside it, but for its key.
inline QByteArray everythingBeside(const QString &database)
{
    QByteArray all;
    const auto files = QFileInfo(database).dir().entryInfoList(QDir::Files);
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        if (info.filePath() == database + QStringLiteral(".key"))
            continue;
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s can't be read", qPrintable(info.filePath()));
        all += file.readAll();
    }
    return all;
}

} // namespace latchkey::test
