#include "kit/codeentry.h"
#include "kit/codefield.h"
#include "kit/formfield.h"
#include "kit/passwordedit.h"
#include "kit/qrview.h"
#include "kit/secretclipboard.h"
#include "kit/secrettext.h"
#include "kit/strengthmeter.h"
#include "kit/wrongmark.h"
#include "support/testrunner.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace latchkey;
using namespace latchkey::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

bool shows(const QWidget &widget, const QString &words)
{
    for (const auto *label : widget.findChildren<QLabel *>()) {
        if (label->text() == words)
            return label->isVisible();
    }
    return false;
}

} // namespace

class FieldsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anErrorStandsNextToItsField()
    {
        auto *line = new QLineEdit;
        FormField field(line);
        field.setLabel(u"&E-mail"_s);
        field.setHint(u"Nobody else sees it."_s);
        field.show();
        QCOMPARE(line->accessibleName(), u"E-mail"_s);
        QCOMPARE(line->accessibleDescription(), u"Nobody else sees it."_s);
        QVERIFY(shows(field, u"Nobody else sees it."_s));

        field.setError(u"Please fill this in."_s);
        QVERIFY(shows(field, u"Please fill this in."_s));
        QCOMPARE(line->accessibleDescription(), u"Please fill this in."_s);
        QVERIFY(isWrong(line));

        QTest::keyClicks(line, u"a"_s);
        QVERIFY(!field.hasError());
        QVERIFY(!isWrong(line));
        QVERIFY(shows(field, u"Nobody else sees it."_s));
    }

    void aHintOfTwoLinesLeavesTheEditorItsHeight()
    {
        QWidget page;
        auto *column = new QVBoxLayout(&page);
        auto *line = new QLineEdit;
        auto *field = new FormField(line);
        field->setHint(u"Written as you like. One of another country begins with + and says so."_s);
        field->setMaximumWidth(200);
        column->addWidget(field);
        column->addStretch();
        page.resize(700, 300);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QVERIFY(line->height() >= line->sizeHint().height());
        // Where there is no more height than it says that it needs.
        page.resize(700, page.layout()->totalHeightForWidth(700));
        QCoreApplication::processEvents();
        QVERIFY(line->height() >= line->sizeHint().height());
    }

    void whatAssistiveTechnologyTypesCountsToo()
    {
        auto *line = new QLineEdit;
        FormField field(line);
        field.setError(u"Please fill this in."_s);
        line->setText(u"Ada"_s);
        QVERIFY(!field.hasError());
        PasswordEdit edit;
        const QSignalSpy changed(&edit, &PasswordEdit::textChanged);
        edit.line()->setText(u"correct horse"_s);
        QCOMPARE(changed.size(), 1);
    }

    void aLabelLeadsToItsField()
    {
        auto *password = new PasswordEdit;
        FormField field(password);
        field.setLabel(u"&Password"_s);
        field.show();
        QCOMPARE(field.findChild<QLabel *>()->buddy(), static_cast<QWidget *>(password));
        // What a screen reader stops at is the line, not the box around it.
        QCOMPARE(password->line()->accessibleName(), u"Password"_s);
        field.setError(u"Use at least 8 characters."_s);
        QCOMPARE(password->line()->accessibleDescription(), u"Use at least 8 characters."_s);
        QVERIFY(isWrong(password->line()));
        field.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&field));
        password->line()->clearFocus();
        QTest::keyClick(&field, Qt::Key_P, Qt::AltModifier);
        QVERIFY(password->line()->hasFocus());
    }

    void aPasswordIsHiddenUntilLookedAt()
    {
        PasswordEdit edit;
        edit.show();
        QCOMPARE(edit.line()->echoMode(), QLineEdit::Password);
        QCOMPARE(edit.revealButton()->accessibleName(), u"Show password"_s);
        QVERIFY(edit.revealButton()->toolTip().contains(u"Ctrl+R"_s));
        QTest::keyClick(edit.line(), Qt::Key_R, Qt::ControlModifier);
        QCOMPARE(edit.line()->echoMode(), QLineEdit::Normal);
        QCOMPARE(edit.revealButton()->accessibleName(), u"Hide password"_s);
        edit.line()->setText(u"correct horse"_s);
        QCOMPARE(edit.secret().revealText(), u"correct horse"_s);
        edit.clear();
        QVERIFY(edit.isEmpty());
        QCOMPARE(edit.line()->echoMode(), QLineEdit::Password);
    }

    void whatWasClearedDoesNotComeBack()
    {
        PasswordEdit edit;
        edit.show();
        QTest::keyClicks(edit.line(), u"correct horse"_s);
        edit.clear();
        edit.revealButton()->click();
        QVERIFY(!edit.line()->isUndoAvailable());
        QTest::keyClick(edit.line(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(edit.line()->text(), QString());
    }

    void capsLockIsTold_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("isShifted");
        QTest::addColumn<bool>("isTold");
        QTest::addRow("small") << u"a"_s << false << false;
        QTest::addRow("capital with shift") << u"A"_s << true << false;
        QTest::addRow("capital without") << u"A"_s << false << true;
        QTest::addRow("small with shift") << u"a"_s << true << true;
        QTest::addRow("digit") << u"1"_s << false << false;
        QTest::addRow("a letter without case") << u"王"_s << false << false;
    }

    void capsLockIsTold()
    {
        QFETCH(QString, typed);
        QFETCH(bool, isShifted);
        QFETCH(bool, isTold);
        PasswordEdit edit;
        edit.show();
        QKeyEvent press(QEvent::KeyPress, 0, isShifted ? Qt::ShiftModifier : Qt::NoModifier, typed);
        QCoreApplication::sendEvent(edit.line(), &press);
        QCOMPARE(shows(edit, u"Caps lock is on."_s), isTold);
        QKeyEvent lock(QEvent::KeyPress, Qt::Key_CapsLock, Qt::NoModifier);
        QCoreApplication::sendEvent(edit.line(), &lock);
        QVERIFY(!shows(edit, u"Caps lock is on."_s));
    }

    void strengthHasFiveLevelsAndOneHint()
    {
        StrengthMeter meter;
        QStringList levels;
        for (int score = 0; score < StrengthMeter::levelCount; ++score) {
            meter.setScore(score, 3);
            levels << meter.level();
        }
        QCOMPARE(levels.removeDuplicates(), 0);
        meter.setScore(1, 3);
        QVERIFY(!meter.hint().isEmpty());
        meter.setHint(u"Names are guessed first."_s);
        QCOMPARE(meter.hint(), u"Names are guessed first."_s);
        QVERIFY(meter.accessibleName().contains(meter.level()));
        meter.setScore(-1, 3);
        QVERIFY(meter.level().isEmpty());
    }

    void aCodeSubmitsItselfOnce()
    {
        CodeField field;
        QSignalSpy submitted(&field, &CodeField::submitted);
        QTest::keyClicks(&field, u"12345"_s);
        QCOMPARE(submitted.size(), 0);
        QTest::keyClicks(&field, u"6"_s);
        QCOMPARE(submitted.size(), 1);
        QTest::keyClick(&field, Qt::Key_Return);
        QTest::keyClicks(&field, u"7"_s);
        QCOMPARE(submitted.size(), 1);
        QCOMPARE(field.code(), u"123456"_s);

        field.allowAgain();
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(submitted.size(), 2);

        QTest::keyClick(&field, Qt::Key_Backspace);
        QTest::keyClicks(&field, u"0"_s);
        QCOMPARE(submitted.size(), 3);
        QCOMPARE(submitted.last().first().toString(), u"123450"_s);
    }

    void aCodeCanBePasted_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QString>("code");
        QTest::addRow("spaces") << u" 123 456\n"_s << u"123456"_s;
        QTest::addRow("dashes") << u"12-34-56"_s << u"123456"_s;
        QTest::addRow("words") << u"Your code: 654321."_s << u"654321"_s;
        QTest::addRow("wide digits") << u"１２３４５６"_s << u"123456"_s;
        QTest::addRow("too long") << u"12345678"_s << u"123456"_s;
        QTest::addRow("nothing") << u"hello"_s << QString();
    }

    void aCodeCanBePasted()
    {
        QFETCH(QString, pasted);
        QFETCH(QString, code);
        CodeField field;
        QSignalSpy submitted(&field, &CodeField::submitted);
        QGuiApplication::clipboard()->setText(pasted);
        field.paste();
        QCOMPARE(field.code(), code);
        QCOMPARE(submitted.size(), code.isEmpty() ? 0 : 1);
    }

    void aCodeFieldGetsNarrowWhereItMust()
    {
        CodeField field;
        field.setAttribute(Qt::WA_DontShowOnScreen);
        field.resize(field.minimumSizeHint());
        QVERIFY(field.width() < field.sizeHint().width());
        // The last of its boxes ends where it does.
        const QImage image = field.grab().toImage();
        const int middle = image.height() / 2;
        QVERIFY(image.pixel(image.width() - 1, middle) != image.pixel(image.width() - 4, middle));
    }

    void aCodeFieldTakesTheNameOfItsLabel()
    {
        auto *code = new CodeField;
        QCOMPARE(code->accessibleName(), u"Six-digit code"_s);
        FormField field(code);
        field.setLabel(u"Code from your app"_s);
        QEvent change(QEvent::LanguageChange);
        QCoreApplication::sendEvent(code, &change);
        QCOMPARE(code->accessibleName(), u"Code from your app"_s);
    }

    void aCodeEntryAsksForDigitsOrForARecoveryCode()
    {
        CodeEntry entry;
        entry.show();
        int submitted = 0;
        connect(&entry, &CodeEntry::submitted, &entry, [&] { ++submitted; });
        auto *digits = entry.findChild<CodeField *>();
        QTest::keyClicks(digits, u"12345"_s);
        QVERIFY(!entry.isComplete());
        QTest::keyClicks(digits, u"6"_s);
        QCOMPARE(submitted, 1);
        QCOMPARE(entry.code().reveal(), QByteArray("123456"));
        entry.setError(u"No"_s);
        QTest::keyClicks(digits, u"654321"_s); // over what stood there
        QCOMPARE(submitted, 2);
        QCOMPARE(entry.code().reveal(), QByteArray("654321"));
        entry.setRecovery(true);
        QVERIFY(entry.isRecovery());
        QVERIFY(!digits->isVisibleTo(&entry));
        QVERIFY(!entry.isComplete());
        entry.setRecovery(false);
        QVERIFY(!entry.isRecovery());
        QVERIFY(entry.isComplete());
        entry.clearDigits();
        QVERIFY(!entry.isComplete());
    }

    void aSecretLeavesTheClipboard()
    {
        QClipboard *clipboard = QGuiApplication::clipboard();
        copySecret(Secret(u"hush"_s), 50ms);
        QCOMPARE(clipboard->text(), u"hush"_s);
        QTRY_COMPARE(clipboard->text(), QString());
        copySecret(Secret(u"hush"_s), 50ms);
        clipboard->setText(u"mine"_s);
        QTest::qWait(100);
        QCOMPARE(clipboard->text(), u"mine"_s);
    }

    void aSecretStandsInGroupsOfFour()
    {
        QCOMPARE(SecretText::inGroups(Secret(u"ABCDEFGHIJ"_s)), u"ABCD EFGH IJ"_s);
        QCOMPARE(SecretText::inGroups(Secret()), QString());
    }

    void aQrCodeIsBlackAndWhiteWithRoomAroundIt()
    {
        QrView view;
        view.setContent(Secret(u"otpauth://totp/Demo:ada?secret=JBSWY3DPEHPK3PXP&issuer=Demo"_s));
        QVERIFY(!view.isEmpty());
        QVERIFY(!view.accessibleName().isEmpty());
        for (const int side : {view.sizeHint().width(), 181, 300}) {
            view.resize(side, side);
            QImage image(view.size(), QImage::Format_RGB32);
            view.render(&image);
            int first = image.width();
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    const QRgb pixel = image.pixel(x, y);
                    QVERIFY(pixel == qRgb(0, 0, 0) || pixel == qRgb(255, 255, 255));
                    if (pixel == qRgb(0, 0, 0))
                        first = std::min(first, x);
                }
            }
            const int module = image.width() / (view.side() + 2 * QrView::quietModules);
            QVERIFY(first >= module * QrView::quietModules);
        }
        view.setContent({});
        QVERIFY(view.isEmpty());
    }
};

LATCHKEY_TEST(FieldsTest)

#include "tst_fields.moc"
