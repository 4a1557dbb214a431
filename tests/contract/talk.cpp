#include "talk.h"

#include <QJsonDocument>
#include <QTest>

namespace latchkey::test {

using namespace Qt::StringLiterals;

api::Traits traitsOf(const QByteArray &operation)
{
    std::optional<api::Traits> found;
    api::Operations::forEach([&]<class Op>() {
        if (operation == Op::traits.name)
            found = Op::traits;
    });
    return found.value();
}

QStringList judged(const std::optional<Refusal> &wanted, const Outcome &outcome)
{
    if (!wanted) {
        if (outcome.error)
            return {u"refused: %1 %2 %3 %4"_s.arg(nameOf(outcome.error->kind), outcome.error->code,
                                                  outcome.error->field, outcome.error->detail)};
        return outcome.wrong;
    }
    if (!outcome.error)
        return {u"not refused"_s};
    Checks checks;
    checks.same("kind", nameOf(outcome.error->kind), nameOf(wanted->kind));
    checks.same("status", outcome.error->status, wanted->status);
    checks.same("code", outcome.error->code, wanted->code);
    checks.same("field", outcome.error->field, wanted->field);
    checks.same("requiredLevel", outcome.error->requiredLevel, wanted->requiredLevel);
    checks.same("saying when", outcome.error->retryAfter.has_value(), wanted->saysWhen);
    return checks.wrong();
}

QStringList compared(const HttpRequest &sent, const HttpRequest &written)
{
    Checks checks;
    checks.same("method", toBytes(sent.method), toBytes(written.method));
    checks.same("path", sent.path, written.path);
    checks.same("query", sent.query, written.query);
    if (const QByteArray wanted = written.headers.value("Accept"); !wanted.isEmpty())
        checks.same("Accept", sent.headers.value("Accept"), wanted);
    for (const QByteArray &name :
         {QByteArray("Authorization"), QByteArray("Content-Type"), QByteArray("If-Match"),
          QByteArray("Last-Event-ID"), QByteArray("x-access-token")}) {
        checks.same(name.constData(), sent.headers.value(name), written.headers.value(name));
    }
    const auto json = QJsonDocument::fromJson(written.body);
    if (json.isNull())
        checks.same("body", sent.body, written.body);
    else
        checks.same("body", QJsonDocument::fromJson(sent.body), json);
    return checks.wrong();
}

Talk::Talk(const Column &column, qint64 repeats)
    : scene(column.scene)
    , m_client(column.wire(), server.url(), m_clock, repeats)
{
    m_client.token = scene.token;
}

void everyGoodAnswer(const Column &column,
                     const std::function<void(const Row &, const Written &)> &visit)
{
    QSet<QByteArray> seen;
    for (const Row &row : column.rows()) {
        if (!row.isSuccess() || seen.contains(row.operation))
            continue;
        if (const auto written = column.written(row)) {
            seen << row.operation;
            visit(row, *written);
        }
    }
}

void testEveryGoodAnswer()
{
    QTest::addColumn<Column>("column");
    QTest::addColumn<Row>("row");
    QTest::addColumn<Written>("written");
    for (const Column &column : columns()) {
        everyGoodAnswer(column, [&](const Row &row, const Written &written) {
            QTest::newRow(QByteArray(column.name + '/' + row.operation).constData())
                << column << row << written;
        });
    }
}

void testEveryAnswer(const QList<Column> &columns)
{
    QTest::addColumn<Column>("column");
    QTest::addColumn<Row>("row");
    QTest::addColumn<Written>("written");
    for (const Column &column : columns) {
        for (const Row &row : column.rows()) {
            const auto written = row.isSuccess() ? column.written(row) : std::nullopt;
            if (written)
                QTest::newRow(QByteArray(column.name + '/' + row.title()).constData())
                    << column << row << *written;
        }
    }
}

} // namespace latchkey::test
