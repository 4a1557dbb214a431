#include "kit/linestep.h"
#include "shell/askingpanel.h"
#include "support/manualclock.h"
#include "support/testrunner.h"
#include "windowstage.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;
using namespace std::chrono_literals;

namespace {

struct Asking
{
    Asking()
    {
        panel.show();
        panel.focusFirst();
    }

    static AskingPanel::Words words()
    {
        return {.name = u"Asked"_s,
                .why = u"Something waits."_s,
                .step = {.label = u"Secret"_s, .submit = u"Go on"_s, .back = u"Leave"_s}};
    }
    Call<Nothing> take(const Secret &typed)
    {
        taken << typed;
        answers.emplace_back();
        return answers.back().call();
    }
    void answer(const Result<Nothing> &result)
    {
        answers.back().finish(result);
        settle();
    }
    bool says(const QString &words) { return WindowStage::says(panel, words); }
    QPushButton *button(const QString &name) { return WindowStage::button(&panel, name); }

    ManualClock clock;
    QList<Secret> taken;
    std::vector<CallSource<Nothing>> answers;
    int declined = 0;
    LineStep *step = new LineStep(LineStep::Typed::Password);
    AskingPanel panel{{.words = words,
                       .submit = [this](const Secret &typed) { return take(typed); },
                       .decline = [this] { ++declined; }},
                      step,
                      clock};
};

} // namespace

/// Asks above the page for a secret that something waits for.
class AskingPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksOnWhereItIsRefused()
    {
        Asking asking;
        QTest::keyClick(asking.step->line(), Qt::Key_Return);
        QVERIFY(asking.taken.isEmpty());
        QVERIFY(asking.says(u"Please fill this in"_s));
        QTest::keyClicks(asking.step->line(), u"wrong"_s);
        QTest::keyClick(asking.step->line(), Qt::Key_Return);
        QCOMPARE(asking.taken.size(), 1);
        QVERIFY(asking.step->line()->isReadOnly());
        QTest::keyClick(asking.step->line(), Qt::Key_Return);
        QCOMPARE(asking.taken.size(), 1);
        asking.answer(failure(Error::rejected(u"wrongPassword"_s, u"password"_s)));
        QVERIFY(!asking.step->line()->isReadOnly());
        QCOMPARE(asking.step->line()->selectedText().size(), 5);
        QTest::keyClicks(asking.step->line(), u"right"_s);
        QTest::mouseClick(asking.button(u"Go on"_s), Qt::LeftButton);
        QVERIFY(asking.taken.last().matches(Secret(u"right"_s)));
    }

    void whoHasToWaitSeesForHowLong()
    {
        Asking asking;
        QTest::keyClicks(asking.step->line(), u"wrong"_s);
        QTest::keyClick(asking.step->line(), Qt::Key_Return);
        Error many = Error::of(Error::Kind::RateLimited, u"tooManyTries"_s);
        many.retryAfter = 40s;
        asking.answer(failure(many));
        QVERIFY(asking.says(u"40 second"_s));
        QVERIFY(!asking.button(u"Go on"_s)->isEnabled());
        // Who types on meanwhile is let alone.
        QTest::keyClicks(asking.step->line(), u"right"_s);
        asking.clock.advance(10s);
        QTRY_VERIFY(asking.says(u"30 second"_s));
        QCOMPARE(asking.step->line()->selectedText(), QString());
        asking.clock.advance(30s);
        QTRY_VERIFY(asking.button(u"Go on"_s)->isEnabled());
        QVERIFY(!asking.says(u"second"_s));
    }

    void whoLeavesNeedNotWait()
    {
        Asking asking;
        QTest::keyClicks(asking.step->line(), u"right"_s);
        QTest::keyClick(asking.step->line(), Qt::Key_Return);
        QVERIFY(asking.button(u"Leave"_s)->isEnabled());
        QTest::mouseClick(asking.button(u"Leave"_s), Qt::LeftButton);
        QTest::keyClick(asking.step->line(), Qt::Key_Escape);
        QCOMPARE(asking.declined, 2);
        asking.panel.setDeclinable(false);
        QTest::keyClick(asking.step->line(), Qt::Key_Escape);
        QCOMPARE(asking.declined, 2);
        QVERIFY(!asking.button(u"Leave"_s));
    }
};

LATCHKEY_TEST(AskingPanelTest)
#include "tst_askingpanel.moc"
