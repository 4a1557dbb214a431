#include "kit/foldingsplitter.h"
#include "support/testrunner.h"

#include <QCoreApplication>
#include <QTest>
#include <QVBoxLayout>

using namespace latchkey::ui;

namespace {

struct Pair
{
    Pair()
    {
        auto *layout = new QVBoxLayout(&window);
        layout->setContentsMargins({});
        layout->addWidget(splitter);
        splitter->setSizes({700, 270});
    }

    void resize(int width)
    {
        window.resize(width, 400);
        window.show();
        QCoreApplication::processEvents();
    }

    QWidget window;
    QWidget *first = new QWidget;
    QWidget *second = new QWidget;
    FoldingSplitter *splitter = new FoldingSplitter({first, 300}, {second, 200});
};

} // namespace

class FoldingSplitterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standsBelowEachOtherWhereThereIsNoRoom()
    {
        Pair pair;
        const int least = 300 + pair.splitter->handleWidth() + 200;
        pair.resize(1000);
        QCOMPARE(pair.second->width(), 270);
        QCOMPARE(pair.first->height(), 400);
        // Who is beside the first gives way before it becomes too narrow.
        pair.resize(least);
        QCOMPARE(pair.first->width(), 300);
        QCOMPARE(pair.second->width(), 200);
        pair.resize(least - 1);
        QVERIFY(pair.splitter->isFolded());
        QCOMPARE(pair.first->width(), least - 1);
        QCOMPARE(pair.second->width(), least - 1);
        QVERIFY(pair.second->y() > pair.first->height());
        QVERIFY(pair.splitter->minimumSizeHint().width() < 300);
        pair.resize(1000);
        QCOMPARE(pair.second->width(), 270);
    }

    void remembersHowTheRoomIsSharedBothWays()
    {
        Pair pair;
        pair.resize(1000);
        pair.splitter->setSizes({600, 388});
        pair.resize(400);
        pair.splitter->setSizes({100, 288});
        const QByteArray kept = pair.splitter->arrangement();
        Pair other;
        other.splitter->arrange(kept);
        QCOMPARE(other.splitter->arrangement(), kept);
        other.splitter->arrange("nonsense");
        QCOMPARE(other.splitter->arrangement(), kept);
        other.resize(1000);
        QCOMPARE(other.second->width(), 388);
        other.resize(400);
        QCOMPARE(other.first->height(), 100);
    }
};

LATCHKEY_TEST(FoldingSplitterTest)
#include "tst_foldingsplitter.moc"
