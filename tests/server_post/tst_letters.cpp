#include "server/post/letters.h"
#include "support/testrunner.h"

#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace latchkey;
using namespace latchkey::server;
using namespace Qt::StringLiterals;

namespace {

const Timestamp noon{std::chrono::milliseconds(1'800'014'400'000)};
const QString ada = u"ada@example.org"_s;

Letters letters()
{
    return Letters::load(u"Accounts of <Example>"_s).value();
}

/// A letter with something in every field.
template <class L>
L filled()
{
    if constexpr (requires(L l) { l.lifetime; })
        return {Secret(u"493817"_s), std::chrono::minutes(5)};
    else if constexpr (std::same_as<L, letter::PasswordResetElsewhere> ||
                       std::same_as<L, letter::ResetStarted>)
        return {Secret(u"ABCDE-12345"_s), noon};
    else if constexpr (std::same_as<L, letter::EmailVerificationLink>)
        return {Secret(u"https://accounts.example.org/temporal/verify/ada/a.b-c.d_e"_s), noon};
    else if constexpr (std::same_as<L, letter::EmailChanged>)
        return {u"old@example.org"_s, u"new@example.org"_s, Secret(u"ABCDE-12345"_s), noon};
    else if constexpr (std::same_as<L, letter::EmailTakenBack>)
        return {u"old@example.org"_s, noon};
    else if constexpr (std::same_as<L, letter::PhoneChanged>)
        return {u"••••••••••91"_s, noon};
    else if constexpr (std::same_as<L, letter::PasswordChanged>)
        return {noon, u"192.0.2.7"_s};
    else if constexpr (std::same_as<L, letter::AccessGiven>)
        return {u"Grace"_s, u"192.0.2.7"_s, noon};
    else if constexpr (std::same_as<L, letter::NewSignIn>)
        return {u"curl 8"_s, u"192.0.2.7"_s, noon};
    else if constexpr (requires(L l) { l.factor; })
        return {u"My phone"_s, noon};
    else if constexpr (requires(L l) { l.identity; })
        return {u"Gatehouse"_s, u"ada@example.org"_s, noon};
    else if constexpr (std::same_as<L, letter::RecoveryCodeUsed>)
        return {3, noon};
    else if constexpr (std::same_as<L, letter::ApiSessionMade>)
        return {u"Backup, team: billing"_s, u"192.0.2.7"_s, noon};
    else if constexpr (std::same_as<L, letter::ApiSessionEnds>)
        return {u"Backup, team: billing"_s, noon};
    else if constexpr (std::same_as<L, letter::UserNameReminder>)
        return {u"ada"_s};
    else if constexpr (std::same_as<L, letter::AccountMade>)
        return {u"grace@example.org"_s, noon};
    else if constexpr (std::same_as<L, letter::ActedOnBehalf> ||
                       std::same_as<L, letter::ActedAsParent>)
        return {u"Grace"_s, u"Helps with the lost phone"_s, noon, noon + std::chrono::minutes(30)};
    else
        return {noon};
}

template <class L = std::variant_alternative_t<0, letter::Any>, std::size_t I = 0>
void forEachLetter(const auto &act)
{
    act(filled<L>());
    if constexpr (I + 1 < std::variant_size_v<letter::Any>)
        forEachLetter<std::variant_alternative_t<I + 1, letter::Any>, I + 1>(act);
}

QList<api::Language> languages()
{
    QList<api::Language> all;
    for (const auto &name : namesOf(api::Language()))
        all << name.value;
    return all;
}

} // namespace

class LettersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto loaded = Letters::load({});
        QVERIFY2(loaded.has_value(), loaded ? "" : qPrintable(loaded.error().detail));
    }

    void eachIsWrittenInEachLanguage()
    {
        const Letters all = letters();
        for (const api::Language language : languages()) {
            forEachLetter([&]<class L>(const L &about) {
                LetterFields fields(language);
                about.fill(fields);
                if constexpr (letter::ByMail<L>) {
                    const Mail mail = all.mail(about, language, ada);
                    QCOMPARE(mail.to, ada);
                    for (const QString &value : fields.values()) {
                        QVERIFY2(mail.plain.revealText().contains(value), L::name);
                        QVERIFY2(mail.html.revealText().contains(value), L::name);
                        QVERIFY2(value == "3"_L1 || !mail.subject.contains(value), L::name);
                    }
                    for (const QString &text : {mail.subject, mail.plain.revealText()}) {
                        QVERIFY2(text.contains("Accounts of <Example>"_L1), L::name);
                        QVERIFY2(!text.contains(u'{') && !text.contains(u'}'), L::name);
                    }
                }
                if constexpr (letter::BySms<L>) {
                    const Sms sms = all.sms(about, language, u"+14104350691"_s);
                    QCOMPARE(sms.to, u"+14104350691"_s);
                    for (const QString &value : fields.values())
                        QVERIFY2(sms.text.revealText().contains(value), L::name);
                }
            });
        }
    }

    void languagesDiffer()
    {
        const Letters all = letters();
        static const QRegularExpression chinese(u"[\\x{4e00}-\\x{9fff}]"_s);
        forEachLetter([&]<class L>(const L &about) {
            if constexpr (letter::ByMail<L>) {
                const auto words = [&](api::Language language) {
                    const Mail mail = all.mail(about, language, ada);
                    return QString(mail.subject + mail.plain.revealText());
                };
                QVERIFY2(!words(api::Language::English).contains(chinese), L::name);
                QVERIFY2(words(api::Language::Chinese).contains(chinese), L::name);
            }
        });
    }

    /// One part of a text costs as much as a text: 160 letters of the old alphabet, 70 of others.
    void textsFitIntoOnePart()
    {
        const Letters all = Letters::load(u"Latchkey"_s).value();
        forEachLetter([&]<class L>(const L &about) {
            if constexpr (letter::BySms<L>) {
                const auto size = [&](api::Language language) {
                    return all.sms(about, language, {}).text.revealText().size();
                };
                QVERIFY2(size(api::Language::English) <= 160, L::name);
                QVERIFY2(size(api::Language::Chinese) <= 70, L::name);
            }
        });
    }

    void htmlIsWellFormedAndLoadsNothing()
    {
        const Letters all = letters();
        for (const api::Language language : languages()) {
            forEachLetter([&]<class L>(const L &about) {
                if constexpr (letter::ByMail<L>) {
                    const QString html = all.mail(about, language, ada).html.revealText();
                    QString rest = html;
                    if constexpr (requires { about.link; }) {
                        // It leads there, and takes nothing from there.
                        const QString leading =
                            u"<p><a href=\"%1\">%1</a></p>\n"_s.arg(about.link.revealText());
                        QCOMPARE(html.count(leading), 1);
                        rest.remove(leading);
                    }
                    for (const QString &loading : {u"src"_s, u"href"_s, u"url("_s, u"@import"_s,
                                                   u"http"_s, u"<script"_s, u"<img"_s})
                        QVERIFY2(!rest.contains(loading), L::name);
                    static const QRegularExpression voids(u"<(!DOCTYPE|meta)[^>]*>"_s);
                    QXmlStreamReader reader(QString(html).remove(voids));
                    while (!reader.atEnd())
                        reader.readNext();
                    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
                    QVERIFY(html.contains(language == api::Language::English ? "lang=\"en\""_L1
                                                                             : "lang=\"zh\""_L1));
                }
            });
        }
    }

    void whereNobodyKnowsItsAddressItsNameIsSaid()
    {
        const QString address = u"https://accounts.example.org"_s;
        const Letters found = Letters::load(u"Latchkey"_s, address).value();
        forEachLetter([&]<class L>(const L &about) {
            if constexpr (letter::ByMail<L>) {
                if (!QByteArrayView(L::name).endsWith("elsewhere"))
                    return;
                const auto said = [&](const Letters &from, const QString &where) {
                    const Mail mail = from.mail(about, api::Language::English, ada);
                    return mail.plain.revealText().contains(u"connected to %1 itself"_s.arg(where));
                };
                QVERIFY2(said(found, address), L::name);
                QVERIFY2(said(letters(), u"Accounts of <Example>"_s), L::name);
            }
        });
    }

    void whatStrangersWroteStaysOneLineOfText()
    {
        const letter::NewSignIn evil{u"<b>\n\nPay at {server} %3 &amp;\x202e"_s, u"{device}"_s,
                                     noon};
        const Mail mail = letters().mail(evil, api::Language::English, ada);
        QVERIFY(
            mail.plain.revealText().contains(u"- Device: <b> Pay at {server} %3 &amp;\xfffd\n"_s));
        QVERIFY(mail.plain.revealText().contains(u"- Address: {device}\n"_s));
        QVERIFY(mail.html.revealText().contains(
            u"<li>Device: &lt;b&gt; Pay at {server} %3 &amp;amp;\xfffd</li>\n"_s));
        const letter::FactorAdded longOne{QString(1000, u'x'), noon};
        QVERIFY(letters().mail(longOne, api::Language::English, ada).plain.size() < 700);
    }

    void momentsAreWrittenAsPeopleDo()
    {
        QVERIFY(letters()
                    .mail(letter::SignUpTried{noon}, api::Language::English, ada)
                    .plain.revealText()
                    .contains("15 January 2027, 12:00 UTC"_L1));
        QVERIFY(letters()
                    .mail(letter::SignUpTried{noon}, api::Language::Chinese, ada)
                    .plain.revealText()
                    .contains(u"2027年1月15日 12:00 (UTC)"_s));
    }

    void brokenWordsAreTold_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("open") << u"Subject\n\nText {code"_s;
        QTest::newRow("closed") << u"Subject\n\nText code}"_s;
        QTest::newRow("nested") << u"Subject\n\nText {{code}}"_s;
        QTest::newRow("empty") << u"Subject\n\nText {}"_s;
        QTest::newRow("no subject") << u"\n\nText"_s;
        QTest::newRow("no text") << u"Subject\n"_s;
    }
    void brokenWordsAreTold()
    {
        QFETCH(QString, text);
        QCOMPARE(LetterTemplate::parse(text).error().code, u"letterBroken"_s);
    }
};

LATCHKEY_TEST(LettersTest)

#include "tst_letters.moc"
