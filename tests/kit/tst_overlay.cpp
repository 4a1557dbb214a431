#include "kit/overlay.h"
#include "support/testrunner.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

using namespace latchkey::ui;
using namespace Qt::StringLiterals;

namespace {

class Sample final : public Overlay
{
public:
    explicit Sample(QWidget *window)
        : Overlay(window)
    {
        auto *column = new QVBoxLayout(this);
        column->addWidget(first);
        column->addWidget(new QLabel(u"no stop"_s));
        column->addWidget(last);
        hide();
    }

    void open() { rise(first); }
    void stay() { shutOut(); }

    QLineEdit *first = new QLineEdit;
    QPushButton *last = new QPushButton;
    int placed = 0;

protected:
    void place() override
    {
        ++placed;
        resize(200, 100);
        move((parentWidget()->width() - width()) / 2, 40);
    }
};

struct Window : QWidget
{
    Window()
    {
        auto *column = new QVBoxLayout(this);
        column->addWidget(before);
        column->addWidget(other);
        column->addStretch();
        column->addWidget(label);
        resize(800, 600);
        show();
        QApplication::setActiveWindow(this);
        before->setFocus();
    }

    QLineEdit *before = new QLineEdit;
    QLineEdit *other = new QLineEdit;
    QLabel *label = new QLabel(u"takes no focus"_s);
    Sample overlay{this};
};

QWidget *focus()
{
    return QApplication::focusWidget();
}

} // namespace

class OverlayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsTheFocusAndGivesItBack()
    {
        Window window;
        window.overlay.open();
        QCOMPARE(focus(), window.overlay.first);
        // Asked for once more, it still knows who had it.
        window.overlay.open();
        window.overlay.dismiss();
        QVERIFY(!window.overlay.isVisible());
        QCOMPARE(focus(), window.before);
    }

    void whoHidMeanwhileGetsNone()
    {
        Window window;
        window.overlay.open();
        window.before->hide();
        window.overlay.dismiss();
        QVERIFY(focus() != window.before);
    }

    void escapeSendsItAway()
    {
        Window window;
        window.overlay.open();
        QTest::keyClick(window.overlay.last, Qt::Key_Escape);
        QVERIFY(!window.overlay.isVisible());
        QCOMPARE(focus(), window.before);
    }

    void tabGoesRoundInside()
    {
        Window window;
        window.overlay.open();
        QTest::keyClick(focus(), Qt::Key_Tab);
        QCOMPARE(focus(), window.overlay.last);
        QTest::keyClick(focus(), Qt::Key_Tab);
        QCOMPARE(focus(), window.overlay.first);
        QTest::keyClick(focus(), Qt::Key_Backtab);
        QCOMPARE(focus(), window.overlay.last);
        window.overlay.last->setEnabled(false);
        window.overlay.first->setFocus();
        QTest::keyClick(focus(), Qt::Key_Tab);
        QCOMPARE(focus(), window.overlay.first);
    }

    void aClickBesideItSendsItAway()
    {
        Window window;
        window.overlay.open();
        QTest::mouseClick(window.overlay.first, Qt::LeftButton);
        QTest::mouseClick(&window.overlay, Qt::LeftButton);
        QVERIFY(window.overlay.isVisible());
        QTest::mouseClick(window.label, Qt::LeftButton);
        QVERIFY(!window.overlay.isVisible());
        QCOMPARE(focus(), window.before);
        // What was clicked has the focus, where it takes one.
        window.overlay.open();
        QTest::mouseClick(window.other, Qt::LeftButton);
        QVERIFY(!window.overlay.isVisible());
        QCOMPARE(focus(), window.other);
    }

    void whatShutsOutStays()
    {
        Window window;
        window.overlay.stay();
        window.overlay.open();
        const QPoint below = window.label->geometry().center();
        QWidget *hit = window.childAt(below);
        QVERIFY(hit && hit != window.label);
        QTest::mouseClick(hit, Qt::LeftButton);
        QVERIFY(window.overlay.isVisible());
        window.overlay.dismiss();
        QCOMPARE(window.childAt(below), window.label);
    }

    void followsTheWindow()
    {
        Window window;
        window.overlay.open();
        window.resize(1000, 700);
        QCOMPARE(window.overlay.geometry().center().x(), window.rect().center().x());
        window.overlay.dismiss();
        const int placed = window.overlay.placed;
        window.resize(900, 600);
        QCOMPARE(window.overlay.placed, placed);
        window.overlay.open();
        QCOMPARE(window.overlay.geometry().center().x(), window.rect().center().x());
    }
};

LATCHKEY_TEST(OverlayTest)
#include "tst_overlay.moc"
