#include "account/jsonfile.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace latchkey::account {

using namespace Qt::StringLiterals;

namespace {

Error fileError(const QString &code, const QString &path, const QString &why)
{
    return Error::of(Error::Kind::Rejected, code, path + u": "_s + why);
}

} // namespace

Result<std::optional<QJsonObject>> readJsonFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return std::nullopt;
    if (!file.open(QIODevice::ReadOnly))
        return failure(fileError(u"unreadableFile"_s, path, file.errorString()));
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(file.readAll(), &error);
    if (!document.isObject())
        return failure(fileError(u"brokenFile"_s, path, error.errorString()));
    return document.object();
}

Result<Nothing> writeJsonFile(const QString &path, const QByteArray &json)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failure(fileError(u"unwritableFile"_s, path, file.errorString()));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (file.write(json) != json.size() || !file.commit())
        return failure(fileError(u"unwritableFile"_s, path, file.errorString()));
    return Nothing();
}

Result<Nothing> writeJsonFile(const QString &path, const QJsonObject &object)
{
    return writeJsonFile(path, QJsonDocument(object).toJson());
}

Result<QString> setAside(const QString &path)
{
    for (int i = 1; i < 1000; ++i) {
        const QString aside = path + u".broken-"_s + QString::number(i);
        if (QFile::exists(aside))
            continue;
        if (QFile::rename(path, aside))
            return aside;
        break;
    }
    return failure(fileError(u"unwritableFile"_s, path, u"could not be set aside"_s));
}

} // namespace latchkey::account
