#include "device.h"

#include "account/jsonfile.h"
#include "base/log.h"

#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QSysInfo>
#include <QUrl>

namespace latchkey::app {

using namespace Qt::StringLiterals;

namespace {

const QString field = u"mark"_s;
constexpr auto form = QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors;
constexpr qsizetype size = 32;

Secret markIn(const QJsonObject &kept)
{
    const QByteArray text = kept[field].toString().toLatin1();
    return QByteArray::fromBase64(text, form).size() == size ? Secret(text) : Secret();
}

} // namespace

DeviceMark::DeviceMark(QString path)
    : m_path(std::move(path))
{}

api::Device DeviceMark::deviceAt(const QUrl &server)
{
    if (m_mark.isEmpty())
        read();
    const QByteArray here = QMessageAuthenticationCode::hash(server.toEncoded(), m_mark.reveal(),
                                                             QCryptographicHash::Sha256);
    return {.label = QSysInfo::machineHostName(),
            .program = u"Latchkey " LATCHKEY_VERSION ""_s,
            .system = QSysInfo::prettyProductName(),
            .mark = QString::fromLatin1(here.toBase64(QByteArray::Base64UrlEncoding))};
}

void DeviceMark::read()
{
    const auto kept = account::readJsonFile(m_path);
    if (kept && *kept)
        m_mark = markIn(**kept);
    if (!m_mark.isEmpty())
        return;
    if (!kept)
        qCWarning(logAccount) << "the device's mark can't be read and is made anew:"
                              << kept.error();
    make();
}

void DeviceMark::make()
{
    std::array<quint32, size / sizeof(quint32)> random{};
    QRandomGenerator::system()->fillRange(random.data(), random.size());
    m_mark = Secret(QByteArray::fromRawData(reinterpret_cast<const char *>(random.data()), size)
                        .toBase64(form));
    const auto written = account::writeJsonFile(m_path, {{field, m_mark.revealText()}});
    if (written)
        return;
    m_trouble = written.error();
    qCWarning(logAccount) << "the device's mark can't be kept, so the next run is a new device:"
                          << *m_trouble;
}

} // namespace latchkey::app
