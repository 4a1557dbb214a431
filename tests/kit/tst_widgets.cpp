#include "kit/avatardisc.h"
#include "kit/busyindicator.h"
#include "kit/busystate.h"
#include "kit/button.h"
#include "kit/card.h"
#include "kit/certificateview.h"
#include "kit/codefield.h"
#include "kit/copybutton.h"
#include "kit/elidedlabel.h"
#include "kit/emptystate.h"
#include "kit/foldingpair.h"
#include "kit/glance.h"
#include "kit/messagebar.h"
#include "kit/pageheader.h"
#include "kit/pagescroll.h"
#include "kit/passwordedit.h"
#include "kit/relativetimelabel.h"
#include "kit/scale.h"
#include "kit/spokenbuttons.h"
#include "kit/strengthmeter.h"
#include "kit/subtletext.h"
#include "kit/theme.h"
#include "kit/typedconfirmation.h"
#include "support/manualclock.h"
#include "support/testrunner.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QCommandLinkButton>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTranslator>
#include <QVBoxLayout>

#include <algorithm>

using namespace latchkey;
using namespace latchkey::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A language in which every word of ours is told by its brackets.
class Brackets final : public QTranslator
{
public:
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return u"«%1»"_s.arg(QString::fromUtf8(source));
    }
    bool isEmpty() const override { return false; }
};

QStringList wordsOf(const QWidget &widget)
{
    QStringList words{widget.accessibleName(), widget.toolTip()};
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        words << label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        words << button->text();
    words.removeAll(QString());
    return words;
}

/// Counts the windows that open.
class Openings final : public QObject
{
public:
    Openings() { qApp->installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const auto *widget = qobject_cast<QWidget *>(watched);
        if (event->type() == QEvent::Show && widget && widget->isWindow())
            ++count;
        return false;
    }

    int count = 0;
};

} // namespace

class WidgetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoReadsTheScreenMayAskForAChildThatWent()
    {
        PageScroll scroll;
        scroll.show();
        QAccessibleInterface *const read = QAccessible::queryAccessibleInterface(&scroll);
        QVERIFY(read->childCount() > 0);
        QVERIFY(read->child(0));
        QVERIFY(!read->child(read->childCount()));
    }

    void whatAsksOpensNoWindowWhileItIsMade()
    {
        const Openings windows;
        for (const auto use : {TypedConfirmation::Use::Offer, TypedConfirmation::Use::Warning})
            TypedConfirmation asking(use);
        QCOMPARE(windows.count, 0);
    }

    void aButtonIsCalledByItsWordsAlone()
    {
        speakButtonsPlainly();
        QPushButton button(u"退出登录(&O)"_s);
        QAccessibleInterface *const read = QAccessible::queryAccessibleInterface(&button);
        QCOMPARE(read->text(QAccessible::Name), u"退出登录"_s);
        QVERIFY(read->role() == QAccessible::Button);
        button.setAccessibleName(u"退出 Ada 的账户"_s);
        QCOMPARE(read->text(QAccessible::Name), u"退出 Ada 的账户"_s);
        const QSignalSpy clicked(&button, &QPushButton::clicked);
        read->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QTRY_COMPARE(clicked.size(), 1);
    }

    void aBoxIsCalledByItsWordsAlone()
    {
        speakButtonsPlainly();
        QCheckBox box(u"信任此设备(&T)"_s);
        QAccessibleInterface *const read = QAccessible::queryAccessibleInterface(&box);
        QCOMPARE(read->text(QAccessible::Name), u"信任此设备"_s);
        QVERIFY(read->role() == QAccessible::CheckBox);
        QVERIFY(!read->state().checked);
        read->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
        QVERIFY(box.isChecked() && read->state().checked);
    }

    void aBarSaysHowThingsStand()
    {
        QWidget page;
        MessageBar bar(&page);
        page.show();
        QVERIFY(bar.isHidden());
        bar.show(MessageBar::Kind::Danger, u"This session has been ended."_s, u"Sign in again"_s);
        QVERIFY(bar.isVisible());
        QCOMPARE(bar.accessibleName(), u"This session has been ended."_s);
        QSignalSpy acted(&bar, &MessageBar::acted);
        bar.findChild<QPushButton *>()->click();
        QCOMPARE(acted.size(), 1);
        bar.show(MessageBar::Kind::Notice, u"Offline."_s);
        QVERIFY(!bar.findChild<QPushButton *>()->isVisible());
    }

    void anEmptyPageSaysWhyAndWhatToDo()
    {
        EmptyState state;
        state.setIcon(u"devices"_s);
        state.setTitle(u"No other devices"_s);
        state.setText(u"They appear here by themselves."_s);
        state.show();
        QVERIFY(!state.actionButton()->isVisible());
        state.setAction(u"How to"_s);
        QVERIFY(state.actionButton()->isVisible());
        QSignalSpy acted(&state, &EmptyState::acted);
        state.actionButton()->click();
        QCOMPARE(acted.size(), 1);
        QCOMPARE(state.accessibleName(), u"No other devices"_s);
    }

    void whatIsQuickDoesNotFlicker()
    {
        BusyIndicator indicator;
        BusyState state;
        state.setText(u"Loading sessions"_s);
        indicator.setBusy(true);
        state.setBusy(true);
        QVERIFY(!indicator.isShown() && !state.isShown());
        QTRY_VERIFY_WITH_TIMEOUT(indicator.isShown() && state.isShown(), 3000);
        indicator.setBusy(false);
        state.setBusy(false);
        QVERIFY(!indicator.isShown() && !state.isShown());
        indicator.setBusy(true);
        indicator.setBusy(false);
        QVERIFY(!indicator.isBusy() && !indicator.isShown());
    }

    void aChoiceShowsThatItHasTheFocusBeforeAnyKeyWasPressed()
    {
        applyTheme(*qApp, Theme::Light);
        QWidget page;
        QCommandLinkButton choice(u"Connect"_s, &page);
        choice.setGeometry(10, 10, 200, 60);
        page.show();
        QApplication::setActiveWindow(&page);
        choice.setFocus(Qt::OtherFocusReason);
        QVERIFY(!page.testAttribute(Qt::WA_KeyboardFocusChange));
        const QColor line = choice.grab().toImage().pixelColor(100, 1);
        QCOMPARE(line.rgb(), coloursOf(page.palette()).accent.rgb());
    }

    void copies()
    {
        CopyButton button([] { return u"192.0.2.7"_s; });
        QSignalSpy copied(&button, &CopyButton::copied);
        QCOMPARE(button.accessibleName(), u"Copy"_s);
        button.click();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"192.0.2.7"_s);
        QCOMPARE(copied.size(), 1);
        QCOMPARE(button.accessibleName(), u"Copied"_s);
    }

    void whatIsCutShowsWholeOnHover()
    {
        ElidedLabel label;
        label.setText(u"A label that is a good deal longer than its place"_s);
        label.resize(60, 20);
        label.show();
        QHelpEvent hover(QEvent::ToolTip, QPoint(5, 5), label.mapToGlobal(QPoint(5, 5)));
        QCoreApplication::sendEvent(&label, &hover);
        QCOMPARE(label.toolTip(), label.text());
        label.resize(900, 20);
        QCoreApplication::sendEvent(&label, &hover);
        QVERIFY(label.toolTip().isEmpty());
    }

    void headersAndCardsAreNamed()
    {
        PageHeader header;
        header.setTitle(u"Access"_s);
        QCOMPARE(header.accessibleName(), u"Access"_s);
        Card card;
        card.setTitle(u"Password"_s);
        QCOMPARE(card.accessibleName(), u"Password"_s);
        AvatarDisc disc(32);
        disc.setName(u"Ada Lovelace"_s);
        QCOMPARE(disc.accessibleName(), u"Ada Lovelace"_s);
    }

    void aLongAddressMakesNoPageWider()
    {
        PageHeader header;
        header.setSubtitle(u"Signed in as ada@example.org"_s);
        const int usual = header.minimumSizeHint().width();
        const auto address = u"a.very.long.address.that.goes.on.and.on@a.subdomain.of.a.university."
                             "example.org"_s;
        header.setSubtitle(u"Signed in as "_s + address);
        QVERIFY(header.minimumSizeHint().width() <= usual);
        const auto *subtitle = header.findChild<SubtleText *>();
        QCOMPARE(subtitle->accessibleName(), u"Signed in as "_s + address);
        QVERIFY(subtitle->text().remove(QChar(0x200b)).endsWith(address));
    }

    void lettersGrowWithThePersonsOwn()
    {
        PageHeader header;
        header.setTitle(u"Access"_s);
        const auto *title = header.findChild<QLabel *>();
        const qreal before = title->font().pointSizeF();
        QFont larger = header.font();
        larger.setPointSizeF(larger.pointSizeF() * 2);
        header.setFont(larger);
        QVERIFY(title->font().pointSizeF() > before * 1.9);
    }

    void everyWordFollowsTheLanguage()
    {
        const test::ManualClock clock;
        QWidget page;
        auto *column = new QVBoxLayout(&page);
        auto *bar = new MessageBar;
        auto *password = new PasswordEdit;
        auto *meter = new StrengthMeter;
        auto *when = new RelativeTimeLabel(clock);
        meter->setScore(1, 3);
        when->setMoment(clock.now() - 3h);
        for (QWidget *widget :
             {static_cast<QWidget *>(bar), static_cast<QWidget *>(password),
              static_cast<QWidget *>(meter), static_cast<QWidget *>(when),
              static_cast<QWidget *>(new CodeField), static_cast<QWidget *>(new BusyIndicator),
              static_cast<QWidget *>(new CopyButton([] { return QString(); }))})
            column->addWidget(widget);
        bar->show(MessageBar::Kind::Notice, u"«told by the caller»"_s);
        page.show();

        Brackets brackets;
        QCoreApplication::installTranslator(&brackets);
        QCoreApplication::processEvents();
        int seen = 0;
        for (const auto *widget : page.findChildren<QWidget *>()) {
            for (const QString &words : wordsOf(*widget)) {
                if (words == when->toolTip())
                    continue; // a date, in the form of the locale
                ++seen;
                QVERIFY2(words.startsWith(u'«'), qPrintable(words));
            }
        }
        QVERIFY(seen >= 12);
    }

    void aPairStandsBelowEachOtherWhereThereIsNoRoom()
    {
        QWidget page;
        auto *column = new QVBoxLayout(&page);
        column->setContentsMargins({});
        auto *pair = new FoldingPair(FoldingPair::Shares::Halves, 100);
        pair->setSpacing(10);
        auto *left = new QLabel(u"one two three four five six seven eight nine ten"_s);
        auto *right = new QLabel(u"one two"_s);
        for (QLabel *label : {left, right}) {
            label->setWordWrap(true);
            pair->addWidget(label);
        }
        column->addLayout(pair);
        page.show();
        page.resize(210, 400);
        QCoreApplication::processEvents();
        QCOMPARE(left->geometry(), QRect(0, 0, 100, 400));
        QCOMPARE(right->geometry(), QRect(110, 0, 100, 400));
        page.resize(209, 400);
        QCoreApplication::processEvents();
        QCOMPARE(left->width(), 209);
        QCOMPARE(right->pos(), QPoint(0, left->height() + 10));
        QCOMPARE(pair->heightForWidth(209), right->geometry().bottom() + 1);
        right->hide();
        page.resize(300, 400);
        QCoreApplication::processEvents();
        QCOMPARE(left->width(), 300);
        page.setLayoutDirection(Qt::RightToLeft);
        right->show();
        QCoreApplication::processEvents();
        QVERIFY(right->x() < left->x());
    }

    void aFingerprintStandsInLinesOfEightBytes()
    {
        QStringList bytes;
        for (int i = 0; i < 32; ++i)
            bytes << u"%1"_s.arg(i * 7, 2, 16, QChar(u'0')).toUpper();
        const QString fingerprint = bytes.join(u':');
        CertificateView view;
        view.setContent({.subject = u"a.example"_s, .fingerprint = fingerprint});
        const auto labels = view.findChildren<QLabel *>();
        const auto found =
            std::ranges::find(labels, u"Fingerprint: "_s + fingerprint, &QLabel::accessibleName);
        QVERIFY(found != labels.end());
        QLabel *const shown = *found;
        const QStringList lines = shown->text().split(u'\n');
        QCOMPARE(lines.size(), 4);
        for (const QString &line : lines)
            QCOMPARE(line.split(u':', Qt::SkipEmptyParts).size(), 8);
        QCOMPARE(QString(shown->text()).remove(u'\n'), fingerprint);
        // None of them breaks where there is little room.
        view.resize(200, 400);
        view.show();
        QCoreApplication::processEvents();
        QCOMPARE(shown->height(), shown->sizeHint().height());
        QVERIFY(shown->width() >= shown->fontMetrics().horizontalAdvance(lines.first()));
    }

    void whatIsLookedAtIsToldOrWhyNot()
    {
        Glance glance;
        const auto *words = glance.findChild<QLabel *>(QString(), Qt::FindDirectChildrenOnly);
        const auto *failure = glance.findChild<MessageBar *>();
        const auto *busy = glance.findChild<BusyIndicator *>();
        glance.begin();
        QVERIFY(busy->isBusy() && words->isHidden() && failure->isHidden());
        glance.end(Error::of(Error::Kind::Server, u"internal"_s));
        QVERIFY(!busy->isBusy() && words->isHidden() && !failure->isHidden());
        glance.begin();
        glance.end({});
        glance.setText(u"Desk at home"_s);
        QVERIFY(failure->isHidden() && !words->isHidden());
        QCOMPARE(words->text(), u"Desk at home"_s);
    }

    void controlsAreReachedInOrder()
    {
        QWidget page;
        auto *column = new QVBoxLayout(&page);
        auto *password = new PasswordEdit;
        auto *again = new PasswordEdit;
        auto *save = new QPushButton(u"Save"_s);
        column->addWidget(password);
        column->addWidget(again);
        column->addWidget(save);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        password->setFocus();
        QVERIFY(password->line()->hasFocus());
        QTest::keyClicks(QApplication::focusWidget(), u"1234"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClicks(QApplication::focusWidget(), u"1234"_s);
        QCOMPARE(password->secret().revealText(), u"1234"_s);
        QCOMPARE(again->secret().revealText(), u"1234"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(save->hasFocus());
    }
};

LATCHKEY_TEST(WidgetsTest)

#include "tst_widgets.moc"
