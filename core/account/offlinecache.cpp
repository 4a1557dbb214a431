#include "account/offlinecache.h"

#include "account/jsonfile.h"
#include "base/log.h"
#include "wire/fieldjson.h"

#include <QFile>

namespace latchkey::account {

using namespace Qt::StringLiterals;

OfflineCache::OfflineCache(QString folder)
    : m_folder(std::move(folder))
{}

std::optional<OfflineCache::Entry> OfflineCache::read(const ProfileId &id) const
{
    QFile file(fileOf(id));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const auto entry = JsonNode::parse(file.readAll()).and_then([](const JsonNode &node) {
        return wire::readJson<Entry>(node, {}, wire::Speaker::Answerer);
    });
    if (!entry) {
        qCInfo(logAccount) << "the offline cache is left aside:" << entry.error();
        return std::nullopt;
    }
    return *entry;
}

Result<Nothing> OfflineCache::write(const ProfileId &id, const Entry &entry) const
{
    JsonWriter json;
    wire::writeJson(json, entry);
    return writeJsonFile(fileOf(id), json.take());
}

void OfflineCache::remove(const ProfileId &id) const
{
    const QString file = fileOf(id);
    if (QFile::exists(file) && !QFile::remove(file))
        qCWarning(logAccount) << "could not remove" << file;
}

QString OfflineCache::fileOf(const ProfileId &id) const
{
    return m_folder + u'/' + id.text() + u".json"_s;
}

} // namespace latchkey::account
