#include "server/store/hotjson.h"

#include "base/clock.h"
#include "server/store/hotsessionread.h"

#include <algorithm>
#include <charconv>

namespace latchkey::server {

namespace {

/// Members one after the other; each comes with what stands before its value.
class Members
{
public:
    Members() { m_out.reserve(768); }

    Members &text(std::string_view before, std::string_view utf8);
    Members &textUnlessEmpty(std::string_view before, std::string_view utf8)
    {
        return utf8.empty() ? *this : text(before, utf8);
    }
    /// Several, a line each, as one text: "one, two".
    Members &lines(std::string_view before, std::string_view utf8);
    Members &moment(std::string_view before, std::int64_t ms);
    Members &number(std::string_view before, std::int64_t number);
    Members &flag(std::string_view before, bool flag)
    {
        m_out.append(before).append(flag ? "true" : "false");
        return *this;
    }
    Members &plain(std::string_view json)
    {
        m_out.append(json);
        return *this;
    }
    std::string end(std::string_view after) { return std::move(m_out.append(after)); }

private:
    void escape(char c);

    std::string m_out;
};

bool isPlain(char c)
{
    return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20;
}

void writePadded(char *to, unsigned number, int width)
{
    for (int i = width - 1; i >= 0; --i, number /= 10)
        to[i] = static_cast<char>('0' + number % 10);
}

Members &Members::text(std::string_view before, std::string_view utf8)
{
    m_out.append(before).push_back('"');
    if (std::ranges::all_of(utf8, isPlain)) {
        m_out.append(utf8);
    } else {
        for (const char c : utf8)
            isPlain(c) ? m_out.push_back(c) : escape(c);
    }
    m_out.push_back('"');
    return *this;
}

Members &Members::lines(std::string_view before, std::string_view utf8)
{
    if (utf8.find('\n') == utf8.npos)
        return text(before, utf8);
    std::string joined;
    for (const char c : utf8)
        c == '\n' ? joined.append(", ") : joined.append(1, c);
    return text(before, joined);
}

void Members::escape(char c)
{
    static constexpr char hex[] = "0123456789abcdef";
    if (c == '"' || c == '\\')
        m_out.append(1, '\\').push_back(c);
    else if (c == '\n')
        m_out.append("\\n");
    else if (c == '\r')
        m_out.append("\\r");
    else if (c == '\t')
        m_out.append("\\t");
    else
        m_out.append("\\u00").append(1, hex[c >> 4]).push_back(hex[c & 0xf]);
}

Members &Members::number(std::string_view before, std::int64_t number)
{
    char digits[24];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), number);
    m_out.append(before).append(digits, end.ptr);
    return *this;
}

/// As `toRfc3339` writes it, without a QDateTime.
Members &Members::moment(std::string_view before, std::int64_t ms)
{
    const Timestamp moment{std::chrono::milliseconds(ms)};
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(moment - day);
    char text[] = "\"0000-00-00T00:00:00.000Z\"";
    const auto part = [&text](int at, auto number, int width) {
        writePadded(text + at, static_cast<unsigned>(number), width);
    };
    part(1, int(date.year()), 4);
    part(6, unsigned(date.month()), 2);
    part(9, unsigned(date.day()), 2);
    part(12, time.hours().count(), 2);
    part(15, time.minutes().count(), 2);
    part(18, time.seconds().count(), 2);
    part(21, time.subseconds().count(), 3);
    m_out.append(before).append(text, sizeof text - 1);
    return *this;
}

} // namespace

std::string meAsJson(const HotSession &row)
{
    return Members()
        .text(R"({"id":)", row.userId)
        .text(R"(,"name":)", row.name)
        .textUnlessEmpty(R"(,"userName":)", row.userName)
        .text(R"(,"email":)", row.email)
        .flag(R"(,"emailVerified":)", row.emailVerified)
        .textUnlessEmpty(R"(,"phone":)", row.phone)
        .text(R"(,"role":)", row.role)
        .text(R"(,"language":)", row.language)
        .moment(R"(,"createdAt":)", row.createdAt)
        .number(R"(,"version":)", row.version)
        .text(R"(,"tag":)", row.tag)
        .end("}");
}

std::string currentSessionAsJson(const HotSession &row)
{
    Members members;
    members.text(R"({"id":)", row.sessionId)
        .text(R"(,"kind":)", row.kind)
        .lines(R"(,"device":{"label":)", row.label)
        .text(R"(,"program":)", row.program)
        .text(R"(,"system":)", row.system)
        .text(R"(},"address":)", row.address)
        .text(R"(,"proof":)", row.proof)
        .moment(R"(,"startedAt":)", row.startedAt)
        .moment(R"(,"lastActiveAt":)", std::max(row.lastActiveAt, row.startedAt))
        .moment(R"(,"provenAt":)", row.provenAt)
        .moment(R"(,"expiresAt":)", row.expiresAt)
        .flag(R"(,"current":true,"reviewed":)", row.reviewed);
    if (!row.actingUser.empty()) {
        members.text(R"(,"onBehalf":{"by":)", row.actingUser)
            .text(R"(,"name":)", row.actingName)
            .text(R"(,"reason":)", row.actingReason)
            .plain("}");
    }
    return members.end("}");
}

} // namespace latchkey::server
