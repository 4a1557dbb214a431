#include "account/ownmessages.h"
#include "kit/letters.h"
#include "kit/theme.h"
#include "messages/messagemodel.h"
#include "messages/messagespage.h"
#include "messages/messagespanel.h"
#include "pagestage.h"
#include "support/testrunner.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QListView>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;
using account::OwnMessage;

namespace {

struct Open
{
    OwnMessage mail(qint64 number, const QString &code = u"493817"_s) const
    {
        return {.number = number,
                .to = u"ada@example.com"_s,
                .subject = u"Subject %1"_s.arg(number),
                .text = Secret(u"Here it is:\n\n    %1\n\nBye <b>now</b>."_s.arg(code)),
                .at = stage.ago(std::chrono::minutes(60 - number))};
    }
    OwnMessage text(qint64 number) const
    {
        return {.number = number,
                .kind = OwnMessage::Kind::Text,
                .to = u"+14104350691"_s,
                .text = Secret(u"271828 is your sign-in code."_s),
                .at = stage.ago(1min)};
    }

    void come(const OwnMessage &message)
    {
        kept.prepend(message);
        messages.cameOneMore();
        settle();
    }
    MessagesPage *show() { return stage.show(new MessagesPage(messages, stage.clock)); }

    PageStage stage;
    QList<OwnMessage> kept;
    std::optional<Error> trouble;
    account::OwnMessages messages{[this] {
        using Read = Call<QList<OwnMessage>>;
        return Read::finished(trouble ? Result<QList<OwnMessage>>(failure(*trouble)) : kept);
    }};
};

QString read(const QWidget *page)
{
    return page->findChild<QPlainTextEdit *>()->toPlainText();
}

} // namespace

class MessagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsFollowWithoutAReset()
    {
        Open open;
        MessageModel model(open.messages, open.stage.clock);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        for (qint64 number = 1; number <= 4; ++number)
            open.come(open.mail(number));
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.index(0).data().toString(), u"Subject 4"_s);
        open.kept.removeLast();
        open.come(open.text(5));
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.index(0).data().toString(), u"271828 is your sign-in code."_s);
        QCOMPARE(model.index(0).data(MessageModel::IconNameRole).toString(), u"phone"_s);
        const auto spoken = [&model](int row) {
            return model.index(row).data(Qt::AccessibleTextRole).toString();
        };
        QVERIFY(spoken(0).endsWith(u": 271828 is your sign-in code."_s));
        QVERIFY(spoken(1).startsWith(u"Mail to ada@example.com, "_s));
        QVERIFY(spoken(1).endsWith(u": Subject 4"_s));
        QCOMPARE(resets.size(), 0);
    }

    void saysWhatItIsForWhileThereIsNone()
    {
        Open open;
        auto *page = open.show();
        QVERIFY(says(page, u"No messages yet"_s));
        open.come(open.mail(1));
        QVERIFY(!says(page, u"No messages yet"_s));
        QVERIFY(says(page, u"Subject 1"_s));
    }

    void showsPlainTextAndSetsTheCodeApart()
    {
        Open open;
        open.kept = {open.mail(1)};
        auto *page = open.show();
        QVERIFY(says(page, u"493817"_s));
        QVERIFY(says(page, u"To ada@example.com"_s));
        QVERIFY(read(page).contains(u"Bye <b>now</b>."_s));
        QVERIFY(!page->findChild<QPlainTextEdit *>()->textInteractionFlags().testFlag(
            Qt::TextEditable));
        QGuiApplication::clipboard()->setText(u"before"_s);
        QVERIFY(press(page, u"Copy the code"_s));
        QCOMPARE(QGuiApplication::clipboard()->text(), u"493817"_s);
        QVERIFY(named<QAbstractButton>(page, u"Copied"_s));
    }

    void aMessageWithoutACodeHasNoButton()
    {
        Open open;
        OwnMessage plain = open.mail(1);
        plain.text = Secret(u"Your password was changed."_s);
        open.kept = {plain};
        auto *page = open.show();
        QVERIFY(!named<QAbstractButton>(page, u"Copy the code"_s));
        const auto actions = page->actions();
        QVERIFY(!actions.constFirst()->isEnabled());
        open.come(open.text(2));
        QVERIFY(actions.constFirst()->isEnabled());
        QVERIFY(says(page, u"271828"_s));
    }

    void whoLooksAtTheNewestGoesOnToTheNext()
    {
        Open open;
        open.kept = {open.mail(2), open.mail(1)};
        auto *page = open.show();
        QVERIFY(says(page, u"Subject 2"_s));
        open.come(open.mail(3));
        QVERIFY(says(page, u"Subject 3"_s));
        // Who reads an older one is not taken away from it.
        page->select(1);
        open.come(open.mail(4));
        QVERIFY(says(page, u"Subject 1"_s));
        QCOMPARE(open.messages.unseen(), 0);
    }

    void theListIsWalkedByKeys()
    {
        Open open;
        open.kept = {open.mail(2), open.mail(1)};
        auto *page = open.show();
        page->setFocus(Qt::OtherFocusReason);
        auto *list = page->findChild<QListView *>();
        QCOMPARE(QApplication::focusWidget(), list);
        QTest::keyClick(list, Qt::Key_Down);
        QVERIFY(says(page, u"Subject 1"_s));
        QGuiApplication::clipboard()->clear();
        QTest::keyClick(list, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"493817"_s);
    }

    void whatCantBeReadIsTold()
    {
        Open open;
        open.trouble = Error::of(Error::Kind::Conflict, u"ownServerNotRunning"_s);
        auto *page = open.show();
        QVERIFY(says(page, u"could not be read"_s));
        QVERIFY(says(page, u"does not run"_s));
        open.trouble.reset();
        open.kept = {open.mail(1)};
        QVERIFY(press(page, u"Try again"_s));
        QVERIFY(says(page, u"Subject 1"_s));
        open.trouble = Error::of(Error::Kind::Server, u"diskFull"_s);
        page->refresh();
        settle();
        QVERIFY(says(page, u"Subject 1"_s));
        QVERIFY(says(page, u"The disk is full"_s));
    }

    void thePanelLiesOverThePageThatWaits()
    {
        Open open;
        auto *form = open.stage.show(new QWidget);
        auto *code = new QLineEdit(form);
        code->show();
        code->setFocus();
        open.come(open.text(1));
        MessagesPanel over(open.messages, open.stage.clock, form);
        MessagesPanel *const panel = &over;
        panel->open();
        QVERIFY(panel->isVisible());
        QVERIFY(says(panel, u"271828"_s));
        QCOMPARE(open.messages.unseen(), 0);
        for (int i = 0; i < 12; ++i) {
            QTest::keyClick(QApplication::focusWidget(), i < 6 ? Qt::Key_Tab : Qt::Key_Backtab);
            QVERIFY(panel->isAncestorOf(QApplication::focusWidget()));
        }
        // Nor does the mouse reach what lies below.
        form->window()->resize(1200, 900);
        settle();
        const QPoint beside(2, form->window()->height() - 2);
        QVERIFY(!panel->geometry().contains(beside));
        const QWidget *hit = form->window()->childAt(beside);
        QVERIFY(hit && hit != form && hit->parentWidget() == panel->parentWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!panel->isVisible());
        QCOMPARE(QApplication::focusWidget(), code);
    }

    void looks_data()
    {
        QTest::addColumn<bool>("isChinese");
        QTest::addColumn<bool>("isDark");
        QTest::addRow("en-light") << false << false;
        QTest::addRow("zh-light") << true << false;
        QTest::addRow("en-dark") << false << true;
        QTest::addRow("zh-dark") << true << true;
    }

    /// Pictures where LATCHKEY_SHOTS names a folder.
    void looks()
    {
        QFETCH(const bool, isChinese);
        QFETCH(const bool, isDark);
        applyTheme(*qApp, isDark ? Theme::Dark : Theme::Light);
        QTranslator words;
        if (isChinese) {
            QVERIFY(words.load(u":/i18n/latchkey_zh_CN.qm"_s));
            QCoreApplication::installTranslator(&words);
        }
        const QString folder = qEnvironmentVariable("LATCHKEY_SHOTS");
        const auto keep = [&folder](QWidget &window, const QString &name) {
            settle();
            const QString file = u"/messages-%1-"_s.arg(name) +
                                 QString::fromLatin1(QTest::currentDataTag()) + u".png"_s;
            if (!folder.isEmpty())
                QVERIFY(window.grab().save(folder + file));
        };
        Open open;
        auto *page = open.show();
        keep(open.stage.window, u"none"_s);
        open.kept = {open.text(4), open.mail(3, u"7KQ1X-M3HD9"_s), open.mail(2)};
        open.kept[1].subject = u"Your e-mail address at Studio was changed to another one"_s;
        open.come(open.mail(5));
        QCOMPARE(Letters(*page).twice(), QString());
        keep(open.stage.window, u"some"_s);
        MessagesPanel panel(open.messages, open.stage.clock, page);
        panel.open();
        settle();
        keep(open.stage.window, u"panel"_s);
        QCOMPARE(Letters(panel).twice(), QString());
        QCoreApplication::removeTranslator(&words);
        applyTheme(*qApp, Theme::Light);
    }

    void closedWhileLoading()
    {
        PageStage stage;
        QList<CallSource<QList<OwnMessage>>> asked;
        account::OwnMessages messages([&] {
            asked << CallSource<QList<OwnMessage>>();
            return asked.last().call();
        });
        auto *page = stage.show(new MessagesPage(messages, stage.clock));
        QVERIFY(messages.isLoading());
        delete page;
        asked.first().finish(QList<OwnMessage>());
        settle();
        QVERIFY(messages.isLoaded());
    }
};

LATCHKEY_TEST(MessagesTest)
#include "tst_messages.moc"
