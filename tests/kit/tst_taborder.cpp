#include "kit/passwordedit.h"
#include "kit/taborder.h"
#include "support/testrunner.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace latchkey::ui;
using namespace Qt::StringLiterals;

class TabOrderTest : public QObject
{
    Q_OBJECT

    static QPushButton *button(QLayout *layout, const QString &name)
    {
        auto *made = new QPushButton(name);
        made->setObjectName(name);
        layout->addWidget(made);
        return made;
    }

    static QStringList orderFrom(QWidget *first)
    {
        QStringList order;
        QWidget *widget = first;
        do {
            if (!widget->objectName().isEmpty() && !widget->focusProxy())
                order << widget->objectName();
            widget = widget->nextInFocusChain();
        } while (widget != first);
        return order;
    }

private Q_SLOTS:
    void whatComesLaterIsReachedInItsPlace()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *first = button(column, u"first"_s);
        auto *place = new QWidget;
        auto *inPlace = new QVBoxLayout(place);
        column->addWidget(place);
        button(column, u"last"_s);

        auto *box = new QWidget;
        auto *inBox = new QVBoxLayout(box);
        auto *password = new PasswordEdit;
        password->line()->setObjectName(u"password"_s);
        inBox->addWidget(password);
        button(inBox, u"confirm"_s);
        inPlace->addWidget(box);
        tabAfter(place, {box});
        QCOMPARE(orderFrom(first),
                 (QStringList{u"first"_s, u"password"_s, u"confirm"_s, u"last"_s}));
        tabAfter(first, {box});
        QCOMPARE(orderFrom(first),
                 (QStringList{u"first"_s, u"password"_s, u"confirm"_s, u"last"_s}));
    }

    void whatHandsItsFocusOnIsNoStop()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *first = button(column, u"first"_s);
        auto *part = new QWidget;
        column->addWidget(part);
        auto *inPart = new QVBoxLayout(part);
        auto *above = button(inPart, u"above"_s);
        auto *taker = button(inPart, u"taker"_s);
        part->setFocusProxy(taker);
        window.show();
        first->setFocus();
        for (QWidget *wanted : {above, taker, first}) {
            QVERIFY(goToNextStop(&window, true));
            QCOMPARE(window.focusWidget(), wanted);
        }
        for (QWidget *wanted : {taker, above, first}) {
            QVERIFY(goToNextStop(&window, false));
            QCOMPARE(window.focusWidget(), wanted);
        }
    }
};

LATCHKEY_TEST(TabOrderTest)

#include "tst_taborder.moc"
