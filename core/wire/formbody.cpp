#include "wire/formbody.h"

#include "base/jsonwriter.h"

#include <QUrlQuery>

namespace latchkey::wire {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostParts = 64;
constexpr qsizetype longestBoundary = 70; // RFC 2046, 5.1.1

using Entry = std::pair<QByteArray, QByteArray>;
using Entries = QList<Entry>;

Error unreadable(const QString &why)
{
    return Error::rejected(u"malformedRequest"_s, {}, why);
}

QByteArray contentType(const HttpRequest &request)
{
    return request.headers.value("Content-Type").split(';').first().trimmed().toLower();
}

/// What stands behind `name=` among the parameters of a field, in quotes or without.
QByteArray parameter(const QByteArray &field, const QByteArray &name)
{
    for (const QByteArray &part : field.split(';').mid(1)) {
        const QByteArray said = part.trimmed();
        if (said.size() <= name.size() || said.at(name.size()) != '=' ||
            said.first(name.size()).toLower() != name)
            continue;
        const QByteArray value = said.sliced(name.size() + 1).trimmed();
        const bool isQuoted = value.size() >= 2 && value.startsWith('"') && value.endsWith('"');
        return isQuoted ? value.sliced(1, value.size() - 2) : value;
    }
    return {};
}

Result<Entry> entryOf(const QByteArray &part)
{
    const qsizetype headEnd = part.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return failure(unreadable(u"a part without a head"_s));
    for (const QByteArray &line : part.first(headEnd).split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).trimmed().toLower() == "content-disposition") {
            const QByteArray name = parameter(line.sliced(colon + 1), "name");
            return Entry{name, part.sliced(headEnd + 4)};
        }
    }
    return failure(unreadable(u"a part without a name"_s));
}

Result<Entries> multipart(const QByteArray &body, const QByteArray &boundary)
{
    if (boundary.isEmpty() || boundary.size() > longestBoundary)
        return failure(unreadable(u"no boundary"_s));
    const QByteArray mark = "\r\n--" + boundary;
    const QByteArray all = "\r\n" + body; // so that the first mark looks like the others
    Entries entries;
    qsizetype at = all.indexOf(mark);
    while (at >= 0 && entries.size() <= mostParts) {
        const qsizetype begin = at + mark.size();
        const auto rest = QByteArrayView(all).sliced(begin);
        if (rest.startsWith("--"))
            return entries;
        at = all.indexOf(mark, begin);
        // A mark right behind another one takes the end of its line, and leaves no room for a part.
        if (!rest.startsWith("\r\n") || at < begin + 2)
            break;
        auto entry = entryOf(all.sliced(begin + 2, at - begin - 2));
        if (!entry)
            return failure(std::move(entry).error());
        entries << *std::move(entry);
    }
    return failure(unreadable(u"the form has no end"_s));
}

Entries urlEncoded(QByteArray body)
{
    Entries entries;
    const QUrlQuery query(QString::fromUtf8(body.replace('+', "%20")));
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded))
        entries.emplaceBack(name.toUtf8(), value.toUtf8());
    return entries;
}

bool isPlainName(const QByteArray &name)
{
    return !name.isEmpty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_' || c == '-';
    });
}

} // namespace

bool hasForm(const HttpRequest &request)
{
    const QByteArray type = contentType(request);
    return type == "multipart/form-data" || type == "application/x-www-form-urlencoded";
}

Result<JsonNode> formOf(const HttpRequest &request)
{
    const auto entries =
        contentType(request) == "multipart/form-data"
            ? multipart(request.body, parameter(request.headers.value("Content-Type"), "boundary"))
            : Result<Entries>(urlEncoded(request.body));
    if (!entries)
        return failure(entries.error());
    JsonWriter json;
    json.beginObject();
    for (const auto &[name, value] : *entries) {
        if (!isPlainName(name) || !QByteArrayView(value).isValidUtf8())
            return failure(unreadable(u"a name or a text that nobody asked for"_s));
        json.key(name);
        json.value(QString::fromUtf8(value));
    }
    json.endObject();
    return JsonNode::parse(json.take());
}

void putForm(HttpRequest &request, const QByteArray &object)
{
    Entries entries;
    const auto members =
        JsonNode::parse(object).and_then([](const JsonNode &node) { return node.members(); });
    for (const auto &[name, value] : members.value())
        entries.emplaceBack(name.toUtf8(), value.text().value().toUtf8());
    const auto isWithin = [&entries](const QByteArray &boundary) {
        return std::ranges::any_of(
            entries, [&](const Entry &entry) { return entry.second.contains(boundary); });
    };
    QByteArray boundary = "latchkey-form";
    for (int i = 1; isWithin(boundary); ++i)
        boundary = "latchkey-form-" + QByteArray::number(i);
    for (const auto &[name, value] : entries) {
        request.body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name +
                        "\"\r\n\r\n" + value + "\r\n";
    }
    request.body += "--" + boundary + "--\r\n";
    request.headers.add("Content-Type", "multipart/form-data; boundary=" + boundary);
}

} // namespace latchkey::wire
