#include "device.h"

#include "account/jsonfile.h"

#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QSysInfo>
#include <QUrl>

namespace latchkey::app {

using namespace Qt::StringLiterals;

namespace {

const QString field = u"mark"_s;

QByteArray made(const QString &path)
{
    std::array<quint32, 8> random{};
    QRandomGenerator::system()->fillRange(random.data(), random.size());
    const QByteArray mark = QByteArray(reinterpret_cast<const char *>(random.data()), sizeof random)
                                .toBase64(QByteArray::Base64UrlEncoding);
    const auto kept = account::writeJsonFile(path, {{field, QString::fromLatin1(mark)}});
    return kept ? mark : QByteArray();
}

} // namespace

QByteArray deviceMark(const QString &path)
{
    const auto kept = account::readJsonFile(path);
    if (!kept)
        return {};
    const QByteArray mark = *kept ? (**kept)[field].toString().toLatin1() : QByteArray();
    return mark.isEmpty() ? made(path) : mark;
}

api::Device thisDevice(const QByteArray &mark, const QUrl &server)
{
    api::Device device{.label = QSysInfo::machineHostName(),
                       .program = u"Latchkey " LATCHKEY_VERSION ""_s,
                       .system = QSysInfo::prettyProductName()};
    if (!mark.isEmpty()) {
        const QByteArray here =
            QMessageAuthenticationCode::hash(server.toEncoded(), mark, QCryptographicHash::Sha256);
        device.mark = QString::fromLatin1(here.toBase64(QByteArray::Base64UrlEncoding));
    }
    return device;
}

} // namespace latchkey::app
