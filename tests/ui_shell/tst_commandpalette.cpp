#include "shell/commandpalette.h"
#include "shell/palettemodel.h"
#include "support/testrunner.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTest>
#include <QVBoxLayout>

using namespace latchkey::ui;
using namespace Qt::StringLiterals;

class CommandPaletteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_ran.clear(); }

    void theModelFiltersAndSorts()
    {
        PaletteModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setItems(items());
        QCOMPARE(model.rowCount(), 3);
        model.setPattern(u"se"_s);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0).data().toString(), u"Sessions"_s);
        model.setPattern(u"page home"_s);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0).data().toString(), u"Home"_s);
        model.setPattern(u"zzz"_s);
        QCOMPARE(model.rowCount(), 0);
        model.setPattern({});
        QCOMPARE(model.index(0).data().toString(), u"Home"_s);
    }

    void theKeyboardAloneRunsACommand()
    {
        Window window;
        window.palette.setItems(items());
        window.palette.open();
        QVERIFY(window.palette.isVisible());
        auto *edit = window.palette.findChild<QLineEdit *>();
        QVERIFY(edit->hasFocus());
        QTest::keyClicks(edit, u"ses"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(m_ran, QStringList{u"Sessions"_s});
        QVERIFY(!window.palette.isVisible());
        QVERIFY(window.before->hasFocus());
    }

    void arrowsChooseAndStopAtTheEnds()
    {
        Window window;
        window.palette.setItems(items());
        window.palette.open();
        auto *edit = window.palette.findChild<QLineEdit *>();
        QTest::keyClick(edit, Qt::Key_Up);
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(edit, Qt::Key_Down);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(m_ran, QStringList{u"End other sessions"_s});
    }

    void escapeDoesNothingButGo()
    {
        Window window;
        window.palette.setItems(items());
        window.palette.open();
        QTest::keyClick(window.palette.findChild<QLineEdit *>(), Qt::Key_Escape);
        QVERIFY(m_ran.isEmpty());
        QVERIFY(!window.palette.isVisible());
        QVERIFY(window.before->hasFocus());
    }

    void aClickBesideItSendsItAway()
    {
        Window window;
        auto *label = new QLabel(u"takes no focus"_s, &window);
        label->setGeometry(0, 0, 200, 20);
        label->show();
        window.palette.setItems(items());
        window.palette.open();
        QTest::mouseClick(window.palette.findChild<QListView *>(), Qt::LeftButton);
        QVERIFY(window.palette.isVisible());
        QTest::mouseClick(label, Qt::LeftButton);
        QVERIFY(!window.palette.isVisible());
        QVERIFY(window.before->hasFocus());
    }

    void whereNothingMatchesEnterDoesNothing()
    {
        Window window;
        window.palette.setItems(items());
        window.palette.open();
        auto *edit = window.palette.findChild<QLineEdit *>();
        QTest::keyClicks(edit, u"qqq"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(m_ran.isEmpty());
        QVERIFY(window.palette.isVisible());
        QVERIFY(!window.palette.findChild<QListView *>()->isVisible());
    }

private:
    struct Window : QWidget
    {
        Window()
        {
            auto *layout = new QVBoxLayout(this);
            layout->addWidget(before);
            resize(800, 600);
            show();
            QApplication::setActiveWindow(this);
            before->setFocus();
        }
        QLineEdit *before = new QLineEdit(this);
        CommandPalette palette{this};
    };

    QList<PaletteItem> items()
    {
        const auto item = [this](const QString &title, const QString &kind) {
            return PaletteItem{title, kind, {}, {}, [this, title] { m_ran << title; }};
        };
        return {item(u"Home"_s, u"Page"_s), item(u"Sessions"_s, u"Page"_s),
                item(u"End other sessions"_s, u"Action"_s)};
    }

    QStringList m_ran;
};

LATCHKEY_TEST(CommandPaletteTest)

#include "tst_commandpalette.moc"
