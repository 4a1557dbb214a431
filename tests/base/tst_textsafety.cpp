#include "base/textsafety.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace Qt::StringLiterals;

class TextSafetyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seesThatNothingIsSeen()
    {
        for (const QString &blank :
             {QString(), u" \t\u00a0\u3000"_s, u"\u200b\u200d\u2060\ufeff"_s, u"\u00ad"_s,
              u"\u3164"_s, u"\u2800"_s, u"\ufe0f"_s, u"\U000e0041\U000e007f"_s, u"\u115f \u1160"_s})
            QVERIFY2(isBlank(blank), qPrintable(blank.toHtmlEscaped()));
        // A family is one letter of four and three joiners.
        for (const QString &seen : {u"a"_s, u"\u200ba"_s, u"中"_s, u"\U0001f468\u200d\U0001f469"_s,
                                    u"\u0e33"_s, u"-"_s, u"\ufffd"_s})
            QVERIFY2(!isBlank(seen), qPrintable(seen));
    }
};

LATCHKEY_TEST(TextSafetyTest)

#include "tst_textsafety.moc"
