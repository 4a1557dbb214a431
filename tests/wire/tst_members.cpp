#include "support/testrunner.h"
#include "wire/members.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::wire;
using namespace Qt::StringLiterals;
using api::field;
using api::fieldList;

namespace {

struct Visitor
{
    QString name;
    std::optional<QString> town;
    std::optional<Secret> word;
    bool knocks = false;
};

constexpr auto body =
    fieldList(always("ok", true), field("who", &Visitor::name, api::Limits{1, 5}),
              field("from", &Visitor::town), needed("word", &Visitor::word, api::Limits{1, 9}),
              ignored("mood", false));

Error refused(const QByteArray &json)
{
    const auto read = readBody(*JsonNode::parse(json), body, Visitor(), Speaker::Asker);
    return read ? Error::of(Error::Kind::Server, u"nothingRefused"_s) : read.error();
}

} // namespace

/// A list of members is how an object is written, and how strictly it is read.
class MembersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesInTheOrderOfTheList()
    {
        const Visitor ada{u"Ada"_s, {}, Secret(QByteArray("open")), true};
        QCOMPARE(bodyOf(ada, body), R"({"ok":true,"who":"Ada","word":"open","mood":false})");
        const Visitor bob{u"Bob"_s, u"Ulm"_s, {}, true};
        QCOMPARE(bodyOf(bob, body),
                 R"({"ok":true,"who":"Bob","from":"Ulm","word":"","mood":false})");
    }

    void readsWhatIsSaidAndKeepsTheRest()
    {
        const QByteArray json = R"({"who":"Ada","word":"open","mood":true,"more":1})";
        const Visitor before{u"Eve"_s, u"Ulm"_s, {}, true};
        const auto read = readBody(*JsonNode::parse(json), body, before, Speaker::Asker);
        QVERIFY(read);
        QCOMPARE(read->name, u"Ada"_s);
        QCOMPARE(read->town, u"Ulm"_s);
        QCOMPARE(read->word->reveal(), QByteArray("open"));
        QVERIFY(read->knocks);
    }

    void refusesByPlace()
    {
        for (const auto &[json, code, place] :
             {std::tuple(R"({"ok":false,"who":"Ada","word":"o"})", "unknownValue", "ok"),
              std::tuple(R"({"ok":"true","who":"Ada","word":"o"})", "wrongType", "ok"),
              std::tuple(R"({"word":"o"})", "missingField", "who"),
              std::tuple(R"({"who":"Charles","word":"o"})", "tooLong", "who"),
              std::tuple(R"({"who":"Ada"})", "missingField", "word"),
              std::tuple(R"({"who":"Ada","word":null})", "missingField", "word"),
              std::tuple(R"({"who":"Ada","word":""})", "empty", "word"),
              std::tuple(R"({"who":"Ada","word":"o","mood":1})", "wrongType", "mood")}) {
            const Error error = refused(json);
            QCOMPARE(error.kind, Error::Kind::Rejected);
            QCOMPARE(error.code, QLatin1StringView(code));
            QCOMPARE(error.field, QLatin1StringView(place));
        }
    }

    void aReplyThatBreaksIsABreakOfTheProtocol()
    {
        for (const char *said : {"", "<html>", "{}", "[]", R"({"who":"Ada","word":"o"}{})"}) {
            const auto read = readBody<Visitor>(HttpReply{.body = said}, body);
            QCOMPARE(read.error().kind, Error::Kind::Protocol);
        }
    }
};

LATCHKEY_TEST(MembersTest)

#include "tst_members.moc"
