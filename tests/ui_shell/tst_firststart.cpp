#include "account/connectflow.h"
#include "firststart/connectpanel.h"
#include "firststart/formscroll.h"
#include "firststart/snugstack.h"
#include "kit/button.h"
#include "kit/formfield.h"
#include "kit/letters.h"
#include "support/testrunner.h"
#include "windowstage.h"

#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>
#include <QVBoxLayout>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;
using Step = FirstStartPage::Step;

class FirstStartTest : public QObject
{
    Q_OBJECT

    static api::ServerDescription describe(bool isEmpty = false)
    {
        return {.name = u"One"_s,
                .version = u"1"_s,
                .wires = {u"latchkey"_s},
                .firstAccountPending = isEmpty};
    }

    static void connectTo(WindowStage &at, FirstStartPage &page, bool isEmpty = false)
    {
        settle(); // the step that shows gets its size
        QTest::mouseClick(named(page, u"Connect to a server"_s), Qt::LeftButton);
        auto *address = page.findChild<ConnectPanel *>()->findChild<QLineEdit *>();
        address->setText(u"one.example"_s);
        QTest::keyClick(address, Qt::Key_Return);
        at.stage.answer<api::DescribeServer>(describe(isEmpty));
        QTest::keyClick(address, Qt::Key_Return);
    }

    static void signIn(WindowStage &at, FirstStartPage &page)
    {
        auto *form = page.findChild<QLineEdit *>(u"signIn"_s);
        form->setText(u"ada@example.com"_s);
        QTest::keyClick(form, Qt::Key_Return);
        at.stage.answer<api::IdentifyUser>({.ways = {api::SignInWay::Password}});
        QTest::keyClick(form, Qt::Key_Return);
        at.stage.answer<api::SignIn>({.signedIn = Stage::signedIn(), .challenge = {}});
        settle();
    }

    static bool says(QWidget &root, const QString &words) { return WindowStage::says(root, words); }

    static QAbstractButton *named(QWidget &root, const QString &name)
    {
        return WindowStage::button(&root, name);
    }

    /// In both languages; it is English again afterwards.
    static void checkLetters(const FirstStartPage &page)
    {
        QTranslator words;
        QVERIFY(words.load(u":/i18n/latchkey_zh_CN.qm"_s));
        for (const bool isChinese : {false, true}) {
            if (isChinese)
                QCoreApplication::installTranslator(&words);
            settle();
            const Letters letters(page);
            QVERIFY2(letters.twice().isEmpty(), qPrintable(letters.twice()));
            QVERIFY(letters.count() > 1);
        }
        QCoreApplication::removeTranslator(&words);
        settle();
    }

private Q_SLOTS:
    void noLetterStandsTwiceOnAStep()
    {
        WindowStage at;
        FirstStartPage page(at.firstStart());
        page.show();
        checkLetters(page);
        at.stage.keychain.trouble = Error::of(Error::Kind::Server, u"keychainAbsent"_s);
        QTest::mouseClick(named(page, u"Connect to a server"_s), Qt::LeftButton);
        checkLetters(page);
        QTest::mouseClick(named(page, u"Back"_s), Qt::LeftButton);
        connectTo(at, page);
        checkLetters(page);
        signIn(at, page);
        QVERIFY(says(page, u"No keychain answers on this computer."_s));
        checkLetters(page);
    }

    void fromAnAddressToASession()
    {
        WindowStage at;
        FirstStartPage page(at.firstStart());
        page.show();
        QSignalSpy finished(&page, &FirstStartPage::finished);
        connectTo(at, page);
        QCOMPARE(page.step(), Step::Enter);
        auto *form = page.findChild<QLineEdit *>(u"signIn"_s);
        QVERIFY(form->isVisible());
        QCOMPARE(QApplication::focusWidget(), form);
        form->setText(u"ada@example.com"_s);
        QTest::keyClick(form, Qt::Key_Return);
        at.stage.answer<api::IdentifyUser>({.ways = {api::SignInWay::Password}});
        QTest::keyClick(form, Qt::Key_Return);
        at.stage.answer<api::SignIn>({.signedIn = Stage::signedIn(), .challenge = {}});
        settle();
        QCOMPARE(finished.count(), 1);
    }

    void whereTheKeychainSaysNoThePersonChooses()
    {
        WindowStage at;
        FirstStartPage page(at.firstStart());
        page.show();
        at.stage.keychain.trouble = Error::of(Error::Kind::Server, u"absent"_s);
        QSignalSpy finished(&page, &FirstStartPage::finished);
        connectTo(at, page);
        auto *form = page.findChild<QLineEdit *>(u"signIn"_s);
        form->setText(u"ada@example.com"_s);
        QTest::keyClick(form, Qt::Key_Return);
        at.stage.answer<api::IdentifyUser>({.ways = {api::SignInWay::Password}});
        QTest::keyClick(form, Qt::Key_Return);
        at.stage.answer<api::SignIn>({.signedIn = Stage::signedIn(), .challenge = {}});
        settle();
        QCOMPARE(finished.count(), 0);
        QVERIFY(!named(page, u"Back"_s));
        // Another try would end as this one did, so the file comes first, and waits for its words.
        auto *passphrase = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(passphrase);
        QCOMPARE(passphrase->accessibleName(), u"New passphrase"_s);
        QAbstractButton *file = named(page, u"Keep it in an encrypted file"_s);
        QAbstractButton *again = named(page, u"Try the keychain again"_s);
        QCOMPARE(kindOf(file), ButtonKind::Primary);
        QVERIFY(again->mapTo(&page, QPoint()).y() > file->mapTo(&page, QPoint()).y());
        QStringList order;
        for (QWidget *stop = passphrase; order.size() < 9; stop = QApplication::focusWidget()) {
            const auto *button = qobject_cast<QAbstractButton *>(stop);
            order << (stop->accessibleName().isEmpty() && button ? withoutMnemonic(button->text())
                                                                 : stop->accessibleName());
            QTest::keyClick(stop, Qt::Key_Tab);
        }
        const QStringList stops{u"Keep it in an encrypted file"_s, u"Keep nothing"_s,
                                u"Try the keychain again"_s, u"Cancel"_s};
        order.removeIf([&stops](const QString &name) { return !stops.contains(name); });
        QCOMPARE(order.mid(0, 4), stops);
        QTest::mouseClick(named(page, u"Keep nothing"_s), Qt::LeftButton);
        settle();
        QCOMPARE(finished.count(), 1);
    }

    void aKeychainThatAsksCanBeCancelled()
    {
        WindowStage at;
        FirstStartPage page(at.firstStart());
        page.show();
        at.stage.keychain.silence.emplace();
        connectTo(at, page);
        signIn(at, page);
        QTRY_VERIFY(named(page, u"Cancel"_s));
        QVERIFY(!named(page, u"Keep nothing"_s));
        QTest::mouseClick(named(page, u"Cancel"_s), Qt::LeftButton);
        QCOMPARE(page.step(), Step::Connect);
        QCOMPARE(page.connecting().step(), account::ConnectFlow::Step::Address);
        QCOMPARE(at.stage.line(), QByteArray("DELETE /v1/session"));
    }

    void whereTheKeychainIsDeclinedReturnTriesItAgain()
    {
        WindowStage at;
        FirstStartPage page(at.firstStart());
        page.show();
        QApplication::setActiveWindow(&page);
        at.stage.keychain.silence.emplace();
        connectTo(at, page);
        signIn(at, page);
        QTRY_VERIFY(named(page, u"Cancel"_s));
        QVERIFY(!qobject_cast<QAbstractButton *>(QApplication::focusWidget()));
        at.stage.keychain.silence->finish(
            failure(Error::of(Error::Kind::Rejected, u"keychainDenied"_s)));
        settle();
        QAbstractButton *again = named(page, u"Try the keychain again"_s);
        QCOMPARE(QApplication::focusWidget(), again);
        QCOMPARE(kindOf(again), ButtonKind::Primary);
    }

    void aProfileThatCanNotBeWrittenIsNoDeadEnd()
    {
        WindowStage at;
        FirstStartPage page(at.firstStart());
        page.show();
        connectTo(at, page);
        QFile newer(at.stage.dir.filePath(u"profiles.json"_s));
        QVERIFY(newer.open(QIODevice::WriteOnly));
        newer.write("{\"version\": 99, \"profiles\": []}");
        newer.close();
        QSignalSpy finished(&page, &FirstStartPage::finished);
        signIn(at, page);
        QVERIFY(says(page, u"newer Latchkey"_s));
        QVERIFY(named(page, u"Cancel"_s));
        QVERIFY(newer.remove());
        QTest::mouseClick(named(page, u"Try again"_s), Qt::LeftButton);
        settle();
        QCOMPARE(finished.count(), 1);
    }

    void theOwnServerIsNotTakenForATypedAddress()
    {
        WindowStage at;
        FirstStartPage page(at.firstStart());
        page.show();
        QTest::mouseClick(named(page, u"Work on this computer"_s), Qt::LeftButton);
        at.ownServer.finish(QUrl(u"http://127.0.0.1:4711"_s));
        at.stage.answer<api::DescribeServer>(describe(true));
        QTest::mouseClick(named(page, u"Back"_s), Qt::LeftButton);
        QCOMPARE(page.step(), Step::Choice);
        connectTo(at, page);
        QCOMPARE(page.step(), Step::Enter);
        QTest::mouseClick(named(page, u"Back"_s), Qt::LeftButton);
        QCOMPARE(page.step(), Step::Connect);
    }

    void leavingWhileTheServerIsAskedSignsNobodyIn()
    {
        WindowStage at;
        FirstStartPage page(at.firstStart());
        page.show();
        connectTo(at, page);
        auto *form = page.findChild<QLineEdit *>(u"signIn"_s);
        form->setText(u"ada@example.com"_s);
        QTest::keyClick(form, Qt::Key_Return);
        QCOMPARE(at.stage.line(), QByteArray("POST /v1/identify"));
        QTest::mouseClick(named(page, u"Back"_s), Qt::LeftButton);
        QCOMPARE(page.step(), Step::Connect);
        QVERIFY(at.stage.line().isEmpty());
    }

    void aStepIsAsTallAsWhatItShows()
    {
        // Both wrap, so that their heights follow from their widths.
        SnugStack stack;
        auto *small = new QLabel(u"one line"_s);
        auto *large = new QLabel(u"many lines\n\n\n\n\n\n"_s);
        for (QLabel *label : {small, large}) {
            label->setWordWrap(true);
            stack.addWidget(label);
        }
        stack.show();
        QCOMPARE(stack.heightForWidth(200), small->heightForWidth(200));
        stack.setCurrentWidget(large);
        QCOMPARE(stack.heightForWidth(200), large->heightForWidth(200));
        stack.removeWidget(large);
        QVERIFY(small->isVisible() && !large->isVisible());
    }

    void whatIsTypedIntoKeepsItsHeightWhereErrorsWrap()
    {
        FormScroll scroll;
        QList<QLineEdit *> lines;
        for (int i = 0; i < 4; ++i) {
            lines << new QLineEdit;
            auto *field = new FormField(lines.last());
            field->setError(u"A sentence that is so long that it stands in two lines, or in three "
                            "where the letters are large."_s);
            scroll.column()->addWidget(field);
        }
        scroll.resize(900, 200);
        scroll.show();
        settle();
        for (const QLineEdit *line : std::as_const(lines))
            QCOMPARE(line->height(), line->sizeHint().height());
        QVERIFY(scroll.verticalScrollBar()->maximum() > 0);
    }

    void anEmptyServerOffersToCreateTheFirstAccount()
    {
        WindowStage at;
        FirstStartPage page(at.firstStart());
        page.show();
        connectTo(at, page, true);
        QVERIFY(page.findChild<QLineEdit *>(u"signUp"_s)->isVisible());
    }

    void aFailedCheckSaysWhyAndKeepsTheAddress()
    {
        WindowStage at;
        FirstStartPage page(at.firstStart());
        page.show();
        QTest::mouseClick(named(page, u"Connect to a server"_s), Qt::LeftButton);
        auto *address = page.findChild<QLineEdit *>();
        address->setText(u"one.example"_s);
        QTest::keyClick(address, Qt::Key_Return);
        at.stage.breakOff();
        QVERIFY(says(page, u"expired"_s));
        QCOMPARE(address->text(), u"one.example"_s);
        QTest::keyClick(&page, Qt::Key_Escape);
        QCOMPARE(page.step(), Step::Choice);
        QTest::mouseClick(named(page, u"Connect to a server"_s), Qt::LeftButton);
        QCOMPARE(address->text(), u"one.example"_s);
    }

    void enterDoesNotTrustACertificate()
    {
        WindowStage at;
        FirstStartPage page(at.firstStart());
        page.show();
        QTest::mouseClick(named(page, u"Connect to a server"_s), Qt::LeftButton);
        auto *address = page.findChild<QLineEdit *>();
        address->setText(u"one.example"_s);
        QTest::keyClick(address, Qt::Key_Return);
        settle();
        at.stage.net().fail(0, Error::of(Error::Kind::Network, u"tlsSelfSigned"_s));
        settle();
        at.stage.connections.certificate.finish(account::ServerCertificate{
            .pem = "pem", .subject = u"one"_s, .fingerprint = u"AB:CD"_s});
        settle();
        QCOMPARE(page.connecting().step(), account::ConnectFlow::Step::Untrusted);
        QVERIFY(says(page, u"AB:CD"_s));
        QTest::keyClick(address, Qt::Key_Return);
        QCOMPARE(page.connecting().step(), account::ConnectFlow::Step::Untrusted);
        QTest::mouseClick(named(page, u"Trust this certificate"_s), Qt::LeftButton);
        QCOMPARE(page.connecting().step(), account::ConnectFlow::Step::Checking);
    }

    void ownServerStartsFailsAndStartsAgain()
    {
        WindowStage at;
        FirstStartPage page(at.firstStart());
        page.show();
        QTest::mouseClick(named(page, u"Work on this computer"_s), Qt::LeftButton);
        QCOMPARE(page.step(), Step::OwnServer);
        at.ownServer.finish(failure(Error::of(Error::Kind::Server, u"storageBroken"_s)));
        settle();
        QVERIFY(named(page, u"Try again"_s));
        at.ownServer = {};
        QTest::mouseClick(named(page, u"Try again"_s), Qt::LeftButton);
        at.ownServer.finish(QUrl(u"http://127.0.0.1:4711"_s));
        at.stage.answer<api::DescribeServer>(describe(true));
        QCOMPARE(page.step(), Step::Enter);
        QTest::mouseClick(named(page, u"Back"_s), Qt::LeftButton);
        QCOMPARE(page.step(), Step::Choice);
    }
};

LATCHKEY_TEST(FirstStartTest)

#include "tst_firststart.moc"
