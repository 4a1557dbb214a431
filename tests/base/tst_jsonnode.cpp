#include "base/jsonnode.h"
#include "base/jsonwriter.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace Qt::StringLiterals;

class JsonNodeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatIsNotStrict_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const QByteArray &json, const QString &code,
                            const QString &field = {}) {
            QTest::newRow(name) << json << code << field;
        };
        row("empty", "", u"malformedJson"_s);
        row("two documents", "{}{}", u"malformedJson"_s);
        row("trailing comma", "[1,]", u"malformedJson"_s);
        row("comment", "{/**/}", u"malformedJson"_s);
        row("bad UTF-8", "\"\xff\xfe\"", u"malformedJson"_s);
        row("overlong UTF-8", "\"\xc0\xaf\"", u"malformedJson"_s);
        row("lone surrogate", R"("\ud800")", u"malformedJson"_s);
        row("leading zero", "01", u"malformedJson"_s);
        row("NaN", "NaN", u"malformedJson"_s);
        row("too deep", QByteArray(40, '[') + QByteArray(40, ']'), u"malformedJson"_s);
        row("duplicate", R"({"a":{"b":1,"b":2}})", u"duplicateField"_s, u"a.b"_s);
        row("duplicate in a list", R"({"a":[0,{"b":1,"b":2}]})", u"duplicateField"_s, u"a[1].b"_s);
        row("huge number in lists", "[[0,18446744073709551615]]", u"outOfRange"_s, u"[0][1]"_s);
        row("long name", R"({"a":{")" + QByteArray(257, 'n') + R"(":1}})", u"nameTooLong"_s,
            u"a"_s);
        row("many values", '[' + QByteArray("0,").repeated(100'000) + "0]", u"tooManyValues"_s);
        row("huge number", R"({"n":18446744073709551615})", u"outOfRange"_s, u"n"_s);
    }

    void refusesWhatIsNotStrict()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, code);
        QFETCH(QString, field);
        const auto node = JsonNode::parse(json);
        QVERIFY(!node);
        QCOMPARE(node.error().kind, Error::Kind::Rejected);
        QCOMPARE(node.error().code, code);
        QCOMPARE(node.error().field, field);
    }

    void keepsAByteOrderMarkInsideAText()
    {
        const auto node = JsonNode::parse("{\"\xEF\xBB\xBFx\":\"\\ufeff1\",\"x\":\"2\"}");
        QVERIFY(node);
        QCOMPARE(*node->member(u"\ufeffx"_s)->text(), u"\ufeff1"_s);
        QCOMPARE(*node->member(u"x"_s)->text(), u"2"_s);
    }

    void namesThePlaceOfAWrongType()
    {
        const auto node = JsonNode::parse(R"({"list":[{"label":5}]})");
        QVERIFY(node);
        const auto items = node->member(u"list"_s)->items();
        const auto label = items->first().member(u"label"_s)->text();
        QVERIFY(!label);
        QCOMPARE(label.error().code, u"wrongType"_s);
        QCOMPARE(label.error().field, u"list[0].label"_s);
        QCOMPARE(items->first().member(u"id"_s).error().field, u"list[0].id"_s);
        QCOMPARE(node->onlyMembers({u"other"_s}).error().code, u"unknownField"_s);
    }

    void readsBackWhatIsWritten()
    {
        const QString text = u"quote \" slash \\ tab \t bell \a 中文 😀"_s;
        JsonWriter json;
        json.beginObject();
        json.key("text");
        json.value(text);
        json.key("list");
        json.beginArray();
        json.value(qint64(-5));
        json.value(true);
        json.null();
        json.value(0.1);
        json.value(1e19);
        json.endArray();
        json.endObject();
        const auto node = JsonNode::parse(json.take());
        QVERIFY(node);
        QCOMPARE(*node->member(u"text"_s)->text(), text);
        const auto items = *node->member(u"list"_s)->items();
        QCOMPARE(*items.at(0).integer(), -5);
        QCOMPARE(*items.at(1).boolean(), true);
        QVERIFY(items.at(2).isNull());
        QCOMPARE(*items.at(3).number(), 0.1);
        QCOMPARE(*items.at(4).number(), 1e19);
    }
};

LATCHKEY_TEST(JsonNodeTest)

#include "tst_jsonnode.moc"
