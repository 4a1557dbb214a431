#include "access/accessorder.h"
#include "accessstage.h"
#include "support/testrunner.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;

/// Sessions as rows, before anybody sees them.
class AccessModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsFollowTheStoreWithoutReset()
    {
        OpenAccess open;
        AccessModel model(open.store, open.stage.clock);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const QSignalSpy moves(&model, &QAbstractItemModel::rowsMoved);
        QCOMPARE(shown(model), (QStringList{u"s1"_s, u"/"_s, u"s2"_s, u"s3"_s, u"/"_s, u"/"_s,
                                            u"s4"_s, u"s5"_s, u"/"_s}));
        const QPersistentModelIndex kept(model.indexOf(api::SessionId(u"s3"_s)));

        open.store.load();
        open.stage.serve(
            {open.stage.device(u"s1"_s, {}), open.stage.device(u"s6"_s, u"New"_s),
             open.stage.ended(open.stage.device(u"s3"_s, {}), api::EndReason::NotRecognised)},
            Stage::user());
        QCOMPARE(shown(model),
                 (QStringList{u"s1"_s, u"/"_s, u"s6"_s, u"/"_s, u"/"_s, u"s3"_s, u"/"_s}));
        QCOMPARE(resets.size(), 0);
        QCOMPARE(moves.size(), 1);
        QCOMPARE(kept.data(AccessModel::IdRole).toString(), u"s3"_s);
    }

    void sortsByWhatIsMeantAndSifts()
    {
        OpenAccess open;
        AccessModel model(open.store, open.stage.clock);
        AccessOrder order;
        order.setSourceModel(&model);
        const QAbstractItemModelTester tester(
            &order, QAbstractItemModelTester::FailureReportingMode::QtTest);
        order.sort(AccessModel::LastActive, Qt::DescendingOrder);
        QCOMPARE(shown(order), (QStringList{u"s1"_s, u"/"_s, u"s3"_s, u"s2"_s, u"/"_s, u"s4"_s,
                                            u"s5"_s, u"/"_s}));
        order.sort(AccessModel::LastActive, Qt::AscendingOrder);
        QCOMPARE(shown(order), (QStringList{u"s1"_s, u"/"_s, u"s2"_s, u"s3"_s, u"/"_s, u"s5"_s,
                                            u"s4"_s, u"/"_s}));
        order.setWords(u"  LAPtop 2001 "_s);
        QCOMPARE(shown(order), (QStringList{u"s2"_s, u"/"_s}));
        order.setWords(u"nowhere"_s);
        QCOMPARE(order.rowCount(), 0);
    }
};

LATCHKEY_TEST(AccessModelTest)
#include "tst_accessmodel.moc"
