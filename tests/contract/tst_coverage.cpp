#include "columns.h"
#include "document.h"
#include "support/testrunner.h"

#include <QSet>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace Qt::StringLiterals;

namespace {

bool hasRow(const QByteArray &operation, const std::function<bool(const Row &)> &isWanted)
{
    return std::ranges::any_of(
        contract(), [&](const Row &row) { return row.operation == operation && isWanted(row); });
}

bool hasRefusal(const QByteArray &operation, const QByteArray &name)
{
    return hasRow(operation, [&](const Row &row) {
        return row.name == name && !row.isSuccess() && row.server != Row::Server::None;
    });
}

} // namespace

/// The table itself: whole, and true to what is published.
class CoverageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOperationHasRows()
    {
        QStringList missing;
        api::Operations::forEach([&missing]<class Op>() {
            const QByteArray operation = Op::traits.name;
            const auto need = [&](bool has, const QByteArray &what) {
                if (!has)
                    missing << QString::fromLatin1(operation + " has no row: " + what);
            };
            need(hasRow(operation, [](const Row &row) { return row.isSuccess(); }), "success");
            need(hasRow(operation,
                        [](const Row &row) {
                            return row.isSuccess() && row.server != Row::Server::None;
                        }),
                 "success on our server");
            if (Op::traits.scope != api::Scope::Public) {
                for (const char *name : {"notSignedIn", "tokenUnknown", "sessionEnded"})
                    need(hasRefusal(operation, name), name);
            }
            if (Op::traits.freshness.has_value())
                need(hasRefusal(operation, "stepUpNeeded"), "stepUpNeeded");
        });
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
    }

    /// A limit of a field that no row runs into is one that nobody has seen refused.
    void everyLimitIsRunInto()
    {
        QStringList missing;
        api::Operations::forEach([&missing]<class Op>() {
            const auto one = [&missing](const auto &field) {
                const QString name = QLatin1StringView(field.name);
                const bool isLimited = field.limits.max != api::Limits().max;
                if (isLimited && !hasRow(Op::traits.name, [&name](const Row &row) {
                        return row.refusal && row.refusal->field == name;
                    }))
                    missing << QLatin1StringView(Op::traits.name) + u'.' + name;
            };
            Op::fields()([&](const auto &...fields) { (one(fields), ...); });
        });
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
    }

    void rowsAreNamedOnceAndForWhatIsPublished()
    {
        QSet<QByteArray> titles;
        for (const Row &row : contract()) {
            QVERIFY2(!titles.contains(row.title()), row.title().constData());
            titles << row.title();
            QVERIFY2(
                Document::published().operations().contains(QString::fromLatin1(row.operation)),
                row.title().constData());
        }
        QCOMPARE(Document::published().operations().size(), qsizetype(api::Operations::size));
    }

    void ourWireHasEveryAnswerWritten()
    {
        for (const Row &row : contract())
            QVERIFY2(!row.isSuccess() || ownColumn().written(row), row.title().constData());
    }

    void whatIsWrittenIsAsPublished()
    {
        const Column own = ownColumn();
        QStringList faults;
        for (const Row &row : contract()) {
            const QString operation = QString::fromLatin1(row.operation);
            const Document &document = Document::published();
            QStringList found;
            if (const auto written = own.written(row)) {
                found << document.faultsOf(operation, written->request);
                found << document.faultsOf(operation, written->reply);
            } else if (row.refusal) {
                found << document.faultsOf(operation, own.refusal(row));
            }
            for (const QString &fault : found)
                faults << QString::fromLatin1(row.title()) + u": "_s + fault;
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }
};

LATCHKEY_TEST(CoverageTest)

#include "tst_coverage.moc"
