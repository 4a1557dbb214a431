#include "server/store/audit.h"

#include "base/jsonnode.h"
#include "base/jsonwriter.h"
#include "server/store/token.h"
#include "storage/statement.h"

#include <QtEndian>

namespace latchkey::server {

using namespace Qt::StringLiterals;
using storage::Statement;

namespace {

const QString columns = u"seq, at, actor, session, operation, subject, outcome, address, "
                        "request_id, before, after, hash"_s;

/// A row as it lies there: what is hashed is what is stored, not what it is read as.
struct RawRow
{
    qint64 seq = 0;
    qint64 at = 0;
    std::optional<QString> actor;
    std::optional<QString> session;
    QString texts[7]; // operation, subject, outcome, address, request id, before, after
    QByteArray hash;

    static RawRow read(const Statement &row)
    {
        RawRow raw{
            row.integer(0), row.integer(1), row.optionalText(2), row.optionalText(3), {}, {}};
        for (int i = 0; i < 7; ++i)
            raw.texts[i] = row.text(4 + i);
        raw.hash = row.bytes(11);
        return raw;
    }

    /// Every part with its length before it, so that no two rows read alike.
    QByteArray hashAfter(const QByteArray &previous) const
    {
        QByteArray all = previous;
        const auto number = [&all](qint64 value) {
            char bytes[sizeof value];
            qToBigEndian(value, bytes);
            all.append(bytes, sizeof bytes);
        };
        const auto part = [&](const std::optional<QString> &text) {
            const QByteArray utf8 = text ? text->toUtf8() : QByteArray();
            number(text ? utf8.size() : -1);
            all.append(utf8);
        };
        number(seq);
        number(at);
        part(actor);
        part(session);
        for (const QString &text : texts)
            part(text);
        return sha256(all);
    }
};

QByteArray beginning()
{
    return QByteArray(32, '\0');
}

QString fieldsAsJson(const QList<FieldChange> &changes, std::optional<QString> FieldChange::*side)
{
    JsonWriter json;
    json.beginObject();
    for (const FieldChange &change : changes) {
        json.key(change.field.toLatin1());
        const auto &value = change.*side;
        value ? json.value(*value) : json.null();
    }
    json.endObject();
    return QString::fromUtf8(json.take());
}

void readFields(const QString &text, QList<FieldChange> &changes,
                std::optional<QString> FieldChange::*side)
{
    const auto members = JsonNode::parse(text.toUtf8()).and_then([](const JsonNode &node) {
        return node.members();
    });
    if (!members)
        return; // `verify` names a row that was tampered with
    for (qsizetype i = 0; i < members->size(); ++i) {
        const auto &[name, node] = members->at(i);
        if (i >= changes.size())
            changes.append(FieldChange{name, {}, {}});
        if (const auto value = node.text(); value && !node.isNull())
            changes[i].*side = *value;
    }
}

AuditRow rowOf(const RawRow &raw)
{
    AuditRow row{raw.seq, Timestamp(std::chrono::milliseconds(raw.at)), {}, raw.hash};
    AuditEntry &entry = row.entry;
    if (raw.actor)
        entry.actor = api::UserId(*raw.actor);
    if (raw.session)
        entry.session = api::SessionId(*raw.session);
    entry.operation = raw.texts[0];
    entry.subject = raw.texts[1];
    entry.outcome = raw.texts[2];
    entry.address = raw.texts[3];
    entry.requestId = raw.texts[4];
    readFields(raw.texts[5], entry.changes, &FieldChange::before);
    readFields(raw.texts[6], entry.changes, &FieldChange::after);
    return row;
}

template <class T>
std::optional<QString> textOf(const std::optional<T> &id)
{
    return id ? std::optional(id->text()) : std::nullopt;
}

} // namespace

Audit::Audit(storage::Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{}

Result<qint64> Audit::append(const AuditEntry &entry)
{
    Statement last(m_database, u"SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1"_s);
    const auto found = last.next();
    if (!found)
        return failure(found.error());
    RawRow row{*found ? last.integer(0) + 1 : 1,
               m_clock.now().time_since_epoch().count(),
               textOf(entry.actor),
               textOf(entry.session),
               {entry.operation, entry.subject, entry.outcome, entry.address, entry.requestId,
                fieldsAsJson(entry.changes, &FieldChange::before),
                fieldsAsJson(entry.changes, &FieldChange::after)},
               {}};
    row.hash = row.hashAfter(*found ? last.bytes(1) : beginning());
    Statement insert(m_database, u"INSERT INTO audit ("_s + columns +
                                     u") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    insert.bind(row.seq, row.at, row.actor, row.session);
    for (const QString &text : row.texts)
        insert.bind(text);
    insert.bind(row.hash);
    return insert.execute().map([&row](qint64) { return row.seq; });
}

Result<QList<AuditRow>> Audit::after(qint64 seq, int limit)
{
    QList<AuditRow> rows;
    Statement statement(m_database, u"SELECT "_s + columns +
                                        u" FROM audit WHERE seq > ? ORDER BY seq LIMIT ?"_s);
    statement.bind(seq, limit);
    for (;;) {
        const auto more = statement.next();
        if (!more)
            return failure(more.error());
        if (!*more)
            return rows;
        rows << rowOf(RawRow::read(statement));
    }
}

std::optional<AuditMark> AuditMark::parse(const QString &text)
{
    bool isNumber = false;
    const AuditMark mark{text.section(u':', 0, 0).toLongLong(&isNumber),
                         QByteArray::fromHex(text.section(u':', 1).toLatin1())};
    const bool isWhole = isNumber && mark.text() == text.toLower();
    return isWhole ? std::optional(mark) : std::nullopt;
}

QString AuditMark::text() const
{
    return QString::number(seq) + u':' + QString::fromLatin1(hash.toHex());
}

Result<AuditVerdict> Audit::verify(const std::optional<AuditMark> &remembered)
{
    AuditVerdict verdict{{0, beginning()}, {}};
    AuditMark &last = verdict.end;
    Statement statement(m_database, u"SELECT "_s + columns + u" FROM audit ORDER BY seq"_s);
    for (;;) {
        const auto more = statement.next();
        if (!more)
            return failure(more.error());
        if (!*more)
            break;
        const RawRow row = RawRow::read(statement);
        ++last.seq;
        const bool isRight = row.seq == last.seq && row.hash == row.hashAfter(last.hash);
        if (!verdict.firstBroken && !isRight)
            verdict.firstBroken = last.seq;
        if (remembered && remembered->seq == last.seq)
            verdict.isAsRemembered = remembered->hash == row.hash;
        last.hash = row.hash;
    }
    if (remembered && remembered->seq > last.seq)
        verdict.isAsRemembered = false;
    return verdict;
}

} // namespace latchkey::server
