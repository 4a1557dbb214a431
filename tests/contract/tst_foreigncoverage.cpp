#include "columns.h"
#include "documentedrefusals.h"
#include "exchanges.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace Qt::StringLiterals;

namespace {

QList<Column> foreignColumns()
{
    QList<Column> all = columns();
    all.removeIf([](const Column &column) { return column.isPublished; });
    return all;
}

bool hasRow(const Column &column, const QByteArray &operation,
            const std::function<bool(const Row &)> &isWanted)
{
    return std::ranges::any_of(column.rows(), [&](const Row &row) {
        return row.operation == operation && row.server != Row::Server::None && isWanted(row);
    });
}

bool hasRefusal(const Column &column, const QByteArray &operation, const QByteArray &name)
{
    return hasRow(column, operation,
                  [&](const Row &row) { return !row.isSuccess() && row.name == name; });
}

bool isIt(const DocumentedRefusal &documented, const HttpReply &reply)
{
    return reply.status == documented.status && reply.body.contains(documented.words);
}

bool isAnswered(const Column &column, const DocumentedRefusal &documented)
{
    const bool isInARow = hasRow(column, documented.operation, [&](const Row &row) {
        return !row.isSuccess() && isIt(documented, column.refusal(row));
    });
    return isInARow || std::ranges::any_of(exchanges(), [&](const Exchange &exchange) {
               return exchange.column == documented.column &&
                      exchange.operation == documented.operation &&
                      isIt(documented, exchange.reply);
           });
}

} // namespace

/// The tables of foreign wires: whole, by what each can do and by what is written of it.
class ForeignCoverageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOperationHasRows()
    {
        QStringList missing;
        for (const Column &column : foreignColumns()) {
            const wire::Wire wire = column.wire();
            api::Operations::forEach([&]<class Op>() {
                if (!wire.can<Op>())
                    return;
                const QByteArray operation = Op::traits.name;
                const auto need = [&](bool has, const QByteArray &what) {
                    if (!has)
                        missing << QString::fromLatin1(column.name + '/' + operation +
                                                       " has no row: " + what);
                };
                need(hasRow(column, operation,
                            [&](const Row &row) { return row.isSuccess() && column.written(row); }),
                     "success, and what is answered");
                // Whoever holds it says so in the path.
                const bool isByToken = operation == api::SignOut::traits.name;
                if (Op::traits.scope != api::Scope::Public && !isByToken) {
                    for (const char *name :
                         {"notSignedIn", "tokenUnknown", "tokenOfOurWire", "sessionEnded"})
                        need(hasRefusal(column, operation, name), name);
                }
                if (Op::traits.freshness.has_value())
                    need(hasRefusal(column, operation, "stepUpNeeded"), "stepUpNeeded");
            });
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
    }

    void everyDocumentedRefusalIsSaid()
    {
        QStringList wrong;
        for (const DocumentedRefusal &documented : documentedRefusals()) {
            const auto column = std::ranges::find(columns(), documented.column, &Column::name);
            QVERIFY2(column != columns().cend(), documented.column.constData());
            const QString what = QString::fromLatin1(documented.column + '/' +
                                                     documented.operation + ' ' + documented.words);
            const bool isSaid = isAnswered(*column, documented);
            if (!isSaid && documented.unsaid.isEmpty())
                wrong << what + u": nothing makes our server say it"_s;
            if (isSaid && !documented.unsaid.isEmpty())
                wrong << what + u": is said all the same"_s;
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void rowsAreNamedOnceAndAnswered()
    {
        for (const Column &column : foreignColumns()) {
            QSet<QByteArray> titles;
            for (const Row &row : column.rows()) {
                QVERIFY2(!titles.contains(row.title()), row.title().constData());
                titles << row.title();
                QVERIFY2(!row.isSuccess() || column.written(row), row.title().constData());
            }
        }
    }

    /// A client does something with each answer that says anything.
    void everyAnswerHasMembersThatAreNeeded()
    {
        // Nothing more is said than that it is done, or what nobody has to know.
        const QSet<QByteArray> nothingNeeded{
            "aurora/editAccount/userName",      "mmdl/removeAccount/usual",
            "mmdl/removeAccount/gone",          "mmdl/showServerSettings/usual",
            "mmdl/showServerSettings/closed",   "wingspan/listApiSessions/none",
            "wingspan/listReceivedGrants/none", "wingspan/listGivenGrants/none",
            "wingspan/listOpenAccounts/none",   "wingspan/listAuthorizations/none",
            "wingspan/listChildAccounts/none",  "wingspan/showAccessScopes/none",
            "wingspan/showAccessScopes/usual"};
        QStringList wrong;
        for (const Column &column : foreignColumns()) {
            for (const Row &row : column.rows()) {
                const auto written = row.isSuccess() ? column.written(row) : std::nullopt;
                if (!written || written->reply.body.isEmpty())
                    continue;
                const QByteArray title = column.name + '/' + row.title();
                const bool hasThem = !column.broken(row.operation, written->reply).isEmpty();
                if (hasThem == nothingNeeded.contains(title))
                    wrong << QString::fromLatin1(title);
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void exchangesAreNamedOnce()
    {
        QSet<QByteArray> titles;
        for (const Exchange &exchange : exchanges()) {
            QVERIFY2(!titles.contains(exchange.title()), exchange.title().constData());
            titles << exchange.title();
        }
    }
};

LATCHKEY_TEST(ForeignCoverageTest)

#include "tst_foreigncoverage.moc"
